/**
 * Opens a session on a flow, with a client id alone, or on another device; refreshes a session, and puts off
 * its end.
 */
import type { Context } from 'hono';
import { metadata, uuid } from '../../contract/flow.ts';
import { openClientSessionInput, openSessionInput } from '../../contract/steps/session.ts';
import type { Session, Snapshot } from '../../contract/steps/session.ts';
import { findApp, findAppByClientId } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { closeTo, findFlow, lockFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { deleteWaitingHandoffs } from '../db/handoffs.ts';
import { forgetBrowser } from '../db/known-browsers.ts';
import { lockFlowsOpenTo } from '../db/lock-order.ts';
import { deleteSessionsInBrowser } from '../db/sessions.ts';
import { catchUp } from '../flows/catch-up.ts';
import { flowChanged } from '../db/signals.ts';
import { createFlow } from '../flows/create-flow.ts';
import { readJson } from '../http/body.ts';
import { browserMark, forgetSecret } from '../http/browser.ts';
import { clientAddress, origin } from '../http/client.ts';
import { parseInput } from '../../contract/input/input.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { noteSecurity } from '../http/security-log.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import { charge } from '../http/limits.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { assertRunning, loadContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { refusedApart } from './session/refused-apart.ts';
import {
  assertOrigin,
  extendSession,
  openSession,
  refreshSession,
  requireSession,
  stayOpen,
} from './session/sessions.ts';
import type { OpenSession } from './session/sessions.ts';
import type { Opening } from './session/step.ts';
import { buildSession, buildSnapshot } from './snapshot.ts';

/**
 * Opens a session on the flow in the path. Locks the flow's row: opening moves a new flow to `in_progress`,
 * and may find that steps were done in another flow.
 */
export async function openOnFlow(c: Context, deps: Deps): Promise<Session> {
  const id = c.req.param('id') ?? '';
  if (!uuid.safeParse(id).success) throw new ProblemError('no-such-resource');
  const { browser } = parseInput(openSessionInput, await readJson(c, { plainText: true }));
  const mark = browserMark(deps, c, browser);
  const allowed = async (db: Queryable, flow: FlowRow | null): Promise<FlowRow> => {
    const app = flow && (await findApp(db, flow.app_id));
    if (!flow || !app) throw new ProblemError('no-such-resource');
    assertOrigin(deps, c, app, flow);
    return flow;
  };
  const asked = await refusedApart(c, deps, async () => allowed(deps.db, await findFlow(deps.db, id)));
  // Whoever opens somebody's link all the time must not keep the payee out, who was here before.
  const isNew = !asked.open_to?.equals(mark);
  await charge(deps, 'opening', { address: clientAddress(c, deps), ...(isNew && { flow: id }) });
  return deps.db.transaction(async (tx) =>
    open(c, deps, tx, await allowed(tx, await lockFlow(tx, id)), {
      mark,
      takesRenewed: browser !== undefined,
    }),
  );
}

/**
 * Makes a flow for the person in front of a page of an allowed origin, and opens it. The partner needs no
 * back end for that. The client id is public, so the request may not name a user, and each address may make
 * only so many flows.
 */
export async function openWithClientId(c: Context, deps: Deps): Promise<Session> {
  const raw = await readJson(c, { plainText: true });
  const input = parseInput(openClientSessionInput, raw);
  if (input.user_id !== undefined && input.user_id !== null) throw new ProblemError('user-id-not-allowed');
  const { app, from } = await requirePage(c, deps, input.client_id);
  await charge(deps, 'flow by client id', { address: clientAddress(c, deps) });
  const parsedMetadata = metadata.safeParse(input.metadata ?? '');
  if (!parsedMetadata.success) throw fieldError('metadata', 'invalid-metadata');
  return deps.db.transaction(async (tx) => {
    const flow = await createFlow(
      deps,
      tx,
      app,
      { steps: input.steps, metadata: input.metadata === undefined ? null : parsedMetadata.data },
      { clientOrigin: from },
    );
    const mark = browserMark(deps, c, input.browser);
    return open(c, deps, tx, flow, { mark, takesRenewed: input.browser !== undefined });
  });
}

/** Returns the app, and the origin of its page. */
const requirePage = (c: Context, deps: Deps, clientId: string): Promise<{ app: App; from: string }> =>
  refusedApart(c, deps, async () => {
    const app = await findAppByClientId(deps.db, clientId);
    if (!app) throw new ProblemError('unknown-client-id');
    return { app, from: requireOrigin(c, deps, app) };
  });

/** Returns the origin of the page. A client that sends none (curl) could claim to be anybody's page. */
function requireOrigin(c: Context, deps: Deps, app: App): string {
  assertOrigin(deps, c, app, { client_origin: null });
  const from = origin(c);
  if (from === null) throw new ProblemError('origin-not-allowed');
  return from;
}

interface ByBrowser {
  readonly mark: Buffer;
  /** An element that knows no secret of its browser is of a version that would lose a new token. */
  readonly takesRenewed: boolean;
}

/** Opens a session on a flow that the caller has locked or just made. */
async function open(
  c: Context,
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  { mark, takesRenewed }: ByBrowser,
): Promise<Session> {
  assertRunning(flow, deps.clock.now());
  const opened = await openSession(deps, tx, c, await catchUp(deps, tx, flow), mark, { takesRenewed });
  return sessionOf(c, deps, tx, opened);
}

/**
 * Opens a session on another device, by the step's own `opening`. Limits are counted before the transaction,
 * and the session is made inside it.
 */
export async function openElsewhere(c: Context, deps: Deps, opening: Opening): Promise<Session> {
  const openInTransaction = await opening(c, deps);
  return deps.db.transaction(async (tx) => sessionOf(c, deps, tx, await openInTransaction(tx)));
}

/**
 * Returns the session as the element gets it. The row is locked already, so the context is read without a
 * lock of its own.
 */
async function sessionOf(
  c: Context,
  deps: Deps,
  tx: Queryable,
  opened: OpenSession & { readonly flow?: FlowRow },
): Promise<Session> {
  const context = await loadContext(tx, opened.session, { lock: false, locked: opened.flow });
  return buildSession(deps, tx, context, opened, hintsOf(c));
}

/**
 * Returns a session with a new token. It takes no Idempotency-Key: when the answer is lost, the same request
 * with the old token makes another one, which takes the place of the lost one.
 */
export async function refresh(c: Context, deps: Deps): Promise<Session> {
  const session = await requireSession(deps, c);
  return deps.db.transaction(async (tx) => {
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, deps.clock.now());
    const refreshed = await refreshSession(deps, tx, c, context.session);
    context.session = refreshed.session;
    context.flow = await stayOpen(deps, tx, context.flow, context.session);
    return buildSession(deps, tx, context, refreshed, hintsOf(c));
  });
}

