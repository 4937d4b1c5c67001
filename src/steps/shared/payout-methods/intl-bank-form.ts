/**
 * The form of a bank account abroad, drawn from the spec of the bank's country. It is loaded when such an
 * account is chosen, because it brings the specs of all countries along.
 */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankField, BankFieldName, BankSpec } from '../../../contract/bank/bank-specs.ts';
import {
  bankCountries,
  bankSpecOf,
  compactBankNumber,
  intlBankMethod,
  type IntlBankInput,
} from '../../../contract/bank/intl-bank.ts';
import { meantNumber } from '../../../contract/bank/meant.ts';
import { radioCards } from '../../../ui/choices.ts';
import { textField, type FormView } from '../../../ui/fields.ts';
import type { Raw, Reading } from '../../../ui/form-controller.ts';
import { checkIcon } from '../../../ui/icons.ts';
import { longSelect, type LongList } from '../../../ui/long-select.ts';
import { reformat } from '../../../ui/reformat.ts';
import { readSchema } from '../../../ui/read-schema.ts';
import { inGroups, lengthText, requiredText } from './bank-number-words.ts';

export { intlBank as messages } from '../../../locales/en/intl-bank.ts';

/** Returns the spec of the country that was chosen, if it is one that money can be sent to. */
const specIn = (raw: Raw) => bankSpecOf(raw['bank_country'] ?? '');

/** Returns the fields in the order on screen. Which numbers are asked depends on the country. */
export const abroadFields = (raw: Raw): readonly string[] => [
  'bank_country',
  'account_holder_name',
  ...(specIn(raw)?.fields.map(({ name }) => name) ?? []),
];

/** Returns the account as the API takes it, or what is wrong with it. */
export function readAbroad(raw: Raw): Reading<IntlBankInput> {
  const spec = specIn(raw);
  if (!spec) return { ok: false, errors: [{ field: 'bank_country', code: 'required' }] };
  const typed = Object.fromEntries(abroadFields(raw).map((name) => [name, raw[name] ?? '']));
  return readSchema(intlBankMethod(spec), { ...typed, platform: 'intl_bank' });
}

/** The bank that a number names, and where that number is typed. */
export interface NamedBank {
  readonly field: BankFieldName;
  readonly name: string;
}

type Directory = Pick<
  typeof import('../../../contract/bank/banks-abroad.ts'),
  'namingField' | 'bankNameAbroad'
>;
/** The names of banks. Null until they are here; without them the form does as well. */
let directory: Directory | null = null;
let loading: Promise<unknown> | undefined;

/**
 * Returns the bank, once the number that names it is whole and right. No number leaves the page for that.
 * `onLoad` runs when the names have come, which are asked for once.
 */
export function bankOf(raw: Raw, onLoad: () => void): NamedBank | null {
  const spec = specIn(raw);
  if (!spec) return null;
  if (!directory) {
    loading ??= import('../../../contract/bank/banks-abroad.ts').then(
      ({ namingField, bankNameAbroad }) => (directory = { namingField, bankNameAbroad }),
      () => undefined,
    );
    void loading.then(() => directory && onLoad());
    return null;
  }
  const field = directory.namingField(spec.country);
  const typed = field && raw[field];
  if (!typed) return null;
  const reading = readAbroad(raw);
  if (!reading.ok && reading.errors.some((error) => error.field === field)) return null;
  const name = directory.bankNameAbroad({
    platform: 'intl_bank',
    bank_country: spec.country,
    account_holder_name: '',
    [field]: compactBankNumber(typed),
  });
  return name === null ? null : { field, name };
}

/** Returns the country, the holder's name, and the numbers that the country's banks want. */
export function abroadForm(view: FormView, bank: NamedBank | null): TemplateResult {
  const { form, localizer } = view;
  const spec = specIn(form.raw);
  // Where a number looks different in every country, so does what is said when it is missing.
  if (spec)
    localizer.put(
      Object.fromEntries(
        spec.fields.map((field) => [
          `field.${field.name}.required`,
          requiredText(localizer, spec.country, field),
        ]),
      ),
    );
  return html`${longSelect(view, {
    name: 'bank_country',
    label: localizer.t('intl_bank.bank_country.label'),
    hint: spec
      ? localizer.t('intl_bank.currency', { currency: currencyName(localizer.locale, spec.currency) })
      : undefined,
    list: countriesIn(localizer.locale),
    // The payee's country is a good guess, the browser's own would be none.
    autocomplete: 'off',
    // What was wrong with the numbers of another country says nothing about these.
    onChange: () => form.begin(),
  })}
  ${textField(view, {
    name: 'account_holder_name',
    label: localizer.t('intl_bank.account_holder_name.label'),
    hint: localizer.t('intl_bank.account_holder_name.hint'),
    autocomplete: 'name',
    autocapitalize: 'words',
  })}
  ${inRows(spec?.fields ?? []).map((fields) =>
    fields.length > 1
      ? html`<div class="row two">${fields.map((field) => bankField(view, field, bank))}</div>
          ${fields.map((field) => offer(view, spec, field))}`
      : fields.map((field) => html`${bankField(view, field, bank)} ${offer(view, spec, field)}`),
  )}`;
}

