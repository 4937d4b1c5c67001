/** When `background-check` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'background-check'> = {
  isSatisfied: (facts) => facts.backgroundReported,
  movesMoney: false,
};
