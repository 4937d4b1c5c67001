import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { payoutMethodRequests } from '../../api/payout-method-requests.ts';
import type { PayoutInput } from '../../contract/steps/payout.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { plusIcon } from '../../ui/method-icons.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { methods } from '../../ui/methods-styles.ts';
import { autoSwitch } from '../payout-methods/auto-switch.ts';
import { MethodAdder, type AddAnswer } from '../payout-methods/method-adder.ts';
import { adding } from '../payout-methods/styles.ts';
import { methodText, money } from '../payout-methods/wording.ts';
import { StepElement, type StepContext } from '../step-element.ts';
import { Work } from '../work.ts';
import { amountFields, codecOf, offerOf, readWish, wishFields } from './amount.ts';
import { payoutRequests } from './requests.ts';
import { followUp } from './follow-up.ts';
import { reviewList } from './review.ts';
import { styles } from './styles.ts';

type Requirement = RequirementOf<'payout'>;

/** What the main button means on the screen that is shown. */
type Answer =
  AddAnswer | { readonly kind: 'review'; readonly wish: PayoutInput } | { readonly kind: 'press' };

type Screen = 'amount' | 'empty' | 'adding' | 'review' | 'status';

/**
 * Withdraws from the wallet: how much and where to, once more to confirm, then how it is doing. The server decides what is asked
 * (`review`) and what was done (`payout`); here is only what is being typed.
 */
export class PayoutStep extends StepElement<Requirement, Answer> {
  static override readonly styles = [
    ...StepElement.styles,
    layout,
    choices,
    secrets,
    methods,
    accountNumbersStyles,
    adding,
    styles,
  ];