/** Puts two short codes that follow each other into one row. */
function inRows(fields: readonly BankField[]): BankField[][] {
  const isShort = ({ example, choices }: BankField) => !choices && example.length <= 6;
  return fields.reduce<BankField[][]>((rows, field) => {
    const last = rows.at(-1);
    if (last?.length === 1 && last.every(isShort) && isShort(field)) last.push(field);
    else rows.push([field]);
    return rows;
  }, []);
}

/**
 * Returns one number with an example, or a choice where the country has one. The name of the bank takes the
 * place of the example, so that nothing jumps.
 */
function bankField(view: FormView, field: BankField, bank: NamedBank | null): TemplateResult {
  const { t } = view.localizer;
  const { name, choices } = field;
  const label = t(`intl_bank.${name}.label`);
  if (choices) {
    return radioCards(view, {
      name,
      label,
      columns: choices.length === 2 ? 2 : 1,
      choices: choices.map((value) => ({
        value,
        label: t(`intl_bank.bank_account_type.${value}`),
      })),
    });
  }
  const example = t('intl_bank.example', { example: inGroups(field, field.example) });
  const about = view.localizer.first([`intl_bank.${name}.hint`], {
    length: lengthText(view.localizer, field),
  });
  return textField(view, {
    name,
    label,
    // A number runs from left to right, whatever the language.
    hint:
      bank?.field === name
        ? html`<span class="bank" part="bank">${checkIcon}<bdi>${bank.name}</bdi></span>`
        : html`${about ? `${about} ` : nothing}<bdi class="number">${example}</bdi>`,
    autocomplete: 'off',
    autocapitalize: 'characters',
    className: 'number',
    ...(field.numeric && { inputmode: 'numeric' as const }),
    // The text is grouped only while it is typed at its end. A caret that jumps while a digit in the middle
    // is put right is worse than a missing space.
    onInput: (event) =>
      reformat(event, (text) =>
        (event.target as HTMLInputElement).selectionStart === text.length ? inGroups(field, text) : text,
      ),
  });
}

/**
 * Offers the number that is probably meant, once its field is said to be wrong: the noughts in front, or the
 * IBAN of a RIB. A tap takes it.
 */
function offer(
  { form, localizer }: FormView,
  spec: BankSpec | null,
  field: BankField,
): TemplateResult | typeof nothing {
  const { name } = field;
  const meant = spec && form.errorOf(name) ? meantNumber(spec, field, form.value(name)) : null;
  if (meant === null) return nothing;
  const take = (event: Event) => {
    form.set(name, inGroups(field, meant));
    ((event.target as Element).getRootNode() as ShadowRoot).getElementById(name)?.focus();
  };
  return html`<button class="link" part="link" type="button" @click=${take}>
    ${localizer.t('intl_bank.meant', { number: inGroups(field, meant) })}
  </button>`;
}

/** By locale. */
const lists = new Map<string, LongList>();

/**
 * Returns the countries to whose banks money can be sent, by their names. It is the same object every time,
 * as `longSelect` wants it.
 */
function countriesIn(locale: string): LongList {
  const known = lists.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const nameOf = (code: string) => names.of(code) ?? code;
  const { compare } = new Intl.Collator(locale);
  const list: LongList = {
    nameOf,
    values: () => [...bankCountries].sort((a, b) => compare(nameOf(a), nameOf(b))),
  };
  lists.set(locale, list);
  return list;
}

/** Returns `Euro (EUR)`. */
const currencyName = (locale: string, code: string): string =>
  `${new Intl.DisplayNames(locale, { type: 'currency' }).of(code)} (${code})`;
