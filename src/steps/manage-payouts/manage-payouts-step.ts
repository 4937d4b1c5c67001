import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { payoutMethodRequests } from '../../api/payout-method-requests.ts';
import { requests } from '../../api/requests.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { choices } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import { layout } from '../../ui/layout-styles.ts';
import { plusIcon } from '../../ui/method-icons.ts';
import { methods } from '../../ui/methods-styles.ts';
import { autoSwitch } from '../shared/payout-methods/auto-switch.ts';
import { MethodAdder, type AddAnswer, type AddScreen } from '../shared/payout-methods/method-adder.ts';
import { adding } from '../shared/payout-methods/styles.ts';
import { waitBanner } from '../shared/payout-methods/rail-choice.ts';
import { methodText, noBankText } from '../shared/payout-methods/wording.ts';
import { Removal } from '../shared/removal.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { blockerBanner, methodList } from './list.ts';
import { removalText } from './removal-text.ts';
import { styles } from './styles.ts';

/** What the main button means on the screen that is shown. */
type Answer = { readonly kind: 'finish' } | AddAnswer;

/**
 * Lists where the payee can be paid, adds and removes such methods, chooses the default and switches
 * automatic payouts.
 *
 * Nothing counts as saved before the requirement says so. Adding is the work of `MethodAdder`.
 */
