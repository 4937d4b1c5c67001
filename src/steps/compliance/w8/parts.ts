/**
 * What Forms W-8BEN and W-8BEN-E have in common: countries, address, tax number, and what the payee's own
 * country asks on top.
 */
import { html, noChange, nothing, type TemplateResult } from 'lit';
import { isUsCitizenship } from '../../../contract/forms/us-places.ts';
import { isOddTaxId, looksOfTaxId, looksOfVatId } from '../../../contract/forms/tax-ids.ts';
import { checkboxField, selectField } from '../../../ui/choices.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { countryList } from '../../../ui/lists.ts';
import { longSelect } from '../../../ui/long-select.ts';
import { text, type Scope } from '../scope.ts';
import type { PlatformField } from '../../../contract/forms/tax.ts';
import type { Template } from '../../step-element.ts';
import { foreignAddress } from './address.ts';
import { extrasOf, hasNoTaxId, isTaxIdOptional, numberName, worksInBoth, type W8 } from './fields.ts';

/** Returns all countries. The one that the server knows stands on top. */
export function countries({ view, requirement }: Scope) {
  return countryList(view.localizer.locale, [requirement.country]);
}

/**
 * Returns a choice of country on a form for those outside the US. Whoever chooses the United States, or is a
 * citizen of one of their territories, is told
 * that the other form is theirs, and can change to it.
 */
export function country(
  scope: Scope,
  name: 'country' | 'citizenship_country' | 'incorporation_country',
  autocomplete: 'country' | 'off',
  label = scope.t(`compliance.${name}.label`),
): TemplateResult {
  const { view, t } = scope;
  const why = t(`compliance.${name}.us`);
  const isUs = (code: string) => (name === 'citizenship_country' ? isUsCitizenship(code) : code === 'US');
  const field = longSelect(view, {
    name,
    label,
    autocomplete,
    list: countries(scope),
    onChange: (value) => isUs(value) && scope.tell(`${why} ${t('compliance.use-w9')}`),
  });
  if (!isUs(view.form.value(name))) return field;
  return html`${field}
    <div class="banner calm" part="notice">
      ${alertIcon}
      <div>
        <p>${why}</p>
        <button class="link" part="link" type="button" @click=${() => scope.useForm('w9')}>
          ${t('compliance.use-w9')}
        </button>
      </div>
    </div>`;
}

/** Returns the address in the shape of its country. The country is asked first, because it decides. */
export function renderAddress(scope: Scope, form: W8): TemplateResult {
  const { t } = scope;
  return html`<p class="hint" part="hint">
      ${t(form === 'w8bene' ? 'compliance.address.hint.seat' : 'compliance.address.hint.foreign')}
    </p>
    ${country(scope, 'country', 'country')} ${foreignAddress(scope)} ${renderWork(scope)} ${scope.claim(form)}`;
}

/** Returns the question where the payee works, which decides what is kept back of what they are paid. */
function renderWork(scope: Scope): TemplateResult {
  const { t, view } = scope;
  return html`${selectField(view, {
    name: 'place_of_work',
    label: t('compliance.place_of_work.label'),
    choices: (['outside', 'inside', 'both'] as const).map((value) => ({
      value,
      label: t(`compliance.place_of_work.${value}`),
    })),
  })}
  ${
    worksInBoth(view.form.raw)
      ? text(scope, 'us_work_percent', {
          autocomplete: 'off',
          inputmode: 'numeric',
          className: 'number',
          after: html`<span class="suffix" part="affix" aria-hidden="true">%</span>`,
        })
      : nothing
  }`;
}

/**
 * Returns the number under which the payee pays tax at home, and what goes to the tax office there along with
 * it.
 */
export function renderTaxId(scope: Scope, form: W8): TemplateResult {
  const { t, view, requirement } = scope;
  const { raw } = view.form;
  const optional = isTaxIdOptional(raw);
  const extras = extrasOf(form, requirement, raw);
  const called = nameNumber(scope, form);
  return html`${requirement.reporting ? html`<p class="hint" part="reporting">${t(`compliance.reporting.${requirement.reporting.regime}`)}</p>` : nothing}
  ${
    hasNoTaxId(raw)
      ? nothing
      : text(scope, 'foreign_tax_id', {
          autocomplete: 'off',
          autocapitalize: 'characters',
          className: 'number',
          optional,
          hint: optional ? t('compliance.foreign_tax_id.hint.none') : called,
        })
  }
  ${renderRare(scope, form, extras)}
  ${extras.includes('place_of_birth') ? text(scope, 'place_of_birth', { autocomplete: 'off', hint: t('compliance.place_of_birth.hint') }) : nothing}
  ${extras.includes('vat_id') ? vatId(scope) : nothing}
  ${extras.includes('abn') ? number(scope, 'abn') : nothing}
  ${
    extras.includes('business_registration_number')
      ? text(scope, 'business_registration_number', {
          autocomplete: 'off',
          hint: t('compliance.business_registration_number.hint'),
        })
      : nothing
  }`;
}

