/** Sends a one-time code and checks it. */
import { timingSafeEqual } from 'node:crypto';
import type { Context } from 'hono';
import { checkCodeInput, sendCodeInput } from '../../../contract/steps/authentication-requests.ts';
import type { FieldCode } from '../../../contract/problems.ts';
import type { Queryable } from '../../ports/database.ts';
import { updateFlow } from '../../db/flows.ts';
import { insertCode, updateCode, updateSession } from '../../db/sessions.ts';
import type { CodeRow } from '../../db/sessions.ts';
import { findUserByPhone, updateUser } from '../../db/users.ts';
import type { Deps } from '../../ports/deps.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { activeStep } from '../../flows/plan.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../http/input.ts';
import { clientAddress } from '../../http/client.ts';
import { ProblemError, fieldError, fieldProblem } from '../../http/problem.ts';
import { limit } from '../../http/rate-limit.ts';
import { codeMessage } from '../../language/code-message.ts';
import { wordsOfRequest } from '../../language/words.ts';
import { awaitedCode, maximumAttempts, secondsToResend } from './requirement.ts';
import { codeLimits } from '../../users/code-limits.ts';
import { assertRunning, currentStep, knownPhone, loadContext } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { mutate } from '../mutation.ts';
import { readPhone } from '../../users/phone.ts';
import type { Phone } from '../../users/phone.ts';
import { browserMark, requireSession, resumeMs } from '../session/sessions.ts';

const codeMs = 10 * 60 * 1000;

export async function sendCode(c: Context, deps: Deps): Promise<Response> {
  const session = await requireSession(deps, c);
  const input = parseInput(sendCodeInput, await readJson(c));
  // Limits and the carrier's word come before the transaction: a refusal must not give a point back, nor a slow carrier hold a row.
  const before = await loadContext(deps.db, session, { lock: false });
  assertRunning(before.flow, deps.clock.now());
  assertAsksForCode(deps, before);
  const browser = browserMark(deps, c);
  const phone = await phoneFor(deps.db, before, browser, input);
  await assertMaySend(c, deps, before, phone, input.channel);
  const words = await wordsOfRequest(c);

  return mutate(
    c,
    deps,
    async (tx, context) => {
      assertAsksForCode(deps, context);
      const earlier = await awaitedCode(tx, context, browser);
      // A mistyped number is nothing to wait for; going back and forth is what the limit per phone is for.
      const wait = earlier?.phone_e164 === phone.e164 ? secondsToResend(deps, earlier) : 0;
      if (wait > 0) throw new ProblemError('too-many-requests', { retryAfter: wait });
      const now = deps.clock.now();
      const code = deps.providers.codes.newCode();
      const id = deps.newId();
      await insertCode(tx, {
        id,
        session_id: session.id,
        flow_id: context.flow.id,
        created: now,
        expires_at: new Date(now.getTime() + codeMs),
        phone_e164: phone.e164,
        phone_country: phone.country,
        channel: input.channel,
        browser,
        code_hash: hashCode(deps, id, code),
      });
      // Last, and inside: when it cannot be sent nothing is kept, and the payee may try again at once.
      await deps.providers.codes.send(
        codeMessage(words, {
          to: phone.e164,
          channel: input.channel,
          code,
          appName: context.app.name,
        }),
      );
    },
    session,
  );
}

/** A known payee's own phone, else the number given, else the one that already got a code (asking for another). */
async function phoneFor(
  db: Queryable,
  context: PayeeContext,
  browser: Buffer,
  input: { phone_number?: string | undefined; country?: string | undefined; channel: 'sms' | 'voice' },
): Promise<Phone> {
  const text =
    knownPhone(context) ?? input.phone_number ?? (await awaitedCode(db, context, browser))?.phone_e164;
  if (text === undefined) throw fieldError('phone_number', 'required');
  const phone = readPhone(text, input.country, input.channel);
  if (typeof phone === 'string') throw fieldError('phone_number', phone);
  return phone;
}

async function assertMaySend(
  c: Context,
  deps: Deps,
  { app }: PayeeContext,
  phone: Phone,
  channel: 'sms' | 'voice',
): Promise<void> {
  const refused = await deps.providers.codes.check(phone.e164, channel);
  if (refused === 'too-many-requests') throw tooManyCodes(3600);
  if (refused) throw fieldError('phone_number', refused satisfies FieldCode);
  const limits = codeLimits(deps.config.sandbox);
  try {
    await limit(deps, `code to ${app.id} ${phone.e164}`, limits.perPhone);
    await limit(deps, `code from ${clientAddress(c, deps)}`, limits.perAddress);
  } catch (error) {
    throw error instanceof ProblemError && error.code === 'too-many-requests'
      ? tooManyCodes(error.extra.retryAfter ?? 3600)
      : error;
  }
}

function tooManyCodes(retryAfter: number): ProblemError {
  return new ProblemError('too-many-requests', {
    retryAfter,
    errors: [fieldProblem('phone_number', 'too-many-requests')],
  });
}

export async function checkCode(c: Context, deps: Deps): Promise<Response> {
  const session = await requireSession(deps, c);
  const input = parseInput(checkCodeInput, await readJson(c));
  return mutate(
    c,
    deps,
    async (tx, context) => {
      assertAsksForCode(deps, context);
      const sent = await awaitedCode(tx, context, browserMark(deps, c));
      const refusal = await tryCode(deps, tx, sent, input.code);
      if (refusal) return refusal;
      await confirmPhone(c, deps, tx, context, sent as CodeRow);
      return undefined;
    },
    session,
  );
}

/** Counts the try. A returned problem keeps the count; that is why it is not thrown. */
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
  const left = maximumAttempts - attempts;
  return left > 0
    ? fieldError('code', 'wrong-code', { attemptsLeft: left })
    : new ProblemError('too-many-attempts', { attemptsLeft: 0 });
}

/** The phone is the payee's: open the session, find out who they are, and go on with the plan when it waits for this. */
async function confirmPhone(
  c: Context,
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  sent: CodeRow,
): Promise<void> {
  const now = deps.clock.now();
  context.session = await updateSession(tx, context.session.id, { authenticated: true });
  const user = context.user ?? (await findUserByPhone(tx, context.app.id, sent.phone_e164));
  if (user) {
    context.user = await updateUser(tx, user.id, { phone_verified: true, updated: now });
  }
  context.flow = await updateFlow(tx, context.flow.id, {
    user_id: user?.id ?? null,
    phone_e164: sent.phone_e164,
    phone_country: sent.phone_country,
    open_until: new Date(now.getTime() + resumeMs),
    open_to: browserMark(deps, c),
  });
  if (activeStep(context.flow.plan)?.name === 'authentication') {
    context.flow = await completeStep(deps, tx, context.flow, 'authentication', 'verified');
  }
}

function assertAsksForCode(deps: Deps, context: PayeeContext): void {
  if (currentStep(context, deps.clock.now()) !== 'authentication') throw new ProblemError('step-not-current');
}

/** Keyed and bound to its row: the million possible codes cannot be tried against a stolen table. */
const hashCode = (deps: Deps, id: string, code: string): Buffer =>
  deps.vault.fingerprint('one-time code', `${id} ${code}`);
