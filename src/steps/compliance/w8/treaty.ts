/**
 * Part II of the W-8BEN and Part III of the W-8BEN-E. Most payees have nothing to claim, so the fields open
 * only on demand.
 */
import { html, nothing, type TemplateResult } from 'lit';
import { treatyIncomeTypes } from '../../../contract/forms/w8ben.ts';
import { treaties } from '../../../contract/forms/treaties.ts';
import { checkboxField, selectField } from '../../../ui/choices.ts';
import { longSelect, type LongList } from '../../../ui/long-select.ts';
import { textArea } from '../../../ui/text-area.ts';
import { percent } from '../read-forms.ts';
import { text, type Scope } from '../scope.ts';
import { claimsTreaty, needsUsNumber } from './fields.ts';
import { countries } from './parts.ts';

/**
 * Returns the question whether anything is claimed, and the claim. `test`: the field for the treaty's test
 * that a business meets.
 */
export function renderTreaty(scope: Scope, test?: (scope: Scope) => TemplateResult): TemplateResult {
  const { t, view } = scope;
  return html`${checkboxField(view, { name: 'claims_treaty', label: t('compliance.claims_treaty.label'), hint: t('compliance.claims_treaty.hint'), optional: true })}
  ${claimsTreaty(view.form.raw) ? renderClaim(scope, test?.(scope) ?? nothing) : nothing}`;
}

/** Returns the claim: which treaty, for which income, at which rate, under which article. */
function renderClaim(scope: Scope, test: TemplateResult | typeof nothing): TemplateResult {
  const { t, view } = scope;
  const number = needsUsNumber(view.form.raw)
    ? text(scope, 'us_tax_id', {
        autocomplete: 'off',
        inputmode: 'numeric',
        className: 'number',
        hint: t('compliance.us_tax_id.hint'),
      })
    : nothing;
  return html`${number}
    ${longSelect(view, {
      name: 'tax_treaty_country',
      label: t('compliance.tax_treaty_country.label'),
      hint: t('compliance.tax_treaty_country.hint'),
      autocomplete: 'off',
      list: treatyCountries(scope),
      onChange: () => suggest(scope),
    })}
    ${test}
    ${selectField(view, {
      name: 'tax_treaty_income_type',
      label: t('compliance.tax_treaty_income_type.label'),
      choices: treatyIncomeTypes.map((value) => ({
        value,
        label: t(`compliance.tax_treaty_income_type.${value}`),
      })),
      onChange: () => suggest(scope),
    })}
    <div class="row narrow-wide">
      ${text(scope, 'tax_treaty_rate', {
        autocomplete: 'off',
        inputmode: 'decimal',
        className: 'number',
        hint: t('compliance.tax_treaty_rate.hint'),
        after: html`<span class="suffix" part="affix" aria-hidden="true">%</span>`,
      })}
      ${text(scope, 'tax_treaty_citation', {
        autocomplete: 'off',
        hint: t(
          suggestion(scope)
            ? 'compliance.tax_treaty_citation.hint.suggested'
            : 'compliance.tax_treaty_citation.hint',
        ),
      })}
    </div>
    ${textArea(view, {
      name: 'tax_treaty_explanation',
      label: t('compliance.tax_treaty_explanation.label'),
      hint: t('compliance.tax_treaty_explanation.hint'),
      rows: 3,
      maxlength: 500,
      optional: true,
    })}`;
}

/**
 * The list of treaty countries to each list of all countries, because `longSelect` wants the same object for
 * the same list.
 */
const lists = new WeakMap<LongList, LongList>();

/** Returns only the countries with which there is a treaty. */
function treatyCountries(scope: Scope): LongList {
  const all = countries(scope);
  const narrowed = lists.get(all) ?? {
    nameOf: all.nameOf,
    values: () => [...new Set(all.values())].filter((code) => code !== null && Object.hasOwn(treaties, code)),
  };
  lists.set(all, narrowed);
  return narrowed;
}

/**
 * Returns what the IRS's table says of the chosen treaty, or null. The table is of royalties for copyrights,
 * so nothing is known of other income.
 */
function suggestion({ view }: Scope) {
  if (view.form.value('tax_treaty_income_type') !== 'copyright12') return null;
  const code = view.form.value('tax_treaty_country');
  return (Object.hasOwn(treaties, code) && treaties[code]) || null;
}

/** Fills in rate and article as the IRS's table has them. What the payee has typed is left alone. */
function suggest(scope: Scope): void {
  const found = suggestion(scope);
  const { form } = scope.view;
  if (!found || form.value('tax_treaty_rate') || form.value('tax_treaty_citation')) return;
  form.set('tax_treaty_rate', percent(String(found.rate)));
  form.set('tax_treaty_citation', found.article);
}
