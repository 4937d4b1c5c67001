/** `redirect`: the browser goes back to the partner. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { redirectRequirement } from './requirement.ts';
import { routes } from './routes.ts';

export const redirect: ServerStep<'redirect'> = {
  ...stepRules.redirect,
  requirement: async (_deps, _tx, context) => redirectRequirement(context),
  routes,
  isAwaited: null,
};
