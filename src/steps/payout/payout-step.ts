import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { PayoutInput } from '../../contract/steps/payout.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { layout } from '../../ui/layout-styles.ts';
import { methods } from '../../ui/methods-styles.ts';
import { MethodAdder, type AddAnswer, type AddScreen } from '../shared/payout-methods/method-adder.ts';
import { adding } from '../shared/payout-methods/styles.ts';
import { money } from '../shared/payout-methods/wording.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { amountBody, balanceOf } from './amount.ts';
import { followUp } from './follow-up.ts';
import { payoutRequests } from './requests.ts';
import { reviewList } from './review.ts';
import { styles } from './styles.ts';
import { Wish, type WishAnswer } from './wish.ts';

type Requirement = RequirementOf<'payout'>;

/** What the main button means on the screen that is shown. */
type Answer = AddAnswer | WishAnswer | { readonly kind: 'press' };

type Screen = 'amount' | 'empty' | 'review' | 'status' | AddScreen;

/**
 * Withdraws from the wallet: how much and where to, once more to confirm, then how it is doing. The server decides what is asked
 * (`review`) and what was done (`payout`); here is only what is being typed.
 */
export class PayoutStep extends MultiScreenStep<Requirement, Answer> {
  static override readonly styles = [
    ...MultiScreenStep.styles,
    layout,
    choices,
    secrets,
    methods,
    accountNumbersStyles,
    adding,
    styles,
  ];

  readonly #wish = new Wish(this);
  readonly #method: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => this.#adder.fields(),
    read: (raw) => this.#adder.read(raw),
  });
  readonly #pressed: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => [],
    read: () => ({ ok: true, value: { kind: 'press' } }),
  });
  protected override readonly summary = errorSummary;
  readonly #adder: MethodAdder = new MethodAdder(this, () => this.#method);
  /** The payee went back from what was to be confirmed. */
  #editing = false;

  protected override get form(): FormController<Answer> {
    if (this.#adder.screen) return this.#method;
    return this.screen === 'amount' ? this.#wish.form : this.#pressed;
  }

  protected override get screen(): Screen {
    const { payout, review, balance } = this.requirement;
    if (payout) return 'status';
    if (this.#adder.screen) return this.#adder.screen;
    if (review && !this.#editing) return 'review';
    return balance > 0 ? 'amount' : 'empty';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#wish.followLanguage(changed.get('context')?.localizer.locale);
    const before = changed.get('requirement');
    if (changed.has('requirement')) this.#wish.prefill(before);
    if (before?.review && !this.requirement.review) this.#editing = false;
    super.willUpdate(changed);
    this.#adder.prepare();
    const { payout } = this.requirement;
    if (before?.payout && payout && before.payout.status !== payout.status)
      this.tell(followUp(this.context.localizer, payout).title);
  }

  protected override renderStep(): TemplateResult {
    const { screen } = this;
    switch (screen) {
      case 'amount':
        return this.#renderAmount();
      case 'empty':
        return this.#renderEmpty();
      case 'review':
        return this.#renderReview();
      case 'status':
        return this.#renderStatus();
      case 'choose':
        return html`${this.heading(this.t('payout.another.title'), this.t('payout.another.lead'))}
        ${this.formOf(this.#adder.choice(), this.#cancel())}`;
      // A rail. A screen that is none would not compile.
      default:
        return this.#adder.form(screen, this.#cancel());
    }
  }

  #cancel(): TemplateResult {
    return this.linkButton(this.t('action.cancel'), () => this.#adder.show(null), this.busy);
  }

  #renderAmount(): TemplateResult {
    return html`${this.heading(this.t('payout.title'))}
    ${this.formOf(
      amountBody(this, {
        onAll: () => this.#wish.all(),
        onAdd: this.#adder.offers.length ? () => this.#adder.show('choose') : null,
      }),
      this.submitButton(this.t('payout.review')),
      this.requirement.hide_continue_button
        ? nothing
        : this.linkButton(this.t('payout.later'), () => this.#finish('later'), this.busy),
    )}`;
  }

  #renderEmpty(): TemplateResult {
    const { held, hide_continue_button: hidden } = this.requirement;
    const state = held > 0 ? 'held' : 'empty';
    const amount = money(this.context.localizer.locale, held);
    return html`${this.heading(this.t(`payout.${state}.title`), this.t(`payout.${state}.lead`, { amount }))}
    ${this.formOf(balanceOf(this), hidden ? nothing : this.submitButton(this.t('payout.continue')))}`;
  }

  #renderReview(): TemplateResult {
    const { review } = this.requirement;
    if (!review) return html`${nothing}`;
    const { localizer, appName } = this.context;
    const amount = money(localizer.locale, review.amount);
    return html`${this.heading(this.t('payout.review.title'))}
    ${this.formOf(
      reviewList(localizer, review, appName),
      this.submitButton(this.t('payout.confirm', { amount })),
      this.linkButton(this.t('payout.change'), () => this.#edit(), this.busy),
    )}`;
  }

  #renderStatus(): TemplateResult {
    const { payout, hide_continue_button: hidden } = this.requirement;
    if (!payout) return html`${nothing}`;
    const { title, lead, body } = followUp(this.context.localizer, payout);
    const cameBack = payout.again && payout.status !== 'completed';
    const label = payout.again
      ? this.t(cameBack ? 'payout.again' : 'payout.more')
      : this.t('payout.continue');
    return html`${this.heading(title, lead)}
    ${this.formOf(
      body,
      payout.again || !hidden ? this.submitButton(label) : nothing,
      cameBack && !hidden
        ? this.linkButton(this.t('payout.failed.continue'), () => this.#finish('without'), this.busy)
        : nothing,
    )}`;
  }

  protected override submit(answer: Answer): void {
    switch (answer.kind) {
      case 'choose':
        return this.#adder.show(answer.rail);
      case 'add':
        return void this.#save(answer.method);
      case 'review':
        return void this.#review(answer.wish);
      case 'press':
        return this.#press();
    }
  }

  #press(): void {
    const { payout, review } = this.requirement;
    if (payout?.again) void this.#again();
    else if (review && !payout) void this.send(payoutRequests.confirm(review.id));
    else this.#finish();
  }

  async #review(wish: PayoutInput): Promise<void> {
    if (await this.send(payoutRequests.review(wish))) this.#edit(false);
  }

  async #again(): Promise<void> {
    if (await this.send(payoutRequests.again())) this.#edit(false);
  }

  #finish(by?: 'later' | 'without'): void {
    void this.send(payoutRequests.finish(), by);
  }

  async #save(method: PayoutMethodInput): Promise<void> {
    const saved = await this.#adder.save(method);
    if (saved) this.#wish.form.set('method_id', saved.id);
  }

  #edit(editing = true): void {
    this.#editing = editing;
    this.requestUpdate();
  }
}
