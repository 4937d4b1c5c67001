/**
 * The pages of Form W-8BEN-E (Rev. October 2021): Parts I and III, and the part of the chosen chapter 4
 * status.
 */
import { html, nothing, type TemplateResult } from 'lit';
import {
  chapter3Statuses,
  chapter4Statuses,
  lobCategories,
  statusesWithGiin,
} from '../../../contract/forms/w8bene.ts';
import { checkboxField, selectField } from '../../../ui/choices.ts';
import type { Page } from '../read-forms.ts';
import { text, type Scope } from '../scope.ts';
import { country, renderAddress, renderSignature, renderTaxId, renderTreaty } from '../w8/index.ts';

export const templates: Readonly<Partial<Record<Page, (scope: Scope) => TemplateResult>>> = {
  who: renderBusiness,
  status: renderStatus,
  number: (scope) => renderTaxId(scope, 'w8bene'),
  address: (scope) => renderAddress(scope, 'w8bene'),
  treaty: (scope) => renderTreaty(scope, renderLob),
  check: (scope) =>
    html`${text(scope, 'signer_name', { autocomplete: 'name', autocapitalize: 'words' })}
    ${renderSignature(scope, 'signer_name', checkboxField(scope.view, { name: 'capacity', label: scope.t('compliance.capacity.label') }))}`,
};

/** Returns lines 1, 2 and 4. */
function renderBusiness(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`${text(scope, 'business_name', { autocomplete: 'organization', hint: t('compliance.business_name.hint.abroad') })}
  ${country(scope, 'incorporation_country', 'off')}
  ${selectField(view, {
    name: 'chapter3_status',
    label: t('compliance.chapter3_status.label'),
    choices: chapter3Statuses.map((value) => ({ value, label: t(`compliance.chapter3_status.${value}`) })),
  })}`;
}

/**
 * Returns line 5, and what the chosen status asks besides: the market, the GIIN, and its own certification.
 */
function renderStatus(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const status = view.form.value('chapter4_status') as (typeof chapter4Statuses)[number] | '';
  return html`<p class="hint" part="hint">${t('compliance.page.status.lead')}</p>
    ${selectField(view, {
      name: 'chapter4_status',
      label: t('compliance.chapter4_status.label'),
      choices: chapter4Statuses.map((value) => ({ value, label: t(`compliance.chapter4_status.${value}`) })),
      // Each status has its own words to certify.
      onChange: () => view.form.set('status_certified', ''),
    })}
    <details class="why" part="why">
      <summary part="why-label">${t('compliance.status.none')}</summary>
      <p>${t('compliance.status.none.entity')}</p>
      <p>${t('compliance.status.none.fatca')}</p>
    </details>
    ${status === 'publicly_traded_nffe' ? text(scope, 'securities_market', { autocomplete: 'off', hint: t('compliance.securities_market.hint') }) : nothing}
    ${status === 'excepted_startup' ? text(scope, 'formed_on', { autocomplete: 'off', className: 'number', hint: t('compliance.formed_on.hint') }) : nothing}
    ${
      statusesWithGiin.includes(status as never)
        ? text(scope, 'giin', {
            autocomplete: 'off',
            autocapitalize: 'characters',
            className: 'number',
            hint: t('compliance.giin.hint'),
          })
        : nothing
    }
    ${status === '' ? nothing : checkboxField(view, { name: 'status_certified', label: certified(scope, status) })}`;
}

/**
 * Returns the words of the status's own part of the form. A status with a GIIN has no such part, and the
 * number stands for it.
 */
function certified({ t }: Scope, status: (typeof chapter4Statuses)[number]): string {
  switch (status) {
    case 'active_nffe':
    case 'passive_nffe':
    case 'publicly_traded_nffe':
    case 'nonprofit':
    case 'excepted_startup':
    case 'excepted_territory_nffe':
    case 'excepted_group_entity':
      return t(`compliance.status_certified.label.${status}`);
    case 'direct_reporting_nffe':
    case 'participating_ffi':
    case 'reporting_model_1_ffi':
    case 'reporting_model_2_ffi':
    case 'registered_deemed_compliant_ffi':
      return t('compliance.status_certified.label.giin');
  }
}

/** Line 14b: under which test of the treaty a business may claim it at all. */
function renderLob(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`${selectField(view, {
    name: 'lob_category',
    label: t('compliance.lob_category.label'),
    hint: t('compliance.lob_category.hint'),
    choices: lobCategories.map((value) => ({ value, label: t(`compliance.lob_category.${value}`) })),
  })}
  ${view.form.value('lob_category') === 'other' ? text(scope, 'lob_article', { autocomplete: 'off' }) : nothing}`;
}
