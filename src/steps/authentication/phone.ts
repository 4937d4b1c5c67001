/**
 * Reads and formats phone numbers. The metadata for it is 30 kB compressed, so it arrives when the payee
 * turns to the form. Until then digits are taken as they are typed; the server checks every number in any
 * case.
 */
import type * as numbers from './phone-numbers.ts';
import type { FieldError } from '../../flow/problem.ts';
import type { Reading } from '../../ui/form-controller.ts';

export type PhoneLibrary = typeof numbers;

/** The metadata, once it is here. Formatting has to be synchronous, within the keystroke. */
let library: PhoneLibrary | undefined;

/**
 * Loads the metadata once. While the browser is offline nothing is asked for: browsers keep for as long as
 * the page is there which files they could not load.
 */
export async function loadPhoneLibrary(): Promise<PhoneLibrary | undefined> {
  if (navigator.onLine) library ??= await import('./phone-numbers.ts');
  return library;
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

/** Returns the number, or what is wrong with it. Before the metadata is here, any digits are one. */
export function readPhone(text: string, country: string): Reading<Phone> {
  const typed = text.trim();
  if (!typed) return invalid('required');
  const value = library
    ? library.parsePhone(typed, country)
    : /(\p{Nd}.*){4}/u.test(typed) && { country, phone_number: typed };
  return value ? { ok: true, value } : invalid('invalid-phone-number');
}

/** Groups the digits, once it is known how. */
export const formatPhone: PhoneLibrary['formatPhone'] = (text, country) =>
  library ? library.formatPhone(text, country) : { text, country };

/** Rewrites the number as it is typed. A separator that was just deleted would come back at once. */
export const reformat: PhoneLibrary['reformat'] = (event, format) => {
  if (!event.inputType?.startsWith('delete')) library?.reformat(event, format);
};

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
