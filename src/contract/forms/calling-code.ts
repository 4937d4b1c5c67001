/** Phone numbers in the vendor's two parts. */
import * as z from '../z.ts';

/** `+1` is often written so, and means the same. */
export const callingCode = z.string('required').check(
  z.regex(/^\+?[0-9]{1,3}$/, 'invalid-phone-number'),
  z.overwrite((code: string) => code.replace('+', '')),
);
export const nationalNumber = z.string('required').check(z.regex(/^[0-9]{1,20}$/, 'invalid-phone-number'));
