/** Puts into words what a number of a bank account abroad looks like, in the way of its country. */
import type { BankField, Length } from '../../../contract/bank/bank-specs.ts';
import type { CountryCode } from '../../../contract/forms/countries.ts';
import { compactBankNumber } from '../../../contract/bank/intl-bank.ts';
import type { Localizer } from '../../../locales/localizer.ts';

/**
 * Returns a number in the groups in which banks print it, so that it can be compared. What is longer than the
 * groups goes on at the end.
 */
export function inGroups({ groups }: BankField, text: string): string {
  const compact = compactBankNumber(text);
  if (!groups || !/^[A-Z\d]+$/.test(compact)) return text;
  const parts: string[] = [];
  let start = 0;
  for (const size of groups) parts.push(compact.slice(start, (start += size)));
  return [...parts, compact.slice(start)].filter(Boolean).join(' ');
}

/** Returns `22 characters`, `8 or 11 characters`, `4–9 digits`. */
export function lengthText({ t, locale }: Localizer, { length, numeric }: BankField): string {
  return t(numeric ? 'intl_bank.digits' : 'intl_bank.characters', { count: countOf(length, locale) });
}

function countOf(length: Length, locale: string): string {
  const numbers = new Intl.NumberFormat(locale);
  if (typeof length === 'number') return numbers.format(length);
  if ('from' in length) return numbers.formatRange(length.from, length.to);
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  return either.format(length.map((count) => numbers.format(count)));
}

/** Returns what is said of a number that was left out: what it is, how long it is, and how it looks. */
export function requiredText(localizer: Localizer, country: CountryCode, field: BankField): string {
  const { t } = localizer;
  const { name } = field;
  // A choice has a sentence of its own, and there is nothing to type.
  if (name === 'bank_account_type') return t('field.bank_account_type.required');
  const enter = t(`intl_bank.${name}.enter`);
  const length = lengthText(localizer, field);
  return name === 'iban'
    ? t('intl_bank.required.iban', { enter, country, length })
    : t('intl_bank.required', { enter, length, example: inGroups(field, field.example) });
}
