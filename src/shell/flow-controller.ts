/**
 * Runs the machine for one element: opens the flow, shows what the server asks for, and tells the page what
 * happens. What the payee does is in `flow-actions.ts`, which comes behind the first paint.
 */
import type { ReactiveController } from 'lit';
import type { FlowSource, FlowsClient } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import { planSource, runCreate, type CreatedFlow } from '../config.ts';
import type { Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import { DotsErrorEvent, DotsFlowExpiredEvent } from '../events.ts';
import { transition, type FlowEvent, type FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import { isSupported, loadFirstStep } from '../steps/manifest.ts';
import type { StepResult } from '../steps/step-context.ts';
import { createCalls, type Calls } from './calls.ts';
import type { FlowActions } from './flow-actions.ts';
import { beforeStep, measured, ready, stepStarted } from './flow-events.ts';
import type { FlowControllerOptions } from './flow-options.ts';

export class FlowController implements ReactiveController {
  readonly #options: FlowControllerOptions;
  #state: FlowState = { name: 'idle' };
  #snapshot: Snapshot | null = null;
  #client: FlowsClient | null = null;
  /** Until the element leaves the page. */
  #connected: AbortController | undefined;
  /** One load and everything that follows from it; aborted by the next load. */
  #run = new AbortController();
  #startedStep: StepName | null = null;
  /** What actions are made with, once it is loaded; and those of this run. */
  #later: typeof import('./closing.ts') | undefined;
  #actions: FlowActions | undefined;
  /** What the steps of this run ask. Those of an earlier run, which may be another payee's, are not heard. */
  calls!: Calls;

  constructor(options: FlowControllerOptions) {
    this.#options = options;
    options.host.addController(this);
    this.#begin();
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
    document.addEventListener('visibilitychange', () => this.#actions?.look(), { signal });
    this.#actions?.goOn();
  }

  /** Moved or removed: what happens in the background stops, what was begun ends, nothing is forgotten. */
  hostDisconnected(): void {
    this.#connected?.abort();
    this.#actions?.stop();
  }

  /** Opens the flow from the start, or lets a held step go on. */
  async load(): Promise<void> {
    if (this.#state.name === 'held') {
      this.#take(this.#state.snapshot);
      return this.#actions?.catchUp();
    }
    const config = this.#options.config();
    const plan = planSource(config);
    if (!config || !plan) return this.reset();
    if (plan.kind === 'wrong') return this.refuse(plan.problem);
    const run = this.#begin();
    this.#apply({ type: 'open' });
    this.#client = this.#options.createClient(config);
    loadFirstStep();
    return plan.kind === 'source' ? this.#open(plan.source, run) : this.#create(plan.create, run);
  }

  /** Opens nothing, and says why. */
  refuse(problem: FlowProblem): void {
    this.#begin();
    this.#apply({ type: 'open' });
    this.fail(problem);
  }

  /** Forgets the flow; nothing is shown until the next `load()`. */
  reset(): void {
    this.#begin();
    this.#apply({ type: 'reset' });
  }

  /** Runs what a step asks for. */
  async send(request: StepRequest, signal: AbortSignal): Promise<StepResult> {
    try {
      return await (await this.act(signal)).send(request);
    } catch (error) {
      const problem = await this.calls.explain(error);
      if (signal.aborted) return { kind: 'superseded' };
      this.#apply({ type: 'send', intent: '' });
      this.#apply({ type: 'refused', intent: '', problem });
      this.#report(problem, this.#startedStep);
      return { kind: 'refused', problem };
    }
  }

  /** Loads what acting takes, and returns the actions of this run. */
  async act(run = this.#run.signal): Promise<FlowActions> {
    const later = this.#later ?? (await import('./closing.ts'));
    run.throwIfAborted();
    return this.use(later);
  }

  /** Takes what was loaded, and goes on with it in the background. */
  use(later: typeof import('./closing.ts')): FlowActions {
    this.#later = later;
    const actions = (this.#actions ??= this.#begun(later));
    actions.goOn();
    return actions;
  }

  #begun({ FlowActions }: typeof import('./closing.ts')): FlowActions {
    return new FlowActions({
      host: this.#options.host,
      client: this.#client,
      opened: this.#snapshot,
      signal: this.#run.signal,
      state: () => this.#state,
      snapshot: () => this.#snapshot,
      apply: (event) => this.#apply(event),
      answered: (snapshot) => {
        this.#snapshot = snapshot;
        // The step is no longer busy, whatever is shown next.
        if (this.#state.name === 'step') this.#state = { ...this.#state, pending: { kind: 'idle' } };
      },
      take: (snapshot) => this.#take(snapshot),
      tell: (event) => this.#tell(event),
      report: (problem, step) => this.#report(problem, step),
      navigate: this.#options.navigate,
    });
  }

  #begin(): AbortSignal {
    this.#run.abort();
    const { signal } = (this.#run = new AbortController());
    this.calls = createCalls(this, signal);
    this.#client = null;
    this.#actions = undefined;
    this.#snapshot = null;
    this.#startedStep = null;
    return signal;
  }

  async #create(create: (signal: AbortSignal) => Promise<CreatedFlow>, run: AbortSignal): Promise<void> {
    const flowId = await runCreate(create, run);
    if (run.aborted) return;
    return flowId ? this.#open({ flowId }, run) : this.fail(flowProblem('create-flow-failed'));
  }

  async #open(source: FlowSource, run: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const answer = await this.#client
      ?.open(source, run)
      .catch(async (error: unknown) => ({ ok: false, problem: await this.calls.explain(error) }) as const);
    if (!answer || run.aborted) return;
    if (!answer.ok) return this.fail(answer.problem);
    const snapshot = (this.#snapshot = answer.snapshot);
    this.#actions = undefined;
    this.#tell(measured('session-opened', null, startedAt));
    this.#tell(ready(snapshot));
    this.#take(snapshot);
  }

  #take(snapshot: Snapshot): void {
    const before = this.#state;
    this.#snapshot = snapshot;
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
    if (this.#later) this.use(this.#later);
    // There is nothing to paint first, and the session has to be kept alive.
    else if (held) void this.act().catch(() => undefined);
  }

  /** Also for a step that could not be loaded. */
  fail(problem: FlowProblem): void {
    this.#apply({ type: 'failed', problem });
    this.#report(problem, this.#startedStep);
  }

  #report(problem: FlowProblem, step: string | null): void {
    const flowId = this.#snapshot?.flow.id ?? null;
    const { code, retryable } = problem;
    const fields = problem.fields.map(({ field }) => field);
    this.#tell(new DotsErrorEvent({ code, retryable, flowId, step, fields }));
    if (!this.#snapshot) this.advise(problem);
    if (this.#state.name === 'ended') this.#end(this.#state.reason, flowId);
  }

  /** Tells the page's developers what to mend. */
  advise(problem: FlowProblem): void {
    const { host, config } = this.#options;
    void import('./advice.ts').then(
      ({ advise }) => advise(problem, config(), host),
      () => undefined,
    );
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

  #onOnline = (): void => {
    this.#options.host.requestUpdate();
    if (this.#state.name === 'failed' && this.#state.problem.retryable) void this.load();
  };
}
