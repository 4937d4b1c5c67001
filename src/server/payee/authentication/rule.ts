/** When `authentication` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'authentication'> = {
  isSatisfied: (facts) => facts.hasUser && facts.phoneVerified && !facts.requireAuth,
  movesMoney: false,
};
