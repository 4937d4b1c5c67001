/** `manage-payouts`: the payee says where their money goes. */
import type { ServerStep } from '../session/step.ts';
import { managePayoutsRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';

export const managePayouts: ServerStep<'manage-payouts'> = {
  ...rule,
  requirement: (_deps, tx, context) => managePayoutsRequirement(tx, context),
  routes,
  isAwaited: null,
};
