import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { createFlowsClient, type FlowsClient } from './api/client.ts';
import type { DotsFlowConfig } from './config.ts';
import type { StepInput } from './contract/steps.ts';
import type { Snapshot } from './contract/steps/session.ts';
import { configOf, defaultApiUrl, readConfig, readSteps } from './shell/attributes.ts';
import { sourceProperties, takesText } from './shell/attributes.ts';
import { FlowController } from './shell/flow-controller.ts';
import { LanguageController } from './shell/language-controller.ts';
import type { FlowState } from './flow/machine.ts';
import { flowProblem } from './flow/problem.ts';
import { authentication } from './locales/en/authentication.ts';
import { shell as words } from './locales/en/shell.ts';
import { showInForm } from './shell/form-value.ts';
import { isLoading, progress, progressSkeleton } from './shell/frame.ts';
import { showState } from './shell/states.ts';
import { Screens } from './shell/screens.ts';
import { SourceController } from './shell/source-controller.ts';
import { controls } from './ui/controls-styles.ts';
import { shell } from './shell/frame-styles.ts';
import { tokens } from './ui/tokens.ts';
import { directionOf } from './locales/languages.ts';
import type { Localizer } from './locales/localizer.ts';

/**
 * Runs one flow in the page itself: authenticates a payee, onboards them, collects tax and payout details.
 *
 * Give it a flow (`flow-id`, or `client-id` with `steps`, or `config`) and it opens a session, shows what the
 * server asks for step by step, and tells the page of every completed step. Nothing typed is ever put into an
 * event, an attribute, storage or a URL. With nothing to run it waits.
 *
 * @tagname dots-flow
 *
 * @attr {string} flow-id - The flow to run; changing it starts over.
 * @attr {string} api-url - Base of the Flows API without version. Default: `/api` where the script is from.
 * @attr {string} client-id - With `steps`: starts an unauthenticated flow without a back end.
 * @attr {string} steps - Steps for `client-id`: names separated by spaces, or a JSON array. Beside `flow-id`
 * they are a hint: the first is loaded while the flow is being opened.
 * @attr {string} config - `DotsFlowConfig` as JSON; the property also takes callbacks.
 * @attr {boolean} closable - Offers "Close" where a flow has ended; it only fires `dots-exit`.
 * @attr {boolean} no-history - The browser's Back stays the page's, also inside a step.
 * @attr {string} name - In a form of the page: under which name the id of the finished flow is submitted.
 * @attr {boolean} required - The form cannot be submitted before the flow is finished.
 * @attr {boolean} disabled - Nothing can be done, as in a `<fieldset disabled>`. What is typed stays.
 *
 * @fires {DotsReadyEvent} dots-ready - The session is open. Once for each flow that is loaded.
 * @fires {DotsBeforeStepEvent} dots-before-step - A step comes; `preventDefault()` holds it until `load()`.
 * @fires {DotsStepStartedEvent} dots-step-started - A step is on screen.
 * @fires {DotsStepCompletedEvent} dots-step-completed - A step is completed; `eventId` is the `webhook-id`.
 * @fires {DotsFlowCompletedEvent} dots-flow-completed - The last step is done.
 * @fires {DotsRedirectEvent} dots-redirect - The browser is about to leave; `preventDefault()` keeps it here.
 * @fires {DotsFlowExpiredEvent} dots-flow-expired - The flow has expired or was canceled.
 * @fires {DotsExitEvent} dots-exit - The payee pressed "Close".
 * @fires {DotsErrorEvent} dots-error - Something failed; `retryable` tells whether trying again can help.
 * @fires {DotsMetricEvent} dots-metric - A duration in milliseconds.
 *
 * Its looks (`--dots-*`, parts, states) are described where they are: `ui/tokens.ts`, `shell/parts.ts`,
 * `steps/shared/parts.ts`, `shell/states.ts`.
 *
 * @slot logo - Above everything else.
 * @slot header - Below the logo, above the progress.
 * @slot footer - Below everything else.
 * @slot completed - Instead of the screen on which a completed flow ends.
 * @slot failed - Instead of the screen that says why the flow cannot go on; `load()` tries again.
 */
export class DotsFlow extends LitElement {
  static readonly formAssociated = true;
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
    name: { reflect: true },
    required: { type: Boolean, reflect: true },
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
  declare steps: readonly StepInput[] | null;
  declare config: DotsFlowConfig | null;
  declare theme: 'auto' | 'light' | 'dark' | null;
  declare closable: boolean;
  declare name: string | null;
  declare required: boolean;

