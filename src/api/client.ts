/**
 * The client of the payee API. Keeps the session token in memory, refreshes it before it ends, opens a new session when it
 * has ended, and repeats a request with the same Idempotency-Key so that nothing is ever done twice.
 */
import type { Session, Snapshot } from '../contract/steps/session.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { parseSession, parseSnapshot } from './parse.ts';
import type { StepRequest } from './requests.ts';
import { exchange, sleep, type Answer, type TransportOptions } from './transport.ts';

/** Which flow to open: one that a server made, one that is made now from a public client id, or one begun on another device. */
export type FlowSource =
  | { readonly flowId: string }
  | { readonly clientId: string; readonly steps: readonly unknown[]; readonly metadata?: unknown }
  /** The secret of a link to this device; see contract/id-verification.ts. */
  | { readonly handoff: string };

/** `reopened`: the session was over and the payee has to confirm the phone first; the request itself was not run. */
export type SnapshotAnswer =
  | { readonly ok: true; readonly snapshot: Snapshot; readonly reopened?: true }
  | { readonly ok: false; readonly problem: FlowProblem };

export interface FlowsClient {
  open(source: FlowSource, signal: AbortSignal): Promise<SnapshotAnswer>;
  /** `intent` is the Idempotency-Key: one for each wish of the payee, the same for every try. */
  send(request: StepRequest, intent: string, signal: AbortSignal): Promise<SnapshotAnswer>;
  read(signal: AbortSignal): Promise<SnapshotAnswer>;
  /** A question that changes nothing; null when it has no answer now. `path` is relative to the session. */
  ask(path: string, signal: AbortSignal): Promise<unknown>;
  /** Any other request: bytes going up, an answer that is no snapshot. `path` is relative to the session. */
  call(path: string, init: SessionRequest, signal: AbortSignal): Promise<Answer>;
  /** Calls back with every snapshot that the server pushes, until aborted; reconnects by itself. */
  watch(onSnapshot: (snapshot: Snapshot) => void, signal: AbortSignal): Promise<void>;
  /** Keeps the session alive while the payee looks for a document. Resolves when aborted or when the session is over. */
  keepAlive(signal: AbortSignal): Promise<void>;
}

export interface FlowsClientOptions extends Partial<TransportOptions> {
  /** Base of the Flows API without version, e.g. `https://pay.example/api`. */
  readonly baseUrl: string;
  /** In which language the server writes to the payee, as an `Accept-Language`. Default: the browser's own. */
  readonly language?: () => string;
}

/** Headers as a plain object, so that the authorization can be added to them. */
export type SessionRequest = Omit<RequestInit, 'headers'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

export function createFlowsClient(options: FlowsClientOptions): FlowsClient {
  const transport: TransportOptions = {
    // Looked up at call time, so that a page may replace fetch (tests, service workers) after this was made.
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    sleep: options.sleep ?? sleep,
    random: options.random ?? Math.random,
  };
  const base = `${options.baseUrl.replace(/\/+$/, '')}/v2`;
  let flowId: string | null = null;
  let token: string | null = null;
  let lifetime = 0;
  let reopening: Promise<SnapshotAnswer> | null = null;
  /** How this device gets in again: by the flow's id, unless it came by a link of its own. */
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
  // A string body without headers makes the browser send text/plain: CORS-simple, so no preflight delays the first screen.
  const openSession = async (path: string, body: unknown, signal: AbortSignal) =>
    accept(await exchange(transport, base + path, { method: 'POST', body: JSON.stringify(body) }, signal));

  const openFlow = (signal: AbortSignal): Promise<SnapshotAnswer> =>
    handoff
      ? openSession('/handoff/sessions', { token: handoff }, signal)
      : openSession(`/flows/${encodeURIComponent(flowId ?? '')}/sessions`, {}, signal);

  /** A new session on the same flow; all who need one at the same time share it. */
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

  /** Runs a request; when the session is over, opens another one and runs it again if that one may. */
  const withSession = async (
    path: string,
    init: SessionRequest,
    signal: AbortSignal,
  ): Promise<Answer | { reopened: Snapshot }> => {
    const answer = await authorized(path, init, signal);
    if (answer.ok || answer.problem.code !== 'session-expired') return answer;
    const reopened = await reopen(signal);
    if (!reopened.ok) return reopened;
    // The payee has to confirm the phone first; what was typed waits in the step.
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
