/** When `onboarding` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'onboarding'> = {
  isSatisfied: (facts) => facts.hasUser && facts.profileComplete,
  movesMoney: false,
};
