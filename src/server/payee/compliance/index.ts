/** `compliance`: the payee files a tax form. */
import type { ServerStep } from '../session/step.ts';
import { complianceRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';
import { isAwaited } from './waits.ts';

export const compliance: ServerStep<'compliance'> = {
  ...rule,
  requirement: complianceRequirement,
  routes,
  isAwaited,
};
