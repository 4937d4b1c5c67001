/**
 * What all steps share: one section, one heading, one form, one main button. Steps of more than one screen
 * extend `MultiScreenStep`.
 *
 * A step never calls the API and never changes the flow. It sends a typed request; the host runs it and hands
 * the new `requirement` (or the `problem`) down. Nothing looks saved before the server has said so.
 *
 * Members that are not `protected` are for the step's own templates and controllers, which are given the step
 * itself.
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

/** What a template may leave out. */
export type Template = TemplateResult | typeof nothing;

export abstract class StepElement<R extends Requirement = Requirement, T = unknown> extends LitElement {
  static override readonly styles = [controls];
  static override readonly properties = {
    requirement: { attribute: false },
    context: { attribute: false },
    busy: { attribute: false },
    problem: { attribute: false },
  };

  /** What the server asks for in this step, as the last snapshot has it. */
  declare requirement: R;
  /** What the step is told besides, and how it reaches the host. */
  declare context: StepContext;
  /** Whether a request is under way, whichever control sent it. */
  declare busy: boolean;
  /** Why the last request was refused; null once another one is under way. */
  declare problem: FlowProblem | null;

  /** The step's one form. */
  protected abstract readonly form: FormController<T>;

  /** Returns the heading and the form. They stand in the section that is the step's part. */
  protected abstract renderStep(): TemplateResult;

  /** Sends the form. It is called with what the form's `read` returned, and never while busy. */
  protected abstract submit(value: T): void;

  /** Returns what is wrong, above the form. A form of more than one field has `errorSummary` here. */
  protected readonly summary: (view: FormView) => Template = () => nothing;

  /** Selector of the first control, for the host's `focus()`. */
  protected readonly firstControl: string = 'input, select, button[type="submit"]';

  /** Called with what the step threw while it was drawn. Without it the exception takes its usual way. */
  onThrow: ((error: unknown) => void) | null = null;

  /** A problem that is no longer shown, because the payee has left the screen it was about. */
  stale: FlowProblem | null = null;

  /** Looks words up; the name of the app is given to all of them as `{app}`. */
  readonly t = ((term: Term, params?: Params): string =>
    this.context.localizer.first([term], { app: this.context.appName, ...params })) as Translate;

  /**
   * Returns what field templates need. It is a new object each time, because form and language may be others.
   */
  get view(): FormView {
    return { form: this.form, localizer: this.context.localizer };
  }

  /**
   * Returns whether what is known of the payee may be new, from the server or from the page. Filling it in
   * leaves alone what the payee has typed.
   */
  protected knowsMore(changed: PropertyValues): boolean {
    const before = changed.get('context') as StepContext | undefined;
    return changed.has('requirement') || (!!before && before.prefill !== this.context.prefill);
  }

  /** Shows refused fields as soon as they are handed down, and puts the focus on the first. */
  override willUpdate(changed: PropertyValues): void {
    if (changed.has('problem') && this.problem?.fields.length) {
      this.form.refuse(this.problem.fields);
      void this.form.focusFirstError();
    }
  }

  /** Draws the step. One that cannot be drawn would stay blank, so the host is told and shows a screen. */
  protected override performUpdate(): void {
    try {
      super.performUpdate();
    } catch (error) {
      if (!this.onThrow) throw error;
      this.onThrow(error);
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
   * Puts the focus on what `selector` finds after the next rendering, unless the payee is elsewhere on the
   * page. When the heading gets it, screen readers read the heading, and the tab order starts there.
   */
  async moveFocus(selector = '#title'): Promise<void> {
    await this.updateComplete;
    if (mayTakeFocus(this)) this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Returns the heading and, below it, one sentence that says why we ask. */
  heading(title: string, lead?: string | TemplateResult): TemplateResult {
    return html`<h2 id="title" part="title" tabindex="-1">${title}</h2>
      ${lead ? html`<p class="lead" part="lead">${lead}</p>` : nothing}`;
  }

  /**
   * Returns the form around `body`. The summary stands on top, a failure above the main button.
   *
   * `novalidate`: the browser's own bubbles would speak its language instead of the payee's, one field at a
   * time.
   */
  formOf(body: Template, button: Template, after: Template = nothing): TemplateResult {
    return html`<form part="form" novalidate @submit=${this.#onSubmit}>
      ${this.summary(this.view)} ${body} ${this.failure()}
      <div class="actions" part="actions">${button}${after}</div>
    </form>`;
  }

  /**
   * Returns what went wrong with the whole request, or with a field that is not on screen. Fields on screen
   * say it themselves.
   */
  protected failure(): Template {
    const { problem } = this;
    const { localizer } = this.context;
    if (!problem || problem === this.stale || problem.fields.some(({ field }) => this.form.has(field)))
      return nothing;
    const [hidden] = problem.fields;
    return failureBanner(hidden ? fieldText(localizer, hidden) : problemText(localizer, problem));
  }

  /**
   * Returns the main button. While busy it keeps its width, shows a spinner and says so. It stays focusable,
   * so that the focus is not lost.
   *
   * `working`: what is under way was started here, and not by another control of the step.
   */
  submitButton(label: string, working = this.busy, disabled = this.busy): TemplateResult {
    return html`<button
      class="button"
      part="button"
      type="submit"
      aria-disabled=${disabled}
      aria-busy=${working}
    >
      <span>${label}</span
      >${working ? html`<i class="spinner" part="spinner"></i><b class="sr">${this.t('action.working')}</b>` : nothing}
    </button>`;
  }

  /** Returns a quiet button. When disabled it stays focusable, so that the focus is not lost. */
  linkButton(label: string, onClick: () => void, disabled = false): TemplateResult {
    return html`<button
      class="link"
      part="link"
      type="button"
      aria-disabled=${disabled}
      @click=${() => disabled || onClick()}
    >
      ${label}
    </button>`;
  }

  #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!this.busy) this.press();
  };

  /** Runs when the main button was pressed, or Enter in a field. */
  protected press(): void {
    const value = this.form.submit();
    if (value !== undefined) this.submit(value);
  }
}

/**
 * What the `index.ts` of a step exports, so that the manifest can load all of them alike. `tag` is the
 * element's name, `messages` are the step's words in English, `parts` what it exports besides the parts of
 * every step.
 */
export interface StepModule {
  readonly tag: string;
  readonly element: new () => StepElement;
  readonly messages: Messages;
  readonly parts?: string;
}
