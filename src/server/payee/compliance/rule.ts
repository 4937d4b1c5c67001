/** When `compliance` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'compliance'> = {
  // The vendor's sandbox shows a requested form even when it is on file, so that partners can see it
  // repeatedly.
  isSatisfied: (facts, { reason }) => facts.taxFormOnFile && !(facts.sandbox && reason === 'requested'),
  movesMoney: false,
};
