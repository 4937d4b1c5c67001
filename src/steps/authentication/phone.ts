/**
 * Reads and formats phone numbers. The metadata for it is 30 kB compressed, so it arrives when the
 * payee turns to the form. Until then digits are taken as they are typed; the server checks every number in any case.
 */
import type { CountryCode } from 'libphonenumber-js/min';
import type { FieldError } from '../../flow/problem.ts';
import type { Reading } from '../../ui/form-controller.ts';

export type PhoneLibrary = typeof import('libphonenumber-js/min');

/** The metadata, once it is here. Formatting has to be synchronous, within the keystroke. */
let library: PhoneLibrary | undefined;
let loading: Promise<PhoneLibrary> | undefined;

/** Loads the metadata once. A failed load is tried again the next time. */
export function loadPhoneLibrary(): Promise<PhoneLibrary> {
  loading ??= import('libphonenumber-js/min').then(
    (loaded) => (library = loaded),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/**
 * As the API takes it: `country` is an ISO 3166-1 code; `phone_number` is E.164 where the metadata is here,
 * else as typed.
 */
export interface Phone {
  readonly country: string;
  readonly phone_number: string;
}

const invalid = (code: FieldError['code']): Reading<Phone> => ({
  ok: false,
  errors: [{ field: 'phone_number', code }],
});

/**
 * Returns the number, or what is wrong with it. A number that begins with `+` wins over `country`.
 *
 * Only its length is checked ("possible"), because the metadata of a new range comes later than the range.
 */
export function readPhone(text: string, country: string): Reading<Phone> {
  const typed = text.trim();
  if (!typed) return invalid('required');
  if (!library)
    return typed.replace(/\D/g, '').length < 4
      ? invalid('invalid-phone-number')
      : { ok: true, value: { country, phone_number: typed } };
  const parsed = library.parsePhoneNumberFromString(typed, country as CountryCode);
  if (!parsed?.isPossible()) return invalid('invalid-phone-number');
  return { ok: true, value: { country: parsed.country ?? country, phone_number: parsed.number } };
}

/** Returns the digits grouped as the country writes them. A number with `+` also tells its country. */
export function formatPhone(text: string, country: string): { text: string; country: string } {
  if (!library) return { text, country };
  const formatter = new library.AsYouType(country as CountryCode);
  const formatted = formatter.input(text);
  return { text: formatted, country: formatter.getCountry() ?? country };
}

/**
 * Returns the calling code without plus. Returns null before the metadata is here, or for a country without
 * phones.
 */
export function callingCode(country: string): string | null {
  return library?.isSupportedCountry(country) ? library.getCountryCallingCode(country) : null;
}

/** A masked number must not wrap in its middle. */
export function unbroken(phone: string | null): string {
  return (phone ?? '').replaceAll(' ', '\u00a0');
}
