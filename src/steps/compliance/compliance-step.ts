import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { complianceRequests } from '../../api/compliance-requests.ts';
import { requests } from '../../api/requests.ts';
import { taxFormNames, type TaxFormName } from '../../contract/forms/tax.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { FieldError } from '../../flow/problem.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController, type Reading } from '../../ui/form-controller.ts';
import { groups } from '../../ui/groups-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { Revealed } from '../../ui/revealed.ts';
import { DraftKeeper } from '../shared/draft-keeper.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { FormSwitch } from './form-switch.ts';
import { leadOf, renderIntro } from './intro.ts';
import { OtherWay } from './other-way.ts';
import { Pager } from './pager.ts';
import { Parts } from './parts.ts';
import { known } from './prefill.ts';
import { readForm, type FormSpec, type Page } from './read-forms.ts';
import type { FinishedForm } from './review/finished-form.ts';
import { styles } from './styles.ts';
import type { W8 } from './w8/fields.ts';

/** What the main button sends: a form, the wish not to wait, nothing but another page, or an upload. */
type Answer = ComplianceInput | 'go-on' | 'next' | 'other';

/**
 * Collects Form W-9, W-8BEN or W-8BEN-E, a few questions a page, and has the answers checked before they are
 * certified. The payee decides which form. What was typed for one form is still there after a look at
 * another.
 *
 * A US number is checked with the IRS; the payee may go on meanwhile. A mismatch brings the form back.
 */
export class ComplianceStep extends MultiScreenStep<RequirementOf<'compliance'>, Answer> {
  static override readonly styles = [...MultiScreenStep.styles, layout, choices, secrets, groups, styles];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.#other.isOn ? this.#other.fields : this.#isPending ? [] : this.#pager.fields),
    read: () => {
      if (this.#other.isOn) return this.#other.read();
      if (this.#isPending) return { ok: true, value: 'go-on' };
      // What is not on screen yet cannot be certified.
      if (!this.#spec || !this.#parts.has(...this.#place)) return { ok: false, errors: [] };
      if (this.#shown === 'check') return this.#reading();
      const errors = this.#errors.filter(({ field }) => this.form.has(field));
      return errors.length ? { ok: false, errors } : { ok: true, value: 'next' };
    },
  });
  protected override readonly summary = errorSummary;
  readonly #draft = new DraftKeeper(this, this.form);
  /** Whether the payee made the tax number readable. */
  readonly revealed = new Revealed(this);
  readonly #pager: Pager = new Pager(this, () => this.#spec?.pages(this.form.raw) ?? { who: ['form'] });
  readonly #parts = new Parts(this);
  readonly #switch = new FormSwitch(this.form);
  readonly #other: OtherWay = new OtherWay(this, this.form);
  #finished: FinishedForm | null = null;
  /** Whether a form was submitted from this page. Only then may an empty field be called missing. */
  #sent = false;

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
    return this.#parts.specOf(this.#form, this.form.raw, this.requirement);
  }

  /** The page on screen. What is shown while the IRS checks comes with the last one. */
  get #shown(): Page {
    return this.#isPending ? 'check' : this.#pager.page;
  }

  /** Where the payee is. */
  get #place() {
    return [this.#form, this.#shown, this.requirement] as const;
  }

  /** On the first page each form is a screen of its own. */
  protected override get screen(): string {
    if (this.#other.isOn) return this.#other.name;
    if (this.#isPending) return 'pending';
    const { page } = this.#pager;
    return page === 'who' ? this.#form : page;
  }

  /** A payee who chooses another form stays at that choice, and what is wrong with a page has the focus. */
  protected override landing(): string {
    return this.#isPending || this.#other.isOn || this.#pager.land() ? super.landing() : '';
  }

  /** Another form begins anew: its pages are others. */
  protected override enter(): void {
    this.revealed.clear();
    if (!this.#isPending && this.#switch.take(this.#form)) this.#pager.restart();
  }

  /** A part that is being loaded belongs to the update, so that the focus is moved only after it is there. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const done = await super.getUpdateComplete();
    const loading = this.#other.loading ?? this.#parts.loading(...this.#place);
    if (!loading) return done;
    await loading;
    return false;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (this.knowsMore(changed)) this.form.prefill(known(this.requirement, this.context));
    this.#draft.restore();
    const before = changed.get('requirement');
    if (changed.has('requirement') && before?.tax_id_verification !== this.requirement.tax_id_verification)
      // On a page that was just opened the focus stays where it is.
      this.#takeVerdict(before !== undefined);
    if (changed.has('problem') && this.problem) this.#pager.refer(this.problem.fields);
    super.willUpdate(changed);
    this.#other.need();
    this.#parts.need(this.#form, this.#shown, this.form.raw, this.requirement);
    this.#pager.arrive(this.form);
  }

  protected override renderStep(): TemplateResult {
    if (this.#other.isOn) return this.#other.screen?.render() ?? this.formOf(this.#renderLoading(), nothing);
    if (this.#isPending)
      return this.#parts.review?.renderPending(this) ?? this.formOf(this.#renderLoading(), nothing);
    const { page } = this.#pager;
    if (page === 'who')
      return html`${this.heading(this.t('compliance.title'), leadOf(this))}
      ${this.formOf(
        html`${renderIntro(this, this.#form)} ${this.#body(page)}`,
        this.submitButton(this.t('compliance.continue')),
      )}`;
    const isLast = page === 'check';
    return html`${this.heading(this.t(`compliance.page.${page}`))}
    ${this.formOf(
      isLast ? this.#renderCheck() : this.#body(page),
      this.submitButton(this.t(isLast ? 'compliance.certify' : 'compliance.continue')),
    )}`;
  }

  /** Returns what the chosen form asks on a page. */
  #body(page: Page): TemplateResult | typeof nothing {
    const templates = this.#parts.templatesOf(this.#form, this.form.raw, this.requirement);
    return templates ? (templates[page]?.(this) ?? nothing) : this.#renderLoading();
  }

  #renderCheck(): TemplateResult | typeof nothing {
    const { review } = this.#parts;
    if (!review || !this.#spec) return this.#renderLoading();
    this.#finished ??= new review.FinishedForm(this, this.form, {
      spec: () => this.#spec,
      refuse: (errors) => this.#refuse(errors),
    });
    return review.renderCheck(this, {
      form: this.#form,
      spec: this.#spec,
      finished: this.#finished.render(this.t),
      signature: this.#body('check'),
    });
  }

