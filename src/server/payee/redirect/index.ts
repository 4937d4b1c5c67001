/** `redirect`: the browser goes back to the partner. */
import type { ServerStep } from '../session/step.ts';
import { redirectRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';

export const redirect: ServerStep<'redirect'> = {
  ...rule,
  requirement: async (_deps, _tx, context) => redirectRequirement(context),
  routes,
  isAwaited: null,
};
