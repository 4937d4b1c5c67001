/** `authentication`: the payee proves that the phone is theirs. */
import type { ServerStep } from '../session/step.ts';
import { authenticationRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';

export const authentication: ServerStep<'authentication'> = {
  ...rule,
  requirement: authenticationRequirement,
  routes,
  isAwaited: null,
};
