/** The list of what is wrong, for forms of more than one field. Each error stands at its field as well. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldError } from '../flow/problem.ts';
import { fieldText } from '../locales/words.ts';
import type { FormView } from './fields.ts';
import { alertIcon } from './icons.ts';

/**
 * Returns the list that stands above the form after a refused submit when more than one thing is wrong. The
 * errors are in field order, and each is a link to its field. `words` is for fields of which the general
 * sentences know nothing.
 */
export function errorSummary(
  view: FormView,
  title: 'summary.title' | 'pdf-form-fill.summary' = 'summary.title',
  words = (error: FieldError): string => fieldText(view.localizer, error),
): TemplateResult | typeof nothing {
  const errors = view.form.summary();
  if (errors.length < 2) return nothing;
  const jump = (event: Event, name: string) => {
    event.preventDefault();
    view.form.focus(name);
  };
  return html`<div class="banner" part="summary" role="group" aria-labelledby="summary-title">
    ${alertIcon}
    <div>
      <strong id="summary-title">${view.localizer.t(title, { count: errors.length })}</strong>
      <ul>
        ${errors.map(
          (error) =>
            html`<li>
              <a href="#${error.field}" @click=${(event: Event) => jump(event, error.field)}
                >${words(error)}</a
              >
            </li>`,
        )}
      </ul>
    </div>
  </div>`;
}
