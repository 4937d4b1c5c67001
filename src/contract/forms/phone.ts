/** Reads phone numbers: which are real, of which country, and which cannot or must not get a code. */
import { getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode, PhoneNumberType } from 'libphonenumber-js/max';
import type { FieldCode } from '../problems.ts';
import { readNumber } from './phone-reading.ts';

export interface Phone {
  readonly e164: string;
  /**
   * Comes from the number itself: a payee who chose "United States" and typed a Canadian number is Canadian.
   */
  readonly country: string;
  readonly callingCode: string;
}

/** A number as the channel reaches it, and as it was typed: another channel may reach another number. */
export interface TypedPhone extends Phone {
  readonly typed: string;
}

/**
 * Numbers that cost the caller extra, or that nobody carries. SMS pumping earns its money with codes to them.
 */
const unfit = new Set<PhoneNumberType | undefined>([
  'PREMIUM_RATE',
  'SHARED_COST',
  'TOLL_FREE',
  'PAGER',
  'UAN',
  'VOICEMAIL',
]);

/** Returns the number, or why no code can be sent to it by this channel. */
export function readPhone(
  text: string,
  country: string | undefined,
  channel: 'sms' | 'voice',
): Phone | FieldCode {
  const hint = country !== undefined && isSupportedCountry(country) ? country : undefined;
  const parsed = readNumber({ parsePhoneNumberFromString, getCountryCallingCode }, text, hint);
  if (!parsed?.isValid() || !parsed.country) return 'invalid-phone-number';
  const type = parsed.getType();
  if (unfit.has(type)) return 'invalid-phone-number';
  if (type === 'VOIP') return 'invalid-phone-number-voip';
  if (type === 'FIXED_LINE' && channel === 'sms') return 'invalid-phone-number-landline';
  return { e164: parsed.number, country: parsed.country, callingCode: parsed.countryCallingCode };
}

/**
 * Reads a number that the payee typed just now. Argentines mostly write a mobile number without the 9 that it
 * has abroad, so that it looks like a landline: when a text is wanted, the mobile is meant.
 */
export function readTypedPhone(
  text: string,
  country: string | undefined,
  channel: 'sms' | 'voice',
): TypedPhone | FieldCode {
  const phone = readPhone(text, country, channel);
  if (typeof phone !== 'string') return { ...phone, typed: phone.e164 };
  if (phone !== 'invalid-phone-number-landline') return phone;
  const called = readPhone(text, country, 'voice');
  if (typeof called === 'string' || called.country !== 'AR') return phone;
  const mobile = readPhone(called.e164.replace('+54', '+549'), undefined, channel);
  return typeof mobile === 'string' ? mobile : { ...mobile, typed: called.e164 };
}

/** Returns the number that the channel reaches for one that was `typed`: a call to a landline has no 9. */
export function reachedBy(typed: string, channel: 'sms' | 'voice'): string {
  const phone = readTypedPhone(typed, undefined, channel);
  return typeof phone === 'string' ? typed : phone.e164;
}

/** `+1 ••• ••• 0100`: enough to recognise. */
export function maskPhone(e164: string): string {
  const code = parsePhoneNumberFromString(e164)?.countryCallingCode ?? e164.slice(1, 2);
  return `+${code} ••• ••• ${e164.slice(-4)}`;
}

export function callingCodeOf(country: string): string {
  return isSupportedCountry(country) ? getCountryCallingCode(country) : '1';
}

/**
 * Returns the first country that the browser's languages name (`de-AT,de;q=0.9` → AT); the US when they name
 * none.
 */
export function guessCountry(acceptLanguage: string | undefined): CountryCode {
  for (const tag of (acceptLanguage ?? '').split(',')) {
    const region = /^\s*[A-Za-z]{2,3}(?:-[A-Za-z]{4})?-([A-Za-z]{2})\b/.exec(tag)?.[1]?.toUpperCase();
    if (region && isSupportedCountry(region)) return region;
  }
  return 'US';
}

/** Returns where a number in international form is from; null when that cannot be told. */
export const countryOfPhone = (e164: string): string | null =>
  parsePhoneNumberFromString(e164)?.country ?? null;
