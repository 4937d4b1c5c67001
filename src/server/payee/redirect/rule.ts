/** When `redirect` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'redirect'> = {
  // The browser leaves for the partner's page each time.
  isSatisfied: null,
  movesMoney: false,
};
