/** `manage-payments`: the payee says which account the partner may debit. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { managePaymentsRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { isAwaited } from './waits.ts';

export const managePayments: ServerStep<'manage-payments'> = {
  ...stepRules['manage-payments'],
  requirement: managePaymentsRequirement,
  routes,
  isAwaited,
};
