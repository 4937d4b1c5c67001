/**
 * What the API knows of its objects, in answers and in other calls. A call that does not take such a field
 * refuses it: an answer of 200 would say that it was done.
 */
import { createFlowInput, flow } from '../../contract/flow.ts';
import { createPayoutLinkInput, payoutLink } from '../../contract/money/payout-links.ts';
import { createPayoutInput, createTransferInput, transfer } from '../../contract/money/transfers.ts';
import {
  addPayoutMethodInput,
  createUserInput,
  updateUserInput,
  userAddress,
  userComplianceInput,
} from '../../contract/partner/user-requests.ts';
import { user } from '../../contract/partner/users.ts';

const fieldsOf = (...schemas: { readonly shape: object }[]): ReadonlySet<string> =>
  new Set(schemas.flatMap(({ shape }) => Object.keys(shape)));

export const flowFields = fieldsOf(flow, createFlowInput);
export const moneyFields = new Set([
  ...fieldsOf(transfer, createTransferInput, createPayoutInput),
  'payout_link_id',
]);
/** `ach_info` is the vendor's way to debit an account by its numbers. */
export const paymentFields = new Set([...moneyFields, 'ach_info', 'payment_method_id']);
export const linkFields = new Set([...moneyFields, ...fieldsOf(payoutLink, createPayoutLinkInput)]);
export const userFields = new Set([
  ...fieldsOf(user, createUserInput, updateUserInput, userAddress, userComplianceInput, addPayoutMethodInput),
  ...['phone', 'disabled', 'verified', 'address', 'addresses', 'payout_methods'],
]);
