/**
 * What the payee sends in `manage-payouts`. It is apart from the requirement, so that no browser loads every
 * bank's form.
 */
import * as z from '../z.ts';
import { bankSpecs } from '../bank/bank-specs.ts';
import { intlBankMethod } from '../bank/intl-bank.ts';
import { methodInputs } from '../bank/method-inputs.ts';

/**
 * The body of `POST /session/payout-methods`, for the documentation. The server itself picks the schema by
 * `platform` and `bank_country`, so that its problems name fields.
 */
export const payoutMethodInput = z.union([
  z.discriminatedUnion('platform', Object.values(methodInputs) as never),
  z.union(Object.values(bankSpecs).map(intlBankMethod)),
]);

/** Body of `PUT /session/auto-payout`. */
export const autoPayoutInput = z.object({ enabled: z.boolean('invalid-boolean') });
