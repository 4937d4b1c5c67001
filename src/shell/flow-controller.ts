/**
 * Runs the machine for one element: opens the session, runs the requests that steps raise, tells the page what happened,
 * and keeps the session alive. The only place where state, network and events meet.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { FlowSource, FlowsClient } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import { planSource, runCreate, type CreatedFlow, type DotsFlowConfig } from '../config.ts';
import type { Completion, Snapshot } from '../contract/steps/session.ts';
import type { StepName } from '../contract/steps.ts';
import {
  DotsBeforeStepEvent,
  DotsErrorEvent,
  DotsFlowCompletedEvent,
  DotsFlowExpiredEvent,
  DotsMetricEvent,
  DotsReadyEvent,
  DotsRedirectEvent,
  DotsStepCompletedEvent,
  DotsStepStartedEvent,
  type StepPosition,
} from '../events.ts';
import { toldAtOpening, untold, type Told } from '../flow/completions.ts';
import { transition, type FlowEvent, type FlowState } from '../flow/machine.ts';
import { flowProblem, type FlowProblem } from '../flow/problem.ts';
import type { Call, StepResult } from '../steps/step-context.ts';

export interface FlowControllerHost extends ReactiveControllerHost, EventTarget {
  readonly isConnected: boolean;
}

export interface FlowControllerOptions {
  readonly host: FlowControllerHost;
  readonly config: () => DotsFlowConfig | null;
  readonly createClient: (config: DotsFlowConfig) => FlowsClient;
  /** This version can show the step. */
  readonly isSupported: (step: string) => boolean;
  /** Leaves the page. Given from outside so that tests can stay. */
  readonly navigate: (url: string) => void;
}

