/**
 * The finished form. It is requested from the server, shown for reading, and put away as soon as something in
 * it changes. How it looks is in `review/`.
 */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { FlowProblem } from '../../flow/problem.ts';
import type { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { problemText } from '../../locales/words.ts';
import { Lazy } from '../shared/lazy.ts';
import { callPatiently } from '../shared/patient-call.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import type { Review } from './review/index.ts';
import { candidateOf, type FormSpec } from './read-forms.ts';
import type { Scope } from './scope.ts';

/** A controller of the step. `spec` returns the form of the moment, or undefined while it is being loaded. */
export class FinishedForm implements ReactiveController {
  readonly #step: MultiScreenStep;
  readonly #form: FormController<unknown>;
  readonly #spec: () => FormSpec | undefined;
  readonly #part: Lazy<typeof import('./review/index.ts')>;
  #review: Review | null = null;
  /** Ends the request that is under way. */
  #making: AbortController | null = null;
  /** Why the form could not be made. */
  #failed: FlowProblem | 'unreadable' | null = null;
  /** What the payee had filled in when the form was requested, as `#filled` returns it. */
  #source: string | null = null;

  constructor(step: MultiScreenStep, form: FormController<unknown>, spec: () => FormSpec | undefined) {
    this.#step = step;
    this.#form = form;
    this.#spec = spec;
    this.#part = new Lazy(step, 'compliance-review', () => import('./review/index.ts'));
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
    const finished =
      this.#review && this.#part.chunk?.renderReview(t, this.#review, this.#step.context.localizer.locale);
    if (finished) return finished;
    const making = this.#making !== null;
    return html`<div class="group" part="group" role="group" aria-labelledby="read-title">
      <div>
        <h3 part="subtitle" id="read-title">${t('compliance.read.title')}</h3>
        <p class="hint" part="hint">${t('compliance.read.hint')}</p>
      </div>
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
    const spec = this.#spec();
    if (this.#making || !spec) return;
    const step = this.#step;
    const { context } = step;
    const making = (this.#making = new AbortController());
    this.#failed = null;
    this.#source = this.#filled();
    step.requestUpdate();
    const question = candidateOf(spec, this.#form.raw, context.localizer.locale);
    const [chunk, answer] = await Promise.all([
      this.#part.load(),
      callPatiently(
        context,
        '/compliance/preview',
        { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) },
        making.signal,
      ),
    ]);
    // Meanwhile something was changed, or the step was taken away. `#forget` has put the request away.
    if (making.signal.aborted || !answer) return;
    this.#making = null;
    step.requestUpdate();
    if (!answer.ok && answer.problem.fields.length) {
      this.#form.refuse(answer.problem.fields);
      return void this.#form.focusFirstError();
    }
    const review = answer.ok ? chunk?.reviewOf(answer.body) : null;
    if (!chunk || !review) {
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
    if (this.#review) this.#part.chunk?.dispose(this.#review);
    this.#review = null;
    this.#failed = null;
    this.#source = null;
  }
}
