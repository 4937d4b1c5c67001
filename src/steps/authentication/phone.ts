/**
 * Phone metadata is 30 kB compressed, so it arrives after the first paint. Until then digits are taken as typed; the
 * server checks every number in any case.
 */
import type { CountryCode } from 'libphonenumber-js/min';
import type { FieldError } from '../../flow/problem.ts';
import type { Reading } from '../../ui/form-controller.ts';

type Library = typeof import('libphonenumber-js/min');

let library: Library | undefined;
let loading: Promise<Library> | undefined;

/** Loads the metadata once. A failed load is tried again the next time. */
export function loadPhoneLibrary(): Promise<Library> {
  loading ??= import('libphonenumber-js/min').then(
    (loaded) => (library = loaded),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

export interface Phone {
  readonly country: string;
  readonly phone_number: string;
}

const invalid = (code: FieldError['code']): Reading<Phone> => ({
  ok: false,
  errors: [{ field: 'phone_number', code }],
});

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

/** Groups digits as the country writes them; a number with `+` also tells its country. */
export function formatPhone(text: string, country: string): { text: string; country: string } {
  if (!library) return { text, country };
  const formatter = new library.AsYouType(country as CountryCode);
  const formatted = formatter.input(text);
  return { text: formatted, country: formatter.getCountry() ?? country };
}

/** Calling code without plus; null before the metadata is there or for a country without phones. */
export function callingCode(country: string): string | null {
  return library?.isSupportedCountry(country) ? library.getCountryCallingCode(country) : null;
}

/** A masked number must not wrap in its middle. */
export function unbroken(phone: string | null): string {
  return (phone ?? '').replaceAll(' ', '\u00a0');
}