export class ManagePayoutsStep extends MultiScreenStep<RequirementOf<'manage-payouts'>, Answer> {
  static override readonly styles = [
    ...MultiScreenStep.styles,
    layout,
    choices,
    methods,
    accountNumbersStyles,
    adding,
    styles,
  ];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => this.#adder.fields(),
    read: (raw) => this.#read(raw),
  });
  protected override readonly summary = errorSummary;
  /**
   * Adding a method, with its screens. The form and the adder need each other, so each reaches the other
   * through a function.
   */
  readonly #adder: MethodAdder = new MethodAdder(this, () => this.form);
  readonly #removal = new Removal(this);
  /** Continue was pressed although something is in the way. */
  #stopped = false;

  protected override get screen(): 'list' | AddScreen {
    return this.#adder.screen ?? 'list';
  }

  /** A list is where adding began. Without one the choice is the first screen. */
  override get back(): (() => void) | null {
    return this.#adder.back(this.requirement.methods.length > 0);
  }

  override willUpdate(changed: PropertyValues<this>): void {
    const { blockers, methods: listed } = this.requirement;
    if (changed.has('requirement') && !blockers.length) this.#stopped = false;
    const isStopped = this.#adder.settle();
    // An empty list has nothing to show, so adding begins at once.
    if (this.screen === 'list' && !listed.length) this.#adder.show('choose');
    super.willUpdate(changed);
    // What failed is what the list's own button does.
    if (isStopped) this.stale = null;
    this.#adder.prepare();
  }

  protected override renderStep(): TemplateResult {
    const { screen } = this;
    if (screen === 'list') return this.#renderList();
    if (screen === 'choose') return this.#renderChoice();
    // After the first method the flow goes on, so what the list would ask is asked here.
    const also = this.requirement.methods.length ? nothing : autoSwitch(this);
    return this.#adder.form(screen, also, this.#later(this.#adder.offers.length === 1));
  }

  /** Returns the list, with the switch, and with what is in the way of going on. */
  #renderList(): TemplateResult {
    const { methods: listed, hide_continue_button: hidden, blockers } = this.requirement;
    const hasDefault = listed.some(({ is_default }) => is_default);
    return html`${this.heading(
      this.t('manage-payouts.title'),
      this.t(hasDefault ? 'manage-payouts.lead' : 'manage-payouts.lead.no-default'),
    )}
    ${this.formOf(
      html`${methodList(this, {
        offersDefault: !hasDefault,
        onDefault: (method) => void this.#makeDefault(method),
        onRemove: (method) => void this.#remove(method),
        correction: (method) => this.#adder.correction(method),
      })}
      ${
        this.#adder.offers.length
          ? html`<button type="button" class="link add" part="add" @click=${() => this.#adder.show('choose')}>
              ${plusIcon}<span>${this.t('manage-payouts.add')}</span>
            </button>`
          : nothing
      }
      ${autoSwitch(this)}
      ${blockers.length ? blockerBanner(this, this.#blockerTexts(), this.#stopped) : nothing}
      ${hidden ? html`<p class="hint" part="hint">${this.t('manage-payouts.saved-as-you-go')}</p>` : nothing}`,
      this.#continueButton(),
    )}`;
  }

  /** Returns the choice of a rail, or that this partner offers none. */
  #renderChoice(): TemplateResult {
    const { t } = this;
    if (!this.#adder.offers.length) {
      return html`${this.heading(t('manage-payouts.none-offered.title'), t('manage-payouts.none-offered.lead'))}
      ${this.formOf(waitBanner(noBankText(this)), this.#continueButton())}`;
    }
    return html`${
      this.requirement.methods.length
        ? this.heading(t('manage-payouts.another.title'))
        : this.heading(t('manage-payouts.first.title'), t('manage-payouts.first.lead'))
    }
    ${this.formOf(this.#adder.choice(), this.#later())}`;
  }

  /** Returns the main button, unless the partner hides it. */
  #continueButton(): TemplateResult | typeof nothing {
    if (this.requirement.hide_continue_button) return nothing;
    return this.submitButton(this.t('manage-payouts.continue'));
  }

  /**
   * Returns what leads on without a method, where there is none yet. The money waits then: only what the
   * partner requires is required.
   */
  #later(isFirstScreen = true): TemplateResult | typeof nothing {
    const { methods: listed, blockers, hide_continue_button: hidden } = this.requirement;
    if (!isFirstScreen || listed.length || hidden || blockers.length) return nothing;
    return this.linkButton(this.t('manage-payouts.later'), () => this.#finish('later'), this.busy);
  }

  #blockerTexts(): string[] {
    return this.requirement.blockers.map((blocker) => this.t(`manage-payouts.blocker.${blocker}`));
  }

  /** Reads the form of the rail. On the list there is nothing to read. */
  #read(raw: Raw): Reading<Answer> {
    if (this.screen === 'list' || !this.#adder.offers.length) return { ok: true, value: { kind: 'finish' } };
    return this.#adder.read(raw);
  }

  protected override submit(answer: Answer): void {
    switch (answer.kind) {
      case 'choose':
        return this.#adder.show(answer.rail);
      case 'add':
        return this.#add(answer.method);
      case 'finish':
        return this.#finish();
    }
  }

  /**
   * Saves a method. The first one is what the step is for, so the flow goes on with it. When something is in
   * the way, or when the partner hides the button, the list comes.
   */
  #add(method: PayoutMethodInput): void {
    const isFirst = !this.requirement.methods.length;
    void this.#adder.save(method, async () => {
      const { blockers, hide_continue_button: hidden } = this.requirement;
      return isFirst && !blockers.length && !hidden && this.send(requests.submit('manage-payouts'));
    });
  }

  /** Makes a method the one that is paid to. */
  async #makeDefault(method: PayoutMethod): Promise<void> {
    const name = methodText(this.context.localizer, method);
    if (await this.send(payoutMethodRequests.makeDefault(method.id), method.id))
      this.tell(this.t('methods.said.default', { method: name }));
  }

  /** Removes a method after a question. The focus goes to the heading, because the row is gone. */
  async #remove(method: PayoutMethod): Promise<void> {
    const { localizer } = this.context;
    const name = methodText(localizer, method);
    const text = removalText(localizer, method, this.requirement.methods);
    if (!(await this.#removal.confirm({ method: name, text }))) return;
    if (await this.send(payoutMethodRequests.remove(method.id), method.id))
      this.tell(this.t('methods.said.removed', { method: name }), '#title');
  }

  /**
   * Ends the step. When something is in the way, it says what, and puts the focus where that can be changed.
   */
  #finish(by?: 'later'): void {
    const [blocker] = this.requirement.blockers;
    if (!blocker) return void this.send(requests.submit('manage-payouts'), by);
    this.#stopped = true;
    this.requestUpdate();
    this.tell(
      this.#blockerTexts().join(' '),
      blocker === 'auto-payout-required' ? '.switch' : '.about > .link, .more',
    );
  }
}
