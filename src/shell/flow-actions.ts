/**
 * What happens once the first screen is there: requests that steps raise, answers and pushed news, and the
 * session that is kept alive meanwhile. It comes behind the first paint, with the closing screens.
 */
import { newIntent } from '../api/intent.ts';
import type { FlowsClient, SessionRequest, SnapshotAnswer } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import { parseSnapshot } from '../api/parse.ts';
import { firstOf } from '../api/signals.ts';
import type { Answer } from '../api/transport.ts';
import type { Snapshot } from '../contract/steps/session.ts';
import { DotsRedirectEvent } from '../events.ts';
import type { FlowEvent, FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import type { StepResult } from '../steps/step-context.ts';
import { remember } from './actions-of.ts';
import { createBackground } from './background.ts';
import { leavingFor, tellCompletions } from './completion-events.ts';
import { measured } from './flow-events.ts';
import type { FlowControllerHost } from './flow-options.ts';
import { goOn, problemOf } from './going-on.ts';
import { SessionEnd } from './session-end.ts';
import { kindOf, wishOf, type Wish } from './wishes.ts';

/** One run of a flow, as the controller lets it be worked with. */
export interface FlowRun {
  readonly host: FlowControllerHost;
  /** Null when no client could be made. */
  readonly client: FlowsClient | null;
  /** What the flow was opened with; null when it could not be. Then there is only something to explain. */
  readonly opened: Snapshot | null;
  /** Aborted when another run begins. */
  readonly signal: AbortSignal;
  readonly state: () => FlowState;
  readonly snapshot: () => Snapshot | null;
  readonly apply: (event: FlowEvent) => void;
  /** Remembers the snapshot of an answer, which ends the request of the step on screen. */
  readonly answered: (snapshot: Snapshot) => void;
  /** Shows what the snapshot asks for. */
  readonly take: (snapshot: Snapshot) => void;
  /** Returns false when a listener called `preventDefault()`. */
  readonly tell: (event: Event) => boolean;
  readonly report: (problem: FlowProblem, step: string | null) => void;
  /** Leaves the page. */
  readonly navigate: (url: string) => void;
}

/** Milliseconds. */
const longHold = 60_000;

export class FlowActions {
  readonly #run: FlowRun;
  readonly #completions: (snapshot: Snapshot) => Event[];
  readonly #background = createBackground(
    (snapshot) => this.#pushed(snapshot),
    () => void this.refresh(),
  );
  readonly #sessionEnd: SessionEnd;
  /** The last wish of each kind, while it has no verdict. */
  readonly #wishes: Record<ReturnType<typeof kindOf>, Wish | null> = { 'sign-in': null, step: null };
  /** Leaving the page, which was asked for when the payee had to sign in first. They press nothing for it. */
  #leaving: StepRequest | null = null;
  /** Since when the page holds a step back. `performance.now()`. */
  #heldAt: number | undefined;

  constructor(run: FlowRun) {
    this.#run = run;
    this.#completions = run.opened ? tellCompletions(run.opened) : () => [];
    this.#sessionEnd = new SessionEnd({
      host: run.host,
      // The token stays as it is.
      extend: () => this.#post('/extend'),
      refresh: () => this.refresh(),
    });
    if (run.opened) this.#sessionEnd.learn(run.opened);
    remember(run.host, this);
    run.signal.addEventListener('abort', () => this.stop());
  }

  /** Keeps the session alive, and listens while something outside is awaited. Call it after every change. */
  goOn(): void {
    const { host, client, snapshot, state } = this.#run;
    if (state().name === 'held') this.#heldAt ??= performance.now();
    if (!snapshot() || !host.isConnected) return;
    this.#background(client, this.#awaits());
    this.#sessionEnd.goOn();
  }

  /** Ends what happens in the background. */
  stop(): void {
    this.#background(null, false);
    this.#sessionEnd.stop();
  }

  /** Asks where the flow stands, when the page has held a step back for so long that it may be elsewhere. */
  async catchUp(): Promise<void> {
    const isLong = performance.now() - (this.#heldAt ?? Infinity) > longHold;
    this.#heldAt = undefined;
    if (isLong) await this.refresh();
  }

  /** Looks again on coming back. A phone may have cut the event stream of a page that nobody saw. */
  look(): void {
    if (document.visibilityState === 'visible' && this.#awaits()) void this.refresh();
  }

  /** Runs what a step asks for. What did not reach the server goes out again when that is possible. */
  async send(request: StepRequest): Promise<StepResult> {
    const { host, signal, state, apply } = this.#run;
    const before = state();
    const result = await this.#send(request);
    const next = async (instead?: FlowEvent) => (instead ? (apply(instead), result) : this.send(request));
    const ended = (result.kind === 'refused' && (await goOn(host, signal, state, next))) || result;
    if (ended.kind === 'superseded' && before.name === 'step' && before.step === 'redirect')
      this.#leaving = request;
    return ended;
  }

  /** As `StepContext.ask`. */
  ask(path: string, until: AbortSignal): Promise<unknown> {
    return this.#run.client?.ask(path, until) ?? Promise.resolve(null);
  }

  /** As `StepContext.call`. */
  call(path: string, init: SessionRequest, until: AbortSignal): Promise<Answer> {
    const { client, signal } = this.#run;
    return (
      client?.call(path, init, firstOf(until, signal)) ??
      Promise.resolve({ ok: false, problem: flowProblem('session-expired') })
    );
  }

  /** Asks the server where the flow stands, after something that was answered with no snapshot. */
  async refresh(): Promise<void> {
    const answer = await this.#read();
    if (answer?.ok) this.#pushed(answer.snapshot);
    else if (answer && !answer.problem.retryable) this.#lost(answer.problem);
  }

  /** Returns the problem behind an exception. */
  explain(error: unknown): Promise<FlowProblem> {
    return problemOf(error, () => this.#read());
  }

  async #send(request: StepRequest): Promise<StepResult> {
    const { client, signal, state, apply, tell } = this.#run;
    const before = state();
    if (!client || before.name !== 'step' || before.pending.kind === 'sending') return { kind: 'superseded' };
    const { step } = before;
    const kind = kindOf(request);
    const { intent } = (this.#wishes[kind] = wishOf(request, this.#wishes[kind]));
    const startedAt = performance.now();
    apply({ type: 'send', intent });
    const answer = await client.send(request, intent, signal).catch(this.#refused);
    if (signal.aborted) return { kind: 'superseded' };
    tell(measured('request', step, startedAt));
    if (answer.ok) {
      // The session was over, and nobody has looked at the request.
      if (!answer.reopened) this.#wishes[kind] = null;
      this.#take(answer.snapshot);
      return { kind: answer.reopened ? 'superseded' : 'done' };
    }
    const { problem } = answer;
    // Another answer to the same wish may follow only when this one was no verdict.
    if (!problem.retryable && problem.code !== 'session-expired') this.#wishes[kind] = null;
    apply({ type: 'refused', intent, problem });
    this.#run.report(problem, step);
    if (problem.code === 'step-not-current') void this.refresh();
    return { kind: 'refused', problem };
  }

  /**
   * An exception of the client, which should have none, is an answer like another: nothing waits for ever.
   */
  #refused = async (error: unknown) => ({ ok: false, problem: await this.explain(error) }) as const;

  /** Goes on with what a finished flow left open, or shows what was done in it. */
  async comeBack(): Promise<void> {
    if (!(await this.#post('/return'))) await this.refresh();
  }

  /** Asks for something that no step asks for, and takes the answer. Resolves to whether there was one. */
  async #post(path: '/extend' | '/return'): Promise<boolean> {
    const headers = { 'idempotency-key': newIntent() };
    const answer = await this.call(path, { method: 'POST', headers }, this.#run.signal).catch(() => null);
    const snapshot = answer?.ok ? parseSnapshot(answer.body) : null;
    if (snapshot) this.#pushed(snapshot);
    return snapshot !== null;
  }

  async #read(): Promise<SnapshotAnswer | null> {
    const { client, signal } = this.#run;
    return client ? client.read(signal).catch(() => null) : null;
  }

  #take(snapshot: Snapshot): void {
    const { state, answered, tell, take, signal } = this.#run;
    const before = state();
    answered(snapshot);
    this.#sessionEnd.learn(snapshot);
    for (const event of this.#completions(snapshot)) tell(event);
    // A listener may have started something else, or led the browser away.
    if (!signal.aborted && !this.#leaves(before, snapshot)) take(snapshot);
    // Nothing more can be learned, and the page has been told.
    const now = state();
    if (now.name === 'ended') this.stop();
    const request = this.#leaving;
    if (!request || now.name !== 'step' || now.step !== 'redirect') return;
    this.#leaving = null;
    void this.send(request);
  }

  /** The page may take over, else the browser leaves. */
  #leaves(before: FlowState, snapshot: Snapshot): boolean {
    const { tell, apply, navigate } = this.#run;
    const url = leavingFor(before, snapshot);
    if (!url || !tell(new DotsRedirectEvent({ flowId: snapshot.flow.id, url }, true))) return false;
    apply({ type: 'redirect', url });
    this.stop();
    navigate(url);
    return true;
  }

  /** What comes next is decided elsewhere: by a vendor, or on a page that knows the step. */
  #awaits(): boolean {
    return this.#run.state().name === 'unsupported' || this.#run.snapshot()?.waiting === true;
  }

  /** The server opens no session on this flow any more, so what is on screen does not hold any longer. */
  #lost(problem: FlowProblem): void {
    const { signal, state, apply, report } = this.#run;
    const before = state();
    if (signal.aborted || (before.name !== 'step' && before.name !== 'held')) return;
    this.stop();
    apply({ type: 'failed', problem });
    report(problem, before.step);
  }

  #pushed(snapshot: Snapshot): void {
    const state = this.#run.state();
    // Older than what an answer has told already.
    if (snapshot.completions.length < (this.#run.snapshot()?.completions.length ?? 0)) return;
    if (state.name === 'step' && state.pending.kind === 'sending') return;
    this.#take(snapshot);
  }
}
