/**
 * Form W-8BEN (Rev. October 2021): Part I, optionally the treaty claim of Part II, and the certification of
 * Part III.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { checkboxField } from '../../../ui/choices.ts';
import { dateOfBirthField } from '../../../ui/date-field.ts';
import { text, type Scope } from '../scope.ts';
import { dateWords } from '../w9.ts';
import { claimsTreaty } from './fields.ts';
import { country, renderAddress, renderTaxId } from './parts.ts';
import { renderTreaty } from './treaty.ts';

/** Returns the form. A person's whole name is one field, as on line 1. */
export function renderW8ben(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`<div class="group" part="group" role="group" aria-labelledby="identity-title">
      <h3 part="subtitle" id="identity-title">${t('compliance.identity.individual')}</h3>
      ${text(scope, 'name', { autocomplete: 'name', autocapitalize: 'words', hint: t('compliance.name.hint') })}
      ${dateOfBirthField(view, { name: 'date_of_birth', label: t('compliance.date_of_birth.label'), words: dateWords(scope) })}
      ${country(scope, 'citizenship_country', 'off')}
    </div>
    ${renderAddress(scope, 'w8ben')} ${renderTaxId(scope, 'w8ben')} ${renderTreaty(scope)} ${scope.review}
    ${renderSignature(scope)}`;
}

/**
 * Returns what is signed under penalties of perjury, and the signature. The treaty is certified only by those
 * who claim one.
 */
function renderSignature(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const name = view.form.value('name').trim();
  return html`<div class="group" part="group" role="group" aria-labelledby="signature-title">
    <h3 part="subtitle" id="signature-title">${t('compliance.sign.title')}</h3>
    <div class="statement" part="statement">
      <p>${t('compliance.sign.declare')}</p>
      <ul>
        <li>${t('compliance.sign.owner')}</li>
        <li>${t('compliance.sign.foreign')}</li>
        <li>${t('compliance.sign.income')}</li>
        ${claimsTreaty(view.form.raw) ? html`<li>${t('compliance.sign.treaty')}</li>` : nothing}
        <li>${t('compliance.sign.broker')}</li>
        <li>${t('compliance.sign.share')}</li>
      </ul>
    </div>
    ${text(scope, 'signature', {
      autocomplete: 'off',
      autocapitalize: 'words',
      className: 'signature',
      hint: name ? t('compliance.signature.hint', { name }) : t('compliance.signature.hint.empty'),
    })}
    ${checkboxField(view, { name: 'consent', label: t('compliance.consent.label') })}
  </div>`;
}
