/**
 * Form W-8BEN-E (Rev. October 2021): Parts I and III, the part of the chosen chapter 4 status, and the
 * certification of Part XXX.
 */
import { html, nothing, type TemplateResult } from 'lit';
import {
  chapter3Statuses,
  chapter4Statuses,
  lobCategories,
  statusesWithGiin,
} from '../../../contract/forms/w8bene.ts';
import { checkboxField, selectField } from '../../../ui/choices.ts';
import { text, type Scope } from '../scope.ts';
import { claimsTreaty, country, renderAddress, renderTaxId, renderTreaty } from '../w8/index.ts';

export function renderW8bene(scope: Scope): TemplateResult {
  const { t } = scope;
  return html`<div class="group" part="group" role="group" aria-labelledby="identity-title">
      <h3 part="subtitle" id="identity-title">${t('compliance.identity.business')}</h3>
      ${text(scope, 'business_name', { autocomplete: 'organization', hint: t('compliance.business_name.hint.abroad') })}
      ${country(scope, 'incorporation_country', 'off')} ${renderStatus(scope)}
    </div>
    ${renderAddress(scope, 'w8bene')} ${renderTaxId(scope, 'w8bene')} ${renderTreaty(scope, renderLob)}
    ${scope.review} ${renderSignature(scope)}`;
}

/**
 * Returns lines 4 and 5, and what the chosen status asks besides: the market, the GIIN, and its own
 * certification.
 */
function renderStatus(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const status = view.form.value('chapter4_status') as (typeof chapter4Statuses)[number] | '';
  return html`${selectField(view, {
      name: 'chapter3_status',
      label: t('compliance.chapter3_status.label'),
      choices: chapter3Statuses.map((value) => ({ value, label: t(`compliance.chapter3_status.${value}`) })),
    })}
    ${selectField(view, {
      name: 'chapter4_status',
      label: t('compliance.chapter4_status.label'),
      hint: t('compliance.chapter4_status.hint'),
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
  if (status === 'active_nffe' || status === 'passive_nffe' || status === 'publicly_traded_nffe')
    return t(`compliance.status_certified.label.${status}`);
  return t('compliance.status_certified.label.giin');
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

/** Returns what somebody signs for the business: who they are, and that they may. */
function renderSignature(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const name = view.form.value('signer_name').trim();
  return html`<div class="group" part="group" role="group" aria-labelledby="signature-title">
    <h3 part="subtitle" id="signature-title">${t('compliance.sign.title')}</h3>
    <div class="statement" part="statement">
      <p>${t('compliance.sign.declare')}</p>
      <ul>
        <li>${t('compliance.sign.entity.owner')}</li>
        <li>${t('compliance.sign.entity.foreign')}</li>
        <li>${t('compliance.sign.income')}</li>
        ${claimsTreaty(view.form.raw) ? html`<li>${t('compliance.sign.entity.treaty')}</li>` : nothing}
        <li>${t('compliance.sign.broker')}</li>
        <li>${t('compliance.sign.share')}</li>
      </ul>
    </div>
    ${text(scope, 'signer_name', { autocomplete: 'name', autocapitalize: 'words' })}
    ${text(scope, 'signature', {
      autocomplete: 'off',
      autocapitalize: 'words',
      className: 'signature',
      hint: name ? t('compliance.signature.hint', { name }) : t('compliance.signature.hint.empty'),
    })}
    ${checkboxField(view, { name: 'capacity', label: t('compliance.capacity.label') })}
    ${checkboxField(view, { name: 'consent', label: t('compliance.consent.label.business') })}
  </div>`;
}
