/** The list of what is wrong, for forms of more than one field. */
import { html, nothing, type TemplateResult } from 'lit';
import type { FieldError } from '../flow/problem.ts';
import type { Term } from '../locales/catalogue.ts';
import { fieldText } from '../locales/words.ts';
import type { FormView } from './fields.ts';
import { alertIcon } from './icons.ts';

/**
 * Above the form after a refused submit, when more than one thing is wrong: what, in field order, each a jump to its field.
 * `words`: for fields that the general sentences know nothing of.
 */
export function errorSummary(
  view: FormView,
  title: Term = 'summary.many',
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
        ${errors.map((error) => html`<li><a href="#${error.field}" @click=${(event: Event) => jump(event, error.field)}>${words(error)}</a></li>`)}
      </ul>
    </div>
  </div>`;
}