/**
 * Returns what few have to say of the number: that another country gave it, and that there is none. Where
 * both can be said they are folded away. They unfold by themselves when one was answered or is wrong. Where
 * the law does not ask for the country, it is asked when the number does not look like one of the payee's.
 */
function renderRare(scope: Scope, form: W8, extras: readonly PlatformField[]): Template {
  const { t, view, requirement } = scope;
  const { raw } = view.form;
  const isOptional = isTaxIdOptional(raw);
  const name = 'tax_id_country';
  const chosen = view.form.value(name);
  const isOther = !!chosen && chosen !== view.form.value('country');
  const isMisfit = view.form.errorOf('foreign_tax_id')?.code === 'invalid-foreign-tax-id' || isOther;
  const asked = requirement.reporting?.[form === 'w8ben' ? 'person' : 'business'].includes(name);
  const country =
    extras.includes(name) || (!asked && isMisfit && !hasNoTaxId(raw))
      ? longSelect(view, {
          name,
          label: t('compliance.tax_id_country.label'),
          autocomplete: 'off',
          optional: true,
          list: countries(scope),
        })
      : nothing;
  const none = isOptional
    ? nothing
    : checkboxField(view, {
        name: 'no_foreign_tax_id',
        label: t('compliance.no_foreign_tax_id.label'),
        optional: true,
      });
  // The box stays where it is when it is ticked, although the country is not asked then.
  if (!asked) return html`${country} ${none}`;
  if (country === nothing && none === nothing) return nothing;
  const isAnswered = hasNoTaxId(raw) || isMisfit;
  return html`<details class="why" part="why" ?open=${isAnswered || !!view.form.errorOf(name) || noChange}>
    <summary part="why-label">${t(`compliance.tax_id_country.${isOptional ? 'other' : 'none'}`)}</summary>
    ${country} ${none}
  </details>`;
}

/** Returns one of the other numbers of a business. None of them is required of everybody. */
function number(scope: Scope, name: 'vat_id' | 'abn'): TemplateResult {
  return text(scope, name, {
    autocomplete: 'off',
    autocapitalize: 'characters',
    className: 'number',
    optional: true,
    hint: scope.t(`compliance.${name}.hint`),
  });
}

/** Returns the field of the VAT number. The words for a wrong one say what one of the country looks like. */
function vatId(scope: Scope): TemplateResult {
  const { t, view } = scope;
  const looks = looksOfVatId(view.form.value('country'));
  if (looks) view.localizer.put({ 'field.invalid-vat-id': t('compliance.vat_id.wrong', { looks }) });
  return number(scope, 'vat_id');
}

/**
 * Returns the hint that calls the number what it is called where it comes from. The words for a wrong number
 * then call it the same, and say what it looks like.
 */
function nameNumber({ t, view }: Scope, form: W8): string {
  const { localizer } = view;
  const code = view.form.value('tax_id_country') || view.form.value('country');
  const payee = form === 'w8ben' ? 'person' : 'business';
  const number = numberName(form, view.form.raw);
  const country = number ? countryList(localizer.locale).nameOf(code) : '';
  const kinds = looksOfTaxId(code, payee).split(', ').filter(Boolean);
  // A number stays on one line.
  const whole = kinds.map((kind) => kind.replaceAll(' ', '\u00a0'));
  const looks = new Intl.ListFormat(localizer.locale, { type: 'disjunction' }).format(whole);
  // The payee compares a number that is odd, and goes on with it.
  if (isOddTaxId(code, payee, view.form.value('foreign_tax_id'))) return t('compliance.foreign_tax_id.odd');
  localizer.put({
    'field.foreign_tax_id.invalid-foreign-tax-id': looks
      ? t('compliance.foreign_tax_id.wrong', { number, country, looks })
      : t('compliance.foreign_tax_id.wrong.any'),
  });
  return number
    ? t('compliance.foreign_tax_id.hint.called', { number, country })
    : t('compliance.foreign_tax_id.hint');
}
