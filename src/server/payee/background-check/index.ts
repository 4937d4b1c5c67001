/** `background-check`: the payee agrees to be looked up. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { backgroundCheckRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { isAwaited } from './waits.ts';

export const backgroundCheck: ServerStep<'background-check'> = {
  ...stepRules['background-check'],
  requirement: backgroundCheckRequirement,
  routes,
  isAwaited,
};
