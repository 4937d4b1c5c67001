import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import type { PlainTerm } from '../../locales/catalogue.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { Revealed } from '../../ui/revealed.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { renderDetails } from './details.ts';
import { renderReported, renderReview, renderStopped, renderUnavailable } from './outcomes.ts';
import { renderAuthorization, renderDisclosure } from './papers.ts';
import { fieldsOn, readScreen, type Screen } from './read.ts';
import { requests } from './requests.ts';
import { styles } from './styles.ts';

/**
 * Has a background check made. It asks for what is not on file, shows the disclosure alone, takes the
 * signature, and tells the payee what becomes of the check.
 *
 * Of the verdict the server tells this element no more than one word, so that a report is never in the page.
 */
export class BackgroundCheckStep extends MultiScreenStep<RequirementOf<'background-check'>, StepRequest> {
  static override readonly styles = [...MultiScreenStep.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<StepRequest> = new FormController<StepRequest>(this, {
    fields: () => fieldsOn(this.screen, this.requirement),
    read: (raw) => {
      const { localizer, now } = this.context;
      return readScreen(this.screen, this.requirement, raw, localizer.locale, now);
    },
  });
  protected override readonly summary = errorSummary;
  readonly #draft = new DraftKeeper(this, this.form);
  /** Whether the payee made the social security number readable. */
  readonly revealed = new Revealed(this);
  /**
   * The screen that the payee went to without the server: from `stopped` to the disclosure, from
   * `unavailable` to the date of birth, which may be wrong, or back.
   */
  #chosen: Screen | null = null;

  /** The server's phase, unless the payee chose another screen. */
  protected override get screen(): Screen {
    return this.#chosen ?? this.requirement.phase;
  }

  /** The papers lead back to what stands before them. Correcting details is where the payee began. */
  override get back(): (() => void) | null {
    const { phase, fields } = this.requirement;
    if (this.screen === 'authorization') return () => this.#go('disclosure');
    if (this.screen === 'details') return phase === 'unavailable' ? () => this.#go(null) : null;
    if (this.screen !== 'disclosure') return null;
    if (phase === 'stopped') return () => this.#go(null);
    return fields.length ? () => this.#go('details') : null;
  }

  /** A number that was made readable is hidden again on the next screen. */
  protected override enter(): void {
    this.revealed.clear();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.knowsMore(changed)) this.form.prefill({ ...this.context.prefill, ...this.requirement.prefill });
    this.#draft.restore();
    if (changed.has('requirement')) {
      const before = changed.get('requirement');
      if (before?.phase !== this.requirement.phase) this.#chosen = null;
      // The payee was not found under this number, so it is asked for once more.
      if (this.requirement.status === 'information_mismatch' && before?.status !== 'information_mismatch')
        this.form.set('ssn', '');
    }
    super.willUpdate(changed);
  }

  protected override renderStep(): TemplateResult {
    const { t, requirement } = this;
    switch (this.screen) {
      case 'details':
        return this.#page('background-check.title', renderDetails(this), {
          lead: requirement.status === 'information_mismatch' ? undefined : t('background-check.lead'),
          button:
            requirement.status === 'information_mismatch'
              ? 'background-check.mismatch.send'
              : 'background-check.continue',
        });
      case 'disclosure':
        return this.#page('background-check.disclosure.title', renderDisclosure(this), {
          button: 'background-check.disclosure.read',
        });
      case 'authorization':
        return this.#page('background-check.authorization.title', renderAuthorization(this), {
          lead: t('background-check.authorization.lead'),
          button: 'background-check.sign',
        });
      case 'review':
        return this.#page('background-check.review.title', renderReview(this), {
          button: requirement.hide_continue_button ? null : 'background-check.review.continue',
        });
      case 'reported':
        return this.#page('background-check.reported.title', renderReported(this), {
          button: 'background-check.continue',
        });
      case 'stopped':
        return this.#page('background-check.stopped.title', renderStopped(this), {
          button: 'background-check.stopped.again',
          other: ['background-check.unavailable.continue', () => void this.#send(requests.goOn(), 'other')],
        });
      case 'unavailable':
        return this.#page('background-check.unavailable.title', renderUnavailable(this), {
          button: 'background-check.unavailable.continue',
          ...(requirement.unavailable === 'age' && {
            other: ['background-check.unavailable.correct', () => this.#go('details')] as const,
          }),
        });
      default:
        return this.screen satisfies never;
    }
  }

  /**
   * Returns one screen: heading, body, main button (null: there is nothing to press) and a quieter way on.
   */
  #page(title: PlainTerm, body: TemplateResult, { lead, button, other }: PageSpec): TemplateResult {
    return html`${this.heading(this.t(title), lead)}
    ${this.formOf(
      body,
      button ? this.submitButton(this.t(button)) : nothing,
      other ? this.linkButton(this.t(other[0]), other[1], this.busy) : nothing,
    )}`;
  }

  /** Shows a screen that the server need not hear of. */
  #go(screen: Screen | null): void {
    this.#chosen = screen;
    this.requestUpdate();
  }

  protected override submit(request: StepRequest): void {
    // After a stop the disclosure has to be read once more, and it is sent from its own screen.
    if (this.screen === 'stopped') this.#go('disclosure');
    // It was read and sent before the payee came back to it.
    else if (this.screen === 'disclosure' && this.requirement.phase === 'authorization') this.#go(null);
    else void this.#send(request);
  }

  async #send(request: StepRequest, by?: 'other'): Promise<void> {
    if (!(await this.send(request, by))) return;
    // They are with the server now, so they are not kept here. An authorization is for one check; another
    // check needs another signature.
    for (const field of ['ssn', 'signature', 'consent', 'copy']) this.form.set(field, '');
    this.#chosen = null;
    this.requestUpdate();
  }
}

/** What a screen has besides its title and body. */
interface PageSpec {
  readonly lead?: string | undefined;
  readonly button: PlainTerm | null;
  /** A quieter way on. */
  readonly other?: readonly [PlainTerm, () => void];
}
