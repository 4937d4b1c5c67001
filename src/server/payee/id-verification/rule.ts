/** When `id-verification` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'id-verification'> = {
  isSatisfied: (facts) => facts.idVerified && !facts.idVerificationDue,
  movesMoney: false,
};
