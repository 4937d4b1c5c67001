/** The finished form: asked of the server, shown to be read, and put away as soon as something in it is another. */
import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import { flowProblem, type FlowProblem } from '../../flow/problem.ts';
import type { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { problemText } from '../../locales/words.ts';
import { Lazy } from '../shared/lazy.ts';
import type { MultiScreenStep } from '../multi-screen-step.ts';
import type { Review } from './review/index.ts';
import { candidateOf, type FormSpec } from './read-forms.ts';
import type { Scope } from './scope.ts';

export class FinishedForm implements ReactiveController {
  readonly #step: MultiScreenStep;
  readonly #form: FormController<unknown>;
  readonly #spec: () => FormSpec | undefined;
  readonly #part: Lazy<typeof import('./review/index.ts')>;
  #review: Review | null = null;
  #asking: AbortController | null = null;
  /** Why it could not be made. */
  #failed: FlowProblem | 'unreadable' | null = null;
  /** What the question, the answer or the failure is about. */
  #of: string | null = null;

  constructor(step: MultiScreenStep, form: FormController<unknown>, spec: () => FormSpec | undefined) {
    this.#step = step;
    this.#form = form;
    this.#spec = spec;
    this.#part = new Lazy(step, 'compliance-review', () => import('./review/index.ts'));
    step.addController(this);
  }

  hostDisconnected(): void {
    this.#forget();
    this.#step.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#of !== null && this.#of !== this.#filled()) this.#forget();
  }

  /** The form, or the button that asks for it. */
  render(t: Scope['t']): TemplateResult {
    const shown = this.#review && this.#part.chunk?.renderReview(t, this.#review);
    if (shown) return shown;
    const asking = this.#asking !== null;
    return html`<div class="group" role="group" aria-labelledby="read-title">
      <div>
        <h3 id="read-title">${t('compliance.read.title')}</h3>
        <p class="hint">${t('compliance.read.hint')}</p>
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
        aria-disabled=${asking ? 'true' : 'false'}
        aria-busy=${asking ? 'true' : 'false'}
        @click=${() => void this.#read()}
      >
        <span>${t('compliance.read')}</span
        >${asking ? html`<i class="spinner"></i><b class="sr">${t('action.working')}</b>` : nothing}
      </button>
    </div>`;
  }

  /** What it is made of: everything but the signature. */
  #filled(): string {
    const { signature: _, consent: __, capacity: ___, ...rest } = this.#form.raw;
    return JSON.stringify(rest);
  }

  /** What is wrong with it is said at the fields. */
  async #read(): Promise<void> {
    const spec = this.#spec();
    if (this.#asking || !spec) return;
    const step = this.#step;
    const { context } = step;
    const asking = (this.#asking = new AbortController());
    this.#failed = null;
    this.#of = this.#filled();
    step.requestUpdate();
    const question = candidateOf(spec, this.#form.raw, context.localizer.locale);
    const [chunk, answer] = await Promise.all([
      this.#part.load(),
      context
        .call(
          '/compliance/preview',
          { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(question) },
          asking.signal,
        )
        .catch(() => ({ ok: false, problem: flowProblem('network-error') }) as const),
    ]);
    // Another form or another answer meanwhile, or the step was taken away: `#forget` has left nothing of the question.
    if (asking.signal.aborted) return;
    this.#asking = null;
    step.requestUpdate();
    if (!answer.ok && answer.problem.fields.length) {
      this.#form.refuse(answer.problem.fields);
      return void this.#form.focusFirstError();
    }
    const shown = answer.ok ? chunk?.reviewOf(answer.body) : null;
    if (!chunk || !shown) {
      this.#failed = answer.ok ? 'unreadable' : answer.problem;
      return context.announce(this.#why(this.#failed));
    }
    this.#review = shown;
    void step.moveFocus('#review-title');
  }

  #why(failed: FlowProblem | 'unreadable'): string {
    const { localizer } = this.#step.context;
    return failed === 'unreadable' ? localizer.t('compliance.read.failed') : problemText(localizer, failed);
  }

  #forget(): void {
    this.#asking?.abort();
    this.#asking = null;
    if (this.#review) this.#part.chunk?.dispose(this.#review);
    this.#review = null;
    this.#failed = null;
    this.#of = null;
  }
}
