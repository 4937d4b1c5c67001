/** The screen that asks which document, and of which country. */
import { html, nothing, type TemplateResult } from 'lit';
import { documentTypesOf, type DocumentType } from '../../contract/steps/id-documents.ts';
import { radioCards } from '../../ui/choices.ts';
import type { Raw, Reading } from '../../ui/form-controller.ts';
import { countryList } from '../../ui/lists.ts';
import { alertIcon } from '../../ui/icons.ts';
import { longSelect } from '../../ui/long-select.ts';
import type { FieldError } from '../../flow/problem.ts';
import type { PartHost } from './part-host.ts';
import { offersPhone, renderPhoneOffer } from './two-devices.ts';
import { advice, reason } from './verdict.ts';

/**
 * Returns the choice, and after a rejection why the last photos did not do. Which documents there are depends
 * on the country.
 *
 * Where the law asks because of a screening, the lead says so.
 */
export function renderChoose(host: PartHost): TemplateResult {
  const { t, requirement, view } = host;
  const country = view.form.value('country');
  return html`${host.heading(t('id-verification.choose.title'), t(requirement.reason === 'screening' ? 'id-verification.choose.screening' : 'id-verification.choose.lead'))}
  ${host.formOf(
    html`${
        requirement.rejection
          ? html`<div class="banner calm" part="last-time">
              ${alertIcon}
              <div>${t('id-verification.again')} ${reason(host)} ${advice(host)}</div>
            </div>`
          : nothing
      }
      <details class="why" part="why">
        <summary part="why-label">${t('id-verification.why')}</summary>
        <p>${t('id-verification.why.law')}</p>
        <p>${t('id-verification.why.who')}</p>
      </details>
      ${longSelect(view, {
        name: 'country',
        label: t('id-verification.country.label'),
        list: countryList(view.localizer.locale, [requirement.default_country]),
        autocomplete: 'off',
      })}
      ${radioCards(view, {
        name: 'document_type',
        label: t('id-verification.document_type.label'),
        hint: requirement.name ? t('id-verification.choose.name', { name: requirement.name }) : undefined,
        choices: documentTypesOf(country).map((value) => ({
          value,
          label: t(`id-verification.document_type.${value}`),
          hint: t(`id-verification.document_type.${value}.hint`),
        })),
      })}`,
    host.submitButton(t('id-verification.choose.continue')),
    offersPhone(host) ? renderPhoneOffer(host) : nothing,
  )}`;
}

/**
 * Returns the choice, or what is missing. A document that the country does not have counts as none: the
 * country may have changed after it was chosen.
 */
export function readChoice(raw: Raw): Reading<{ country: string; document_type: DocumentType }> {
  const { country = '', document_type } = raw;
  const chosen = documentTypesOf(country).find((type) => type === document_type);
  const errors: FieldError[] = [];
  if (!country) errors.push({ field: 'country', code: 'required' });
  if (!chosen) errors.push({ field: 'document_type', code: document_type ? 'invalid-choice' : 'required' });
  return chosen && country ? { ok: true, value: { country, document_type: chosen } } : { ok: false, errors };
}
