/** What is said of a form that is filled in elsewhere, where its file is chosen, and how it waits. */
import { html, nothing, type TemplateResult } from 'lit';
import type { UploadedForm } from '../../../contract/forms/tax-uploads.ts';
import { describedBy, field, type FormView } from '../../../ui/fields.ts';
import type { OtherHost } from './index.ts';

/** What each form is called. */
const formNames: Readonly<Record<UploadedForm, string>> = {
  '8233': '8233',
  w8eci: 'W‑8ECI',
  w8imy: 'W‑8IMY',
  w8exp: 'W‑8EXP',
  w8bene: 'W‑8BEN‑E',
};

/** The IRS's page about a form, with the form and its instructions: `…/about-form-w-8-eci`. */
const page = (form: UploadedForm): string =>
  `https://www.irs.gov/forms-pubs/about-form-${formNames[form].toLowerCase().replace(/‑/g, '-').replace('w-8', 'w-8-')}`;

export function renderForm({ t }: OtherHost, form: UploadedForm): TemplateResult {
  const name = formNames[form];
  return html`<div class="group" part="group" role="status">
    <h3 part="subtitle">${t('compliance.other.form', { form: name })}</h3>
    <p>${t(`compliance.other.${form}`)}</p>
    <ol>
      <li>
        ${t('compliance.other.step.get')}
        <a class="link" part="link" href=${page(form)} target="_blank" rel="noopener noreferrer"
          >${t('compliance.other.irs', { form: name })}</a
        >
      </li>
      <li>${t('compliance.other.step.sign')}</li>
      <li>${t('compliance.other.step.send')}</li>
    </ol>
  </div>`;
}

export function fileField(
  view: FormView,
  label: string,
  hint: string,
  take: (file: File | null) => void,
): TemplateResult {
  const spec = { name: 'file', label, hint };
  return field(
    view,
    spec,
    html`<input
      id="file"
      name="file"
      class="control"
      part="input"
      type="file"
      accept="application/pdf,.pdf"
      aria-required="true"
      aria-invalid=${!!view.form.errorOf('file')}
      aria-describedby=${describedBy(view, spec)}
      @change=${({ target }: Event) => take((target as HTMLInputElement).files?.[0] ?? null)}
      @blur=${() => view.form.leave('file')}
    />`,
  );
}

/** Nothing is to be done, so it says what happens, how long it takes, and how to go on. */
export function renderWaiting({ t, requirement }: OtherHost, form: UploadedForm): TemplateResult {
  const { notification } = requirement;
  return html`<div class="checking" part="pending">
      <i class="pulse"></i>
      <div>
        <p>${t('compliance.other.waiting.text', { form: formNames[form] })}</p>
        <p class="hint" part="hint">${t('compliance.other.waiting.time')}</p>
      </div>
    </div>
    <div class="group" part="group">
      <h3 part="subtitle">${t('compliance.other.next')}</h3>
      <ul class="next">
        <li>${t('compliance.other.next.money')}</li>
        ${notification ? html`<li>${t('compliance.other.next.text', { phone: notification.to })}</li>` : nothing}
        <li>${t('compliance.other.next.refused')}</li>
      </ul>
    </div>`;
}
