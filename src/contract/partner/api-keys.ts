/** API keys: what each may do, and how they are listed. */
import * as z from '../z.ts';
import { timestamp, uuid } from '../flow.ts';

/**
 * `flows`: flows and PDF forms; a flow with a user opens without a code for 15 minutes, so this scope may act
 * for any user. `users`: users, with their tax forms. `money`: transfers, payouts and payout links.
 * `tax-numbers`: whole tax numbers, beside `users`. `read`: users, transfers and what else changes nothing,
 * but no whole tax numbers and no flows. `all`: everything,
 * also keys and webhook endpoints. The flow of a payout link has money, so it takes `flows` and `money`. An
 * export of a user has the ids of their flows and payout links, so it takes `users`, `flows` and `money`.
 * Whatever lets held money out takes `users` and `money`.
 */
export const apiScopes = ['flows', 'users', 'money', 'tax-numbers', 'read', 'all'] as const;
export type ApiScope = (typeof apiScopes)[number];

export const createApiKeyInput = z.object({
  /** For whom or what the key is: `billing service`. */
  name: z.string('required').check(z.trim(), z.minLength(1, 'required'), z.maxLength(100, 'too-long')),
  scopes: z.array(z.enum(apiScopes, 'invalid-choice'), 'required').check(z.minLength(1, 'required')),
});

export const apiKeyObject = z.object({
  id: uuid,
  created: timestamp,
  name: z.string(),
  scopes: z.array(z.enum(apiScopes)),
  /** The last four characters, to tell keys apart. */
  last4: z.string(),
  /** To the minute; null: never. */
  last_used: z.nullable(timestamp),
  /** Since when it opens nothing any more. */
  revoked: z.nullable(timestamp),
  /** The key of `DOTS_API_KEY`. It is changed in the environment, and only there. */
  from_environment: z.boolean(),
  /** Only the answer to creating has it. */
  key: z.optional(z.string()),
});
