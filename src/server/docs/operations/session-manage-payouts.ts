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
    body: payoutMethodInput,
  },
  {
    ...change,
    id: 'correctPayoutMethod',
    errors: ['payout-method-exists'],
    method: 'put',
    path: '/session/payout-methods/{id}',
    summary: 'Put a corrected payout method in the place of one',
    body: payoutMethodInput,
  },
  {
    ...change,
    id: 'removePayoutMethod',
    method: 'delete',
    path: '/session/payout-methods/{id}',
    summary: 'Remove a payout method',
  },
  {
    ...change,
    id: 'setDefaultPayoutMethod',
    method: 'put',
    path: '/session/payout-methods/{id}/default',
    summary: 'Choose the default payout method',
  },
  {
    ...change,
    id: 'setAutoPayout',
    method: 'put',
    path: '/session/auto-payout',
    summary: 'Switch automatic payouts',
    body: autoPayoutInput,
  },
  {
    ...change,
    id: 'finishManagePayouts',
    errors: ['auto-payout-required', 'default-payout-method-required', 'user-info-missing'],
    method: 'post',
    path: '/session/manage-payouts',
    summary: 'Finish managing payout methods',
  },
];