  readonly #flow = new FlowController({
    host: this,
    config: () => configOf(this),
    createClient: (config) => this.createClient(config),
    navigate: (url) => this.navigate(url),
  });
  readonly #language = new LanguageController(this, { ...words, ...authentication });
  readonly #localizer = (): Localizer => this.#language.localizer;
  readonly #screens = new Screens({
    host: this,
    flow: this.#flow,
    localizer: this.#localizer,
    prefill: () => this.config?.prefill,
    announce: (text) => {
      this.#said = text;
      this.requestUpdate();
    },
  });
  readonly #source = new SourceController({
    host: this,
    config: () => configOf(this),
    reset: () => this.reset(),
    load: () => this.#load(),
    advise: () => this.#flow.advise(flowProblem('invalid-config')),
    refuse: () => this.#flow.refuse(flowProblem('too-many-requests')),
  });
  readonly #internals = this.attachInternals();
  #said = '';

  constructor() {
    super();
    // A skeleton that came with the page gives way to ours, which looks the same (`skeleton/`).
    this.shadowRoot?.replaceChildren();
    this.flowId = this.apiUrl = this.clientId = this.steps = this.config = this.theme = this.name = null;
    this.closable = this.required = false;
    // The browser's own bubble has no field to point at. The payee is led to what is to be done.
    this.addEventListener('invalid', (event) => {
      event.preventDefault();
      this.focus();
    });
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
    return this.#source.load();
  }

  /** Forgets the flow and everything typed. */
  reset(): void {
    // What was said was said to another payee, perhaps.
    this.#said = '';
    this.#screens.startOver();
    this.#flow.reset();
  }

  /** Puts the focus on the first control of the current step. */
  override focus(): void {
    const step = this.#screens.step();
    if (step) step.focus();
    else this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** @internal Called by the browser, also for a `<fieldset disabled>`. */
  formDisabledCallback(isDisabled: boolean): void {
    this.inert = isDisabled;
  }

  /** Opens the flow, and loads meanwhile what the page says will come first. */
  #load(): Promise<void> {
    const config = configOf(this);
    const opened = this.#flow.load();
    // Whoever comes without a back end is not known, and is asked for their phone first.
    if (!config?.clientId) this.#screens.expect(config?.steps?.[0]);
    return opened;
  }

  /** Seam for tests and for hosts with a transport of their own. */
  protected createClient(config: DotsFlowConfig): FlowsClient {
    return createFlowsClient({
      fetch: config.fetch,
      baseUrl: config.apiUrl ?? defaultApiUrl(),
      // The browser's own languages go along, because from them the server guesses the country.
      language: () => `${this.#localizer().language},${navigator.languages.join()}`,
    });
  }

  /** Leaves the page at the end of the flow. */
  protected navigate(url: string): void {
    location.assign(url);
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, ...rest: unknown[]): void {
    if (takesText(this, name)) return;
    // Before the first rendering: on a slow network the session request is what everything waits for.
    if (sourceProperties.includes(name) && this[name as keyof this] !== before) this.#source.check();
    super.requestUpdate(name, before, ...(rest as []));
  }

  override willUpdate(changed: PropertyValues): void {
    const before = (changed.get('config') as DotsFlowConfig | null | undefined)?.theme;
    const theme = this.config?.theme;
    if (changed.has('config') && theme !== before) this.theme = theme ?? null;
  }

  override updated(): void {
    const { state } = this;
    showState(this.#internals.states, state);
    showInForm(this.#internals, state, this.required, this.#localizer().t('progress.unfinished'));
    void this.#screens.updated(state);
  }

  override render(): TemplateResult {
    const state: FlowState = this.#language.ready ? this.state : { name: 'idle' };
    const running = 'snapshot' in state ? this.#flow.snapshot : null;
    const localizer = this.#localizer();
    // What the page puts in has the page's direction, and not that of our words.
    return html`<slot name="logo"></slot><slot name="header"></slot>
      <div part="flow" lang=${localizer.language} dir=${directionOf(localizer.language)}>
        ${this.#screens.notices(state)}
        ${running ? progress(localizer, running) : isLoading(state) ? progressSkeleton() : nothing}
        <div class="screen" aria-busy=${isLoading(state)}>${this.#screens.render(state)}</div>
        <p class="sr" role="status">${this.#said}</p>
      </div>
      <slot name="footer"></slot>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'dots-flow': DotsFlow;
  }
}

export type { CreatedFlow, DotsFlowConfig, Messages, Prefill, StepInput, Term } from './config.ts';
export type * from './events.ts';
export type { FlowState } from './flow/machine.ts';
