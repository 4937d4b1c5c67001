/**
 * What all steps share: one section, one heading, one form, one main button. Steps of more than one screen are
 * `MultiScreenStep`s.
 *
 * A step never calls the API and never changes the flow. It sends a typed request; the host runs it and hands the new
 * `requirement` (or the `problem`) down. Nothing looks saved before the server said so.
 *
 * What is not `protected` is for the step's own templates and controllers, which are given the step itself.
 */
import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { Requirement } from '../contract/steps/session.ts';
import type { FlowProblem } from '../flow/problem.ts';
import type { Messages, Term, Translate } from '../locales/catalogue.ts';
import type { Params } from '../locales/localizer.ts';
import { fieldText, problemText } from '../locales/words.ts';
import { failureBanner } from '../ui/banner.ts';
import { controls } from '../ui/controls-styles.ts';
import type { FormView } from '../ui/fields.ts';
import { mayTakeFocus } from '../ui/focus.ts';
import type { FormController } from '../ui/form-controller.ts';
import type { StepContext } from './step-context.ts';

export type Template = TemplateResult | typeof nothing;

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

  /** What is wrong, above the form: `errorSummary` where a form has more than one field. */
  protected readonly summary: (view: FormView) => Template = () => nothing;

  /** Selector of the first control, for the host's `focus()`. */
  protected readonly firstControl: string = 'input, select, button[type="submit"]';

  /** A problem that is no longer said: what it was about has been left. */
  protected left: FlowProblem | null = null;

  readonly t = ((term: Term, params?: Params): string =>
    this.context.localizer.first([term], { app: this.context.appName, ...params })) as Translate;

  get view(): FormView {
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

  /** Resolves when what its first screen needs is loaded. Called once, before the step is shown. */
  prepare(): Promise<void> {
    return Promise.resolve();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(this.firstControl)?.focus();
  }

  /**
   * Puts the focus on what `selector` finds after the next rendering, unless the payee is elsewhere on the page. On the
   * heading, screen readers read it and the tab order starts there.
   */
  async moveFocus(selector = '#title'): Promise<void> {
    await this.updateComplete;
    if (mayTakeFocus(this)) this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Heading and, below it, why we ask (one sentence). */
  heading(title: string, lead?: string | TemplateResult): TemplateResult {
    return html`<h2 id="title" part="title" tabindex="-1">${title}</h2>
      ${lead ? html`<p class="lead" part="lead">${lead}</p>` : nothing}`;
  }

  /** The form around `body`: summary on top, failure above the main button, main button last. */
  formOf(body: Template, button: Template, after: Template = nothing): TemplateResult {
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
      ${this.summary(this.view)} ${body} ${this.failure()}
      <div class="actions">${button}${after}</div>
    </form>`;
  }

  /** What went wrong with the whole request, or with a field that is not on screen; other fields say it themselves. */
  protected failure(): Template {
    const { problem } = this;
    const { localizer } = this.context;
    if (!problem || problem === this.left || problem.fields.some(({ field }) => this.form.asks(field)))
      return nothing;
    const [hidden] = problem.fields;
    return failureBanner(hidden ? fieldText(localizer, hidden) : problemText(localizer, problem));
  }

  /**
   * Keeps its width while busy, shows a spinner and says so; stays focusable so that the focus is not lost.
   * `working`: what is under way was started here, and not by another control of the step.
   */
  submitButton(label: string, working = this.busy): TemplateResult {
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
  linkButton(label: string, onClick: () => void, disabled = false): TemplateResult {
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
    if (!this.busy) this.press();
  };

  /** The main button was pressed. */
  protected press(): void {
    const value = this.form.submit();
    if (value !== undefined) this.submit(value);
  }
}

/** What a step's module exports, so that the manifest can load any of them alike. */
export interface StepModule {
  readonly tag: string;
  readonly element: new () => StepElement;
  readonly messages: Messages;
}
