/** `compliance`: the payee files a tax form. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { complianceRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { isAwaited } from './waits.ts';

export const compliance: ServerStep<'compliance'> = {
  ...stepRules.compliance,
  requirement: complianceRequirement,
  routes,
  isAwaited,
};
