/** When `pdf-form-fill` counts as satisfied. */
import type { StepRule } from '../../ports/step-rules.ts';

export const rule: StepRule<'pdf-form-fill'> = {
  isSatisfied: (facts, _entry, request) =>
    request !== undefined && facts.filledTemplates.includes(request.template_id),
  movesMoney: false,
};
