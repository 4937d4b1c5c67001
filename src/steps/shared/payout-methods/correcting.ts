/** A method to which money could not be sent: what is said of it, and at which field. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PayoutMethod } from '../../../contract/bank/payout-methods.ts';
import type { FormController } from '../../../ui/form-controller.ts';
import type { PayoutStepElement } from './payout-step-element.ts';
import { methodText } from './wording.ts';

/** Says at the field that was wrong why the payout came back, and puts the focus there. */
export function sayWrong(step: PayoutStepElement, form: FormController<unknown>, method: PayoutMethod): void {
  const { localizer } = step.context;
  const { field = '', reason = '' } = method.correction ?? {};
  localizer.put({
    [`field.${field}.payout-came-back`]: localizer.first(
      [`payout.failure.${reason}`, 'payout.failure.unknown'],
      { method: methodText(localizer, method) },
    ),
  });
  form.refuse([{ field, code: 'payout-came-back' }], false);
  void step.moveFocus(`[name="${field}"]`);
}

/** Returns the link to the form of such a method. `open` is null where there is none. */
export const correctLink = (
  { t, context }: PayoutStepElement,
  method: PayoutMethod | undefined,
  open: (() => void) | null,
): TemplateResult | typeof nothing =>
  method && open
    ? html`<button
        type="button"
        class="link"
        part="link"
        aria-label=${t('payout-methods.correct.of', { method: methodText(context.localizer, method) })}
        @click=${open}
      >
        ${t('payout-methods.correct')}
      </button>`
    : nothing;
