/** Which call is answered by what. */
import { ProblemError } from '../../contract/input/problem-error.ts';
import { parseInput } from '../../contract/input/input.ts';
import { bankNameOf } from '../../contract/sandbox/answers.ts';
import { openSessionInput } from '../../contract/steps/session.ts';
import { saveDraft } from './drafts.ts';
import { openClientFlow, extend, openSession, refresh, sessionOfToken } from './flows.ts';
import { assertRunning, currentStep, visit } from './progress.ts';
import { sessionOf, snapshotOf } from './snapshot.ts';
import { comeBack } from './summary.ts';
import type { Answered, MockContext, MockRequest, MockStep, Submission } from './step.ts';
import { steps } from './steps.ts';
import type { MockSession } from './session.ts';
import type { World } from './world.ts';

/** A call as it arrives. `path` is below `/v2`, without what follows the question mark. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

export interface Handled extends MockRequest {
  readonly world: World;
  readonly arrived: Arrived;
}

/** `once`: an Idempotency-Key counts. */
export interface Route {
  readonly once: boolean;
  readonly handle: (handled: Handled) => Answered | ProblemError;
}

const contextOf = ({ world, arrived }: Handled, session?: MockSession): MockContext => {
  const found = session ?? sessionOfToken(world, arrived.headers.get('authorization'));
  return { world, flow: found.flow, session: found, language: arrived.headers.get('accept-language') ?? '' };
};

const assertLetIn = ({ session }: MockContext): void => {
  if (!session.authenticated) throw new ProblemError('authentication-required');
};

const plain = (handle: Route['handle']): Route => ({ once: false, handle });

const ownRoutes: Readonly<Record<string, Route>> = {
  'POST /flows/:id/sessions': plain((handled) => {
    const session = openSession(
      handled.world,
      handled.world.flows.get(handled.params['id'] ?? ''),
      parseInput(openSessionInput, handled.body).browser,
    );
    return { status: 201, body: sessionOf(contextOf(handled, session)) };
  }),
  'POST /sessions': plain((handled) => {
    const session = openClientFlow(handled.world, handled.body);
    return { status: 201, body: sessionOf(contextOf(handled, session)) };
  }),
  'GET /session': plain((handled) => ({ status: 200, body: snapshotOf(contextOf(handled)) })),
  'DELETE /session': plain((handled) => {
    const { world, flow, session } = contextOf(handled);
    world.sessions.delete(session);
    if (flow.open?.to === session.browser) flow.open = null;
    return { status: 204, body: null };
  }),
  'POST /session/refresh': plain((handled) => {
    const { world, session } = contextOf(handled);
    return { status: 200, body: sessionOf(contextOf(handled, refresh(world, session))) };
  }),
  'PUT /session/draft': plain((handled) => ({
    status: 200,
    body: saveDraft(contextOf(handled), handled.body),
  })),
  'POST /session/extend': plain((handled) => {
    const context = contextOf(handled);
    extend(context.world, context.session);
    return { status: 200, body: snapshotOf(context) };
  }),
  'GET /session/banks/:routing_number': plain((handled) => {
    assertLetIn(contextOf(handled));
    return { status: 200, body: { bank_name: bankNameOf(handled.params['routing_number'] ?? '') } };
  }),
};

const routesOf = (step: MockStep): [string, Route][] => [
  ...Object.entries(step.submissions).map(([name, submission]): [string, Route] => [
    name,
    mutation(submission),
  ]),
  ...Object.entries(step.questions ?? {}).map(([name, question]): [string, Route] => [
    name,
    plain((handled) => {
      const context = contextOf(handled);
      if (name === 'GET /session/institutions') assertLetIn(context);
      return { status: 200, body: question(context, handled) };
    }),
  ]),
  ...Object.entries(step.openings ?? {}).map(([name, opening]): [string, Route] => [
    name,
    plain((handled) => {
      const session = opening(handled.world, handled);
      handled.world.changed(session.flow);
      return { status: 201, body: sessionOf(contextOf(handled, session)) };
    }),
  ]),
  ...Object.entries(step.others ?? {}).map(([name, other]): [string, Route] => [name, change(other)]),
];

const routes: Readonly<Record<string, Route>> = {
  ...ownRoutes,
  'POST /session/return': mutation(comeBack),
  'POST /session/visit': mutation((context, { body }) => visit(context, body)),
  ...Object.fromEntries(Object.values<MockStep>(steps).flatMap(routesOf)),
};

/** All changes go through here: the session, the running flow, and those who watch it. */
function change(work: (context: MockContext, request: MockRequest) => Answered | ProblemError): Route {
  return {
    once: true,
    handle: (handled) => {
      const context = contextOf(handled);
      assertRunning(context.flow, context.world.now());
      const answered = work(context, handled);
      context.world.changed(context.flow);
      return answered;
    },
  };
}

/** Whoever signed in gets another token. */
function renew(context: MockContext): object {
  const { token, expires_in } = sessionOf({ ...context, session: refresh(context.world, context.session) });
  return { renewed: { token, expires_in } };
}

/** Answers with the new snapshot, unless the submission was refused. */
function mutation(submission: Submission): Route {
  return change((context, request) => {
    const step = currentStep(context);
    const wasIn = context.session.authenticated;
    const refusal = submission(context, request);
    if (refusal) return refusal;
    // What was typed is with the server now.
    if (step) context.flow.drafts.delete(step);
    const renewed = !wasIn && context.session.authenticated ? renew(context) : {};
    return { status: 200, body: { ...snapshotOf(context), ...renewed } };
  });
}

/** Returns the route of a call with what its path says, or null. */
export function routeOf(
  method: string,
  path: string,
): { readonly name: string; readonly route: Route; readonly params: Record<string, string> } | null {
  const parts = path.split('/');
  for (const [name, route] of Object.entries(routes)) {
    const [wanted, pattern = ''] = name.split(' ');
    const names = pattern.split('/');
    const fits =
      wanted === method &&
      names.length === parts.length &&
      names.every((part, index) => part.startsWith(':') || part === parts[index]);
    if (fits)
      return {
        name,
        route,
        params: Object.fromEntries(
          names.flatMap((part, index) =>
            part.startsWith(':') ? [[part.slice(1), decodeURIComponent(parts[index] ?? '')]] : [],
          ),
        ),
      };
  }
  return null;
}

/** Every call that is answered, e.g. `POST /session/onboarding`. */
export const servedCalls = (): string[] => [...Object.keys(routes), 'GET /session/events'].sort();
