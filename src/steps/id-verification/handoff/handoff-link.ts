/**
 * The link that brings the step to a phone, as a QR code and to copy. The secret in it is kept in memory and
 * drawn, and goes nowhere else. When the phone has opened the link, the server says so, and this part is
 * left.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Handoff } from '../../../contract/steps/id-verification.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { copyText } from '../../../ui/copy.ts';
import { Countdown } from '../../../ui/countdown.ts';
import { durationText, problemText } from '../../../locales/words.ts';
import { callPatiently } from '../../shared/patient-call.ts';
import { post } from '../post.ts';
import type { Part, PartHost } from '../part-host.ts';
import { renderCode } from '../two-devices.ts';
import { qrCode, type QrCode } from './qr.ts';
import { handoffStyles } from './styles.ts';

export { idHandoff as messages } from '../../../locales/en/id-verification-handoff.ts';
export const styles = [handoffStyles];

export const makePart = (host: PartHost): Part => new HandoffLink(host);

/** Makes a link as soon as it is on screen, because the payee came for nothing else. */
class HandoffLink implements Part {
  readonly #host: PartHost;
  /** Seconds for which the link can still be opened. */
  readonly #countdown: Countdown;
  #link: { readonly url: string; readonly qr: QrCode } | null = null;
  #problem: FlowProblem | null = null;
  /** Whether the link was copied. `failed` shows it in a field, to be copied by hand. */
  #copied: 'no' | 'yes' | 'failed' = 'no';
  readonly #run = new AbortController();
  /** A link is on its way. */
  #isMaking = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#countdown = new Countdown(host);
    void this.#make();
  }

  /**
   * Makes a link where there is none. One that is on its way is waited for: two links would end each other.
   */
  resume(): void {
    if (!this.#link && !this.#problem && !this.#isMaking) void this.#make();
  }

  /** Forgets the link. The server ends it when its time is over, or when another one is made. */
  leave(): void {
    this.#run.abort();
    this.#countdown.hostDisconnected();
    this.#host.removeController(this.#countdown);
    this.#link = null;
  }

  /** Copies the link, or makes another one when there is none or its time is over. */
  press(): void {
    if (this.#link && this.#countdown.seconds) void this.#copy();
    else if (!this.#isMaking) void this.#make();
  }

  /** Returns the screen. Its main button is a quiet one while there is a link: most payees scan it. */
  render(): TemplateResult {
    const host = this.#host;
    const { t } = host;
    const expired = this.#link && !this.#countdown.seconds;
    return html`${host.heading(t('id-verification.handoff.title'), t('id-verification.handoff.lead'))}
    ${host.formOf(
      this.#problem
        ? banner(problemText(host.context.localizer, this.#problem))
        : expired
          ? banner(t('id-verification.handoff.expired'))
          : this.#renderLink(),
      this.#problem || expired
        ? host.submitButton(t('id-verification.handoff.renew'))
        : html`<button
            class="button quiet"
            part="quiet-button"
            type="submit"
            aria-disabled=${this.#link ? 'false' : 'true'}
          >
            <span
              >${t(this.#copied === 'yes' ? 'id-verification.handoff.copied' : 'id-verification.handoff.copy')}</span
            >
          </button>`,
      host.linkButton(t('id-verification.handoff.cancel'), () => host.want(null)),
    )}`;
  }

  /** Returns the code to scan, the code to compare, and how long the link can be opened. */
  #renderLink(): TemplateResult {
    const host = this.#host;
    const { t } = host;
    const time = durationText(host.context.localizer, this.#countdown.seconds);
    return html`<div class="panel center" part="panel">
        ${this.#renderQr()}
        <div class="compare">
          ${renderCode(host)}
          <p class="hint" part="hint">${t('id-verification.handoff.compare')}</p>
        </div>
      </div>
      <p class="hint" part="hint">
        ${t('id-verification.handoff.keep')}
        ${this.#link ? t('id-verification.handoff.expires', { time }) : nothing}
      </p>
      ${
        this.#link && this.#copied === 'failed'
          ? html`<div class="field">
              <label for="link">${t('id-verification.handoff.copy-failed')}</label>
              <input
                id="link"
                class="control"
                part="input"
                readonly
                dir="ltr"
                .value=${this.#link.url}
                @focus=${selectAll}
              />
            </div>`
          : nothing
      }`;
  }

  /** Returns the code, or its empty place while the link is being made. */
  #renderQr(): TemplateResult {
    const { t } = this.#host;
    const qr = this.#link?.qr;
    if (!qr) return html`<div class="qr" role="img" aria-label=${t('id-verification.handoff.making')}></div>`;
    return html`<svg
      class="qr"
      part="qr"
      viewBox="0 0 ${qr.size} ${qr.size}"
      role="img"
      aria-label=${t('id-verification.handoff.qr')}
    >
      ${svg`<path d=${qr.path} />`}
    </svg>`;
  }

  async #make(): Promise<void> {
    const host = this.#host;
    const { context } = host;
    const { signal } = this.#run;
    this.#isMaking = true;
    this.#problem = null;
    this.#link = null;
    this.#copied = 'no';
    host.requestUpdate();
    const answer = await callPatiently(context, '/id-verification/handoff', post({}), signal);
    this.#isMaking = false;
    if (signal.aborted || !answer) return;
    const { url, expires_in } = ((answer.ok && answer.body) || {}) as Partial<Handoff>;
    if (!answer.ok) this.#problem = answer.problem;
    else if (!url || expires_in === undefined) this.#problem = flowProblem('invalid-answer');
    else {
      this.#link = { url, qr: qrCode(url) };
      this.#countdown.start(expires_in);
      // The step was taken out of the page meanwhile. Its countdown goes on when it is back.
      if (!host.isConnected) this.#countdown.hostDisconnected();
      // With this the code is here. From now on the server says when the phone has opened the link.
      await context.refresh();
    }
    host.requestUpdate();
  }

  async #copy(): Promise<void> {
    const { context, t } = this.#host;
    // Where it cannot be copied, the payee copies by hand.
    this.#copied = (await copyText(this.#link?.url ?? '')) ? 'yes' : 'failed';
    this.#host.requestUpdate();
    if (this.#copied === 'yes') context.announce(t('id-verification.handoff.copied'));
  }
}

function selectAll(event: FocusEvent): void {
  (event.target as HTMLInputElement).select();
}

/** Returns why there is no link now. Another one can be made, so it is calm. */
function banner(text: string): TemplateResult {
  return html`<div class="banner calm" part="failure" role="alert">
    ${alertIcon}
    <div>${text}</div>
  </div>`;
}
