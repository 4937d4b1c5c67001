/** When `payout` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'payout'> = {
  // Each withdrawal is a new one.
  isSatisfied: null,
  movesMoney: true,
};
