/** `onboarding`: the payee says who they are. */
import { stepRules } from '../../../contract/plan/rules.ts';
import type { ServerStep } from '../session/step.ts';
import { onboardingRequirement } from './requirement.ts';
import { routes } from './routes.ts';

export const onboarding: ServerStep<'onboarding'> = {
  ...stepRules.onboarding,
  requirement: (_deps, tx, context) => onboardingRequirement(tx, context),
  routes,
  isAwaited: null,
};
