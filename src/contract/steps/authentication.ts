/** What `authentication` shows: the phone to type, or the code that is waited for. */
import { z } from '../z.ts';
import { base } from './base.ts';

export const codeChannels = ['sms', 'voice'] as const;
export type CodeChannel = (typeof codeChannels)[number];

/** `phone`: ask for the number; `code`: a code was sent to `masked_phone`. */
export const authenticationRequirement = z.object({
  step: z.literal('authentication'),
  ...base,
  phase: z.enum(['phone', 'code']),
  /** `true`: the payee is known and confirms again; the number cannot be changed. */
  known_phone: z.boolean(),
  /** `+1 ••• ••• 0100`; null until a number was given. */
  masked_phone: z.nullable(z.string()),
  /** Guess from the request's Accept-Language, ISO alpha-2. */
  default_country: z.string(),
  /** Calling code of `default_country`, without plus. */
  calling_code: z.string(),
  channel: z.enum(codeChannels),
  /** Seconds until another code may be sent; 0 = now. */
  resend_in: z.number(),
  attempts_left: z.int(),
});