  /** How much and where to: kept while a method is added, and while the payee looks at what they are about to confirm. */
  readonly #wish: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => wishFields,
    read: (raw) => readWish(raw, this.requirement, this.context.localizer.locale),
  });
  readonly #method: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => this.#adder.fields(),
    read: (raw) => this.#adder.read(raw),
  });
  readonly #pressed: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => [],
    read: () => ({ ok: true, value: { kind: 'press' } }),
  });
  readonly #work = new Work<'review' | 'confirm' | 'again' | 'finish' | 'add' | 'auto'>(this);
  readonly #adder: MethodAdder = new MethodAdder(this, () => this.#method);
  /** The payee went back from what was to be confirmed. */
  #editing = false;
  #shown: Screen | null = null;

  protected override get form(): FormController<Answer> {
    const screen = this.#screen;
    if (screen === 'amount') return this.#wish;
    return screen === 'adding' ? this.#method : this.#pressed;
  }

  get #screen(): Screen {
    const { payout, review, balance } = this.requirement;
    if (payout) return 'status';
    if (this.#adder.screen) return 'adding';
    if (review && !this.#editing) return 'review';
    return balance > 0 ? 'amount' : 'empty';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    this.#followLanguage(changed.get('context'));
    if (changed.has('requirement')) this.#take(changed.get('requirement'));
    const screen = this.#screen;
    if (screen === 'adding') this.#adder.prepare();
    if (this.#shown !== null && this.#shown !== screen) {
      this.#work.leave();
      void this.focusHeading();
    }
    this.#shown = screen;
    super.willUpdate(changed);
  }

  protected override summary(): ReturnType<typeof errorSummary> {
    return errorSummary(this.view);
  }

  protected override failure(): TemplateResult | typeof nothing {
    if (!this.#adder.unreachable) return this.#work.failed ? super.failure() : nothing;
    return html`<div class="banner" part="failure" role="alert">
      ${alertIcon}
      <div>${this.t('error.network-error')}</div>
    </div>`;
  }

  protected override renderStep(): TemplateResult {
    switch (this.#screen) {
      case 'amount':
        return this.#renderAmount();
      case 'empty':
        return this.#renderEmpty();
      case 'adding':
        return this.#renderAdding();
      case 'review':
        return this.#renderReview();
      case 'status':
        return this.#renderStatus();
    }
  }

  #renderAmount(): TemplateResult {
    const { localizer } = this.context;
    const { notice, auto_payout, methods: held } = this.requirement;
    const balance = this.#money(this.requirement.balance);
    return html`${this.heading(this.t('payout.title'))}
    ${this.formOf(
      html`${
        notice
          ? html`<div class="banner calm" part="notice" role="alert">
              ${alertIcon}
              <div>${this.t(`payout.notice.${notice}`, { balance })}</div>
            </div>`
          : nothing
      }
      ${this.#renderBalance()} ${amountFields(this.view, this.requirement, () => this.#all())}
      ${
        this.#adder.offers.length
          ? html`<button
              type="button"
              class="link add"
              part="add"
              name=${held.length ? nothing : 'method_id'}
              aria-describedby=${held.length ? nothing : 'method_id-error'}
              @click=${() => this.#add('choose')}
            >
              ${plusIcon}<span>${this.t(held.length ? 'payout.add' : 'payout.add-first')}</span>
            </button>`
          : nothing
      }
      ${autoSwitch(localizer, auto_payout, { hasDefault: held.some(({ is_default }) => is_default), working: this.#work.is('auto'), onSwitch: this.#switch })}`,
      this.submitButton(this.t('payout.review'), this.#work.is('review')),
      this.#later(),
    )}`;
  }

  #renderBalance(): TemplateResult {
    const { balance, held } = this.requirement;
    return html`<div class="balance" part="balance">
      <p class="label">${this.t('payout.balance')}</p>
      <p class="sum number"><bdi>${this.#money(balance)}</bdi></p>
      ${held > 0 ? html`<p class="hint">${this.t('payout.held', { amount: this.#money(held) })}</p>` : nothing}
    </div>`;
  }

  #renderEmpty(): TemplateResult {
    const { held, hide_continue_button: hidden } = this.requirement;
    const state = held > 0 ? 'held' : 'empty';
    return html`${this.heading(this.t(`payout.${state}.title`), this.t(`payout.${state}.lead`, { amount: this.#money(held) }))}
    ${this.formOf(this.#renderBalance(), hidden ? html`${nothing}` : this.submitButton(this.t('payout.continue')))}`;
  }

  #renderAdding(): TemplateResult {
    const { rail, offers } = this.#adder;
    const cancel = this.linkButton(this.t('action.cancel'), () => this.#add(null), this.busy);
    if (!rail) {
      return html`${this.heading(this.t('payout.another.title'), this.t('payout.another.lead'))}
      ${this.formOf(this.#adder.choice(), cancel)}`;
    }
    return html`${this.heading(this.t(`payout-methods.${rail}.title`), this.t(`payout-methods.${rail}.lead`))}
    ${this.formOf(
      this.#adder.body(rail),
      html`${this.#adder.terms(rail)}${this.submitButton(this.#adder.label(rail))}`,
      html`<div class="ways">
        ${offers.length > 1 ? this.linkButton(this.t('payout-methods.change-rail'), () => this.#add('choose'), this.busy) : nothing}${cancel}
      </div>`,
    )}`;
  }

  #renderReview(): TemplateResult {
    const { review } = this.requirement;
    if (!review) return html`${nothing}`;
    return html`${this.heading(this.t('payout.review.title'))}
    ${this.formOf(
      reviewList(this.context.localizer, review, this.context.appName),
      this.submitButton(
        this.t('payout.confirm', { amount: this.#money(review.amount) }),
        this.#work.is('confirm'),
      ),
      this.linkButton(this.t('payout.change'), () => this.#edit(), this.busy),
    )}`;
  }

  #renderStatus(): TemplateResult {
    const { payout, hide_continue_button: hidden } = this.requirement;
    if (!payout) return html`${nothing}`;
    const { title, lead, body } = followUp(this.context.localizer, payout);
    const cameBack = payout.again && payout.status !== 'completed';
    const button = payout.again
      ? this.submitButton(this.t(cameBack ? 'payout.again' : 'payout.more'), this.#work.is('again'))
      : hidden
        ? html`${nothing}`
        : this.submitButton(this.t('payout.continue'), this.#work.is('finish'));
    return html`${this.heading(title, lead)}
    ${this.formOf(body, button, cameBack && !hidden ? this.linkButton(this.t('payout.failed.continue'), () => void this.#finish(), this.busy) : nothing)}`;
  }

  #later(): TemplateResult | typeof nothing {
    return this.requirement.hide_continue_button
      ? nothing
      : this.linkButton(this.t('payout.later'), () => void this.#finish(), this.busy);
  }

  protected override submit(answer: Answer): void {
    switch (answer.kind) {
      case 'choose':
        return this.#add(answer.rail);
      case 'add':
        return void this.#save(answer.method);
      case 'review':
        return void this.#review(answer.wish);
      case 'press':
        return void this.#press();
    }
  }

  #press(): Promise<unknown> {
    const { payout, review } = this.requirement;
    if (payout?.again) return this.#again();
    return review && !payout ? this.#work.ask('confirm', payoutRequests.confirm(review.id)) : this.#finish();
  }

  async #review(wish: PayoutInput): Promise<void> {
    this.#editing = !(await this.#work.ask('review', payoutRequests.review(wish))) && this.#editing;
    this.requestUpdate();
  }

  async #again(): Promise<void> {
    if (await this.#work.ask('again', payoutRequests.again())) this.#editing = false;
  }

  #finish(): Promise<boolean> {
    return this.#work.ask('finish', payoutRequests.finish());
  }

  async #save(method: PayoutMethodInput): Promise<void> {
    const before = new Set(this.requirement.methods.map(({ id }) => id));
    if (!(await this.#work.ask('add', payoutMethodRequests.add(method)))) return;
    const added = this.requirement.methods.find(({ id }) => !before.has(id));
    this.#adder.show(null);
    if (!added) return;
    this.#wish.set('method_id', added.id);
    this.context.announce(
      this.t('methods.said.added', { method: methodText(this.context.localizer, added) }),
    );
  }

  #switch = (): void => {
    const enabled = !this.requirement.auto_payout.enabled;
    void this.#work.ask('auto', payoutMethodRequests.setAutoPayout(enabled)).then((done) => {
      if (done)
        this.context.announce(
          this.t(enabled ? 'payout-methods.said.auto-on' : 'payout-methods.said.auto-off'),
        );
    });
  };

  #add(at: Parameters<MethodAdder['show']>[0]): void {
    this.#work.leave();
    this.#adder.show(at);
    void this.focusHeading();
  }

  #edit(): void {
    this.#editing = true;
    this.#wish.begin();
    this.requestUpdate();
  }

  /** Everything, as far as the chosen way takes it at once. */
  #all(): void {
    const { balance } = this.requirement;
    const most = offerOf(this.requirement, this.#wish.value('method_id'))?.maximum ?? balance;
    this.#wish.set('amount', codecOf(this.context.localizer.locale).format(Math.min(balance, most)));
    this.#wish.focus('amount');
  }

  /** An amount is typed in the way of the language; in another one it may be none. */
  #followLanguage(before: StepContext | undefined): void {
    const [from, to] = [before?.localizer.locale, this.context.localizer.locale];
    if (!from || from === to) return;
    const cents = codecOf(from).parse(this.#wish.value('amount'));
    if (cents !== null) this.#wish.rewrite('amount', codecOf(to).format(cents));
  }

  #take(before: Requirement | undefined): void {
    const { draft, methods: held, payout } = this.requirement;
    const preferred = held.find(({ is_default }) => is_default) ?? (held.length === 1 ? held[0] : undefined);
    // What was paid out is no longer a wish.
    if (before?.payout && !payout) this.#wish.clear();
    if (before?.review && !this.requirement.review) this.#editing = false;
    this.#wish.prefill({
      amount: draft ? codecOf(this.context.localizer.locale).format(draft.amount) : null,
      method_id: held.find(({ id }) => id === draft?.method_id)?.id ?? preferred?.id,
    });
    if (before?.payout && payout && before.payout.status !== payout.status)
      this.context.announce(followUp(this.context.localizer, payout).title);
  }

  #money(cents: number): string {
    return money(this.context.localizer.locale, cents);
  }
}
