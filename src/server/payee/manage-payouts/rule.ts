/** When `manage-payouts` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'manage-payouts'> = {
  // The payee may always change where the money goes.
  isSatisfied: null,
  movesMoney: true,
};
