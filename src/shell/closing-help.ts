/**
 * The quiet lines below every screen: who asks, whom to ask, how to go on later, other languages. They come
 * with the closing screens, so that nobody waits for them before the first field.
 */
import { html, nothing, render, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import type { Snapshot } from '../contract/steps/session.ts';
import { languages } from '../locales/languages.ts';
import type { Localizer } from '../locales/localizer.ts';
import { ownNames } from '../locales/own-names.ts';
import { copyText } from '../ui/copy.ts';
import { actionsOf } from './actions-of.ts';
import type { ClosingHost } from './closing.ts';
import { currentStep } from './current-step.ts';

/** The element below whose screens the lines stand. */
export type HelpHost = LitElement &
  ClosingHost & { readonly config: { readonly flowId?: string | undefined } | null; lang: string };

export class HelpLines implements ReactiveController {
  readonly #host: HelpHost;
  readonly #localizer: () => Localizer;
  readonly #place = document.createElement('div');
  /** The last one of this flow. A flow that failed or ended still has somebody to ask. */
  #snapshot: Snapshot | null = null;
  /** The language that the payee chose here. */
  #chosen = '';
  /** The words of the language that was chosen last did not come. */
  #isUnspoken = false;
  /** The payee looks at how to go on later. */
  #isOpen = false;
  /** The link that was copied. */
  #copied = '';
  /** The server could not be told that the payee leaves. */
  #isStillIn = false;

  constructor(host: HelpHost, localizer: () => Localizer) {
    this.#host = host;
    this.#localizer = localizer;
    host.renderRoot.querySelector('[part=flow]')?.append(this.#place);
    host.addController(this);
  }

  hostUpdated(): void {
    const { state } = this.#host;
    if ('snapshot' in state) this.#snapshot = state.snapshot;
    else if (state.name === 'idle') this.#snapshot = null;
    const isShown = state.name !== 'idle' && state.name !== 'opening';
    render(isShown ? this.#lines() : nothing, this.#place);
  }

  #lines(): TemplateResult {
    const { t } = this.#localizer();
    const known = this.#snapshot;
    return html`<div class="help" part="help">
      ${known ? html`<p>${t('help.who', { app: known.app_name })}</p>` : nothing}
      ${known ? this.#ways(known) : nothing}${this.#languages()}
      ${known?.flow.status === 'in_progress' || known?.summary ? this.#later(known.flow) : nothing}
      ${known?.authenticated ? this.#leave() : nothing}
      <span role="status">${this.#failure()}</span>
    </div>`;
  }

  /** Returns whom to ask and what to read. An address that a browser would run is left out. */
  #ways({ help }: Snapshot): TemplateResult {
    const { t } = this.#localizer();
    const to = (address: string | null | undefined, label: string) =>
      address && /^https?:\/\//i.test(address)
        ? html`<a class="link" part="help-link" href=${address} target="_blank" rel="noopener">${label}</a>`
        : nothing;
    const email = help?.support_email;
    return html`${to(help?.support_url, t('help.support'))}
    ${email ? html`<a class="link" part="help-link" href="mailto:${email}">${email}</a>` : nothing}
    ${to(help?.privacy_url, t('help.privacy'))} ${to(help?.terms_url, t('help.terms'))}`;
  }

  /** Returns a button for each other language, unless the page has said which one it wants. */
  #languages(): TemplateResult[] | typeof nothing {
    const { language } = this.#localizer();
    if (this.#host.lang && this.#host.lang !== this.#chosen) return nothing;
    return Object.keys(languages)
      .filter((name) => name !== language)
      .map(
        (name) =>
          html`<button
            class="link"
            part="help-link"
            type="button"
            lang=${name}
            @click=${() => void this.#choose(name)}
          >
            ${ownNames[name]}
          </button>`,
      );
  }

  /**
   * Changes the language. When its words do not come, the page around goes back to the one before, and the
   * button may be pressed once more. While the browser is offline they are not asked for: browsers keep for
   * as long as the page is there which files they could not load.
   */
  async #choose(language: string): Promise<void> {
    const host = this.#host;
    const before = this.#localizer().language;
    // English has come along with the code.
    this.#isUnspoken = !!languages[language] && !navigator.onLine;
    if (!this.#isUnspoken) {
      await this.#speak(language);
      if (host.lang !== language || this.#localizer().language === language) return;
      this.#isUnspoken = true;
      await this.#speak(before);
    }
    host.requestUpdate();
  }

  /**
   * Sets the attribute, so that the page around can see and keep what the payee chose. Resolves when the
   * words are in use, or cannot be loaded.
   */
  async #speak(language: string): Promise<void> {
    this.#chosen = language;
    this.#host.setAttribute('lang', language);
    await this.#host.updateComplete;
    await this.#localizer().load('authentication', Promise.resolve({ messages: {} }));
  }

  /** Returns how to go on later, or to see again what was done: the link leads back to it. */
  #later({ link, status, expires_at: expires }: Snapshot['flow']): TemplateResult {
    const { t, locale } = this.#localizer();
    const isDone = status === 'completed';
    // Making the first format costs a slow phone more than the whole screen, and most never look.
    const date =
      this.#isOpen &&
      expires &&
      !isDone &&
      new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(expires));
    return html`<details part="later" @toggle=${this.#onToggle}>
      <summary>${t(isDone ? 'later.done.title' : 'later.title')}</summary>
      <p>${t(isDone ? 'later.done.text' : 'later.text')} ${date ? t('later.until', { date }) : nothing}</p>
      <p class="address"><bdi>${link}</bdi></p>
      <button class="link" part="link" type="button" @click=${() => void this.#copy(link)}>
        ${t('later.copy')}
      </button>
      <span role="status">${this.#copied === link ? t('later.copied') : nothing}</span>
    </details>`;
  }

  /**
   * Returns the way out for devices that others use too. Where the page knows the payee, the page has its
   * own.
   */
  #leave(): TemplateResult | typeof nothing {
    const { flowId, config } = this.#host;
    if (!flowId && !config?.flowId) return nothing;
    const { t } = this.#localizer();
    return html`<button class="link" part="help-link" type="button" @click=${() => void this.#signOut()}>
      ${t('help.sign-out')}
    </button>`;
  }

  /** Returns what could not be done. */
  #failure(): string | typeof nothing {
    const { t } = this.#localizer();
    if (this.#isUnspoken) return t('help.language.failed');
    return this.#isStillIn ? t('help.sign-out.failed') : nothing;
  }

  async #signOut(): Promise<void> {
    const host = this.#host;
    const { signal } = new AbortController();
    const kept: Promise<unknown>[] = [];
    currentStep(host)?.dispatchEvent(new CustomEvent('dots-leaving', { detail: kept }));
    await Promise.all(kept);
    const answer = await actionsOf(host)?.call('', { method: 'DELETE' }, signal);
    this.#isStillIn = !answer?.ok;
    if (this.#isStillIn) return host.requestUpdate();
    const text = this.#localizer().t('help.signed-out');
    host.reset();
    // For the line above the next screen (`confirmations.ts`).
    host.renderRoot.dispatchEvent(new CustomEvent('dots-told', { detail: text }));
    await host.load();
    await stepShown(host);
    host.focus();
    currentStep(host)?.context.announce(text);
  }

  #onToggle = (event: Event): void => {
    this.#isOpen = (event.target as HTMLDetailsElement).open;
    this.#host.requestUpdate();
  };

  /** Where the browser does not let us copy, the link stands there to be selected. */
  async #copy(link: string): Promise<void> {
    if (await copyText(link)) this.#copied = link;
    this.#host.requestUpdate();
  }
}

/** Waits for the screen of the step that the flow is at. It comes after the flow has been opened. */
async function stepShown(host: HelpHost): Promise<void> {
  for (let frame = 0; frame < 100 && host.state.name === 'step' && !currentStep(host); frame += 1)
    await new Promise(requestAnimationFrame);
  await currentStep(host)?.updateComplete;
}
