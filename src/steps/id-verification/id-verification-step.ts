import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { DocumentType } from '../../contract/steps/id-documents.ts';
import type { IdVerificationRequirement } from '../../contract/steps/id-verification.ts';
import { choices } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { layout } from '../../ui/layout-styles.ts';
import { Lazy } from '../shared/lazy.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { readChoice, renderChoose } from './choose.ts';
import type { Part, PartHost } from './part-host.ts';
import { requests } from './requests.ts';
import { styles } from './styles.ts';
import { renderAway, renderCanceled, renderDone, renderMatch, renderStop } from './two-devices.ts';
import { renderFailed, renderRejected, renderReview, renderSend } from './verdict.ts';

/** What the main button means: the document that was chosen, or whatever is next on the screen. */
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

/**
 * Takes photos of a government ID and of a face, here or on the payee's phone, and says what became of them.
 *
 * The server says which photos are still needed, whether they are good, and what follows. The camera, the
 * photos' way to the server and the link for the phone are parts of their own.
 */
export class IdVerificationStep
  extends MultiScreenStep<IdVerificationRequirement, Answer>
  implements PartHost
{
  static override readonly styles = [...MultiScreenStep.styles, layout, choices, styles];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.screen === 'choose' ? ['country', 'document_type'] : []),
    read: (raw) => (this.screen === 'choose' ? readChoice(raw) : { ok: true, value: 'go-on' }),
  });
  protected override readonly summary = errorSummary;
  /** The camera, and photos from files. */
  readonly #capture = new Lazy(this, 'id-verification-capture', () => import('./capture/capture.ts'));
  /** The link that brings the step to the phone. */
  readonly #link = new Lazy(this, 'id-verification-handoff', () => import('./handoff/handoff-link.ts'));
  /** What runs the screen, where a part of its own does. */
  #part: Part | null = null;
  /** What the payee asked for: the link to the phone, or another document than the one that was chosen. */
  #wanted: 'link' | 'choose' | null = null;
  /** On the phone: what the payee said of the codes on both screens. `differ` stops everything. */
  #codes: 'unknown' | 'same' | 'differ' = 'unknown';

  /**
   * Which device has the step is decided first, then whether the codes were compared, then what the payee
   * wants.
   */
  protected override get screen(): Screen {
    const { phase, needs, handoff } = this.requirement;
    if (phase !== 'choose' && phase !== 'capture' && phase !== 'selfie' && phase !== 'rejected') return phase;
    if (!handoff.holds) return handoff.role === 'phone' ? 'canceled' : 'away';
    if (handoff.role === 'phone' && this.#codes !== 'same')
      return this.#codes === 'differ' ? 'stop' : 'match';
    if (this.#wanted && phase !== 'rejected') return this.#wanted;
    if (phase === 'choose' || phase === 'rejected') return phase;
    return needs.length ? 'capture' : 'send';
  }

  override get back(): (() => void) | null {
    switch (this.screen) {
      case 'link':
        return () => this.want(null);
      case 'choose':
        return this.#wanted ? () => this.want(null) : null;
      case 'stop':
        return () => this.#compare('unknown');
      case 'capture':
        // With photos taken, the document is chosen again only where the screen offers that.
        return this.requirement.uploads.length ? null : () => this.want('choose');
      default:
        return null;
    }
  }

  /** Closes what the screen before had open. */
  protected override enter(): void {
    this.#part?.leave();
    this.#part = null;
    // The phone has opened the link, so nobody needs it any more.
    if (this.screen === 'away') this.#wanted = null;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requirement')) {
      const { default_country, document } = this.requirement;
      this.form.prefill({
        country: document?.country ?? default_country,
        document_type: document?.document_type,
      });
    }
    super.willUpdate(changed);
    if (this.#part) this.#part.update?.();
    else this.#part = this.#makePart();
  }

  /**
   * Returns the part that runs the screen, once it is loaded. Outside the page it would open what nobody
   * closes, so it is made when the step comes back.
   */
  #makePart(): Part | null {
    const { screen } = this;
    if (screen !== 'capture' && screen !== 'link') return null;
    const lazy = screen === 'capture' ? this.#capture : this.#link;
    lazy.need();
    return (this.isConnected && lazy.chunk?.makePart(this)) || null;
  }

  /** A part that is on its way belongs to the update, so that the focus is moved only after it is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const { screen } = this;
    const part = screen === 'capture' ? this.#capture : screen === 'link' ? this.#link : null;
    if (!part?.loading) return done;
    await part.loading;
    return false;
  }

  /** The step may only have been moved, so its part goes on. */
  override connectedCallback(): void {
    super.connectedCallback();
    this.#part?.resume();
    this.requestUpdate();
  }

  /** Nothing says whether the step comes back, so its part only pauses. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#part?.pause?.();
  }

  protected override renderStep(): TemplateResult {
    switch (this.screen) {
      case 'choose':
        return renderChoose(this);
      case 'capture':
      case 'link':
        return this.#part?.render() ?? this.#renderLoading();
      case 'send':
        return renderSend(this);
      case 'away':
        return renderAway(this, () => void this.send(requests.cancelHandoff(), 'take-back'));
      case 'match':
        return renderMatch(this, () => this.#compare('differ'));
      case 'stop':
        return renderStop(this, () => this.#compare('unknown'));
      case 'canceled':
        return renderCanceled(this);
      case 'done':
        return renderDone(this);
      case 'review':
        return renderReview(this);
      case 'rejected':
        return renderRejected(this);
      case 'failed':
        return renderFailed(this);
    }
  }

  /** Returns what stands in for a part. It has the shape of what comes, so that nothing jumps. */
  #renderLoading(): TemplateResult {
    if (this.unloaded) return html`${this.heading(this.t('failed.title'))} ${this.formOf(nothing, nothing)}`;
    return html`<div class="stack" aria-busy="true"><div class="stage"></div></div>`;
  }

  protected override submit(answer: Answer): void {
    if (answer !== 'go-on') return void this.#choose(answer);
    switch (this.screen) {
      case 'capture':
      case 'link':
        return this.#part?.press();
      case 'send':
        return void this.send(requests.submit());
      case 'match':
        return this.#compare('same');
      case 'canceled':
        return void this.send(requests.takeHandoff());
      case 'rejected':
        return void this.send(requests.restart());
      // Those have no main button.
      case 'choose':
      case 'away':
      case 'stop':
      case 'done':
      case 'review':
      case 'failed':
    }
  }

  /** Chooses a document. A wish for another one is fulfilled by it. */
  async #choose({ country, document_type }: Exclude<Answer, 'go-on'>): Promise<void> {
    if (await this.send(requests.choose(country, document_type))) this.want(null);
  }

  /**
   * Reads what is needed next. After the last photo it hands all in, because the payee has said "use and
   * send" and has nothing more to press.
   */
  async arrived(sent: boolean): Promise<void> {
    await this.context.refresh();
    await this.updateComplete;
    if (sent && this.screen === 'send') await this.send(requests.submit());
  }

  #compare(codes: 'unknown' | 'same' | 'differ'): void {
    this.#codes = codes;
    this.requestUpdate();
  }

  want(screen: 'link' | 'choose' | null): void {
    this.#wanted = screen;
    this.requestUpdate();
  }
}
