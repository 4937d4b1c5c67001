/** The form of a bank account abroad, drawn from the spec of the bank's country. Loaded when it is chosen: it brings all specs along. */
import { html, nothing, type TemplateResult } from 'lit';
import type { BankField } from '../../../contract/bank/bank-specs.ts';
import {
  bankCountries,
  bankSpecOf,
  compactBankNumber,
  intlBankMethod,
  type IntlBankInput,
} from '../../../contract/bank/intl-bank.ts';
import { radioCards } from '../../../ui/choices.ts';
import { textField, type FormView } from '../../../ui/fields.ts';
import type { Raw, Reading } from '../../../ui/form-controller.ts';
import { longSelect, type LongList } from '../../../ui/long-select.ts';
import { readSchema } from '../../../ui/read-schema.ts';

export { intlBank as messages } from '../../../locales/en/intl-bank.ts';

const specIn = (raw: Raw) => bankSpecOf(raw['bank_country'] ?? '');

export const abroadFields = (raw: Raw): readonly string[] => [
  'bank_country',
  'account_holder_name',
  ...(specIn(raw)?.fields.map(({ name }) => name) ?? []),
];

export function readAbroad(raw: Raw): Reading<IntlBankInput> {
  const spec = specIn(raw);
  if (!spec) return { ok: false, errors: [{ field: 'bank_country', code: 'required' }] };
  const typed = Object.fromEntries(abroadFields(raw).map((name) => [name, raw[name] ?? '']));
  return readSchema(intlBankMethod(spec), { ...typed, platform: 'intl_bank' });
}

export function abroadForm(view: FormView): TemplateResult {
  const { form, localizer } = view;
  const spec = specIn(form.raw);
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
      ? html`<div class="row two">${fields.map((field) => bankField(view, field))}</div>`
      : fields.map((field) => bankField(view, field)),
  )}`;
}

/** Two short codes that follow each other share a row. */
function inRows(fields: readonly BankField[]): BankField[][] {
  const isShort = ({ example, choices }: BankField) => !choices && example.length <= 6;
  return fields.reduce<BankField[][]>((rows, field) => {
    const last = rows.at(-1);
    if (last?.length === 1 && last.every(isShort) && isShort(field)) last.push(field);
    else rows.push([field]);
    return rows;
  }, []);
}

function bankField(view: FormView, field: BankField): TemplateResult {
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
  const about = view.localizer.first([`intl_bank.${name}.hint`]);
  return textField(view, {
    name,
    label,
    // Left to right, whatever the language: it is a number.
    hint: html`${about ? `${about} ` : nothing}<bdi class="number">${example}</bdi>`,
    autocomplete: 'off',
    autocapitalize: 'characters',
    className: 'number',
    ...(field.numeric && { inputmode: 'numeric' as const }),
    // Only at the end: a caret that jumps while a digit in the middle is put right is worse than a missing space.
    format: (text, { target }) =>
      (target as HTMLInputElement).selectionStart === text.length ? inGroups(field, text) : text,
  });
}

/** In the groups in which banks print it, so that it can be compared; what goes on longer goes on. */
function inGroups({ groups }: BankField, text: string): string {
  const compact = compactBankNumber(text);
  if (!groups || !/^[A-Z\d]+$/.test(compact)) return text;
  const parts: string[] = [];
  let start = 0;
  for (const size of groups) parts.push(compact.slice(start, (start += size)));
  return [...parts, compact.slice(start)].filter(Boolean).join(' ');
}

const lists = new Map<string, LongList>();

/** The countries to whose banks money can be sent, by their names. The same list every time, as `longSelect` wants it. */
function countriesIn(locale: string): LongList {
  const known = lists.get(locale);
  if (known) return known;
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  const nameOf = (code: string) => names.of(code) ?? code;
  const { compare } = new Intl.Collator(locale);
  const list: LongList = {
    nameOf,
    values: () => bankCountries.toSorted((a, b) => compare(nameOf(a), nameOf(b))),
  };
  lists.set(locale, list);
  return list;
}

const currencyName = (locale: string, code: string): string =>
  `${new Intl.DisplayNames(locale, { type: 'currency' }).of(code)} (${code})`;