  /** Returns what stands in for a part that is on its way. When it cannot be loaded, the banner says so. */
  #renderLoading(): TemplateResult | typeof nothing {
    return this.unloaded
      ? nothing
      : html`<p class="hint" part="hint" role="status">${this.t('action.working')}</p>`;
  }

  /** For the templates: changes to the form that is the right one, and puts the focus on the choice. */
  useForm(form: TaxFormName): void {
    this.form.set('form', form);
    this.#pager.go('who', { focus: 'form' });
  }

  readonly goOther = (): void => this.#other.go();
  /** For the templates: goes to a page, and from there back. */
  readonly change = (page: Page): void => this.#pager.change(page);
  /** For the templates: what a business is asked on the first page of a W-9, and the address in the US. */
  readonly business = () => this.#parts.business?.renderBusiness(this) ?? this.#renderLoading();
  readonly usAddress = () => this.#parts.review?.renderUsAddress(this) ?? this.#renderLoading();
  /** For the templates: what is said of a number that the IRS knows under another name. */
  readonly mismatch = () => this.#parts.renderMismatch(this) ?? this.#renderLoading();
  /** For the templates: what is asked where the form does not fit what was said before. */
  readonly claim = (form: W8 | 'w9') => this.#parts.renderClaim(this, form) ?? this.#renderLoading();

  /** Leads one page back, with everything that was typed; null on the first page. */
  override get back(): (() => void) | null {
    if (this.#other.isOn) return this.requirement.upload ? null : () => this.#other.go(false);
    return !this.#isPending && this.#pager.hasBack ? () => this.#pager.back() : null;
  }

  /** Returns the whole form as it is now. */
  #reading(): Reading<ComplianceInput> {
    const { localizer, now } = this.context;
    const spec = this.#spec;
    return spec ? readForm(spec, this.form.raw, localizer.locale, now) : { ok: false, errors: [] };
  }

  get #errors(): readonly FieldError[] {
    const reading = this.#reading();
    return reading.ok ? [] : reading.errors;
  }

  /** Goes to a page that was passed and is not right any more. Otherwise does what the button says. */
  protected override press(): void {
    if (!this.unloaded && this.#parts.loading(...this.#place)) void this.awaitPart();
    else if (this.#isPending || this.#other.isOn || this.unloaded || !this.#pager.reopen(this.#errors))
      super.press();
  }

  protected override submit(answer: Answer): void {
    if (answer === 'other') void this.#other.screen?.send();
    else if (answer === 'go-on') void this.send(complianceRequests.goOn());
    else if (answer === 'next') this.#pager.next(this.#errors);
    else void this.#submitForm(answer);
  }

  async #submitForm(answer: ComplianceInput): Promise<void> {
    if (!(await this.send(requests.submit('compliance', answer)))) return;
    // Handed over, so not kept any longer than needed.
    this.form.set('tin', '');
    this.#sent = true;
    this.#takeVerdict(true);
  }

  /** Shows what the server refused, on the page that it is on. */
  #refuse(errors: readonly FieldError[]): void {
    if (this.#pager.refer(errors)) return this.requestUpdate();
    this.form.refuse(errors);
    void this.form.focusFirstError();
  }

  /** After a mismatch the number is asked for once more, and only the number is wrong. */
  #takeVerdict(moveFocus: boolean): void {
    const { tax_id_verification: status } = this.requirement;
    if (status !== 'pending' && status !== 'mismatched') return;
    this.form.set('tin', '');
    this.form.begin();
    if (status === 'mismatched') this.#pager.askNumber(this.#sent, moveFocus);
  }
}
