/** What the payee says beside the code: apart from the code, so that no browser loads more than it needs. */
import * as z from '../z.ts';
import { isCalendarDate } from '../forms/dates.ts';
import { normaliseCode } from '../input/normalise.ts';

/** Returns the last four letters and digits of an account, however the rest is written. */
export const lastFour = (number: string): string =>
  normaliseCode(number)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toUpperCase()
    .slice(-4);

/** Body of `POST /session/authentication/known`: the one of the two that `asks` names. */
export const knownInput = z.object({
  /** `YYYY-MM-DD`. */
  date_of_birth: z.optional(
    z.string('required').check(
      z.overwrite(normaliseCode),
      z.trim(),
      z.minLength(1, 'required'),
      z.refine((date: string) => !date || isCalendarDate(date), 'invalid-date'),
    ),
  ),
  /** Of a bank account to which the payee is paid. The whole number does as well. */
  account_last4: z.optional(z.string('required').check(z.overwrite(lastFour), z.minLength(4, 'required'))),
});
