/** A session is one browser's right to work on one flow. It is opened, refreshed and recognised here. */
import { createHash, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { StepName } from '../../../contract/steps.ts';
import type { App } from '../../db/apps.ts';
import { updateFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import {
  deleteEndedSessions,
  endReusedSession,
  findSessionByToken,
  insertSession,
  keepReplacedToken,
  updateSession,
} from '../../db/sessions.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { flowChanged } from '../../db/signals.ts';
import { afterCommit } from '../../db/transaction-scope.ts';
import { origin } from '../../http/client.ts';
import { noteSecurity } from '../../http/security-log.ts';
import { isAllowedOrigin } from '../../http/origins.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { isProved } from '../../../contract/steps/proof.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';

/** A token that is not refreshed is good for a quarter of an hour. */
const tokenMs = 15 * 60 * 1000;
/** However often it is refreshed, a session ends after two hours, and the payee proves again who they are. */
const longestMs = 2 * 60 * 60 * 1000;
/**
 * The payee may put that off by two hours at a time (WCAG 2.2.1), until the session is a day old.
 */
const longestInAllMs = 24 * 60 * 60 * 1000;
/** The response with a new token may be lost on the way, so the old token stays valid for a moment. */
const graceMs = 30 * 1000;
/**
 * How long after a right code, or the last refresh, the same browser may open the flow without another code.
 */
const resumeMs = 15 * 60 * 1000;

/** A session with its token, which is known at this moment only: the row has its hash. */
export interface OpenSession {
  readonly token: string;
  readonly session: SessionRow;
}

/**
 * Opens a session, and moves a new flow to `in_progress`. The caller has locked the flow's row and checked
 * origin and status. With `onlyStep` the caller has also checked that the payee confirmed who they are, so
 * that session needs no code.
 */
export async function openSession(
  deps: Deps,
  tx: Queryable,
  c: Context,
  flow: FlowRow,
  browser: Buffer,
  { onlyStep = null, takesRenewed = false }: { onlyStep?: StepName | null; takesRenewed?: boolean } = {},
): Promise<OpenSession & { readonly flow: FlowRow }> {
  const now = deps.clock.now();
  const token = newToken();
  const proof = onlyStep === null ? proofOf(flow, browser, now) : { proved: now, by_code: flow.open_by_code };
  await deleteEndedSessions(tx, flow.id, now);
  const session = await insertSession(tx, {
    id: deps.newId(),
    flow_id: flow.id,
    created: now,
    expires_at: new Date(now.getTime() + tokenMs),
    ends_at: new Date(now.getTime() + longestMs),
    token_hash: hashOf(token),
    origin: origin(c),
    browser,
    authenticated: proof !== null,
    only_step: onlyStep,
    proved: proof?.proved ?? null,
    by_code: proof?.by_code ?? false,
    takes_renewed: takesRenewed,
  });
  const patch: Partial<FlowRow> = {
    ...(flow.status === 'created' && { status: 'in_progress', updated: now }),
    ...(session.authenticated && onlyStep === null && openTo(deps, session)),
  };
  if (session.authenticated && onlyStep === null) {
    const reason = flow.open_to === null ? 'partner' : 'known browser';
    afterCommit(tx, () => noteSecurity(deps, 'signed-in', session.id, reason));
  }
  const begun = Object.keys(patch).length > 0 ? await updateFlow(tx, flow.id, patch) : flow;
  return { token, session, flow: begun };
}

/** Returns the change of a flow that is open, from now on, to this session's browser and to no other. */
export const openTo = (deps: Deps, { browser, proved, by_code }: SessionRow): OpenTo => ({
  open_to: browser,
  open_until: new Date(deps.clock.now().getTime() + resumeMs),
  open_proved: proved,
  open_by_code: by_code,
});
type OpenTo = Pick<FlowRow, 'open_to' | 'open_until' | 'open_proved' | 'open_by_code'>;

/** The browser to which the flow is open has just been heard of, so it stays open to it. */
export const stayOpen = async (
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  session: SessionRow,
): Promise<FlowRow> =>
  session.authenticated && session.only_step === null && flow.open_to?.equals(session.browser)
    ? updateFlow(tx, flow.id, openTo(deps, session))
    : flow;

/** Returns the session with a new token. The token that the request came with stays valid for 30 seconds. */
export async function refreshSession(
  deps: Deps,
  tx: Queryable,
  c: Context,
  session: SessionRow,
): Promise<OpenSession> {
  const now = deps.clock.now();
  const token = newToken();
  const used = tokenHash(c);
  // The token that this request came with, which may itself be the one before. A lost answer is thus repaired
  // by repeating the request, but not for ever: the old token's moment does not begin anew.
  const isBefore = session.previous_hash?.equals(used);
  await keepReplacedToken(tx, session.id, session.token_hash);
  const refreshed = await updateSession(tx, session.id, {
    token_hash: hashOf(token),
    previous_hash: used,
    previous_until: isBefore ? session.previous_until : new Date(now.getTime() + graceMs),
    expires_at: new Date(Math.min(now.getTime() + tokenMs, session.ends_at.getTime())),
  });
  return { token, session: refreshed };
}

/** Seconds from now, because the payee's own clock may be wrong. */
export const secondsLeft = (deps: Deps, { expires_at }: SessionRow): number =>
  Math.round((expires_at.getTime() - deps.clock.now().getTime()) / 1000);

/** Returns the session, which now ends two hours from now. It keeps its token. */
export async function extendSession(deps: Deps, tx: Queryable, session: SessionRow): Promise<SessionRow> {
  const now = deps.clock.now().getTime();
  const ends = Math.min(now + longestMs, session.created.getTime() + longestInAllMs);
  return updateSession(tx, session.id, {
    ends_at: new Date(Math.max(ends, session.ends_at.getTime())),
    expires_at: new Date(Math.max(Math.min(now + tokenMs, ends), session.expires_at.getTime())),
  });
}

/**
 * Returns the session of the request's bearer token. Tokens are 256 random bits, so looking up their hash
 * leaks nothing.
 */
export async function requireSession(deps: Deps, c: Context): Promise<SessionRow> {
  const token = bearer(c);
  if (!token) throw new ProblemError('session-expired');
  const session = await findSessionByToken(deps.db, hashOf(token), deps.clock.now());
  if (!session) {
    await deps.db.transaction(async (tx) => {
      const ended = await endReusedSession(tx, hashOf(token));
      if (!ended) return;
      flowChanged(tx, ended.flow_id);
      afterCommit(tx, () => noteSecurity(deps, 'token-reused', ended.id));
    });
    throw new ProblemError('session-expired');
  }
  c.set('sessionId', session.id);
  // Browsers omit Origin in same-origin reads. Where they send it, it must be the one that opened the
  // session.
  const from = origin(c);
  if (from !== null && from !== session.origin) throw new ProblemError('origin-not-allowed');
  return session;
}

/** Returns the hash of the token that the request came with. */
export const tokenHash = (c: Context): Buffer => hashOf(bearer(c) ?? '');

/**
 * Returns the session as long as the token of this request is good. Whoever has one that was replaced gets no
 * further.
 */
export const sessionNow = (deps: Deps, c: Context): Promise<SessionRow | null> =>
  findSessionByToken(deps.db, tokenHash(c), deps.clock.now());

/** The same, for what costs something or serves as a directory: only once the payee was let in. */
export async function requirePayee(deps: Deps, c: Context): Promise<SessionRow> {
  const session = await requireSession(deps, c);
  if (!session.authenticated) throw new ProblemError('authentication-required');
  return session;
}

/**
 * Throws unless the request may open the flow. A page may do so from an origin that the app allows. A client
 * that is no page (curl) may too, except on a flow that a page made.
 */
export function assertOrigin(deps: Deps, c: Context, app: App, flow: Pick<FlowRow, 'client_origin'>): void {
  const from = origin(c);
  if (from === null) {
    if (flow.client_origin !== null) throw new ProblemError('origin-not-allowed');
    return;
  }
  const allowed = flow.client_origin === null ? app.allowed_origins : [flow.client_origin];
  if (!isAllowedOrigin(from, allowed, deps.config.publicUrl)) throw new ProblemError('origin-not-allowed');
}

/**
 * Returns by what a new session needs no code; null when it needs one. A flow that the partner opened for a
 * known user is open to the first browser; from then on, and after a right code, to that browser only.
 * Somebody to whom the payee sends the link has to confirm the phone.
 */
export function proofOf(
  flow: FlowRow,
  browser: Buffer,
  now: Date,
): { readonly proved: Date | null; readonly by_code: boolean } | null {
  if (flow.require_auth || !flow.open_until || flow.open_until <= now) return null;
  if (flow.open_to === null) return { proved: now, by_code: false };
  if (!flow.open_to.equals(browser) || !isProved('flow', flow.open_proved, now)) return null;
  return { proved: flow.open_proved, by_code: flow.open_by_code };
}

/**
 * Takes back what the session may do: somebody has to prove anew who they are. Returned from a payee's
 * work, the problem leaves this as it is done, and the element shows the code's screen with what was typed
 * behind it.
 */
export async function askForCode(
  tx: Queryable,
  context: { flow: FlowRow; session: SessionRow },
): Promise<ProblemError> {
  const { flow, session } = context;
  context.session = await updateSession(tx, session.id, {
    authenticated: false,
    proved: null,
    by_code: false,
  });
  if (flow.open_to?.equals(session.browser))
    context.flow = await updateFlow(tx, flow.id, { open_to: null, open_until: null });
  return new ProblemError('authentication-required');
}

const bearer = (c: Context): string | undefined =>
  /^Bearer ([A-Za-z0-9_-]{43})$/.exec(c.req.header('authorization') ?? '')?.[1];
const newToken = () => randomBytes(32).toString('base64url');
const hashOf = (token: string) => createHash('sha256').update(token).digest();