/**
 * Puts off the end of the session, because the payee asked for more time. It takes no Idempotency-Key: doing
 * it twice changes nothing more.
 */
export async function extend(c: Context, deps: Deps): Promise<Snapshot> {
  const session = await requireSession(deps, c);
  return deps.db.transaction(async (tx) => {
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, deps.clock.now());
    context.session = await extendSession(deps, tx, context.session);
    return buildSnapshot(deps, tx, context, hintsOf(c));
  });
}

/**
 * Ends the session because the payee leaves a device that others use too. This browser needs a code from then
 * on. Doing it twice does no more: the second request has no session.
 */
export async function signOut(c: Context, deps: Deps): Promise<void> {
  const session = await requireSession(deps, c);
  await deps.db.transaction(async (tx) => {
    const flow = await findFlow(tx, session.flow_id);
    if (!flow) return;
    // Somebody who has not confirmed the phone speaks for no user.
    const userId = session.authenticated ? flow.user_id : null;
    await lockFlowsOpenTo(tx, flow.id, userId, session.browser);
    await deleteSessionsInBrowser(tx, flow.id, session.browser);
    // Whoever has the link alone ends nothing that the payee began.
    if (session.authenticated) await deleteWaitingHandoffs(tx, flow.id);
    await closeTo(tx, flow.id, userId, session.browser);
    if (userId) await forgetBrowser(tx, userId, session.browser);
    flowChanged(tx, flow.id);
    afterCommit(tx, () => noteSecurity(deps, 'signed-out', session.id));
  });
  forgetSecret(deps, c);
}
