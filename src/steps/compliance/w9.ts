/**
 * The data of Form W-9 (Rev. March 2024), lines 1 to 6 and Part I; not 3b, which is for owners of partnerships and trusts. No signature: for payments other than interest,
 * dividends, broker and real-estate transactions the payee need not sign the certification (form instructions, Part II, 4).
 */
import { html, nothing, type TemplateResult } from 'lit';
import { businessClassifications } from '../../contract/forms/tax-forms.ts';
import { radioCards, selectField } from '../../ui/choices.ts';
import { dateOfBirthField } from '../../ui/date-field.ts';
import { grouped } from '../../ui/grouped.ts';
import { alertIcon } from '../../ui/icons.ts';
import { stateList } from '../../ui/lists.ts';
import { longSelect } from '../../ui/long-select.ts';
import { secretField } from '../../ui/secret-field.ts';
import { text, type Scope } from './scope.ts';

/** How SSA and IRS print the two numbers. */
const groups = { individual: [3, 2, 4], business: [2, 7] } as const;

type Entity = keyof typeof groups;

const entityOf = ({ view }: Scope): Entity =>
  view.form.value('entity_type') === 'business' ? 'business' : 'individual';

export function renderW9(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const entity = entityOf(scope);
  return html`${radioCards(view, {
      name: 'entity_type',
      label: t('compliance.entity_type.label'),
      columns: 2,
      choices: [
        {
          value: 'individual',
          label: t('compliance.entity_type.individual'),
          hint: t('compliance.entity_type.individual.hint'),
        },
        {
          value: 'business',
          label: t('compliance.entity_type.business'),
          hint: t('compliance.entity_type.business.hint'),
        },
      ],
      onChange: (value) => view.form.set('tin', grouped(view.form.value('tin'), groups[value as Entity])),
    })}
    <div class="group" role="group" aria-labelledby="identity-title">
      <h3 id="identity-title">${t(`compliance.identity.${entity}`)}</h3>
      ${entity === 'business' ? renderBusiness(scope) : renderPerson(scope)} ${renderTin(scope, entity)}
    </div>
    <div class="group" role="group" aria-labelledby="address-title">
      <h3 id="address-title">${t('compliance.address.title.us')}</h3>
      ${text(scope, 'line_1', { autocomplete: 'address-line1' })}
      ${text(scope, 'line_2', { autocomplete: 'address-line2', optional: true })}
      <div class="row place">
        ${text(scope, 'city', { autocomplete: 'address-level2' })}
        ${longSelect(view, {
          name: 'state',
          label: t('compliance.state.label'),
          autocomplete: 'address-level1',
          list: stateList(view.localizer.locale),
        })}
        ${text(scope, 'postcode', { autocomplete: 'postal-code', inputmode: 'numeric', className: 'number' })}
      </div>
    </div>
    ${scope.review}
    <p class="hint">${t('compliance.w9.confirm')}</p>`;
}

/** Lines 1 to 4 of a business. Hardly anybody has a code of line 4, so that is folded away. */
function renderBusiness(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const { form } = view;
  const codes = ['exempt_payee_code', 'fatca_exemption_code'] as const;
  return html`${text(scope, 'business_name', { autocomplete: 'organization', hint: t('compliance.business_name.hint') })}
    ${text(scope, 'doing_business_as', { autocomplete: 'off', optional: true })}
    ${selectField(view, {
      name: 'tax_classification',
      label: t('compliance.tax_classification.label'),
      hint: t('compliance.tax_classification.hint'),
      choices: businessClassifications.map((value) => ({
        value,
        label: t(`compliance.tax_classification.${value}`),
      })),
    })}
    ${form.value('tax_classification') === 'other' ? text(scope, 'other_classification', { autocomplete: 'off' }) : nothing}
    <details class="why" part="why" ?open=${codes.some((name) => form.value(name) || form.errorOf(name))}>
      <summary>${t('compliance.exemptions')}</summary>
      <p>${t('compliance.exemptions.hint')}</p>
      <div class="row two">
        ${codes.map((name) => text(scope, name, { autocomplete: 'off', optional: true, maxlength: 2 }))}
      </div>
    </details>`;
}

function renderPerson(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`<div class="row two">
      ${text(scope, 'first_name', { autocomplete: 'given-name', autocapitalize: 'words' })}
      ${text(scope, 'last_name', { autocomplete: 'family-name', autocapitalize: 'words' })}
    </div>
    ${text(scope, 'doing_business_as', { autocomplete: 'off', optional: true, hint: t('compliance.doing_business_as.hint') })}
    ${dateOfBirthField(view, { name: 'date_of_birth', label: t('compliance.date_of_birth.label'), letters: dateLetters(scope) })}`;
}

export const dateLetters = ({ t }: Scope) => ({
  year: t('compliance.date.year'),
  month: t('compliance.date.month'),
  day: t('compliance.date.day'),
});

function renderTin({ view, t, requirement, revealed }: Scope, entity: Entity): TemplateResult {
  const { tax_id_verification: status, masked_tin: masked } = requirement;
  return secretField(view, {
    name: 'tin',
    label: t(`compliance.tin.label.${entity}`),
    hint:
      status === 'mismatched' && masked
        ? t('compliance.tin.hint.before', { tin: masked })
        : t(`compliance.tin.hint.${entity}`),
    format: (typed) => grouped(typed, groups[entity]),
    revealed,
    toggleLabel: t('compliance.tin.show'),
  });
}

/** The IRS said no: what that means and what to look at. */
export function renderMismatch(scope: Scope): TemplateResult | typeof nothing {
  const { t, requirement } = scope;
  if (requirement.tax_id_verification !== 'mismatched') return nothing;
  const entity = entityOf(scope);
  return html`<div class="banner" part="mismatch" role="group" aria-labelledby="mismatch-title">
    ${alertIcon}
    <div>
      <strong id="mismatch-title">${t('compliance.mismatch.title')}</strong>
      <p>${t('compliance.mismatch.text')}</p>
      <ul>
        <li>${t(`compliance.mismatch.name.${entity}`)}</li>
        <li>${t('compliance.mismatch.number')}</li>
      </ul>
    </div>
  </div>`;
}
