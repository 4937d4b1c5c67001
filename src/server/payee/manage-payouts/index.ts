/** `manage-payouts`: the payee says where their money goes. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { managePayoutsRequirement } from './requirement.ts';
import { routes } from './routes.ts';

export const managePayouts: ServerStep<'manage-payouts'> = {
  ...stepRules['manage-payouts'],
  requirement: managePayoutsRequirement,
  routes,
  isAwaited: null,
};
