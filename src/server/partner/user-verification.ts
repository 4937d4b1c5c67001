/** Confirms a user's phone number on the partner's own page: sends a token, and checks it. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { sendVerificationTokenInput, verifyUserInput } from '../../contract/partner/user-requests.ts';
import type { Queryable } from '../ports/database.ts';
import { updateUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import {
  insertVerificationToken,
  lockNewestVerificationToken,
  updateVerificationToken,
} from '../db/verification-tokens.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { wordsOfRequest } from '../language/words.ts';
import { assertCodeAllowed } from '../users/code-limits.ts';
import { sendNewCode } from '../users/send-code.ts';
import { readPhone } from '../../contract/forms/phone.ts';
import { userChanged } from '../users/user-changed.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readFields } from './requests.ts';
import type { ChangeUser } from './users.ts';

/** A token is good for as long, and for as many tries, as a code in a flow. */
const tokenMs = 10 * 60 * 1000;
const maximumAttempts = 5;

/**
 * Sends a token to the user's phone and answers 202. Every call sends another one, and only the newest
 * counts.
 */
export async function sendVerificationToken(
  c: Context<PartnerEnv>,
  deps: Deps,
  user: UserRow,
): Promise<Response> {
  const { use_voice } = await readFields(c, sendVerificationTokenInput);
  const channel = use_voice ? 'voice' : 'sms';
  const app = c.get('partner');
  const phone = readPhone(user.phone_e164, undefined, channel);
  if (typeof phone === 'string') throw fieldError('phone_number', phone);
  await assertCodeAllowed(deps, app, phone, channel);
  // The partner may pass on what the payee's browser accepts.
  const words = await wordsOfRequest(c);
  return idempotent(c, deps, app.id, async (tx) => {
    const id = deps.newId();
    const now = deps.clock.now();
    // When it cannot be sent, nothing is kept.
    const code = await sendNewCode(deps, app, words, user.phone_e164, channel);
    await insertVerificationToken(tx, {
      id,
      user_id: user.id,
      created: now,
      expires_at: new Date(now.getTime() + tokenMs),
      code_hash: hashToken(deps, id, code),
    });
    return { status: 202, body: { success: true } };
  });
}

/**
 * Checks a token, and marks the phone as confirmed. A right token for a phone that is confirmed already is
 * used up and changes nothing.
 */
export async function verifyUser(c: Context<PartnerEnv>, deps: Deps, change: ChangeUser): Promise<Response> {
  const { token } = await readFields(c, verifyUserInput);
  return change(c, async (tx, user) => {
    const refusal = await tryToken(deps, tx, user, token);
    if (refusal) return refusal;
    if (user.phone_verified) return undefined;
    const now = deps.clock.now();
    await updateUser(tx, user.id, { phone_verified: true, confirmed: now, updated: now });
    await userChanged(deps, tx, user);
    return undefined;
  });
}

/** Counts the try. The problem is returned and not thrown, so that the count is committed. */
async function tryToken(
  deps: Deps,
  tx: Queryable,
  user: UserRow,
  token: string,
): Promise<ProblemError | null> {
  const now = deps.clock.now();
  const sent = await lockNewestVerificationToken(tx, user.id);
  if (!sent || sent.used || sent.expires_at <= now) return new ProblemError('wrong-token');
  if (sent.attempts >= maximumAttempts) return new ProblemError('too-many-attempts', { attemptsLeft: 0 });
  if (timingSafeEqual(sent.code_hash, hashToken(deps, sent.id, token))) {
    await updateVerificationToken(tx, sent.id, { used: now });
    return null;
  }
  const { attempts } = await updateVerificationToken(tx, sent.id, { attempts: sent.attempts + 1 });
  const attemptsLeft = maximumAttempts - attempts;
  return attemptsLeft > 0
    ? new ProblemError('wrong-token', { attemptsLeft })
    : new ProblemError('too-many-attempts', { attemptsLeft: 0 });
}

/**
 * The hash is keyed and bound to its row, so nobody can try the million possible tokens against a stolen
 * table.
 */
const hashToken = (deps: Deps, id: string, token: string): Buffer =>
  deps.vault.fingerprint('verification token', `${id} ${token}`);
