/** The elements of the steps: how they are made, what they are told, and how long they are kept. */
import type { ReactiveControllerHost } from 'lit';
import type { StepInput, StepName } from '../contract/steps.ts';
import type { FlowState } from '../flow/machine.ts';
import type { Localizer } from '../locales/localizer.ts';
import { createStep, isSupported, manifest } from '../steps/manifest.ts';
import type { Prefill, StepContext } from '../steps/step-context.ts';
import type { StepElement, StepModule } from '../steps/step-element.ts';
import type { FlowController } from './flow-controller.ts';
import { measured } from './flow-events.ts';
import { parts } from './parts.ts';

type StepState = Extract<FlowState, { name: 'step' }>;

export interface StepsOptions {
  readonly host: ReactiveControllerHost & EventTarget;
  readonly flow: FlowController;
  readonly localizer: () => Localizer;
  readonly prefill: () => Prefill | undefined;
  /** Says something to screen readers, politely. */
  readonly announce: (text: string) => void;
}

export class Steps {
  readonly #options: StepsOptions;
  /** Those that are on screen or will be again: what was typed lives in them. */
  readonly #elements = new Map<StepName, StepElement>();
  #onScreen: StepElement | undefined;
  /** The step whose element is being made. The host asks for it at every update. */
  #making: StepName | undefined;
  #context: StepContext | undefined;

  constructor(options: StepsOptions) {
    this.#options = options;
  }

  /** Returns the element of the current step, told what the flow says; nothing while it is not made yet. */
  current(): StepElement | undefined {
    const { state } = this.#options.flow;
    const element = state.name === 'step' ? this.#elements.get(state.step) : undefined;
    if (element && state.name === 'step') this.#tell(element, state);
    return element;
  }

  /**
   * Puts the focus into the current step when it has followed another one; the first must not take it from
   * the page. Makes the step's element first if need be, and resolves to whether it did.
   */
  async enter(state: StepState): Promise<boolean> {
    const element = this.#elements.get(state.step);
    if (!element) {
      if (this.#making === state.step) return false;
      this.#making = state.step;
      return this.#make(state).finally(() => (this.#making = undefined));
    }
    if (this.#onScreen && this.#onScreen !== element) void element.moveFocus();
    this.#onScreen = element;
    return false;
  }

  /**
   * Begins to load the step that the page says will be the first, without waiting for the server to say so.
   */
  expect(first: StepInput | undefined): void {
    const step = typeof first === 'string' ? first : (first as { name?: string } | null | undefined)?.name;
    if (step && isSupported(step)) this.#load(step).catch(() => undefined);
  }

  /** Has all of them drawn anew: words have come that they were missing. */
  redraw(): void {
    for (const element of this.#elements.values()) element.requestUpdate();
  }

  /** Forgets what was typed. Returns whether there was a step. */
  clear(): boolean {
    const { size } = this.#elements;
    this.#elements.clear();
    return size > 0;
  }

  /** The next step is another flow's first one. */
  startOver(): void {
    this.clear();
    this.#onScreen = undefined;
  }

  async #make(state: StepState): Promise<boolean> {
    const { host, flow } = this.#options;
    const { step, snapshot } = state;
    const startedAt = performance.now();
    const made = await this.#prepare(state).catch(flow.calls.explain);
    // Meanwhile the flow may have gone on.
    if (flow.state.name !== 'step' || flow.state.step !== step || this.#elements.has(step)) return false;
    if ('code' in made) {
      flow.fail(made);
      return false;
    }
    for (const { name, state } of snapshot.plan) if (state === 'completed') this.#elements.delete(name);
    this.#elements.set(step, made);
    host.requestUpdate();
    await host.updateComplete;
    host.dispatchEvent(measured('step-shown', step, startedAt));
    return true;
  }

  /** Returns a new element with what its first screen needs. Rejects with whatever stood in the way. */
  async #prepare(state: StepState): Promise<StepElement> {
    const { step } = state;
    const module = await this.#load(step);
    const element = createStep(module);
    element.setAttribute('exportparts', parts + (module.parts ?? ''));
    element.onThrow = (error) => {
      // Once is enough: until the screen is there, it may throw again.
      element.onThrow = () => undefined;
      void this.#threw(step, error);
    };
    this.#tell(element, state);
    await element.prepare();
    return element;
  }

  /** Loads a step and its words. */
  #load(step: StepName): Promise<StepModule> {
    const localizer = this.#options.localizer();
    // The first use of Intl costs a slow phone 150 ms. Where it has to wait for the step anyway, they are
    // free.
    if (step !== 'authentication') setTimeout(() => new Intl.NumberFormat(localizer.locale));
    return localizer.load<StepModule>(
      step,
      manifest[step]().then((loaded) => loaded.default),
    );
  }

  /**
   * A step could not be drawn. Another try begins with a new element: what was typed in this one may be the
   * very reason.
   */
  async #threw(step: StepName, error: unknown): Promise<void> {
    const { flow } = this.#options;
    const problem = await flow.calls.explain(error);
    this.#elements.delete(step);
    flow.fail(problem);
  }

  #tell(element: StepElement, { snapshot, pending }: StepState): void {
    if (snapshot.current) element.requirement = snapshot.current;
    element.busy = pending.kind === 'sending';
    element.problem = pending.kind === 'failed' ? pending.problem : null;
    const { flow, announce, prefill } = this.#options;
    const { calls } = flow;
    const localizer = this.#options.localizer();
    const { app_name: appName, sandbox, now } = snapshot;
    // The same object while nothing in it is another, so that a step is drawn when there is a reason.
    const before = this.#context;
    const given = prefill() ?? {};
    const isSame = JSON.stringify(given) === JSON.stringify(before?.prefill);
    let context = this.#context;
    if (
      context?.localizer !== localizer ||
      context.appName !== appName ||
      context.now !== now ||
      context.send !== calls.send ||
      !isSame
    )
      context = this.#context = {
        appName,
        now,
        sandbox,
        localizer,
        prefill: before && isSame ? before.prefill : given,
        announce,
        ...calls,
      };
    element.context = context;
  }
}
