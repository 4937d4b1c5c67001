/** What a number is probably meant to be that is too short: the payee accepts it at a tap. */
import { ibanOf } from './bank-checks.ts';
import type { BankField, BankSpec } from './bank-specs.ts';
import { compactBankNumber } from './intl-bank.ts';

/**
 * Returns the number with the noughts that spreadsheets and old papers leave out, or the IBAN of a RIB, which
 * people in West Africa know better. Returns null where the number is right, or means nothing.
 */
export function meantNumber({ country }: BankSpec, field: BankField, typed: string): string | null {
  const { name, length, pattern, example, shortFrom = Infinity } = field;
  const text = compactBankNumber(typed);
  if (pattern.test(text)) return null;
  if (typeof length === 'number' && /^\d+$/.test(text) && text.length >= shortFrom && text.length < length)
    return text.padStart(length, '0');
  // The RIB begins with the country again: `SN010 01520 …` is within `SN08 SN01 0015 20…`.
  const bban = example.slice(4);
  return name === 'iban' &&
    bban.startsWith(country) &&
    text.length === bban.length &&
    text.startsWith(country) &&
    /^\d+$/.test(text.slice(2))
    ? ibanOf(country, text)
    : null;
}

/** Returns how many noughts are missing in front of a number; 0 where that is not what is wrong. */
export const missingNoughts = (spec: BankSpec, field: BankField, typed: string): number => {
  const text = compactBankNumber(typed);
  const meant = meantNumber(spec, field, typed);
  return meant?.endsWith(text) && /^0+$/.test(meant.slice(0, -text.length)) ? meant.length - text.length : 0;
};
