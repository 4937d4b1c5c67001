/** What the payee sends in `authentication`. */
import * as z from '../z.ts';
import { country } from '../forms/fields.ts';
import { codeIn, normaliseCode } from '../input/normalise.ts';
import { codeChannels } from './authentication.ts';

/** Body of `POST /session/authentication/code`. */
export const sendCodeInput = z.object({
  /**
   * ISO 3166-1 alpha-2 code of the number's country. It tells +1 US from +1 CA. Not needed when the phone is
   * already known.
   */
  country: z.optional(country),
  /**
   * National or international, in whatever way people write it: an exit code is understood, an extension is
   * left out. Not needed when the phone is already known.
   */
  phone_number: z.optional(
    z
      .string('required')
      .check(
        z.overwrite(normaliseCode),
        z.trim(),
        z.minLength(1, 'required'),
        z.maxLength(50, 'invalid-phone-number'),
      ),
  ),
  channel: z._default(z.enum(codeChannels, 'invalid-choice'), 'sms'),
});

/** The six digits, alone or in the message that they came in. */
const verificationCode = z
  .string('required')
  .check(z.overwrite(codeIn), z.minLength(1, 'required'), z.regex(/^\d{6}$/, 'invalid-code'));

/** Body of `POST /session/authentication/check`. */
export const checkCodeInput = z.object({
  /** The six digits that the payee was sent. In a sandbox: 123456. */
  code: verificationCode,
});
