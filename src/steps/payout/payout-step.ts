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
import { amountBody } from './amount.ts';
import { EmptyWallet } from './empty.ts';
import { followUp, nextActOf } from './follow-up.ts';
import { repair } from './repair.ts';
import { payoutRequests } from './requests.ts';
import { reviewList } from './review.ts';
import { styles } from './styles.ts';
import { Draft, type DraftAnswer } from './draft.ts';

type Requirement = RequirementOf<'payout'>;

/** What the main button means on the screen that is shown. `press`: a screen without fields. */
type Answer = AddAnswer | DraftAnswer | { readonly kind: 'press' };

/** `empty` is shown instead of `amount` when there is nothing to withdraw. */
type Screen = 'amount' | 'empty' | 'review' | 'status' | AddScreen;

/**
 * Withdraws from the wallet: first how much and where to, then the terms to confirm, then how it is doing.
 *
 * The server decides what is asked (`review`) and what was done (`payout`). Only what is being typed is here.
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

  readonly #draft = new Draft(this);
  /** The form of a method that is being added. */
  readonly #method: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => this.#adder.fields(),
    read: (raw) => this.#adder.read(raw),
  });
  /** The form of the screens on which there is nothing to fill in. */
  readonly #pressed: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => [],
    read: () => ({ ok: true, value: { kind: 'press' } }),
  });
  protected override readonly summary = errorSummary;
  readonly #adder: MethodAdder = new MethodAdder(this, () => this.#method);
  readonly #empty = new EmptyWallet(this);
  /** Whether the payee went back from the terms to the draft. */
  #editing = false;

  /** The form of the screen. Three of them, because a draft has to outlive the others. */
  protected override get form(): FormController<Answer> {
    if (this.#adder.screen) return this.#method;
    return this.screen === 'amount' ? this.#draft.form : this.#pressed;
  }

  protected override get screen(): Screen {
    const { payout, review, balance } = this.requirement;
    if (payout) return 'status';
    if (this.#adder.screen) return this.#adder.screen;
    if (review && !this.#editing) return 'review';
    return balance > 0 ? 'amount' : 'empty';
  }

  override get back(): (() => void) | null {
    return this.screen === 'review' ? () => this.#edit() : this.#adder.back(true);
  }

  /** The browser's Back: from a payout to what follows it, and from one that came back to another draft. */
  get onward(): (() => void) | null {
    const { payout, hide_continue_button: hidden } = this.requirement;
    if (!payout) return null;
    if (payout.again) return () => void this.#again(false);
    return hidden ? null : () => void this.send(payoutRequests.finish());
  }

  protected override enter(): void {
    this.#empty.leave();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#draft.followLanguage(changed.get('context')?.localizer.locale);
    const before = changed.get('requirement');
    if (changed.has('requirement')) this.#draft.prefill(before);
    // The review is gone, and with it what was to be changed. The next one is shown at once.
    if (before?.review && !this.requirement.review) this.#editing = false;
    super.willUpdate(changed);
    this.#adder.prepare();
    const { payout, balance } = this.requirement;
    // What a payout brought back is told as the end of that payout.
    if (before && !before.payout && before.balance < balance && this.screen === 'amount')
      this.tell(this.t('payout.said.came', { balance: money(this.context.localizer.locale, balance) }));
    if (before?.payout && payout && before.payout.status !== payout.status)
      // A push changes the screen while nobody presses anything, so it is read out.
      this.tell(followUp(this.context, payout, null).title);
  }

  protected override renderStep(): TemplateResult {
    const { screen } = this;
    switch (screen) {
      case 'amount':
        return this.#renderAmount();
      case 'empty':
        return this.#empty.render();
      case 'review':
        return this.#renderReview();
      case 'status':
        return this.#renderStatus();
      case 'choose':
        return html`${this.heading(this.t('payout.another.title'), this.t('payout.another.lead'))}
        ${this.formOf(this.#adder.choice(), nothing)}`;
      // A rail. A screen that is none would not compile.
      default:
        return this.#adder.form(screen);
    }
  }

  /** Returns the draft. `later` goes on without a payout. */
  #renderAmount(): TemplateResult {
    return html`${this.heading(this.t('payout.title'))}
    ${this.formOf(
      amountBody(this, {
        onAll: () => this.#draft.all(),
        onAdd: this.#adder.offers.length ? () => this.#adder.show('choose') : null,
        correction: (method) => this.#adder.correction(method),
      }),
      this.submitButton(this.#reviewLabel()),
      this.requirement.hide_continue_button
        ? nothing
        : this.linkButton(
            this.t('payout.later'),
            () => void this.send(payoutRequests.finish(), 'later'),
            this.busy,
          ),
    )}`;
  }

  /** Returns the words of the button, with the amount where it can be read. */
  #reviewLabel(): string {
    const { amount } = this.#draft;
    return amount
      ? this.t('payout.review-amount', { amount: money(this.context.localizer.locale, amount) })
      : this.t('payout.review');
  }

  /**
   * Returns the terms. The amount is in the button, so that it is the last thing read before it is pressed.
   */
  #renderReview(): TemplateResult {
    const { review } = this.requirement;
    if (!review) return html`${nothing}`;
    const { localizer, appName, now } = this.context;
    const amount = money(localizer.locale, review.amount);
    return html`${this.heading(this.t('payout.review.title'))}
    ${this.formOf(
      reviewList(localizer, review, appName, now),
      this.submitButton(this.t('payout.confirm', { amount })),
    )}`;
  }

  /** Returns how the payout is doing. `again`: the server allows another one. */
  #renderStatus(): TemplateResult {
    const { payout, hide_continue_button: hidden, notification } = this.requirement;
    if (!payout) return html`${nothing}`;
    const act = nextActOf(this.requirement);
    const { title, lead, body } = followUp(this.context, payout, act, notification);
    const ask = act === 'ask' && payout.support;
    // Where nobody can be asked by a link, what is left to do here is to try again.
    const label = act
      ? this.t(act === 'ask' && !ask ? 'payout.act.wait' : `payout.act.${act}`)
      : this.t(payout.again ? 'payout.more' : 'payout.continue');
    return html`${this.heading(title, lead)}
    ${this.formOf(
      body,
      ask
        ? html`<a class="button" part="button" href=${ask} target="_blank" rel="noopener">${label}</a>`
        : payout.again || !hidden
          ? this.submitButton(label)
          : nothing,
      act && !hidden
        ? this.linkButton(
            this.t('payout.failed.continue'),
            () => void this.send(payoutRequests.finish(), 'without'),
            this.busy,
          )
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
        return void this.#review(answer.draft);
      case 'press':
        return this.#press();
    }
  }

  /** Runs the main button of a screen without fields. */
  #press(): void {
    const { payout, review } = this.requirement;
    if (this.screen === 'empty') void this.#empty.look();
    else if (payout?.again) void this.#again();
    else if (review && !payout) void this.send(payoutRequests.confirm(review.id));
    else void this.send(payoutRequests.finish());
  }

  async #review(draft: PayoutInput): Promise<void> {
    if (await this.send(payoutRequests.review(draft))) this.#edit(false);
  }

  /** Begins another payout with an empty draft. `mends`: it leads to what made the last one fail. */
  async #again(mends = true): Promise<void> {
    const before = this.requirement;
    if (!(await this.send(payoutRequests.again()))) return;
    this.#edit(false);
    if (mends) repair(before, this.#adder, this.#draft);
  }

  /** Adds a method and chooses it, because that is what it was added for, unless it has to wait. */
  async #save(method: PayoutMethodInput): Promise<void> {
    const saved = await this.#adder.save(method);
    if (saved && !saved.usable_from) this.#draft.form.set('method_id', saved.id);
  }

  /** Goes back to the draft, or leaves it. The server need not hear of it. */
  #edit(editing = true): void {
    this.#editing = editing;
    this.requestUpdate();
  }
}
