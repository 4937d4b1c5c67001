/**
 * Runs the machine for one element: opens the session, runs the requests that steps raise, tells the page
 * what happened, and keeps the session alive. The only place where state, network and events meet.
 */
import type { ReactiveController } from 'lit';
import type { FlowSource, FlowsClient } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import { planSource, runCreate, type CreatedFlow } from '../config.ts';
import type { Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import { DotsErrorEvent, DotsFlowExpiredEvent, DotsRedirectEvent } from '../events.ts';
import { transition, type FlowEvent, type FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { isSupported } from '../steps/manifest.ts';
import type { StepResult } from '../steps/step-context.ts';
import { createBackground } from './background.ts';
import { createCalls } from './calls.ts';
import type { FlowControllerOptions } from './flow-options.ts';
import { beforeStep, leavingFor, measured, tellCompletions, ready, stepStarted } from './flow-events.ts';
import { wishOf, type Wish } from './wishes.ts';

export class FlowController implements ReactiveController {
  readonly #options: FlowControllerOptions;
  #state: FlowState = { name: 'idle' };
  #snapshot: Snapshot | null = null;
  #client: FlowsClient | null = null;
  #completions: ReturnType<typeof tellCompletions> | null = null;
  /** Until the element leaves the page. */
  #connected: AbortController | undefined;
  /** One load and everything that follows from it; aborted by the next load. */
  #run = new AbortController();
  readonly #background = createBackground((snapshot) => this.#pushed(snapshot));
  #startedStep: StepName | null = null;
  /** The last wish, while it has no verdict. */
  #wish: Wish | null = null;

  /** What steps ask besides. */
  readonly calls = createCalls({
    client: () => this.#client,
    signal: () => this.#run.signal,
    onSnapshot: (snapshot) => this.#pushed(snapshot),
  });

  constructor(options: FlowControllerOptions) {
    this.#options = options;
    options.host.addController(this);
  }

  get state(): FlowState {
    return this.#state;
  }

  get snapshot(): Snapshot | null {
    return this.#snapshot;
  }

  hostConnected(): void {
    const { signal } = (this.#connected = new AbortController());
    addEventListener('online', this.#onOnline, { signal });
    addEventListener('offline', () => this.#options.host.requestUpdate(), { signal });
    document.addEventListener('visibilitychange', this.#onVisible, { signal });
    this.#goOn();
  }

  /** Moved or removed: what happens in the background stops, what was begun ends, nothing is forgotten. */
  hostDisconnected(): void {
    this.#connected?.abort();
    this.#background(null, false);
  }

  /** Opens the flow from the start, or lets a held step go on. */
  async load(): Promise<void> {
    if (this.#state.name === 'held') return this.#take(this.#state.snapshot);
    const config = this.#options.config();
    const plan = planSource(config);
    if (!config || !plan) return this.reset();
    const run = this.#begin();
    this.#apply({ type: 'open' });
    if (plan.kind === 'wrong') return this.fail(plan.problem);
    this.#client = this.#options.createClient(config);
    return plan.kind === 'source' ? this.#open(plan.source, run) : this.#create(plan.create, run);
  }

  /** Forgets the flow; nothing is shown until the next `load()`. */
  reset(): void {
    this.#begin();
    this.#apply({ type: 'reset' });
  }

  /** Runs what a step asks for. What did not reach the server goes out again when that is possible. */
  send = async (request: StepRequest): Promise<StepResult> => {
    const { signal } = this.#run;
    const result = await this.#send(request, signal);
    if (result.kind !== 'refused') return result;
    const next = async (instead?: FlowEvent) =>
      instead ? (this.#apply(instead), result) : this.send(request);
    return import('./closing.ts').then(
      async ({ goOn }) => (await goOn(this.#options.host, signal, () => this.#state, next)) ?? result,
      () => result,
    );
  };

  async #send(request: StepRequest, signal: AbortSignal): Promise<StepResult> {
    const client = this.#client;
    if (!client || this.#state.name !== 'step' || this.#state.pending.kind === 'sending')
      return { kind: 'superseded' };
    const { step } = this.#state;
    const { intent } = (this.#wish = wishOf(request, this.#wish));
    const startedAt = performance.now();
    this.#apply({ type: 'send', intent });
    const answer = await client.send(request, intent, signal).catch(this.#refused);
    if (signal.aborted) return { kind: 'superseded' };
    this.#tell(measured('request', step, startedAt));
    if (answer.ok) {
      this.#wish = null;
      // The step is no longer busy, whatever is shown next.
      if (this.#state.name === 'step') this.#state = { ...this.#state, pending: { kind: 'idle' } };
      this.#take(answer.snapshot);
      return { kind: answer.reopened ? 'superseded' : 'done' };
    }
    const { problem } = answer;
    // Another answer to the same wish may follow only when this one was no verdict.
    if (!problem.retryable) this.#wish = null;
    this.#apply({ type: 'refused', intent, problem });
    this.#report(problem, step);
    if (problem.code === 'step-not-current') void this.calls.refresh();
    return { kind: 'refused', problem };
  }

  /** An exception of the client, which should have none, is an answer like another: nothing waits for ever. */
  #refused = async (error: unknown) => ({ ok: false, problem: await this.calls.explain(error) }) as const;

  #begin(): AbortSignal {
    this.#run.abort();
    this.#run = new AbortController();
    this.#background(null, false);
    this.#client = null;
    this.#completions = null;
    this.#snapshot = null;
    this.#startedStep = null;
    this.#wish = null;
    return this.#run.signal;
  }

  async #create(create: (signal: AbortSignal) => Promise<CreatedFlow>, run: AbortSignal): Promise<void> {
    const flowId = await runCreate(create, run);
    if (run.aborted) return;
    return flowId ? this.#open({ flowId }, run) : this.fail(flowProblem('create-flow-failed'));
  }

  async #open(source: FlowSource, run: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const answer = await this.#client?.open(source, run).catch(this.#refused);
    if (!answer || run.aborted) return;
    if (!answer.ok) return this.fail(answer.problem);
    const snapshot = (this.#snapshot = answer.snapshot);
    this.#completions = tellCompletions(snapshot);
    this.#tell(measured('session-opened', null, startedAt));
    this.#tell(ready(snapshot));
    this.#take(snapshot);
  }

  #take(snapshot: Snapshot): void {
    const before = this.#state;
    this.#snapshot = snapshot;
    for (const event of this.#completions?.(snapshot) ?? []) this.#tell(event);
    // A listener may have started something else, or led the browser away.
    if (this.#snapshot !== snapshot) return;
    if (this.#leaves(before, snapshot)) return;
    const step = snapshot.current?.step ?? null;
    const supported = step === null || isSupported(step);
    const isNew = step !== null && step !== this.#startedStep;
    const held = isNew && supported && !this.#tell(beforeStep(snapshot, step));
    this.#apply({ type: 'snapshot', snapshot, held, supported });
    if (this.#state.name === 'ended') return this.#end(this.#state.reason, snapshot.flow.id);
    // Once for each such step: the server pushes whenever anything changes.
    if (this.#state.name === 'unsupported' && !(before.name === 'unsupported' && before.step === step))
      this.#report(flowProblem(step ? 'unsupported-step' : 'invalid-answer'), step);
    if (this.#state.name === 'step' && isNew) {
      this.#startedStep = step;
      this.#tell(stepStarted(snapshot, step));
    }
    if (step === null) this.#startedStep = null;
    this.#goOn();
  }

  /** The page may take over, else the browser leaves. */
  #leaves(before: FlowState, snapshot: Snapshot): boolean {
    const url = leavingFor(before, snapshot);
    if (!url || !this.#tell(new DotsRedirectEvent({ flowId: snapshot.flow.id, url }, true))) return false;
    this.#apply({ type: 'redirect', url });
    this.#background(null, false);
    this.#options.navigate(url);
    return true;
  }

  /** Also for a step that could not be loaded. */
  fail(problem: FlowProblem): void {
    this.#apply({ type: 'failed', problem });
    this.#report(problem, this.#startedStep);
  }

  #report({ code, retryable }: FlowProblem, step: string | null): void {
    const flowId = this.#snapshot?.flow.id ?? null;
    this.#tell(new DotsErrorEvent({ code, retryable, flowId, step }));
    if (this.#state.name === 'ended') this.#end(this.#state.reason, flowId);
  }

  #end(reason: 'expired' | 'canceled', flowId: string | null): void {
    this.#tell(new DotsFlowExpiredEvent({ flowId, reason }));
    const config = this.#options.config();
    const refresh = config?.refreshFlow;
    if (!config || !refresh) return;
    const run = this.#begin();
    this.#client = this.#options.createClient(config);
    this.#apply({ type: 'open' });
    void this.#create((signal) => refresh(reason, signal), run);
  }

  #apply(event: FlowEvent): void {
    const next = transition(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    this.#options.host.requestUpdate();
  }

  /** Returns false when a listener called `preventDefault()`. */
  #tell(event: Event): boolean {
    return this.#options.host.dispatchEvent(event);
  }

  #goOn(): void {
    if (this.#snapshot && this.#options.host.isConnected) this.#background(this.#client, this.#awaits());
  }

  /** What comes next is decided elsewhere: by a vendor, or on a page that knows the step. */
  #awaits(): boolean {
    return this.#state.name === 'unsupported' || this.#snapshot?.waiting === true;
  }

  #pushed(snapshot: Snapshot): void {
    // Older than what an answer has told already.
    if (snapshot.completions.length < (this.#snapshot?.completions.length ?? 0)) return;
    if (this.#state.name === 'step' && this.#state.pending.kind === 'sending') return;
    this.#take(snapshot);
  }

  #onOnline = (): void => {
    this.#options.host.requestUpdate();
    if (this.#state.name === 'failed' && this.#state.problem.retryable) void this.load();
  };

  /** Back from the other page. A phone may have cut the event stream of a page that nobody saw. */
  #onVisible = (): void => {
    if (document.visibilityState === 'visible' && this.#awaits()) void this.calls.refresh();
  };
}
