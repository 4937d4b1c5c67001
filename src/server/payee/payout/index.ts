/** `payout`: the payee withdraws. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { payoutRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { isAwaited } from './waits.ts';

export const payout: ServerStep<'payout'> = {
  ...stepRules.payout,
  requirement: payoutRequirement,
  routes,
  isAwaited,
};
