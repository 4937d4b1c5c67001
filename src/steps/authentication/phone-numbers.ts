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
import { normaliseCode } from '../../contract/input/normalise.ts';
import type { Phone } from './phone.ts';

export { reformat } from '../../ui/reformat.ts';
export { getCountries, getCountryCallingCode, isSupportedCountry };

/**
 * Returns the number, or null when it cannot be one. A number that begins with `+` wins over `country`.
 *
 * Only its length is checked ("possible"), because the metadata of a new range comes later than the range.
 */
export function parsePhone(text: string, country: string): Phone | null {
  const parsed = parsePhoneNumberFromString(normaliseCode(text), country as CountryCode);
  return parsed?.isPossible() ? { country: parsed.country ?? country, phone_number: parsed.number } : null;
}

/** Returns the digits grouped as the country writes them. A number with `+` also tells its country. */
export function formatPhone(text: string, country: string): { text: string; country: string } {
  const formatter = new AsYouType(country as CountryCode);
  const formatted = formatter.input(normaliseCode(text));
  return { text: formatted, country: formatter.getCountry() ?? country };
}
