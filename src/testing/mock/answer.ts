/** Answers one call: faults, the Idempotency-Key, the route, and problems as the server sends them. */
import { headerConflict } from '../../contract/input/key-conflict.ts';
import { problemBody, ProblemError } from '../../contract/input/problem-error.ts';
import { problemCatalogue } from '../../contract/problems.ts';
import { eventStream } from './event-stream.ts';
import type { FaultState } from './faults.ts';
import { sessionOfToken } from './flows.ts';
import { NotServed } from './not-served.ts';
import { routeOf, type Arrived, type Handled } from './routes.ts';
import type { MockSession } from './session.ts';
import type { Answered } from './step.ts';
import { snapshotOf } from './snapshot.ts';
import type { World } from './world.ts';

interface Kept {
  readonly request: string;
  /** What the session could do that was told it, the mutation counted. */
  readonly rights: Rights;
  readonly response: () => Response;
}

type Rights = 'before the code' | 'one step' | 'everything';

const rightsOf = ({ authenticated, handoff }: MockSession): Rights =>
  !authenticated ? 'before the code' : handoff ? 'one step' : 'everything';

/** Returns whether the one may be told what the other was told. */
const covers = (asking: Rights, first: Rights): boolean =>
  first === 'before the code' || asking === 'everything' || asking === first;

/** Returns the function that answers calls. `kept` answers live as long as it does. */
export function createAnswerer(world: World, faults: FaultState) {
  const kept = new Map<string, Kept>();

  return function answer(arrived: Arrived, signal: AbortSignal): Response {
    world.settle();
    const name = `${arrived.method} ${arrived.path}`;
    try {
      const failure = faults.failure(name);
      if (failure) return problemResponse(failure);
      if (name === 'GET /session/events') return streamResponse(world, arrived, signal);
      const found = routeOf(arrived.method, arrived.path);
      if (!found) throw new NotServed(`${arrived.method} /v2${arrived.path}`);
      const { params, route } = found;
      const handled: Handled = { ...arrived, world, arrived, params, body: jsonOf(arrived) };
      return route.once ? once(handled, route.handle) : respond(route.handle(handled));
    } catch (error) {
      if (error instanceof ProblemError) return problemResponse(error);
      if (error instanceof NotServed) return notServed(error);
      throw error;
    } finally {
      // What is due at once happens after the answer, as the server's jobs do.
      world.settle();
    }
  };

  /** The same key with the same request gets the first answer again, in the same browser. */
  function once(handled: Handled, handle: (handled: Handled) => Answered | ProblemError): Response {
    const { arrived } = handled;
    const key = arrived.headers.get('idempotency-key');
    if (key === null) return respond(handle(handled));
    const session = sessionOfToken(world, arrived.headers.get('authorization'));
    const place = `${session.flow.id} ${session.browser} ${key}`;
    const request = `${arrived.method} ${arrived.path}\n${textOf(arrived)}`;
    const before = kept.get(place);
    if (before && before.request !== request) throw headerConflict();
    if (before) {
      if (!covers(rightsOf(session), before.rights)) throw new ProblemError('authentication-required');
      const again = before.response();
      again.headers.set('idempotent-replayed', 'true');
      return again;
    }
    const answered = handle(handled);
    // What is kept is what was sent, whatever changes later.
    const text = answered instanceof ProblemError ? '' : JSON.stringify(answered.body);
    const response = () =>
      answered instanceof ProblemError ? problemResponse(answered) : json(text, answered.status);
    kept.set(place, { request, rights: rightsOf(session), response });
    return response();
  }
}

function streamResponse(world: World, { headers }: Arrived, signal: AbortSignal): Response {
  const session = sessionOfToken(world, headers.get('authorization'));
  const next = () => {
    world.settle();
    sessionOfToken(world, `Bearer ${session.token}`);
    return snapshotOf({ world, flow: session.flow, session, language: headers.get('accept-language') ?? '' });
  };
  return new Response(eventStream(world, next, signal), {
    headers: { ...common, 'content-type': 'text/event-stream' },
  });
}

/** A page of another origin may read the answers: with `page.route` the browser asks for that. */
const common = {
  'cache-control': 'no-store',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'retry-after, idempotent-replayed, upload-offset',
};

const json = (text: string, status: number, type = 'application/json') =>
  new Response(text, { status, headers: { ...common, 'content-type': type } });

const respond = (answered: Answered | ProblemError): Response =>
  answered instanceof ProblemError
    ? problemResponse(answered)
    : answered.status === 204
      ? new Response(null, { status: 204 })
      : json(JSON.stringify(answered.body), answered.status);

function problemResponse({ code, extra }: ProblemError): Response {
  const response = json(
    JSON.stringify(problemBody(code, extra)),
    problemCatalogue[code].status,
    'application/problem+json',
  );
  if (extra.retryAfter !== undefined)
    response.headers.set('retry-after', String(Math.max(1, Math.ceil(extra.retryAfter))));
  return response;
}

/** 501 is no code of the catalogue. Whoever tests reads it in the console as well. */
function notServed({ message }: NotServed): Response {
  console.error(message);
  const body = { ...problemBody('not-offered', { detail: message }), status: 501 };
  return json(JSON.stringify(body), 501, 'application/problem+json');
}

const textOf = ({ bytes }: Arrived): string => new TextDecoder().decode(bytes);

function jsonOf(arrived: Arrived): unknown {
  const text = textOf(arrived);
  if (text.trim() === '' || /octet-stream|pdf/.test(arrived.headers.get('content-type') ?? '')) return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new ProblemError('invalid-json');
  }
}
