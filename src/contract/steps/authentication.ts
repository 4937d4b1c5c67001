/** What `authentication` shows: a field for the phone number, or one for the code. */
import * as z from '../z.ts';
import { base } from './base.ts';

/** How a code is sent: as a text or by a call. */
export const codeChannels = ['sms', 'voice'] as const;
export type CodeChannel = (typeof codeChannels)[number];

/** What is asked for beside the code: the date of birth, or the last four characters of a bank account. */
export const knownThings = ['date_of_birth', 'account_last4'] as const;
export type KnownThing = (typeof knownThings)[number];

/**
 * `phone`: the payee gives the number. `code`: a code was sent to `masked_phone`. `known`: the code was
 * right, and something that only the payee knows is asked for besides.
 */
export const authenticationRequirement = z.object({
  step: z.literal('authentication'),
  ...base,
  phase: z.enum(['phone', 'code', 'known']),
  /** `true`: the payee is known and confirms the number again; it cannot be changed. */
  known_phone: z.boolean(),
  /** `+1 ••• ••• 0100`. Null until a number was given. */
  masked_phone: z.nullable(z.string()),
  /** ISO 3166-1 alpha-2 code, guessed from the request's Accept-Language. */
  default_country: z.string(),
  /** Calling code of `default_country`, without plus. */
  calling_code: z.string(),
  channel: z.enum(codeChannels),
  /** Seconds until another code may be sent; 0 = now. */
  resend_in: z.number(),
  attempts_left: z.int(),
  /** Seconds until the code that was sent stops working; 0 = it has. Absent while none was sent. */
  expires_in: z.optional(z.number()),
  /** What is asked for. Only in the phase `known`. */
  asks: z.optional(z.enum(knownThings)),
});
