/** What the payee says beside the code: apart from the code, so that no browser loads more than it needs. */
import * as z from '../z.ts';
import { isCalendarDate } from '../forms/dates.ts';
import { normaliseCode } from '../input/normalise.ts';

/** Returns the last four letters and digits of a tax number, however the rest is written. */
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
  /** Of the tax number that is on file. The whole number does as well. */
  tin_last4: z.optional(z.string('required').check(z.overwrite(lastFour), z.minLength(4, 'required'))),
});
