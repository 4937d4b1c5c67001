import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { DocumentType } from '../../contract/steps/id-documents.ts';
import type { IdVerificationRequirement } from '../../contract/steps/id-verification.ts';
import type { Localizer } from '../../locales/localizer.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { choices } from '../../ui/choices-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { StepElement } from '../step-element.ts';
import { Work } from '../work.ts';
import { readChoice, renderChoose } from './choose.ts';
import type { Part, PartHost } from './part-host.ts';
import { requests } from './requests.ts';
import { styles } from './styles.ts';
import { renderAway, renderCanceled, renderDone, renderMatch, renderStop } from './two-devices.ts';
import { renderFailed, renderRejected, renderReview, renderSend } from './verdict.ts';

type Answer = { readonly country: string; readonly document_type: DocumentType } | 'go-on';

/** What is on screen: a phase of the requirement, or what two devices make of it. */
type Screen =
  | 'choose'
  | 'capture'
  | 'send'
  | 'link'
  | 'away'
  | 'match'
  | 'stop'
  | 'canceled'
  | 'done'
  | 'review'
  | 'rejected'
  | 'failed';

/** Parts with code of their own, which only those load who come to them. */
const parts = {
  capture: (localizer: Localizer) =>
    localizer.load('id-verification-capture', import('./capture/capture.ts')).then(({ Capture }) => Capture),
  link: (localizer: Localizer) =>
    localizer
      .load('id-verification-handoff', import('./handoff/handoff-link.ts'))
      .then(({ HandoffLink }) => HandoffLink),
} as const satisfies Partial<Record<Screen, (localizer: Localizer) => Promise<new (host: PartHost) => Part>>>;

const hasPart = (screen: Screen): screen is keyof typeof parts => screen in parts;

/**
 * Photos of a government ID and of a face, taken here or on the payee's phone, and what became of them.
 *
 * Which photos are still needed, whether they are good and what follows is the server's to say. The camera, the photos' way up and
 * the link for the phone are parts of their own.
 */
