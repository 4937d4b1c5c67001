/** `background-check`: the payee agrees to be looked up. */
import type { ServerStep } from '../session/step.ts';
import { backgroundCheckRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';
import { isAwaited } from './waits.ts';

export const backgroundCheck: ServerStep<'background-check'> = {
  ...rule,
  requirement: backgroundCheckRequirement,
  routes,
  isAwaited,
};
