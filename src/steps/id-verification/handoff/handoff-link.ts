/**
 * The link that brings the step to a phone: as a QR code and to copy. The secret in it is kept in memory and drawn, and goes
 * nowhere else. When the phone has opened it the server says so, and this part is left.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Handoff } from '../../../contract/steps/id-verification.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import { alertIcon } from '../../../ui/icons.ts';
import { Countdown } from '../../../ui/countdown.ts';
import { durationText, problemText } from '../../../locales/words.ts';
import { post } from '../intent.ts';
import type { Part, PartHost } from '../part-host.ts';
import { renderCode } from '../two-devices.ts';
import { qrCode, type QrCode } from './qr.ts';
import { handoffStyles } from './styles.ts';

export { idHandoff as messages } from '../../../locales/en/id-verification-handoff.ts';
export { handoffStyles as styles };

export const makePart = (host: PartHost): Part => new HandoffLink(host);

class HandoffLink implements Part {
  readonly #host: PartHost;
  readonly #left: Countdown;
  #link: { readonly url: string; readonly qr: QrCode } | null = null;
  #problem: FlowProblem | null = null;
  #copied: 'no' | 'yes' | 'failed' = 'no';
  readonly #run = new AbortController();
  #making = false;

  constructor(host: PartHost) {
    this.#host = host;
    this.#left = new Countdown(host);
    void this.#make();
  }

  /** A link is made once: also one that is on its way is waited for. */
  resume(): void {
    if (!this.#link && !this.#problem && !this.#making) void this.#make();
  }

  /** Nothing of the link is kept; the server ends it when its time is over, or when another one is made. */
  leave(): void {
    this.#run.abort();
    this.#left.hostDisconnected();
    this.#host.removeController(this.#left);
    this.#link = null;
  }

  press(): void {
    if (this.#link && this.#left.seconds) void this.#copy();
    else if (!this.#making) void this.#make();
  }

  render(): TemplateResult {
    const host = this.#host;
    const { t } = host;
    const expired = this.#link && !this.#left.seconds;
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
            part="button"
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

  #renderLink(): TemplateResult {
    const host = this.#host;
    const { t } = host;
    const time = durationText(host.context.localizer, this.#left.seconds);
    return html`<div class="panel center">
        ${this.#renderQr()}
        <div class="compare">
          ${renderCode(host)}
          <p class="hint">${t('id-verification.handoff.compare')}</p>
        </div>
      </div>
      <p class="hint">
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
                readonly
                dir="ltr"
                .value=${this.#link.url}
                @focus=${selectAll}
              />
            </div>`
          : nothing
      }`;
  }

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
    this.#making = true;
    this.#problem = null;
    this.#link = null;
    this.#copied = 'no';
    host.requestUpdate();
    const answer = await context.call('/id-verification/handoff', post({}), signal).catch(() => null);
    this.#making = false;
    if (signal.aborted) return;
    if (answer?.ok) {
      const { url, expires_in } = answer.body as Handoff;
      this.#link = { url, qr: qrCode(url) };
      this.#left.start(expires_in);
      if (!host.isConnected) this.#left.hostDisconnected();
      // The code, and from now on the server's word when the phone has opened the link.
      await context.refresh();
    } else this.#problem = answer?.problem ?? flowProblem('network-error');
    host.requestUpdate();
  }

  async #copy(): Promise<void> {
    const { context, t } = this.#host;
    // A page without the right to write to the clipboard, or without https: the payee copies by hand.
    this.#copied = await (
      navigator.clipboard?.writeText(this.#link?.url ?? '') ?? Promise.reject(new Error())
    ).then(
      () => 'yes' as const,
      () => 'failed' as const,
    );
    this.#host.requestUpdate();
    if (this.#copied === 'yes') context.announce(t('id-verification.handoff.copied'));
  }
}

function selectAll(event: FocusEvent): void {
  (event.target as HTMLInputElement).select();
}

function banner(text: string): TemplateResult {
  return html`<div class="banner calm" part="failure" role="alert">
    ${alertIcon}
    <div>${text}</div>
  </div>`;
}
