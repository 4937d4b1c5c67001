/**
 * What is done within an open session. The token stays in memory, is refreshed before it ends, and another
 * session is opened when it has ended. A request is repeated with the same Idempotency-Key, so that nothing
 * is ever done twice.
 */
import type { Snapshot } from '../contract/steps/session.ts';
import { flowProblem } from '../flow/problem.ts';
import type { FlowsClient, SessionRequest, SnapshotAnswer } from './client.ts';
import { parseSnapshot } from './parse.ts';
import { exchange, type Answer, type TransportOptions } from './transport.ts';

/** The session, shared by what opens it and what works in it. */
export interface OpenSession {
  readonly transport: TransportOptions;
  /** Base of the API with its version. */
  readonly base: string;
  readonly language: (() => string) | undefined;
  token: string;
  /** Of the token, in seconds. */
  lifetime: number;
  /** Takes a session out of an answer: this is the session from now on. */
  readonly accept: (answer: Answer) => SnapshotAnswer;
  /** Opens a new session on the same flow. */
  readonly openAgain: (signal: AbortSignal) => Promise<SnapshotAnswer>;
}

/** Everything of a client but opening it. */
export type SessionCalls = Omit<FlowsClient, 'open'>;

export function createSessionCalls(session: OpenSession): SessionCalls {
  const { transport, base, language } = session;
  let reopening: Promise<SnapshotAnswer> | null = null;

  /** Callers that need another session at the same time share it. */
  const reopen = (signal: AbortSignal): Promise<SnapshotAnswer> =>
    (reopening ??= session.openAgain(signal).finally(() => (reopening = null)));

  const authorized = (
    path: string,
    { headers, ...init }: SessionRequest,
    signal: AbortSignal,
  ): Promise<Answer> =>
    exchange(
      transport,
      `${base}/session${path}`,
      {
        ...init,
        headers: {
          ...headers,
          authorization: `Bearer ${session.token}`,
          ...(language && { 'accept-language': language() }),
        },
      },
      signal,
    );

  /**
   * Runs a request. When the session is over, opens another one, and runs the request again if that one may.
   */
  const withSession = async (
    path: string,
    init: SessionRequest,
    signal: AbortSignal,
  ): Promise<Answer | { reopened: Snapshot }> => {
    const answer = await authorized(path, init, signal);
    if (answer.ok) return answer;
    // A request that nobody waits for (a draft) found the session over before, and opened this one.
    if (answer.problem.code === 'authentication-required') {
      const seen = snapshotOf(await authorized('', {}, signal));
      return seen.ok ? { reopened: seen.snapshot } : seen;
    }
    if (answer.problem.code !== 'session-expired') return answer;
    const reopened = await reopen(signal);
    if (!reopened.ok) return reopened;
    // The payee has to confirm the phone first. What was typed waits in the step.
    if (!reopened.snapshot.authenticated && path !== '' && !path.startsWith('/authentication'))
      return { reopened: reopened.snapshot };
    return authorized(path, init, signal);
  };

  /** Keeps the token that signing in made, and passes the rest on: nothing else may have it. */
  const withoutToken = ({ renewed, ...snapshot }: Snapshot): Snapshot => {
    if (renewed) Object.assign(session, { token: renewed.token, lifetime: renewed.expires_in });
    return snapshot;
  };

  const snapshotOf = (answer: Answer | { reopened: Snapshot }): SnapshotAnswer => {
    if ('reopened' in answer) return { ok: true, snapshot: answer.reopened, reopened: true };
    if (!answer.ok) return answer;
    const snapshot = parseSnapshot(answer.body);
    return snapshot
      ? { ok: true, snapshot: withoutToken(snapshot) }
      : { ok: false, problem: flowProblem('invalid-answer') };
  };

  const read = async (signal: AbortSignal) => snapshotOf(await withSession('', {}, signal));

  return {
    async send({ method, path, body }, intent, signal) {
      const headers: Record<string, string> = { 'idempotency-key': intent };
      if (body !== undefined) headers['content-type'] = 'application/json';
      return snapshotOf(
        await withSession(
          path,
          { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) },
          signal,
        ),
      );
    },

    read,

    async ask(path, signal) {
      const answer = await authorized(path, {}, signal);
      return answer.ok ? answer.body : null;
    },

    async call(path, init, signal) {
      const answer = await withSession(path, init, signal);
      return 'reopened' in answer ? { ok: false, problem: flowProblem('session-expired') } : answer;
    },

    async watch(onSnapshot, signal) {
      const { watch } = await import('./watch.ts');
      await watch(
        {
          ...transport,
          url: `${base}/session/events`,
          token: () => session.token,
          read: async () => {
            const answer = await read(signal).catch(() => null);
            if (answer?.ok) return answer.snapshot;
            return answer && !answer.problem.retryable ? 'over' : null;
          },
          onSnapshot,
        },
        signal,
      );
    },

    async keepAlive(signal) {
      while (!signal.aborted) {
        // Two thirds of the lifetime leave room for a slow network and a sleeping tab.
        const pause = Math.max(5, (session.lifetime * 2) / 3) * 1000;
        await transport.sleep(pause, signal).catch(() => undefined);
        if (signal.aborted) return;
        const refreshed = session.accept(
          await authorized('/refresh', { method: 'POST' }, signal).catch((): Answer => ({
            ok: false,
            problem: flowProblem('network-error'),
          })),
        );
        if (!refreshed.ok && !refreshed.problem.retryable) return;
      }
    },
  };
}
