/**
 * The client of the payee API: what it can do, and how it opens a session. What is done within the session is
 * in `session-calls.ts`, which is loaded when it is first needed: opening is all that the first screen waits
 * for.
 */
import type { Snapshot } from '../contract/steps/session.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { thisBrowser } from './browser.ts';
import { parseSession } from './parse.ts';
import type { StepRequest } from './requests.ts';
import type { OpenSession, SessionCalls } from './session-calls.ts';
import { exchange, sleep, type Answer, type Timed, type TransportOptions } from './transport.ts';

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
 * `problemCatalogue`. They reject only when `signal` is aborted, or when a part of this package cannot be
 * loaded.
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
  /**
   * Calls `onSnapshot` with every snapshot that the server pushes. Reconnects by itself. Resolves when
   * aborted, or when the flow can no longer be read, for instance because it has expired.
   */
  watch(onSnapshot: (snapshot: Snapshot) => void, signal: AbortSignal): Promise<void>;
  /**
   * Keeps the session alive while the payee looks for a document. Resolves when aborted, or when the session
   * is over.
   */
  keepAlive(signal: AbortSignal): Promise<void>;
}

/** Where the API is. `fetch`, `sleep` and `random` are replaced by tests. */
export interface FlowsClientOptions extends Partial<Omit<TransportOptions, 'fetch'>> {
  readonly fetch?: typeof fetch | undefined;
  /** Base of the Flows API without version, e.g. `https://pay.example/api`. */
  readonly baseUrl: string;
  /**
   * In which language the server writes to the payee, as an `Accept-Language`. The browser's own by default.
   */
  readonly language?: () => string;
}

/** A `RequestInit` whose headers are a plain object, so that the authorization can be added to them. */
export type SessionRequest = Omit<Timed, 'headers'> & {
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
  // Whoever copies the address of a call has `/v2` at its end.
  const base = `${options.baseUrl.replace(/(\/v2)?\/*$/, '')}/v2`;
  let flowId = '';
  /** The secret with which this device opens sessions. Without one it opens them with the flow's id. */
  let handoff: string | undefined;

  const accept = (answer: Answer): SnapshotAnswer => {
    if (!answer.ok) return answer;
    const opened = parseSession(answer.body);
    if (!opened) return { ok: false, problem: flowProblem('invalid-answer') };
    const { snapshot } = opened;
    session.token = opened.token;
    session.lifetime = opened.expires_in;
    flowId = snapshot.flow.id;
    return { ok: true, snapshot };
  };
  // A string body without headers makes the browser send text/plain. Such a request is CORS-simple, so that
  // no preflight delays the first screen.
  const openSession = async (path: string, body: object, signal: AbortSignal) =>
    accept(
      await exchange(
        transport,
        base + path,
        { method: 'POST', body: JSON.stringify({ ...body, browser: thisBrowser() }) },
        signal,
      ),
    );

  const session: OpenSession = {
    transport,
    base,
    language: options.language,
    token: '',
    lifetime: 0,
    accept,
    openAgain: (signal) =>
      handoff
        ? openSession('/handoff/sessions', { token: handoff }, signal)
        : openSession(`/flows/${encodeURIComponent(flowId)}/sessions`, {}, signal),
  };

  let loading: Promise<SessionCalls> | undefined;
  const calls = () =>
    (loading ??= import('./session-calls.ts').then(
      ({ createSessionCalls }) => createSessionCalls(session),
      // What could not be loaded is asked for once more by the next call.
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    ));

  return {
    open(source, signal) {
      if ('clientId' in source)
        return openSession(
          '/sessions',
          { client_id: source.clientId, steps: source.steps, metadata: source.metadata },
          signal,
        );
      if ('handoff' in source) ({ handoff } = source);
      else ({ flowId } = source);
      return session.openAgain(signal);
    },
    send: async (...given) => (await calls()).send(...given),
    read: async (signal) => (await calls()).read(signal),
    ask: async (...given) => (await calls()).ask(...given),
    call: async (...given) => (await calls()).call(...given),
    watch: async (...given) => (await calls()).watch(...given),
    keepAlive: async (signal) => (await calls()).keepAlive(signal),
  };
}
