/** What screening has found about a user, as partners see it and decide about it. */
import { timestamp, uuid } from '../flow.ts';
import { words } from '../forms/fields.ts';
import * as z from '../z.ts';

/**
 * Whose name it is. `person`: the user's own. `business`, `trade_name` and `signer` are of a tax form.
 * `account_holder`: of a payout method. `place`: no name, but an address that may be in a sanctioned region.
 */
export const screenedRoles = [
  'person',
  'business',
  'trade_name',
  'signer',
  'account_holder',
  'place',
] as const;
export type ScreenedRole = (typeof screenedRoles)[number];

/** How sure the list is, from less to more. */
export const screeningVerdicts = ['id_verification_required', 'in_review', 'flagged'] as const;
export type ScreeningVerdict = (typeof screeningVerdicts)[number];

export const matchStates = ['held', 'released', 'confirmed'] as const;
export type MatchState = (typeof matchStates)[number];

const decision = z.object({
  created: timestamp,
  /** What was decided. */
  state: z.enum(['released', 'confirmed']),
  /** Why, in the words of whoever decided. */
  reason: z.string(),
  /** The key by which it was decided: `GET /api-keys` has its name. Null: an identity document decided. */
  api_key_id: z.nullable(uuid),
});

/** A name of a user that is on a sanctions list, or is like one that is. */
export const screeningMatch = z.object({
  id: uuid,
  created: timestamp,
  updated: timestamp,
  user_id: uuid,
  /** Whose name it is, or `place`. */
  role: z.enum(screenedRoles),
  /** The name that was compared. Empty where it was found by a version that did not keep it. */
  name: z.string(),
  /** The list, as the provider of screening calls it. */
  list: z.string(),
  /** The entry of that list, as the provider calls it. */
  entry: z.string(),
  /** `id_verification_required`: the payee is asked for a document first. */
  verdict: z.enum(screeningVerdicts),
  /** `held`: nobody has decided, and no money goes out. `released`: another person. `confirmed`: they. */
  state: z.enum(matchStates),
  /** What was decided so far, oldest first. Nothing of it is ever changed. */
  decisions: z.array(decision),
});
export type ScreeningMatch = z.infer<typeof screeningMatch>;

/** Filters of `GET /screening-matches`. */
export const screeningQuery = z.object({
  /** `held` lists what waits for a decision. */
  state: z.optional(z.enum(matchStates, 'invalid-choice')),
  user_id: z.optional(uuid),
});

/** Body of the two calls that decide. */
export const decideMatchInput = z.object({
  /** Why, for an auditor: what was compared, and by whom. At most 1,000 characters. */
  reason: words(1000),
});

/** Body of `PUT /sandbox/sanctions-list`. */
export const sanctionsListInput = z.object({
  /** Words: a name with one of them is on the list, a person by their last name. At most 100. */
  names: z.array(words(100)).check(z.maxLength(100, 'too-long')),
});

/** The list that the sandbox has beside the names of its table. */
export const sanctionsList = z.object({
  /** The name of this state of the list. Each change has another. */
  version: z.string(),
  /** The words that are on it. */
  names: z.array(z.string()),
});
