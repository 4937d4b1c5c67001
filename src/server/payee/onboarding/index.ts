/** `onboarding`: the payee says who they are. */
import type { ServerStep } from '../session/step.ts';
import { onboardingRequirement } from './requirement.ts';
import { routes } from './routes.ts';
import { rule } from './rule.ts';

export const onboarding: ServerStep<'onboarding'> = {
  ...rule,
  requirement: async (_deps, _tx, context) => onboardingRequirement(context),
  routes,
  isAwaited: null,
};
