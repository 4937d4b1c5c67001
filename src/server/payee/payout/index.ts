/** `payout`: the payee withdraws. */
import type { ServerStep } from '../session/step.ts';
import { payoutRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';
import { isAwaited } from './waits.ts';

export const payout: ServerStep<'payout'> = {
  ...rule,
  requirement: (_deps, tx, context) => payoutRequirement(tx, context),
  routes,
  isAwaited,
};
