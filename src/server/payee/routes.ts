/** The payee API: the only thing the element talks to. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { uuid, metadata } from '../../contract/flow.ts';
import { openClientSessionInput } from '../../contract/steps/session.ts';
import type { Session } from '../../contract/steps/session.ts';
import { findApp, findAppByClientId } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { lockFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import type { SessionRow } from '../db/sessions.ts';
import type { Deps } from '../ports/deps.ts';
import { catchUp, isBehind } from '../flows/catch-up.ts';
import { createFlow } from '../flows/create-flow.ts';
import { readJson } from '../http/body.ts';
import { parseInput } from '../http/input.ts';
import { clientAddress, origin } from '../http/client.ts';
import { ProblemError, fieldError } from '../http/problem.ts';
import { limit } from '../http/rate-limit.ts';
import { checkCode, sendCode } from './authentication/submit.ts';
import { backgroundCheckRoutes } from './background-check/routes.ts';
import { clientFlowLimit } from '../users/code-limits.ts';
import { continueCompliance, previewCompliance, submitCompliance } from './compliance/submit.ts';
import { assertRunning, loadContext } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import { streamEvents } from './events.ts';
import { managePaymentsRoutes } from './manage-payments/routes.ts';
import { finishManagePayouts, setAutoPayout } from './manage-payouts/submit.ts';
import { hintsOf } from './session/hints.ts';
import { idVerificationRoutes } from './id-verification/routes.ts';
import { submitOnboarding } from './onboarding/submit.ts';
import { addPayoutMethod, chooseDefaultPayoutMethod, deletePayoutMethod } from './manage-payouts/methods.ts';
import { pdfFormFillRoutes } from './pdf-form-fill/routes.ts';
import { payoutRoutes } from './payout/routes.ts';
import { finishRedirect } from './redirect/submit.ts';
import { assertOrigin, openSession, refreshSession, requireSession } from './session/sessions.ts';
import { buildSession, buildSnapshot } from './snapshot.ts';

export function payeeRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.post('/flows/:id/sessions', async (c) => answer(c, await openOnFlow(c, deps), 201));
  routes.post('/sessions', async (c) => answer(c, await openWithClientId(c, deps), 201));

  routes.get('/session', async (c) => {
    const context = await read(deps, await requireSession(deps, c));
    return answer(c, await buildSnapshot(deps, deps.db, context, hintsOf(c, deps)));
  });
  routes.post('/session/refresh', async (c) => answer(c, await refresh(c, deps)));
  routes.get('/session/events', (c) => streamEvents(c, deps));
  routes.get('/session/banks/:routing_number', async (c) => {
    await requireSession(deps, c);
    return answer(c, { bank_name: deps.providers.banks.nameOf(c.req.param('routing_number')) });
  });

  routes.post('/session/authentication/code', (c) => sendCode(c, deps));
  routes.post('/session/authentication/check', (c) => checkCode(c, deps));
  routes.post('/session/onboarding', (c) => submitOnboarding(c, deps));
  routes.post('/session/compliance', (c) => submitCompliance(c, deps));
  routes.post('/session/compliance/preview', (c) => previewCompliance(c, deps));
  routes.post('/session/compliance/continue', (c) => continueCompliance(c, deps));
  routes.route('/', backgroundCheckRoutes(deps));
  routes.route('/', pdfFormFillRoutes(deps));
  routes.post('/session/payout-methods', (c) => addPayoutMethod(c, deps));
  routes.delete('/session/payout-methods/:id', (c) => deletePayoutMethod(c, deps));
  routes.put('/session/payout-methods/:id/default', (c) => chooseDefaultPayoutMethod(c, deps));
  routes.put('/session/auto-payout', (c) => setAutoPayout(c, deps));
  routes.post('/session/manage-payouts', (c) => finishManagePayouts(c, deps));
  managePaymentsRoutes(routes, deps);
  routes.route('/', payoutRoutes(deps));
  routes.post('/session/redirect', (c) => finishRedirect(c, deps));
  routes.route('/', idVerificationRoutes(deps));
  return routes;
}

async function openOnFlow(c: Context, deps: Deps): Promise<Session> {
  const id = c.req.param('id') ?? '';
  if (!uuid.safeParse(id).success) throw new ProblemError('no-such-resource');
  return deps.db.transaction(async (tx) => {
    const flow = await lockFlow(tx, id);
    const app = flow && (await findApp(tx, flow.app_id));
    if (!flow || !app) throw new ProblemError('no-such-resource');
    assertOrigin(deps, c, app, flow);
    return open(c, deps, tx, flow);
  });
}

/** No back end at all: a page of an allowed origin makes a flow for whoever is in front of it. */
async function openWithClientId(c: Context, deps: Deps): Promise<Session> {
  const raw = await readJson(c);
  const input = parseInput(openClientSessionInput, raw);
  if (input.user_id !== undefined && input.user_id !== null) throw new ProblemError('user-id-not-allowed');
  await limit(deps, `flow by ${clientAddress(c, deps)}`, clientFlowLimit(deps.config.sandbox));
  const app = await findAppByClientId(deps.db, input.client_id);
  if (!app) throw new ProblemError('unknown-client-id');
  const from = requireOrigin(c, deps, app);
  const note = metadata.safeParse(input.metadata ?? '');
  if (!note.success) throw fieldError('metadata', 'invalid-metadata');
  return deps.db.transaction(async (tx) => {
    const flow = await createFlow(
      deps,
      tx,
      app,
      { steps: input.steps, metadata: input.metadata === undefined ? null : note.data },
      { clientOrigin: from },
    );
    return open(c, deps, tx, flow);
  });
}

function requireOrigin(c: Context, deps: Deps, app: App): string {
  assertOrigin(deps, c, app, { client_origin: null });
  const from = origin(c);
  if (from === null) throw new ProblemError('origin-not-allowed');
  return from;
}

async function open(c: Context, deps: Deps, tx: Queryable, flow: FlowRow): Promise<Session> {
  assertRunning(flow, deps.clock.now());
  const opened = await openSession(deps, tx, c, await catchUp(deps, tx, flow));
  const context = await loadContext(tx, opened.session, { lock: false });
  return buildSession(deps, tx, context, opened, hintsOf(c, deps));
}

async function read(deps: Deps, session: SessionRow): Promise<PayeeContext> {
  const context = await loadContext(deps.db, session, { lock: false });
  if (!(await isBehind(deps, deps.db, context.flow))) return context;
  return deps.db.transaction(async (tx) => {
    const held = await loadContext(tx, session, { lock: true });
    held.flow = await catchUp(deps, tx, held.flow);
    return held;
  });
}

async function refresh(c: Context, deps: Deps): Promise<Session> {
  const session = await requireSession(deps, c);
  return deps.db.transaction(async (tx) => {
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, deps.clock.now());
    const refreshed = await refreshSession(deps, tx, c, session);
    context.session = refreshed.session;
    return buildSession(deps, tx, context, refreshed, hintsOf(c, deps));
  });
}

function answer(c: Context, body: unknown, status: 200 | 201 = 200): Response {
  c.header('cache-control', 'no-store');
  return c.json(body as object, status);
}
