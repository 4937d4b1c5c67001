import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createFlowsClient, type FlowsClient } from './api/client.ts';
import type { DotsFlowConfig } from './config.ts';
import type { Snapshot } from './contract/steps/session.ts';
import { DotsMetricEvent, type DotsFlowEventMap } from './events.ts';
import { configOf, defaultApiUrl, readConfig, readSteps, sourceProperties } from './shell/attributes.ts';
import { FlowController } from './shell/flow-controller.ts';
import { LanguageController } from './shell/language-controller.ts';
import type { FlowState } from './flow/machine.ts';
import { flowProblem } from './flow/problem.ts';
import { authentication } from './locales/en/authentication.ts';
import { shell as words } from './locales/en/shell.ts';
import { plainFailure, progress, progressSkeleton, skeleton } from './shell/frame.ts';
import { contextOf, giveStep, makeStep } from './shell/steps.ts';
import { isSupported } from './steps/manifest.ts';
import type { StepContext } from './steps/step-context.ts';
import type { StepElement } from './steps/step-element.ts';
import { controls } from './ui/controls-styles.ts';
import { shell } from './shell/frame-styles.ts';
import { tokens } from './ui/tokens.ts';
import { afterPaint } from './ui/after-paint.ts';
import { mayTakeFocus } from './ui/focus.ts';
import { directionOf } from './locales/languages.ts';
import type { Localizer } from './locales/localizer.ts';
import { problemText } from './locales/words.ts';

/**
 * Runs one flow: authenticates a payee, onboards them, collects tax details and payout methods, in the page itself.
 *
 * Give it a flow (`flow-id`, or `client-id` with `steps`, or `config`) and it opens a session, shows what the server asks
 * for step by step, and tells the page of every completed step. Nothing typed is ever put into an event, an attribute,
 * storage or a URL. With nothing to run it waits.
 *
 * @tagname dots-flow
 *
 * @attr {string} flow-id - The flow to run; changing it starts over.
 * @attr {string} api-url - Base of the Flows API without version. Default: `/api` on the origin that served the script.
 * @attr {string} client-id - With `steps`: starts an unauthenticated flow without a back end.
 * @attr {string} steps - Steps for `client-id`: names separated by spaces, or a JSON array.
 * @attr {string} config - `DotsFlowConfig` as JSON; the property also takes callbacks.
 * @attr {boolean} closable - Offers "Close" where a flow has ended; it only fires `dots-exit`.
 *
 * @fires {DotsReadyEvent} dots-ready - The session is open. Once for each flow that is loaded.
 * @fires {DotsBeforeStepEvent} dots-before-step - A step is about to be shown; `preventDefault()` holds it until `load()`.
 * @fires {DotsStepStartedEvent} dots-step-started - A step is on screen.
 * @fires {DotsStepCompletedEvent} dots-step-completed - The server has completed a step; `eventId` equals the `webhook-id`.
 * @fires {DotsFlowCompletedEvent} dots-flow-completed - The last step is done.
 * @fires {DotsRedirectEvent} dots-redirect - The browser is about to leave; `preventDefault()` keeps it here.
 * @fires {DotsFlowExpiredEvent} dots-flow-expired - The flow has expired or was canceled.
 * @fires {DotsExitEvent} dots-exit - The payee pressed "Close".
 * @fires {DotsErrorEvent} dots-error - Something failed; `retryable` tells whether trying again can help.
 * @fires {DotsMetricEvent} dots-metric - A duration in milliseconds.
 *
 * @csspart step - The section of the current step.
 * @csspart progress - Segments and position.
 * @csspart skeleton - What is shown while loading.
 * @csspart end - Closing and failing screens.
 * @csspart button - Main buttons.
 *
 * @cssprop --dots-accent - Colour of what can be acted on. Default: a calm blue.
 * @cssprop --dots-surface - Colour behind fields; also what mixed colours fade to. Default: white or near-black.
 * @cssprop --dots-text - Colour of text.
 * @cssprop --dots-radius - Corner radius of controls. Default: 0.625rem.
 * @cssprop --dots-max-width - Widest the element gets. Default: 28rem.
 */
export class DotsFlow extends LitElement {
  static override readonly styles = [tokens, controls, shell];
  static override readonly properties = {
    flowId: { attribute: 'flow-id' },
    apiUrl: { attribute: 'api-url' },
    clientId: { attribute: 'client-id' },
    steps: { converter: { fromAttribute: readSteps } },
    config: { converter: { fromAttribute: readConfig } },
    theme: { reflect: true },
    lang: {},
    closable: { type: Boolean },
  };

