import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { complianceRequests } from '../../api/compliance-requests.ts';
import { requests } from '../../api/requests.ts';
import { taxFormNames, type TaxFormName } from '../../contract/forms/tax.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { Revealed } from '../../ui/revealed.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { Lazy } from '../shared/lazy.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { FinishedForm } from './finished-form.ts';
import { leadOf, renderIntro } from './intro.ts';
import { renderPending } from './pending.ts';
import { known, stateCode } from './prefill.ts';
import { readForm, w9Of, type FormSpec } from './read-forms.ts';
import { styles } from './styles.ts';
import { renderMismatch, renderW9 } from './w9.ts';

/** What the main button sends: a form, or the wish not to wait for the verdict. */
type Answer = ComplianceInput | 'go-on';

/**
 * Collects Form W-9, W-8BEN or W-8BEN-E. The payee decides which of them. What was typed for one form is
 * still there after a look at another.
 *
 * A US number is checked with the IRS. Until the verdict is there the payee may go on, and a mismatch brings
 * the form back.
 */
export class ComplianceStep extends MultiScreenStep<RequirementOf<'compliance'>, Answer> {
  static override readonly styles = [...MultiScreenStep.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.#isPending ? [] : (this.#spec?.fields(this.form.raw) ?? [])),
    read: (raw) => {
      if (this.#isPending) return { ok: true, value: 'go-on' };
      const spec = this.#spec;
      return spec
        ? readForm(spec, raw, this.context.localizer.locale, this.context.now)
        : { ok: false, errors: [] };
    },
  });
  protected override readonly summary = errorSummary;
  readonly #draft = new DraftKeeper(this, this.form);
  /** Whether the payee made the tax number readable. */
  readonly revealed = new Revealed(this);
  readonly #finished: FinishedForm = new FinishedForm(this, this.form, () => this.#spec);
  /** Form W-8BEN, and what both forms for those outside the US have in common. */
  readonly #w8ben = new Lazy(this, 'compliance-w8', () => import('./w8/index.ts'));
  readonly #w8bene = new Lazy(this, 'compliance-w8bene', () => import('./w8bene/index.ts'));
  /** Whether a form was submitted from this page. Only then may an empty field be called missing. */
  #sent = false;
  /**
   * `state` of the form that is not on screen. It is a code in the W-9 and any text in a W-8, so the two do
   * not fit each other.
   */
  #otherState = '';
  /** Whether the form that was on screen last is the W-9. Null before the first form. */
  #wasW9: boolean | null = null;

  /** Whether the IRS is still checking the number. */
  get #isPending(): boolean {
    return this.requirement.tax_id_verification === 'pending';
  }

  /** The form that the payee chose, else the one that the server thinks right. */
  get #form(): TaxFormName {
    return taxFormNames.find((name) => name === this.form.value('form')) ?? this.requirement.form;
  }

  /** What the chosen form asks for. Undefined while it is being loaded. */
  get #spec(): FormSpec | undefined {
    return this.#form === 'w9' ? w9Of(this.form.raw) : this.#w8?.specOf(this.requirement);
  }

  /** The chosen form for those outside the US; null while it, or its words, are being loaded. */
  get #w8() {
    return this.#w8ben.chunk && (this.#form === 'w8bene' ? this.#w8bene.chunk : this.#w8ben.chunk);
  }

  protected override get screen(): TaxFormName | 'pending' {
    return this.#isPending ? 'pending' : this.#form;
  }

  /** A payee who chooses another form stays at that choice. */
  protected override landing(): string {
    return this.#isPending ? super.landing() : '';
  }

  /** Starts another form with its own `state`, and without a consent. */
  protected override enter(): void {
    this.revealed.clear();
    // Consent to the words of one form is no consent to those of another.
    this.form.set('consent', '');
    if (!this.#isPending) this.#swapState(this.#form === 'w9');
  }

  /** A form that is being loaded is part of the update, so that the focus is moved only after it is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    if (!this.#w8ben.loading && !this.#w8bene.loading) return done;
    await this.#w8ben.loading;
    await this.#w8bene.loading;
    return false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.knowsMore(changed)) this.form.prefill(known(this.requirement, this.context));
    this.#draft.restore();
    super.willUpdate(changed);
    if (!this.#isPending && this.#form !== 'w9') this.#w8ben.need();
    if (!this.#isPending && this.#form === 'w8bene') this.#w8bene.need();
    const before = changed.get('requirement');
    if (changed.has('requirement') && before?.tax_id_verification !== this.requirement.tax_id_verification)
      // On a page that was just opened the focus stays where it is.
      this.#showVerdict(before !== undefined);
  }

  protected override renderStep(): TemplateResult {
    if (this.#isPending) {
      return html`${this.heading(this.t('compliance.pending.title'))}
      ${this.formOf(
        renderPending(this),
        this.requirement.hide_continue_button
          ? nothing
          : this.submitButton(this.t('compliance.pending.continue')),
      )}`;
    }
    const form = this.#form;
    return html`${this.heading(this.t('compliance.title'), leadOf(this))}
    ${this.formOf(
      html`${form === 'w9' ? renderMismatch(this) : nothing} ${renderIntro(this, form)}
      ${form === 'w9' ? renderW9(this) : (this.#w8?.render(this) ?? this.#renderLoading())}`,
      this.submitButton(this.t(form === 'w9' ? 'compliance.continue' : 'compliance.continue.sign')),
    )}`;
  }

  /** Returns what stands in for a W-8 that is on its way. When it cannot be loaded, the banner says so. */
  #renderLoading(): TemplateResult | typeof nothing {
    return this.unloaded
      ? nothing
      : html`<p class="hint" part="hint" role="status">${this.t('action.working')}</p>`;
  }

  /** For the templates: the finished form, or the button that asks for it. */
  get review(): TemplateResult {
    return this.#finished.render(this.t);
  }

  /**
   * For the templates: changes to the form that they say is the right one, and puts the focus on the choice.
   */
  useForm(form: TaxFormName): void {
    this.form.set('form', form);
    this.form.focus('form');
  }

  /**
   * Keeps the `state` of each form while the other one is on screen. A W-9 without one takes over what was
   * typed, if it names a state.
   */
  #swapState(isW9: boolean): void {
    if (this.#wasW9 !== null && this.#wasW9 !== isW9) {
      const state = this.form.value('state');
      this.form.set('state', this.#otherState || (isW9 ? stateCode(state) : ''));
      this.#otherState = state;
    }
    this.#wasW9 = isW9;
  }

  protected override submit(answer: Answer): void {
    if (answer === 'go-on') void this.send(complianceRequests.goOn());
    else void this.#submitForm(answer);
  }

  async #submitForm(answer: ComplianceInput): Promise<void> {
    if (!(await this.send(requests.submit('compliance', answer)))) return;
    // Handed over, so not kept any longer than needed.
    this.form.set('tin', '');
    this.#sent = true;
    this.#showVerdict(true);
  }

  /** After a mismatch the number is asked for once more, and only the number is wrong. */
  #showVerdict(moveFocus: boolean): void {
    const { tax_id_verification: status } = this.requirement;
    if (status !== 'pending' && status !== 'mismatched') return;
    this.form.set('tin', '');
    this.form.begin();
    if (status === 'pending') return;
    // On a page that was opened again nothing has been typed yet. What is empty there is not wrong.
    this.form.refuse([{ field: 'tin', code: 'tin-mismatch' }], this.#sent);
    if (moveFocus) void this.moveFocus('[name="tin"]');
  }
}
