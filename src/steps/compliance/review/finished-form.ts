/**
 * The finished form. It is requested from the server, shown for reading, and put away as soon as something in
 * it changes. How it looks is in `document.ts`.
 */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FieldError, FlowProblem } from '../../../flow/problem.ts';
import type { FormController } from '../../../ui/form-controller.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { problemText } from '../../../locales/words.ts';
import { callPatiently } from '../../shared/patient-call.ts';
import type { MultiScreenStep } from '../../multi-screen-step.ts';
import { dispose, renderReview, reviewOf, type Review } from './document.ts';
import { candidateOf, type FormSpec } from '../read-forms.ts';
import type { Scope } from '../scope.ts';

/** What the step gives it besides. */
interface Source {
  /** Returns the form of the moment, or undefined while it is being loaded. */
  readonly spec: () => FormSpec | undefined;
  /** Shows what the server refused, on the page that it is on. */
  readonly refuse: (errors: readonly FieldError[]) => void;
}

/** A controller of the step. */
export class FinishedForm implements ReactiveController {
  readonly #step: MultiScreenStep;
  readonly #form: FormController<unknown>;
  readonly #from: Source;
  #review: Review | null = null;
  /** Ends the request that is under way. */
  #making: AbortController | null = null;
  /** Why the form could not be made. */
  #failed: FlowProblem | 'unreadable' | null = null;
  /** What the payee had filled in when the form was requested, as `#filled` returns it. */
  #source: string | null = null;

  constructor(step: MultiScreenStep, form: FormController<unknown>, from: Source) {
    this.#step = step;
    this.#form = form;
    this.#from = from;
    step.addController(this);
  }

  /** The address of the PDF would keep its bytes for as long as the page. */
  hostDisconnected(): void {
    this.#forget();
    this.#step.requestUpdate();
  }

  /** Something was changed, so what was made no longer shows what would be filed. */
  hostUpdate(): void {
    if (this.#source !== null && this.#source !== this.#filled()) this.#forget();
  }

  /** Returns the form, or the button that requests it. */
  render(t: Scope['t']): TemplateResult {
    if (this.#review) return renderReview(t, this.#review, this.#step.context.localizer.locale);
    const making = this.#making !== null;
    return html`<div class="finished">
      ${
        this.#failed
          ? html`<div class="banner" part="failure">
              ${alertIcon}
              <div>${this.#why(this.#failed)}</div>
            </div>`
          : nothing
      }
      <button
        class="button quiet"
        part="link"
        type="button"
        aria-disabled=${making ? 'true' : 'false'}
        aria-busy=${making ? 'true' : 'false'}
        @click=${() => void this.#read()}
      >
        <span>${t('compliance.read')}</span
        >${making ? html`<i class="spinner" part="spinner"></i><b class="sr">${t('action.working')}</b>` : nothing}
      </button>
    </div>`;
  }

  /** Returns what the form is made of: everything but the signature and what belongs to it. */
  #filled(): string {
    const { signature: _, consent: __, capacity: ___, ...rest } = this.#form.raw;
    return JSON.stringify(rest);
  }

  /** Requests the form. What is wrong with the answers is said at the fields, as after a submit. */
  async #read(): Promise<void> {
    const spec = this.#from.spec();
    if (this.#making || !spec) return;
    const step = this.#step;
    const { context } = step;
    const making = (this.#making = new AbortController());
    this.#failed = null;
    this.#source = this.#filled();
    step.requestUpdate();
    const question = candidateOf(spec, this.#form.raw, context.localizer.locale);
    const answer = await callPatiently(
      context,
      '/compliance/preview',
      { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) },
      making.signal,
    );
    // Meanwhile something was changed, or the step was taken away. `#forget` has put the request away.
    if (making.signal.aborted || !answer) return;
    this.#making = null;
    step.requestUpdate();
    if (!answer.ok && answer.problem.fields.length) return this.#from.refuse(answer.problem.fields);
    const review = answer.ok ? reviewOf(answer.body) : null;
    if (!review) {
      this.#failed = answer.ok ? 'unreadable' : answer.problem;
      return context.announce(this.#why(this.#failed));
    }
    this.#review = review;
    void step.moveFocus('#review-title');
  }

  #why(failed: FlowProblem | 'unreadable'): string {
    const { localizer } = this.#step.context;
    return failed === 'unreadable' ? localizer.t('compliance.read.failed') : problemText(localizer, failed);
  }

  /** Puts everything away: the request, the form and the failure. */
  #forget(): void {
    this.#making?.abort();
    this.#making = null;
    if (this.#review) dispose(this.#review);
    this.#review = null;
    this.#failed = null;
    this.#source = null;
  }
}
