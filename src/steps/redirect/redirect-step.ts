import { html, nothing, type TemplateResult } from 'lit';
import { requests } from '../../api/requests.ts';
import { parseUrl } from '../../contract/parse-url.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { FormController } from '../../ui/form-controller.ts';
import { StepElement } from '../step-element.ts';
import { styles } from './styles.ts';

/**
 * Tells the server that the payee is about to leave, and shows where to.
 *
 * The controller leaves the page after the answer, not the step: the step has to be completed, and its
 * webhook written, before the browser is gone.
 */
export class RedirectStep extends StepElement<RequirementOf<'redirect'>, true> {
  static override readonly styles = [...StepElement.styles, styles];

  protected override readonly form = new FormController<true>(this, {
    fields: () => [],
    read: () => ({ ok: true, value: true }),
  });
  protected override readonly firstControl = 'button, h2';

  /**
   * Runs once for each element, whatever happens to it in the DOM: an element that is moved never repeats a
   * side effect.
   */
  override firstUpdated(): void {
    if (hostOf(this.requirement.redirect_url)) void this.updateComplete.then(() => this.submit());
  }

  protected override renderStep(): TemplateResult {
    const host = hostOf(this.requirement.redirect_url);
    if (!host) return this.heading(this.t('redirect.unsafe.title'), this.t('redirect.unsafe.lead'));
    // Only the name of the host is shown. The rest of an address can say anything.
    const where = { host };
    if (this.problem && !this.busy) {
      return html`${this.heading(this.t('redirect.failed.title'), this.t('redirect.failed.lead', where))}
      ${this.formOf(nothing, this.submitButton(this.t('action.retry')))}`;
    }
    return html`${this.heading(this.t('redirect.title', where), this.t('redirect.lead'))}
      <div class="waiting">
        ${this.busy ? html`<i class="spinner" part="spinner"></i>` : this.linkButton(this.t('redirect.now'), () => this.submit())}
      </div>`;
  }

  protected override submit(): void {
    if (!this.busy) void this.context.send(requests.submit('redirect'));
  }
}

/**
 * Returns the host name of an http(s) address. Returns null for everything else: `javascript:`, `data:`,
 * relative addresses, nonsense.
 */
function hostOf(text: string): string | null {
  const url = parseUrl(text);
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url.hostname || null : null;
}
