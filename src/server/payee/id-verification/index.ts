/** `id-verification`: the payee shows a document and their face. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { idVerificationRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { isAwaited } from './waits.ts';

export const idVerification: ServerStep<'id-verification'> = {
  ...stepRules['id-verification'],
  requirement: idVerificationRequirement,
  routes,
  isAwaited,
};
