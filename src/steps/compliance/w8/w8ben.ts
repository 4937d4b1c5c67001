/** The pages of Form W-8BEN (Rev. October 2021). A person's whole name is one field, as on line 1. */
import { html, type TemplateResult } from 'lit';
import { dateOfBirthField } from '../../../ui/date-field.ts';
import type { Page } from '../read-forms.ts';
import { text, type Scope } from '../scope.ts';
import { dateWords } from '../w9.ts';
import { country, renderAddress, renderTaxId } from './parts.ts';
import { renderSignature } from './signature.ts';
import { renderTreaty } from './treaty.ts';

export const templates: Readonly<Partial<Record<Page, (scope: Scope) => TemplateResult>>> = {
  who: (scope) =>
    html`${text(scope, 'name', { autocomplete: 'name', autocapitalize: 'words', hint: scope.t('compliance.name.hint') })}
    ${country(scope, 'citizenship_country', 'off')}`,
  number: (scope) =>
    html`${renderTaxId(scope, 'w8ben')}
    ${dateOfBirthField(scope.view, { name: 'date_of_birth', label: scope.t('compliance.date_of_birth.label'), words: dateWords(scope) })}`,
  address: (scope) => renderAddress(scope, 'w8ben'),
  treaty: (scope) => renderTreaty(scope),
  check: (scope) => renderSignature(scope, 'name'),
};
