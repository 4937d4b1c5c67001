/** `id-verification`: the payee shows a document and their face. */
import type { ServerStep } from '../session/step.ts';
import { idVerificationRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';
import { isAwaited } from './waits.ts';

export const idVerification: ServerStep<'id-verification'> = {
  ...rule,
  requirement: idVerificationRequirement,
  routes,
  isAwaited,
};