export class FlowController implements ReactiveController {
  readonly #options: FlowControllerOptions;
  #state: FlowState = { name: 'idle' };
  #snapshot: Snapshot | null = null;
  #client: FlowsClient | null = null;
  #told: Told | null = null;
  /** One load and everything that follows from it; aborted by the next load. */
  #run = new AbortController();
  #keepingAlive: AbortController | null = null;
  #watching: AbortController | null = null;
  #startedStep: StepName | null = null;
  /** The last wish that was refused; trying the same again is the same wish. */
  #lastWish: { readonly request: string; readonly intent: string } | null = null;

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
    globalThis.addEventListener('online', this.#onOnline);
    globalThis.addEventListener('offline', this.#onOffline);
    document.addEventListener('visibilitychange', this.#onVisible);
    this.#background();
  }

  /** Moved or removed: what happens in the background stops, what was begun ends, nothing is forgotten. */
  hostDisconnected(): void {
    globalThis.removeEventListener('online', this.#onOnline);
    globalThis.removeEventListener('offline', this.#onOffline);
    document.removeEventListener('visibilitychange', this.#onVisible);
    this.#stopBackground();
  }

  /** Opens the flow from the start, or lets a held step go on. */
  async load(): Promise<void> {
    if (this.#state.name === 'held') return this.#take(this.#state.snapshot);
    const config = this.#options.config();
    const plan = planSource(config);
    if (!config || !plan) return this.reset();
    const run = this.#begin();
    this.#apply({ type: 'open' });
    if (plan.kind === 'wrong') return this.#fail(plan.problem);
    this.#client = this.#options.createClient(config);
    if (plan.kind === 'source') return this.#open(plan.source, run);
    return this.#create(plan.create, run);
  }

  /** Forgets the flow; nothing is shown until the next `load()`. */
  reset(): void {
    this.#begin();
    this.#apply({ type: 'reset' });
  }

  /** Runs what a step asks for. */
  send = async (request: StepRequest): Promise<StepResult> => {
    const client = this.#client;
    if (!client || this.#state.name !== 'step' || this.#state.pending.kind === 'sending')
      return { kind: 'superseded' };
    const { step } = this.#state;
    const { signal } = this.#run;
    const intent = this.#intentOf(request);
    const startedAt = performance.now();
    this.#apply({ type: 'send', intent });
    const answer = await client.send(request, intent, signal).catch(() => null);
    if (!answer || signal.aborted) return { kind: 'superseded' };
    this.#tell(new DotsMetricEvent({ name: 'request', step, duration: performance.now() - startedAt }));
    if (answer.ok) {
      this.#lastWish = null;
      this.#settle(answer.snapshot);
      return { kind: answer.reopened ? 'superseded' : 'done' };
    }
    const { problem } = answer;
    // Another answer to the same wish may follow only when this one was no verdict.
    if (!problem.retryable) this.#lastWish = null;
    this.#apply({ type: 'refused', intent, problem });
    this.#report(problem, step);
    if (problem.code === 'step-not-current') void this.refresh();
    return { kind: 'refused', problem };
  };

  ask = (path: string, signal: AbortSignal): Promise<unknown> =>
    this.#client?.ask(path, signal).catch(() => null) ?? Promise.resolve(null);

  call: Call = (path, init, signal) =>
    this.#client?.call(path, init, AbortSignal.any([signal, this.#run.signal])) ??
    Promise.resolve({ ok: false, problem: flowProblem('network-error') });

  /** Asks the server where the flow stands, after something that was answered with no snapshot. */
  refresh = async (): Promise<void> => {
    const answer = await this.#client?.read(this.#run.signal).catch(() => null);
    if (answer?.ok) this.#pushed(answer.snapshot);
  };

  /** A step could not be loaded or drawn. */
  fail(problem: FlowProblem): void {
    this.#fail(problem);
  }

  #begin(): AbortSignal {
    this.#run.abort();
    this.#run = new AbortController();
    this.#stopBackground();
    this.#client = null;
    this.#told = null;
    this.#snapshot = null;
    this.#startedStep = null;
    this.#lastWish = null;
    return this.#run.signal;
  }

  async #create(create: (signal: AbortSignal) => Promise<CreatedFlow>, run: AbortSignal): Promise<void> {
    const flowId = await runCreate(create, run);
    if (run.aborted) return;
    if (flowId) await this.#open({ flowId }, run);
    else this.#fail(flowProblem('create-flow-failed'));
  }

  async #open(source: FlowSource, run: AbortSignal): Promise<void> {
    const startedAt = performance.now();
    const answer = await this.#client?.open(source, run).catch(() => null);
    if (!answer || run.aborted) return;
    if (!answer.ok) return this.#fail(answer.problem);
    const { snapshot } = answer;
    this.#snapshot = snapshot;
    this.#told = toldAtOpening(snapshot);
    this.#tell(
      new DotsMetricEvent({ name: 'session-opened', step: null, duration: performance.now() - startedAt }),
    );
    this.#tell(
      new DotsReadyEvent({
        flowId: snapshot.flow.id,
        steps: snapshot.plan.map(({ name }) => name),
        userId: snapshot.flow.user_id,
      }),
    );
    this.#take(snapshot);
    this.#background();
  }

  /** An answer to this element's own request: the step is no longer busy, whatever is shown next. */
  #settle(snapshot: Snapshot): void {
    if (this.#state.name === 'step') this.#state = { ...this.#state, pending: { kind: 'idle' } };
    this.#take(snapshot);
  }

  #take(snapshot: Snapshot): void {
    const before = this.#state;
    this.#snapshot = snapshot;
    this.#tellCompletions(snapshot);
    // A listener may have started something else, or led the browser away.
    if (this.#snapshot !== snapshot) return;
    if (this.#leaves(before, snapshot)) return;
    const step = snapshot.current?.step ?? null;
    const supported = step === null || this.#options.isSupported(step);
    const position = step && supported ? this.#position(snapshot, step) : null;
    const isNew = step !== null && step !== this.#startedStep;
    const held = isNew && position !== null && !this.#tell(new DotsBeforeStepEvent(position, true));
    this.#apply({ type: 'snapshot', snapshot, held, supported });
    if (this.#state.name === 'ended') return this.#end(this.#state.reason, snapshot.flow.id);
    // Once for each such step: the server pushes whenever anything changes.
    if (this.#state.name === 'unsupported' && !(before.name === 'unsupported' && before.step === step))
      this.#report(flowProblem(step ? 'unsupported-step' : 'invalid-answer'), step);
    if (this.#state.name === 'step' && isNew && position) {
      this.#startedStep = step;
      this.#tell(new DotsStepStartedEvent(position));
    }
    if (step === null) this.#startedStep = null;
    this.#background();
  }

  #tellCompletions(snapshot: Snapshot): void {
    const { completions, flowCompleted, told } = untold(this.#told ?? toldAtOpening(snapshot), snapshot);
    this.#told = told;
    const flowId = snapshot.flow.id;
    for (const completion of completions)
      this.#tell(new DotsStepCompletedEvent(completedDetail(flowId, completion)));
    if (!flowCompleted) return;
    const completedSteps = snapshot.completions.at(-1)?.completed_steps ?? [];
    this.#tell(
      new DotsFlowCompletedEvent({
        eventId: snapshot.completed_event_id ?? '',
        flowId,
        completedSteps,
        userId: snapshot.flow.user_id,
      }),
    );
  }

  /** The redirect step is done: the page may take over, else the browser leaves. */
  #leaves(before: FlowState, snapshot: Snapshot): boolean {
    if (before.name !== 'step' || before.snapshot.current?.step !== 'redirect') return false;
    if (snapshot.flow.status !== 'completed') return false;
    const url = before.snapshot.current.redirect_url;
    if (!/^https?:\/\//i.test(url)) return false;
    if (!this.#tell(new DotsRedirectEvent({ flowId: snapshot.flow.id, url }, true))) return false;
    this.#apply({ type: 'redirect', url });
    this.#stopBackground();
    this.#options.navigate(url);
    return true;
  }

  #fail(problem: FlowProblem): void {
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

  #position({ flow, plan }: Snapshot, step: string): StepPosition {
    const entry = plan.find(({ name }) => name === step);
    return { flowId: flow.id, step: step as StepName, reason: entry?.reason ?? 'requested' };
  }

  #intentOf(request: StepRequest): string {
    const text = JSON.stringify(request);
    const intent = this.#lastWish?.request === text ? this.#lastWish.intent : newIntent();
    this.#lastWish = { request: text, intent };
    return intent;
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

  /** Keeps the session alive while connected, and listens to the server while something outside is awaited. */
  #background(): void {
    const client = this.#client;
    if (!client || !this.#snapshot || !this.#options.host.isConnected) return;
    if (!this.#keepingAlive) {
      this.#keepingAlive = new AbortController();
      void client.keepAlive(this.#keepingAlive.signal);
    }
    const awaits = this.#awaits();
    if (awaits && !this.#watching) {
      this.#watching = new AbortController();
      void client.watch((snapshot) => this.#pushed(snapshot), this.#watching.signal);
    }
    if (!awaits) this.#stopWatching();
  }

  /** What comes next is decided elsewhere: by a vendor, or on a page that knows the step. */
  #awaits(): boolean {
    return this.#state.name === 'unsupported' || this.#snapshot?.waiting === true;
  }

  #pushed(snapshot: Snapshot): void {
    // Older than what an answer has told already.
    if (this.#told && snapshot.completions.length < (this.#snapshot?.completions.length ?? 0)) return;
    if (this.#state.name === 'step' && this.#state.pending.kind === 'sending') return;
    this.#take(snapshot);
  }

  #stopWatching(): void {
    this.#watching?.abort();
    this.#watching = null;
  }

  #stopBackground(): void {
    this.#stopWatching();
    this.#keepingAlive?.abort();
    this.#keepingAlive = null;
  }

  #onOnline = (): void => {
    this.#options.host.requestUpdate();
    if (this.#state.name === 'failed' && this.#state.problem.code === 'network-error') void this.load();
  };

  #onOffline = (): void => this.#options.host.requestUpdate();

  /** Back from the other page. A phone may have cut the event stream of a page that nobody saw. */
  #onVisible = (): void => {
    if (document.visibilityState === 'visible' && this.#awaits()) void this.refresh();
  };
}

function completedDetail(flowId: string, completion: Completion) {
  return {
    eventId: completion.event_id,
    flowId,
    step: completion.step,
    reason: completion.reason,
    outcome: completion.outcome,
    sequence: completion.sequence,
    completedSteps: completion.completed_steps,
    remainingSteps: completion.remaining_steps,
    userId: completion.user_id,
  };
}

/** `crypto.randomUUID` exists only on secure origins; a phone on the office network opens the demo over plain http. */
function newIntent(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
