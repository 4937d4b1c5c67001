/** When `manage-payments` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'manage-payments'> = {
  // Without a continue button the step is a page to manage accounts on. If it were skipped, the page would be
  // empty.
  isSatisfied: (facts, _entry, request) => facts.paymentMethodVerified && !request?.hide_continue_button,
  movesMoney: false,
};
