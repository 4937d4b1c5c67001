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
 * Photos of a government ID and of a face, taken here or on the payee's phone, and what became of them.
 *
 * Which photos are still needed, whether they are good and what follows is the server's to say. The camera, the photos' way up and
 * the link for the phone are parts of their own.
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
  readonly #capture = new Lazy(this, 'id-verification-capture', () => import('./capture/capture.ts'));
  readonly #link = new Lazy(this, 'id-verification-handoff', () => import('./handoff/handoff-link.ts'));
  /** What runs the screen, where that is a part of its own. */
  #part: Part | null = null;
  /** What the payee asked for: the link to the phone, or another document than the one chosen. */
  #wish: 'link' | 'choose' | null = null;
  /** On the phone: the codes of both screens were compared. `differ` stops everything. */
  #codes: 'unknown' | 'same' | 'differ' = 'unknown';

  protected override get screen(): Screen {
    const { phase, needs, handoff } = this.requirement;
    if (phase !== 'choose' && phase !== 'capture' && phase !== 'selfie' && phase !== 'rejected') return phase;
    if (!handoff.holds) return handoff.role === 'phone' ? 'canceled' : 'away';
    if (handoff.role === 'phone' && this.#codes !== 'same')
      return this.#codes === 'differ' ? 'stop' : 'match';
    if (this.#wish && phase !== 'rejected') return this.#wish;
    if (phase === 'choose' || phase === 'rejected') return phase;
    return needs.length ? 'capture' : 'send';
  }

  /** What the screen before had open is closed. */
  protected override enter(): void {
    this.#part?.leave();
    this.#part = null;
    // A link that the phone has opened has done its work.
    if (this.screen === 'away') this.#wish = null;
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

  /** Out of the page a part would open what nobody closes. It is made when the step comes back. */
  #makePart(): Part | null {
    const { screen } = this;
    if (screen !== 'capture' && screen !== 'link') return null;
    const lazy = screen === 'capture' ? this.#capture : this.#link;
    lazy.need();
    return (this.isConnected && lazy.chunk?.makePart(this)) || null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#part?.resume();
    this.requestUpdate();
  }

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

  /** The same shape as what comes, so that nothing jumps. */
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

  async #choose({ country, document_type }: Exclude<Answer, 'go-on'>): Promise<void> {
    if (await this.send(requests.choose(country, document_type))) this.want(null);
  }

  /** Who said "use and send" has nothing more to press. */
  async arrived(sent: boolean): Promise<void> {
    await this.context.refresh();
    await this.updateComplete;
    if (sent && this.screen === 'send') await this.send(requests.submit());
  }

  #compare(codes: 'unknown' | 'same' | 'differ'): void {
    this.#codes = codes;
    this.requestUpdate();
  }

  want(wish: 'link' | 'choose' | null): void {
    this.#wish = wish;
    this.requestUpdate();
  }
}