  /** Registers the element. Idempotent; warns when another copy took the tag, and never throws. */
  static define(tag = 'dots-flow', registry: CustomElementRegistry = customElements): void {
    const taken = registry.get(tag);
    if (!taken) registry.define(tag, tag === 'dots-flow' ? this : class extends this {});
    else if (taken !== this && !(taken.prototype instanceof DotsFlow))
      console.warn(`<${tag}> is defined already.`);
  }

  declare flowId: string | null;
  declare apiUrl: string | null;
  declare clientId: string | null;
  declare steps: readonly unknown[] | null;
  declare config: DotsFlowConfig | null;
  declare theme: 'auto' | 'light' | 'dark' | null;
  declare closable: boolean;

  readonly #flow = new FlowController({
    host: this,
    config: () => configOf(this),
    createClient: (config) => this.createClient(config),
    navigate: (url) => this.navigate(url),
  });
  readonly #language = new LanguageController(this, { ...words, ...authentication });
  #said = '';
  #loadQueued = false;
  /** What to run was said while the element was nowhere. */
  #stale = true;
  /** Steps that are on screen or will be again; what was typed lives in them. */
  readonly #steps = new Map<string, StepElement>();
  /** The one that was on screen last. */
  #shown: StepElement | undefined;

  constructor() {
    super();
    this.flowId = this.apiUrl = this.clientId = this.steps = this.config = this.theme = null;
    this.closable = false;
  }

  /** Where the flow stands. */
  get state(): FlowState {
    return this.#flow.state;
  }

  /** The flow as last heard of; null before the session is open. */
  get flow(): Snapshot['flow'] | null {
    return this.#flow.snapshot?.flow ?? null;
  }

  /** Starts over, tries again after a failure, or lets a step go on that `dots-before-step` held back. */
  load(): Promise<void> {
    return this.#flow.load();
  }

  /** Forgets the flow and everything typed. */
  reset(): void {
    this.#forget();
    this.#flow.reset();
  }

  /** Puts the focus on the first control of the current step. */
  override focus(): void {
    const step = this.#currentStep();
    if (step) step.focus();
    else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#stale) this.#queueLoad();
  }

  /** Seam for tests and for hosts with a transport of their own. */
  protected createClient(config: DotsFlowConfig): FlowsClient {
    return createFlowsClient({
      baseUrl: config.apiUrl ?? defaultApiUrl(),
      // The browser's own languages go along, because from them the server guesses the country.
      language: () => `${this.#localizer.language},${navigator.languages.join()}`,
    });
  }

  /** Leaves the page at the end of the flow. */
  protected navigate(url: string): void {
    location.assign(url);
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, ...rest: unknown[]): void {
    // Before the first rendering: on a slow network the session request is what everything waits for.
    if (sourceProperties.includes(name) && this[name as keyof this] !== before) this.#queueLoad();
    super.requestUpdate(name, before, ...(rest as []));
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('config') && this.config?.theme) this.theme = this.config.theme;
  }

  override updated(): void {
    const { state } = this;
    if (state.name === 'step') {
      const step = this.#steps.get(state.step);
      return step ? this.#enter(step) : void this.#prepareStep(state);
    }
    if (isLoading(state)) return;
    if (this.#closing === undefined) return void this.#loadClosing();
    // After a failure the steps, and what was typed in them, are shown again.
    if (state.name === 'failed' || !this.#steps.size) return;
    this.#steps.clear();
    if (mayTakeFocus(this)) this.focus();
  }

  /** The focus goes along to another step, also to one that comes back; the first must not take it from the page. */
  #enter(step: StepElement): void {
    if (this.#shown && this.#shown !== step) void step.moveFocus();
    this.#shown = step;
  }

  #forget(): void {
    this.#steps.clear();
    this.#shown = undefined;
  }

  override render(): TemplateResult {
    const state: FlowState = this.#language.ready ? this.state : { name: 'idle' };
    const snapshot = this.#flow.snapshot;
    const { language } = this.#localizer;
    return html`<div part="flow" lang=${language} dir=${directionOf(language)}>
      ${navigator.onLine ? nothing : (this.#closing?.offlineBanner(this.#localizer) ?? nothing)}
      ${snapshot && 'snapshot' in state ? progress(this.#localizer, snapshot) : isLoading(state) ? progressSkeleton() : nothing}
      <div class="screen" aria-busy=${isLoading(state) ? 'true' : 'false'}>${this.#screen(state)}</div>
      <p class="sr" role="status">${this.#said}</p>
    </div>`;
  }

  get #localizer(): Localizer {
    return this.#language.localizer;
  }

  #screen(state: FlowState): TemplateResult | StepElement {
    if (state.name === 'step') return this.#currentStep() ?? skeleton(this.#localizer);
    if (isLoading(state)) return skeleton(this.#localizer);
    const closing = this.#closing;
    if (closing) return closing.closingScreen(this.#localizer, state, this, this.#retry);
    if (closing === undefined) return skeleton(this.#localizer);
    return plainFailure(
      this.#localizer,
      problemText(this.#localizer, state.name === 'failed' ? state.problem : flowProblem('network-error')),
      this.#retry,
    );
  }

  #retry = (): void => {
    this.#closing ??= undefined;
    void this.load();
  };

  /** The closing screens; undefined = not loaded yet, null = they could not be loaded. */
  #closing: typeof import('./shell/closing.ts') | null | undefined;

  async #loadClosing(): Promise<void> {
    if (this.#closing) return;
    this.#closing = await this.#localizer.load('closing', import('./shell/closing.ts')).catch(() => null);
    if (this.#closing) {
      // A step that came faster has shown no text where the words were missing.
      for (const step of this.#steps.values()) step.requestUpdate();
      const root = this.renderRoot as ShadowRoot;
      const sheet = this.#closing.styles.styleSheet;
      if (sheet && !root.adoptedStyleSheets.includes(sheet)) {
        root.adoptedStyleSheets.push(sheet);
        new this.#closing.PageLanguage(this);
      }
    }
    this.requestUpdate();
  }

  #currentStep(): StepElement | undefined {
    const { state } = this;
    if (state.name !== 'step') return undefined;
    const element = this.#steps.get(state.step);
    if (element) {
      const { prefill = {} } = this.config ?? {};
      this.#context = contextOf(this.#context, state, this.#localizer, this.#flow, prefill, this.#announce);
      giveStep(element, state, this.#context);
    }
    return element;
  }

  /** Makes the element of the current step, once its module is here; forgets those that are done, with what was typed. */
  async #prepareStep({ step, snapshot }: Extract<FlowState, { name: 'step' }>): Promise<void> {
    if (!isSupported(step)) return;
    const startedAt = performance.now();
    const element = await makeStep(step, this.#localizer);
    if (this.state.name !== 'step' || this.state.step !== step || this.#steps.has(step)) return;
    if (!element) return this.#flow.fail(flowProblem('network-error'));
    for (const { name, state } of snapshot.plan) if (state === 'completed') this.#steps.delete(name);
    this.#steps.set(step, element);
    this.requestUpdate();
    await this.updateComplete;
    this.dispatchEvent(
      new DotsMetricEvent({ name: 'step-shown', step, duration: performance.now() - startedAt }),
    );
    afterPaint(() => void this.#preloadAfter(step));
  }

  async #preloadAfter(step: string): Promise<void> {
    await this.#loadClosing();
    this.#closing?.loadAhead(this.#flow.snapshot, step, this.#localizer.language);
  }

  #context: StepContext | undefined;

  #announce = (text: string): void => {
    this.#said = text;
    this.requestUpdate();
  };

  #queueLoad(): void {
    this.#stale = !this.isConnected;
    // What was said was said to another payee, perhaps.
    this.#said = '';
    if (this.#stale) return this.reset();
    if (this.#loadQueued) return;
    this.#loadQueued = true;
    queueMicrotask(() => {
      this.#loadQueued = false;
      this.#forget();
      void this.load();
    });
  }
}

const isLoading = (state: FlowState): state is Extract<FlowState, { name: 'idle' | 'opening' | 'held' }> =>
  state.name === 'idle' || state.name === 'opening' || state.name === 'held';

declare global {
  interface HTMLElementTagNameMap {
    'dots-flow': DotsFlow;
  }
}

export type { CreatedFlow, DotsFlowConfig } from './config.ts';
export type * from './events.ts';
export type { FlowState } from './flow/machine.ts';
export type { DotsFlowEventMap };