export class IdVerificationStep extends StepElement<IdVerificationRequirement, Answer> {
  static override readonly styles = [...StepElement.styles, layout, choices, styles];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.#screen === 'choose' ? ['country', 'document_type'] : []),
    read: (raw) => (this.#screen === 'choose' ? readChoice(raw) : { ok: true, value: 'go-on' }),
  });
  readonly #work = new Work<'request'>(this);
  readonly #host: PartHost = this.#makeHost();
  #part: { readonly screen: Screen; readonly part: Part } | null = null;
  /** The screen whose part could not be loaded. */
  #unreachable: Screen | null = null;
  /** What the payee asked for: the link to the phone, or another document than the one chosen. */
  #wish: 'link' | 'choose' | null = null;
  /** On the phone: the codes of both screens were compared. `differ` stops everything. */
  #codes: 'unknown' | 'same' | 'differ' = 'unknown';
  #shown: Screen | null = null;

  get #screen(): Screen {
    const { phase, needs, handoff } = this.requirement;
    if (phase !== 'choose' && phase !== 'capture' && phase !== 'selfie' && phase !== 'rejected') return phase;
    if (!handoff.holds) return handoff.role === 'phone' ? 'canceled' : 'away';
    if (handoff.role === 'phone' && this.#codes !== 'same')
      return this.#codes === 'differ' ? 'stop' : 'match';
    if (this.#wish && phase !== 'rejected') return this.#wish;
    if (phase === 'choose' || phase === 'rejected') return phase;
    return needs.length ? 'capture' : 'send';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requirement')) {
      const { default_country, document } = this.requirement;
      this.form.prefill({
        country: document?.country ?? default_country,
        document_type: document?.document_type,
      });
    }
    const screen = this.#screen;
    if (screen !== this.#shown) this.#change(screen);
    else this.#part?.part.update();
    super.willUpdate(changed);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.#part) this.#part.part.resume();
    else if (this.#shown && hasPart(this.#shown)) void this.#load(this.#shown);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part?.part.pause();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('form :is(input, select, button)')?.focus();
  }

  protected override summary(): ReturnType<typeof errorSummary> {
    return errorSummary(this.view);
  }

  protected override failure(): TemplateResult | typeof nothing {
    return this.#work.failed ? super.failure() : nothing;
  }

  protected override renderStep(): TemplateResult {
    const host = this.#host;
    const screen = this.#screen;
    switch (screen) {
      case 'choose':
        return renderChoose(host, this.view);
      case 'capture':
      case 'link':
        return this.#part?.screen === screen ? this.#part.part.render() : this.#renderLoading(screen);
      case 'send':
        return renderSend(host);
      case 'away':
        return renderAway(host, () => void this.#ask(requests.cancelHandoff()));
      case 'match':
        return renderMatch(host, () => this.#compare('differ'));
      case 'stop':
        return renderStop(host, () => this.#compare('unknown'));
      case 'canceled':
        return renderCanceled(host);
      case 'done':
        return renderDone(host);
      case 'review':
        return renderReview(host);
      case 'rejected':
        return renderRejected(host);
      case 'failed':
        return renderFailed(host);
    }
  }

  protected override submit(answer: Answer): void {
    const screen = this.#screen;
    if (answer !== 'go-on') void this.#choose(answer);
    else if (hasPart(screen)) this.#press(screen);
    else if (screen === 'send') void this.#ask(requests.submit());
    else if (screen === 'match') this.#compare('same');
    else if (screen === 'canceled') void this.#ask(requests.takeHandoff());
    else if (screen === 'rejected') void this.#ask(requests.restart());
  }

  #press(screen: keyof typeof parts): void {
    if (this.#part?.screen === screen) this.#part.part.press();
    else void this.#load(screen);
  }

  /** Another screen: what the one before had open is closed, and what it found wrong is no longer said. */
  #change(screen: Screen): void {
    const isFirst = !this.#shown;
    this.#shown = screen;
    this.#part?.part.leave();
    this.#part = null;
    // A link that the phone has opened has done its work.
    if (screen === 'away') this.#wish = null;
    if (hasPart(screen)) void this.#load(screen);
    if (isFirst) return;
    this.#work.leave();
    this.form.begin();
    void this.focusHeading();
  }

  async #load(screen: keyof typeof parts): Promise<void> {
    this.#unreachable = null;
    this.requestUpdate();
    const Loaded = await parts[screen](this.context.localizer).catch(() => null);
    // Out of the page a part would open what nobody closes. It is loaded when the step comes back.
    if (!this.isConnected || this.#screen !== screen || this.#part?.screen === screen) return;
    if (Loaded) this.#part = { screen, part: new Loaded(this.#host) };
    else this.#unreachable = screen;
    this.requestUpdate();
  }

  /** The same shape as what comes, so that nothing jumps. */
  #renderLoading(screen: keyof typeof parts): TemplateResult {
    if (this.#unreachable !== screen)
      return html`<div class="stack" aria-busy="true"><div class="stage"></div></div>`;
    return html`${this.heading(this.t('failed.title'))}
    ${this.formOf(
      html`<div class="banner" part="failure" role="alert">
        ${alertIcon}
        <div>${this.t('id-verification.part-unreachable')}</div>
      </div>`,
      this.submitButton(this.t('action.retry')),
    )}`;
  }

  async #choose({ country, document_type }: Exclude<Answer, 'go-on'>): Promise<void> {
    if (await this.#ask(requests.choose(country, document_type))) this.#wish = null;
    this.requestUpdate();
  }

  #ask(request: StepRequest): Promise<boolean> {
    return this.#work.ask('request', request);
  }

  /** A photo is at the server. Who said "use and send" has nothing more to press. */
  async #arrived(sent: boolean): Promise<void> {
    await this.context.refresh();
    await this.updateComplete;
    if (sent && this.#screen === 'send') await this.#ask(requests.submit());
  }

  #compare(codes: 'unknown' | 'same' | 'differ'): void {
    this.#codes = codes;
    this.requestUpdate();
  }

  #want(wish: 'link' | 'choose' | null): void {
    this.#wish = wish;
    this.requestUpdate();
  }

  #makeHost(): PartHost {
    const given = (name: 'requirement' | 'context' | 'busy') => ({ get: () => this[name], enumerable: true });
    const host = {
      element: this,
      t: this.t,
      heading: this.heading.bind(this),
      formOf: this.formOf.bind(this),
      button: this.submitButton.bind(this),
      link: this.linkButton.bind(this),
      focusHeading: () => this.focusHeading(),
      arrived: (sent: boolean) => this.#arrived(sent),
      want: (wish: 'link' | 'choose' | null) => this.#want(wish),
      adopt: (sheet: CSSStyleSheet | undefined) => {
        const { adoptedStyleSheets: sheets } = this.renderRoot as ShadowRoot;
        if (sheet && !sheets.includes(sheet)) sheets.push(sheet);
      },
    };
    return Object.defineProperties(host, {
      requirement: given('requirement'),
      context: given('context'),
      busy: given('busy'),
    }) as typeof host & Pick<PartHost, 'requirement' | 'context' | 'busy'>;
  }
}
