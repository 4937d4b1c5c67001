/**
 * The client of the payee API. It keeps the session token in memory, refreshes it before it ends, and opens a
 * new session when it has ended. It repeats a request with the same Idempotency-Key, so that nothing is ever
 * done twice.
 */
import type { Session, Snapshot } from '../contract/steps/session.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { parseSession, parseSnapshot } from './parse.ts';
import type { StepRequest } from './requests.ts';
import { exchange, sleep, type Answer, type TransportOptions } from './transport.ts';

/**
 * Which flow to open. `flowId`: one that a server made. `clientId` with `steps`: one that is made now, in the
 * browser. `handoff`: one that was begun on another device.
 */
export type FlowSource =
  | { readonly flowId: string }
  | { readonly clientId: string; readonly steps: readonly unknown[]; readonly metadata?: unknown }
  /** The secret of a link to this device; see `src/contract/steps/id-verification.ts`. */
  | { readonly handoff: string };

/**
 * The server's answer: a snapshot, or a problem. `reopened` means that the session was over and that the
 * payee has to confirm the phone first. The request itself was not run.
 */
export type SnapshotAnswer =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly reopened?: true }
  | { readonly ok: false; readonly problem: FlowProblem };

/**
 * The payee API of one flow. `open`, `send`, `read` and `call` return trouble as a problem whose code is in
 * `problemCatalogue`, and reject only when `signal` is aborted.
 */
export interface FlowsClient {
  /** Opens a session. Has to come first. */
  open(source: FlowSource, signal: AbortSignal): Promise<SnapshotAnswer>;
  /**
   * Runs a mutation. `intent` is the Idempotency-Key: one for each wish of the payee, the same for every try.
   */
  send(request: StepRequest, intent: string, signal: AbortSignal): Promise<SnapshotAnswer>;
  /** Reads the snapshot again. */
  read(signal: AbortSignal): Promise<SnapshotAnswer>;
  /**
   * Asks a question that changes nothing: `GET` of `path`, which is relative to the session. Resolves to the
   * answer's JSON, or to null when there is none now.
   */
  ask(path: string, signal: AbortSignal): Promise<unknown>;
  /**
   * Makes any other request: one that sends bytes, or whose answer is no snapshot. `path` is relative to the
   * session.
   */
  call(path: string, init: SessionRequest, signal: AbortSignal): Promise<Answer>;
  /** Calls `onSnapshot` with every snapshot that the server pushes, until aborted. Reconnects by itself. */
  watch(onSnapshot: (snapshot: Snapshot) => void, signal: AbortSignal): Promise<void>;
  /**
   * Keeps the session alive while the payee looks for a document. Resolves when aborted, or when the session
   * is over.
   */
  keepAlive(signal: AbortSignal): Promise<void>;
}

/** Where the API is. `fetch`, `sleep` and `random` are replaced by tests. */
export interface FlowsClientOptions extends Partial<TransportOptions> {
  /** Base of the Flows API without version, e.g. `https://pay.example/api`. */
  readonly baseUrl: string;
  /**
   * In which language the server writes to the payee, as an `Accept-Language`. The browser's own by default.
   */
  readonly language?: () => string;
}

/** A `RequestInit` whose headers are a plain object, so that the authorization can be added to them. */
export type SessionRequest = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** Returns a client that has no session yet. Nothing is sent before `open`. */
export function createFlowsClient(options: FlowsClientOptions): FlowsClient {
  const transport: TransportOptions = {
    // `fetch` is looked up at call time, so that a page may replace it later (tests, service workers).
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  };
  const base = `${options.baseUrl.replace(/\/+$/, '')}/v2`;
  let flowId: string | null = null;
  let token: string | null = null;
  let lifetime = 0;
  let reopening: Promise<SnapshotAnswer> | null = null;
  /** The secret with which this device opens sessions. Without one it opens them with the flow's id. */
  let handoff: string | undefined;

  const accept = (answer: Answer): SnapshotAnswer => {
    if (!answer.ok) return answer;
    const session: Session | null = parseSession(answer.body);
    if (!session) return { ok: false, problem: flowProblem('invalid-answer') };
    token = session.token;
    lifetime = session.expires_in;
    flowId = session.snapshot.flow.id;
    return { ok: true, snapshot: session.snapshot };
  };
  // A string body without headers makes the browser send text/plain. Such a request is CORS-simple, so that
  // no preflight delays the first screen.
  const openSession = async (path: string, body: unknown, signal: AbortSignal) =>
    accept(await exchange(transport, base + path, { method: 'POST', body: JSON.stringify(body) }, signal));

  const openFlow = (signal: AbortSignal): Promise<SnapshotAnswer> =>
    handoff
      ? openSession('/handoff/sessions', { token: handoff }, signal)
      : openSession(`/flows/${encodeURIComponent(flowId ?? '')}/sessions`, {}, signal);

  /** Opens a new session on the same flow. Callers that need one at the same time share it. */
  const reopen = (signal: AbortSignal): Promise<SnapshotAnswer> =>
    (reopening ??= openFlow(signal).finally(() => (reopening = null)));

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
          authorization: `Bearer ${token ?? ''}`,
          ...(options.language && { 'accept-language': options.language() }),
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
    if (answer.ok || answer.problem.code !== 'session-expired') return answer;
    const reopened = await reopen(signal);
    if (!reopened.ok) return reopened;
    // The payee has to confirm the phone first. What was typed waits in the step.
    if (!reopened.snapshot.authenticated && path !== '' && !path.startsWith('/authentication'))
      return { reopened: reopened.snapshot };
    return authorized(path, init, signal);
  };

  const snapshotOf = (answer: Answer | { reopened: Snapshot }): SnapshotAnswer => {
    if ('reopened' in answer) return { ok: true, snapshot: answer.reopened, reopened: true };
    if (!answer.ok) return answer;
    const snapshot = parseSnapshot(answer.body);
    return snapshot ? { ok: true, snapshot } : { ok: false, problem: flowProblem('invalid-answer') };
  };

  const client: FlowsClient = {
    open(source, signal) {
      if ('clientId' in source)
        return openSession(
          '/sessions',
          { client_id: source.clientId, steps: source.steps, metadata: source.metadata },
          signal,
        );
      if ('handoff' in source) ({ handoff } = source);
      else ({ flowId } = source);
      return openFlow(signal);
    },

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

    read: async (signal) => snapshotOf(await withSession('', {}, signal)),

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
          token: () => token ?? '',
          reopen: () => reopen(signal),
          onSnapshot,
        },
        signal,
      );
    },

    async keepAlive(signal) {
      while (!signal.aborted) {
        // Two thirds of the lifetime leave room for a slow network and a sleeping tab.
        await transport.sleep(Math.max(5, (lifetime * 2) / 3) * 1000, signal).catch(() => undefined);
        if (signal.aborted) return;
        const refreshed = accept(
          await authorized('/refresh', { method: 'POST' }, signal).catch((): Answer => ({
            ok: false,
            problem: flowProblem('network-error'),
          })),
        );
        if (!refreshed.ok && !refreshed.problem.retryable) return;
      }
    },
  };
  return client;
}
