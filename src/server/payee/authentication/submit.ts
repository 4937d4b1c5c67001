/** Sends a one-time code and checks it. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
import { insertCode, updateCode } from '../../db/sessions.ts';
import type { CodeRow, SessionRow } from '../../db/sessions.ts';
import { readJson } from '../../http/body.ts';
import { clientAddress } from '../../http/client.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldError, fieldProblem } from '../../../contract/input/problem-error.ts';
import { isLimitReached } from '../../http/limits.ts';
import { wordsOfRequest } from '../../language/words.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCodeAllowed } from '../../users/code-limits.ts';
import { sendNewCode } from '../../users/send-code.ts';
import { readPhone, readTypedPhone } from '../../../contract/forms/phone.ts';
import type { Phone, TypedPhone } from '../../../contract/forms/phone.ts';
import { assertRunning, knownPhone, loadContext } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { assertAsksForCode, confirmPhone } from './let-in.ts';
import { awaitedCode, maximumAttempts, secondsToResend } from './requirement.ts';

/** Ten minutes, as long as the tokens of the partner API. */
const codeMs = 10 * 60 * 1000;

/** Sends a code to the payee's phone. Earlier codes are worthless from then on. */
export async function sendCode(c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const input = parseInput(sendCodeInput, await readJson(c));
  // The limits and the carrier's check come before the transaction. A refusal inside it would undo the count,
  // and a slow carrier would hold the lock on the flow's row.
  const before = await loadContext(deps.db, session, { lock: false });
  assertRunning(before.flow, deps.clock.now());
  assertAsksForCode(deps, before);
  const phone = await phoneFor(deps.db, before, input);
  await assertMaySend(c, deps, before, phone, input.channel);
  const words = await wordsOfRequest(c);

  return async (tx, context) => {
    assertAsksForCode(deps, context);
    const earlier = await awaitedCode(tx, context);
    // A payee who mistyped the number need not wait. The limit per phone covers those who switch back and
    // forth.
    const wait = earlier?.phone_e164 === phone.typed ? secondsToResend(deps, earlier) : 0;
    if (wait > 0) throw new ProblemError('too-many-requests', { retryAfter: wait });
    // When it cannot be sent nothing is kept, and the payee may try again at once.
    const code = await sendNewCode(deps, context.app, words, phone.e164, input.channel);
    const now = deps.clock.now();
    const id = deps.newId();
    await insertCode(tx, {
      id,
      session_id: session.id,
      flow_id: context.flow.id,
      created: now,
      expires_at: new Date(now.getTime() + codeMs),
      phone_e164: phone.typed,
      phone_country: phone.country,
      channel: input.channel,
      browser: session.browser,
      code_hash: hashCode(deps, id, code),
    });
  };
}

/**
 * Returns a known payee's own phone, else the number given, else the one that was already sent a code (when
 * another is requested).
 */
async function phoneFor(
  db: Queryable,
  context: PayeeContext,
  input: { phone_number?: string | undefined; country?: string | undefined; channel: 'sms' | 'voice' },
): Promise<TypedPhone> {
  const own = knownPhone(context);
  const number = own ?? input.phone_number ?? (await awaitedCode(db, context))?.phone_e164;
  if (number === undefined) throw fieldError('phone_number', 'required');
  const read = own === null ? readTypedPhone : readPhone;
  const phone = read(number, input.country, input.channel);
  if (typeof phone === 'string') throw fieldError('phone_number', phone);
  return { typed: phone.e164, ...phone };
}

/** Throws when the number cannot get a code, or when too many were sent. */
async function assertMaySend(
  c: Context,
  deps: Deps,
  { app }: PayeeContext,
  phone: Phone,
  channel: 'sms' | 'voice',
): Promise<void> {
  try {
    await assertCodeAllowed(deps, app, phone, channel, clientAddress(c, deps));
  } catch (error) {
    throw isLimitReached(error) ? tooManyCodes(error.extra.retryAfter ?? 3600) : error;
  }
}

/** The problem names the field as well, so that the element can show it where the number was typed. */
function tooManyCodes(retryAfter: number): ProblemError {
  return new ProblemError('too-many-requests', {
    retryAfter,
    errors: [fieldProblem('phone_number', 'too-many-requests')],
  });
}

/**
 * Checks the code that this browser was sent. Everything that counts a try happens with the flow's row
 * locked, so two windows cannot share one try.
 */
export async function checkCode(c: Context, deps: Deps): Promise<PayeeWork> {
  const input = parseInput(checkCodeInput, await readJson(c));
  return async (tx, context) => {
    assertAsksForCode(deps, context);
    const sent = await awaitedCode(tx, context);
    const refusal = await tryCode(deps, tx, sent, input.code);
    if (refusal) return refusal;
    await confirmPhone(deps, tx, context, sent as CodeRow);
    return undefined;
  };
}

/**
 * Checks the code and counts the try. A refusal is returned and not thrown, because throwing would undo the
 * count.
 */
async function tryCode(
  deps: Deps,
  tx: Queryable,
  sent: CodeRow | null,
  code: string,
): Promise<ProblemError | null> {
  const now = deps.clock.now();
  if (!sent) return new ProblemError('no-code-sent');
  if (sent.expires_at <= now) return new ProblemError('code-expired');
  if (sent.attempts >= maximumAttempts) return new ProblemError('too-many-attempts');
  if (timingSafeEqual(sent.code_hash, hashCode(deps, sent.id, code))) {
    await updateCode(tx, sent.id, { used: now });
    return null;
  }
  const { attempts } = await updateCode(tx, sent.id, { attempts: sent.attempts + 1 });
  const attemptsLeft = maximumAttempts - attempts;
  return attemptsLeft > 0
    ? fieldError('code', 'wrong-code', { attemptsLeft })
    : new ProblemError('too-many-attempts', { attemptsLeft: 0 });
}

/**
 * The hash is keyed and bound to its row, so that nobody can try the million possible codes against a stolen
 * table.
 */
const hashCode = (deps: Deps, id: string, code: string): Buffer =>
  deps.vault.fingerprint('one-time code', `${id} ${code}`);
