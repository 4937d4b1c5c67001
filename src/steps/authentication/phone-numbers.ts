/**
 * What is known of phone numbers: how long they are and how they are grouped in each country. With its
 * metadata it is twice the element's first file, so it arrives when the payee turns to the form.
 */
import {
  AsYouType,
  getCountries,
  getCountryCallingCode,
  isSupportedCountry,
  parsePhoneNumberFromString,
  type CountryCode,
} from 'libphonenumber-js/min';
import { barePhone, hasExtension, readNumber } from '../../contract/forms/phone-reading.ts';
import type { Phone } from './phone.ts';

export { reformat } from '../../ui/reformat.ts';
const metadata = { parsePhoneNumberFromString, getCountryCallingCode };

export { getCountries, getCountryCallingCode, isSupportedCountry };

/**
 * Returns the number, or null when it cannot be one. A number that begins with `+` or with an exit code wins
 * over `country`.
 *
 * Its length alone may do ("possible"), because the metadata of a new range comes later than the range.
 */
export function parsePhone(text: string, country: string): Phone | null {
  const parsed = readNumber(metadata, text, country as CountryCode);
  return parsed ? { country: parsed.country ?? country, phone_number: parsed.number } : null;
}

/**
 * Returns the digits grouped as the country writes them. A number with `+` tells its country from the first
 * digits. One with an exit code does so when it is whole: until then it may be a number of this country.
 */
export function formatPhone(text: string, country: string): { text: string; country: string } {
  const formatter = new AsYouType(country as CountryCode);
  const bare = barePhone(text);
  const formatted = formatter.input(bare);
  const shown = (grouped: string) =>
    isKept(text) || countDigits(formatted) < countDigits(bare) ? text : grouped;
  if (bare.startsWith('+'))
    return {
      text: shown(formatted),
      country: formatter.getCountry() ?? mainCountry(formatter.getCallingCode(), country),
    };
  const number = readNumber(metadata, text, country as CountryCode);
  if (number?.isValid() && number.countryCallingCode !== getCountryCallingCode(country as CountryCode))
    return { text: shown(number.formatInternational()), country: number.country ?? country };
  const found = formatter.isInternational() ? undefined : formatter.getCountry();
  return { text: shown(formatted), country: found ?? country };
}

/** A letter among the digits, as in `2O2 555 0123`, ends the number for the formatter. */
const countDigits = (text: string): number => text.replace(/\D/g, '').length;

/**
 * Returns whether the text stays as it is typed. Without its letters, an extension would be taken for more
 * digits of the number, and so would the zero of `+44 (0)` without its brackets.
 */
const isKept = (text: string): boolean => hasExtension(text) || /\+.*\((?:0|$)/.test(text);

/** The largest of the countries that share a calling code, where it is not the first by its letters. */
const largest: Readonly<Record<string, string>> = {
  1: 'US',
  7: 'RU',
  212: 'MA',
  358: 'FI',
  590: 'GP',
  599: 'CW',
};

/** Returns a country with this calling code: the present one if it can be, else the largest. */
function mainCountry(code: string | undefined, present: string): string {
  if (!code || getCountryCallingCode(present as CountryCode) === code) return present;
  return (
    largest[code] ?? getCountries().find((country) => getCountryCallingCode(country) === code) ?? present
  );
}

/**
 * Returns the text as a number of the country that the payee chooses now: without the calling code, which
 * would take them back to the country before. All other digits stay.
 */
export function withoutCallingCode(text: string, chosen: string): string {
  const formatter = new AsYouType();
  const bare = barePhone(text);
  formatter.input(bare);
  const code = formatter.getCallingCode();
  if (!bare.startsWith('+') || code === getCountryCallingCode(chosen as CountryCode)) return text;
  return (formatter.getNumberValue() ?? '').slice(1 + (code?.length ?? 0));
}
