/** The calls of the manage-payouts step. Methods are added in the same way during `payout`. */
import { autoPayoutInput, payoutMethodInput } from '../../../contract/steps/manage-payouts-requests.ts';
import { change } from './operation.ts';
import type { Operation } from './operation.ts';

export const managePayoutsOperations: readonly Operation[] = [
  {
    ...change,
    id: 'addPayoutMethod',
    errors: ['payout-method-exists'],
    method: 'post',
    path: '/session/payout-methods',
    summary: 'Add a payout method',
    description:
      'Numbers are checked by the rules of the rail and of the bank’s country, and the first method becomes the default. `user.updated.payout_method` follows; the step ends with `POST /session/manage-payouts`.',
    body: payoutMethodInput,
  },
  {
    ...change,
    id: 'correctPayoutMethod',
    errors: ['payout-method-exists'],
    method: 'put',
    path: '/session/payout-methods/{id}',
    summary: 'Put a corrected payout method in the place of one',
    description:
      'For a method to which money could not be sent. What is on its way still goes to the old one. `user.updated.payout_method` follows.',
    body: payoutMethodInput,
  },
  {
    ...change,
    id: 'removePayoutMethod',
    method: 'delete',
    path: '/session/payout-methods/{id}',
    summary: 'Remove a payout method',
    description:
      'Nothing new is paid to it; what is on its way stays on its way. `user.updated.payout_method` follows.',
  },
  {
    ...change,
    id: 'setDefaultPayoutMethod',
    method: 'put',
    path: '/session/payout-methods/{id}/default',
    summary: 'Choose the default payout method',
    description:
      'Automatic payouts go there, and those that you order for the platform `default`. `user.updated.default_payout_method_changed` follows.',
  },
  {
    ...change,
    id: 'setAutoPayout',
    method: 'put',
    path: '/session/auto-payout',
    summary: 'Switch automatic payouts',
    description:
      'While it is on, whatever comes into the wallet is paid out to the default method by itself, as far as the rail and the law let it. The payee may switch it off at any time.',
    body: autoPayoutInput,
  },
  {
    ...change,
    id: 'finishManagePayouts',
    errors: ['auto-payout-required', 'default-payout-method-required', 'user-info-missing'],
    method: 'post',
    path: '/session/manage-payouts',
    summary: 'Finish managing payout methods',
    description:
      'Ends the step, and `flow.updated` tells your server. It is refused while you want a default method, or automatic payouts, and there are none.',
  },
];
