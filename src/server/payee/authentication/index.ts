/** `authentication`: the payee proves that the phone is theirs. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { authenticationRequirement } from './requirement.ts';
import { routes } from './routes.ts';

export const authentication: ServerStep<'authentication'> = {
  ...stepRules.authentication,
  requirement: authenticationRequirement,
  routes,
  isAwaited: null,
};
