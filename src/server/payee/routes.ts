/** The payee API: the only thing the element talks to. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import type { SessionRow } from '../db/sessions.ts';
import { catchUp, isBehind } from '../flows/catch-up.ts';
import type { Deps } from '../ports/deps.ts';
import { comeBack } from './come-back.ts';
import { saveDraft } from './draft.ts';
import { streamEvents } from './events.ts';
import { mutate } from './mutation.ts';
import { extend, openElsewhere, openOnFlow, openWithClientId, refresh, signOut } from './open.ts';
import { loadContext } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { requirePayee, requireSession } from './session/sessions.ts';
import type { StepRoutes } from './session/step.ts';
import { visit } from './session/visit.ts';
import { buildSnapshot } from './snapshot.ts';
import { steps } from './steps.ts';

/**
 * Returns the routes of the payee API: opening and reading a session, and what each step adds. A step's
 * routes are data in its own folder (`payee/<step>/routes.ts`), so this file knows no step.
 */
export function payeeRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.post('/flows/:id/sessions', async (c) => answer(c, await openOnFlow(c, deps), 201));
  routes.post('/sessions', async (c) => answer(c, await openWithClientId(c, deps), 201));

  routes.get('/session', async (c) => {
    const context = await read(deps, await requireSession(deps, c));
    return answer(c, await buildSnapshot(deps, deps.db, context, hintsOf(c)));
  });
  routes.delete('/session', async (c) => {
    await signOut(c, deps);
    return c.body(null, 204);
  });
  routes.post('/session/refresh', async (c) => answer(c, await refresh(c, deps)));
  routes.post('/session/return', (c) => mutate(c, deps, comeBack));
  routes.put('/session/draft', async (c) => answer(c, await saveDraft(c, deps)));
  routes.post('/session/extend', async (c) => answer(c, await extend(c, deps)));
  routes.post('/session/visit', (c) => mutate(c, deps, visit));
  routes.get('/session/events', (c) => streamEvents(c, deps));
  // Two steps ask for a bank's name, so it belongs to neither of them. A session is required, so that nobody
  // uses it as a directory.
  routes.get('/session/banks/:routing_number', async (c) => {
    await requirePayee(deps, c);
    return answer(c, { bank_name: deps.providers.banks.nameOf(c.req.param('routing_number')) });
  });

  for (const step of Object.values(steps)) addStepRoutes(routes, deps, step.routes);
  return routes;
}

/**
 * Adds a step's routes. All submissions go through `mutate`, so no step can forget the lock, the key or the
 * snapshot.
 */
function addStepRoutes(routes: Hono, deps: Deps, { submissions, others, openings = {} }: StepRoutes): void {
  for (const [route, submission] of Object.entries(submissions))
    routes.on(...methodAndPath(route), (c) => mutate(c, deps, submission));
  for (const [route, opening] of Object.entries(openings))
    routes.on(...methodAndPath(route), async (c) => answer(c, await openElsewhere(c, deps, opening), 201));
  if (others) routes.route('/', others(deps));
}

/** A route is written `POST /session/…`, as in the documentation, and taken apart here. */
function methodAndPath(route: string): [method: string, path: string] {
  const [method = '', path = ''] = route.split(' ');
  return [method, path];
}

/** Returns the context, brought up to date. Most reads find nothing to catch up with and take no lock. */
async function read(deps: Deps, session: SessionRow): Promise<PayeeContext> {
  const context = await loadContext(deps.db, session, { lock: false });
  if (!(await isBehind(deps, deps.db, context.flow))) return context;
  return deps.db.transaction(async (tx) => {
    const locked = await loadContext(tx, session, { lock: true });
    locked.flow = await catchUp(deps, tx, locked.flow);
    return locked;
  });
}

/** Answers with data about one payee, which no cache may keep. */
function answer(c: Context, body: unknown, status: 200 | 201 = 200): Response {
  c.header('cache-control', 'no-store');
  return c.json(body as object, status);
}
