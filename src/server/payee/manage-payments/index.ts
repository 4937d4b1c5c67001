/** `manage-payments`: the payee says which account the partner may debit. */
import type { ServerStep } from '../session/step.ts';
import { managePaymentsRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';
import { isAwaited } from './waits.ts';

export const managePayments: ServerStep<'manage-payments'> = {
  ...rule,
  requirement: managePaymentsRequirement,
  routes,
  isAwaited,
};
