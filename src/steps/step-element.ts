/**
 * What all steps share: one section, one heading, one form, one main button, and how a request goes up and comes back.
 *
 * A step never calls the API and never changes the flow. It calls `send` with a typed request; the host runs it and
 * hands the new `requirement` (or the `problem`) down. Nothing looks saved before the server said so.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SessionRequest } from '../api/client.ts';
import type { StepRequest } from '../api/requests.ts';
import type { Answer } from '../api/transport.ts';
import type { Requirement } from '../contract/steps/session.ts';
import type { FlowProblem } from '../flow/problem.ts';
import type { FormController } from '../ui/form-controller.ts';
import type { FormView } from '../ui/fields.ts';
import { alertIcon } from '../ui/icons.ts';
import type { Messages, Term, Translate } from '../locales/catalogue.ts';
import { controls } from '../ui/controls-styles.ts';
import { mayTakeFocus } from '../ui/focus.ts';
import type { Localizer, Params } from '../locales/localizer.ts';
import { fieldText, problemText } from '../locales/words.ts';

/** What became of a request. `superseded`: another answer overtook it, or the element moved on. */
export type StepResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: FlowProblem }
  | { readonly kind: 'superseded' };

/** Values the host page knows already (`config.prefill`). Never secrets. */
export type Prefill = Readonly<
  Partial<Record<'first_name' | 'last_name' | 'email' | 'country' | 'phone_number', string>>
>;

/** Any other request to the session: bytes going up, an answer that is no snapshot. Throws only when aborted. */
export type Call = (path: string, init: SessionRequest, signal: AbortSignal) => Promise<Answer>;

/** Everything a step is told besides its requirement. */
export interface StepContext {
  readonly appName: string;
  readonly sandbox: boolean;
  readonly localizer: Localizer;
  readonly prefill: Prefill;
  readonly send: (request: StepRequest) => Promise<StepResult>;
  /** A question to the API that changes nothing (naming a bank). Resolves to null when it cannot be answered now. */
  readonly ask: (path: string, signal: AbortSignal) => Promise<unknown>;
  readonly call: Call;
  /** Brings the requirement up to date after a `call` that changed something. */
  readonly refresh: () => Promise<void>;
  /** Says something to screen readers, politely. */
  readonly announce: (text: string) => void;
}

export abstract class StepElement<R extends Requirement = Requirement, T = unknown> extends LitElement {
  static override readonly styles = [controls];
  static override readonly properties = {
    requirement: { attribute: false },
    context: { attribute: false },
    busy: { attribute: false },
    problem: { attribute: false },
  };

  declare requirement: R;
  declare context: StepContext;
  /** A request is under way. */
  declare busy: boolean;
  /** Why the last request was refused. */
  declare problem: FlowProblem | null;

  /** The step's one form. */
  protected abstract readonly form: FormController<T>;

  protected abstract renderStep(): TemplateResult;

  /** Sends the valid form. */
  protected abstract submit(value: T): void;

  protected t = ((term: Term, params?: Params): string =>
    this.context.localizer.first([term], { app: this.context.appName, ...params })) as Translate;

  protected get view(): FormView {
    return { form: this.form, localizer: this.context.localizer };
  }

  override willUpdate(changed: PropertyValues): void {
    if (changed.has('problem') && this.problem?.fields.length) {
      this.form.refuse(this.problem.fields);
      void this.form.focusFirstError();
    }
  }

  override render(): TemplateResult {
    return html`<section part="step" data-step=${this.requirement.step} aria-labelledby="title">
      ${this.renderStep()}
    </section>`;
  }

  /** A new screen begins: screen readers read its heading, and the tab order starts there, unless the payee is elsewhere on the page. */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    if (mayTakeFocus(this)) this.renderRoot.querySelector<HTMLElement>('#title')?.focus();
  }

  /** Focus for the host's `focus()`: the first control of the form. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select, button[type="submit"]')?.focus();
  }

  /** The same, once what changed is on screen. */
  protected async focusField(): Promise<void> {
    await this.updateComplete;
    this.focus();
  }

  /** Heading and, below it, why we ask (one sentence). */
  protected heading(title: string, lead?: string | TemplateResult): TemplateResult {
    return html`<h2 id="title" part="title" tabindex="-1">${title}</h2>
      ${lead ? html`<p class="lead" part="lead">${lead}</p>` : nothing}`;
  }

  /** The form around `body`: summary on top, failure above the main button, main button last. */
  protected formOf(
    body: TemplateResult,
    button: TemplateResult,
    after: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
      ${this.summary()} ${body} ${this.failure()}
      <div class="actions">${button}${after}</div>
    </form>`;
  }

  /** What is wrong, above the form. A form of one field needs none; the others show `errorSummary`. */
  protected summary(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** What went wrong with the whole request, or with a field that is not on screen; other fields say it themselves. */
  protected failure(): TemplateResult | typeof nothing {
    const { problem } = this;
    const { localizer } = this.context;
    if (!problem || problem.fields.some(({ field }) => this.form.asks(field))) return nothing;
    const [hidden] = problem.fields;
    const text = hidden ? fieldText(localizer, hidden) : problemText(localizer, problem);
    return html`<div class="banner" part="failure" role="alert">
      ${alertIcon}
      <div>${text}</div>
    </div>`;
  }

  /**
   * Keeps its width while busy, shows a spinner and says so; stays focusable so that the focus is not lost.
   * `working`: what is under way was started here, and not by another control of the step.
   */
  protected submitButton(label: string, working = this.busy): TemplateResult {
    return html`<button
      class="button"
      part="button"
      type="submit"
      aria-disabled=${this.busy ? 'true' : 'false'}
      aria-busy=${working ? 'true' : 'false'}
    >
      <span>${label}</span
      >${working ? html`<i class="spinner"></i><b class="sr">${this.t('action.working')}</b>` : nothing}
    </button>`;
  }

  /** Disabled it stays focusable, so that the focus is not lost to it. */
  protected linkButton(label: string, onClick: () => void, disabled = false): TemplateResult {
    return html`<button
      class="link"
      part="link"
      type="button"
      aria-disabled=${disabled ? 'true' : 'false'}
      @click=${() => disabled || onClick()}
    >
      ${label}
    </button>`;
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (this.busy) return;
    const value = this.form.submit();
    if (value !== undefined) this.submit(value);
  };
}

/** What a step's module exports, so that the manifest can load any of them alike. */
export interface StepModule {
  readonly tag: string;
  readonly element: new () => StepElement;
  readonly messages: Messages;
}
