import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { payoutMethodRequests } from '../../api/payout-method-requests.ts';
import { requests, type StepRequest } from '../../api/requests.ts';
import type { PayoutMethod } from '../../contract/bank/payout-methods.ts';
import type { RequirementOf } from '../../contract/steps/session.ts';
import type { PayoutMethodInput } from '../../contract/bank/method-inputs.ts';
import type { PayoutRail as AddableRail } from '../../contract/bank/rails.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController, type Raw, type Reading } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { plusIcon } from '../../ui/method-icons.ts';
import { methodMenu } from '../../ui/method-menu.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { methods } from '../../ui/methods-styles.ts';
import { StepElement } from '../step-element.ts';
import { Work } from '../work.ts';
import { autoSwitch } from '../payout-methods/auto-switch.ts';
import { railGlyph } from '../payout-methods/glyphs.ts';
import { MethodAdder, type AddAnswer } from '../payout-methods/method-adder.ts';
import { adding } from '../payout-methods/styles.ts';
import { methodName, methodText, offerText } from '../payout-methods/wording.ts';
import { removalText } from './removal-text.ts';
import { styles } from './styles.ts';

/** What the main button means on the screen that is shown. */
type Answer = { readonly kind: 'finish' } | AddAnswer;

type Kind = 'add' | 'remove' | 'default' | 'auto' | 'finish';

/**
 * Lists where the payee can be paid, adds and removes such methods, chooses the default and switches automatic payouts.
 * Nothing counts as saved before the requirement says so.
 */
export class ManagePayoutsStep extends StepElement<RequirementOf<'manage-payouts'>, Answer> {
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

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => (this.#screen === 'list' ? [] : this.#adder.fields()),
    read: (raw) => this.#read(raw),
  });
  readonly #work = new Work<Kind>(this);
  readonly #adder: MethodAdder = new MethodAdder(this, () => this.form);
  /** Part of this page could not be loaded when it was needed. */
  #unreachable = false;
  /** The change that was asked for last, said and focused once the requirement shows it. */
  #expected: {
    readonly from: readonly PayoutMethod[];
    readonly say: (added: PayoutMethod | undefined) => string;
  } | null = null;
  /** Continue was pressed although something is in its way. */
  #stopped = false;

  get #screen(): 'list' | 'choose' | AddableRail {
    return this.#adder.screen ?? 'list';
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requirement') && !this.requirement.blockers.length) this.#stopped = false;
    // Without a method there is nothing to list.
    if (!this.#adder.at && !this.requirement.methods.length) this.#adder.at = 'choose';
    if (this.#screen !== 'list') this.#adder.prepare();
    super.willUpdate(changed);
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('requirement') && changed.get('requirement')) this.#settle();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A modal dialog that is moved stays open but is no longer modal.
    this.renderRoot.querySelector('dialog')?.close();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('form :is(input, select, button)')?.focus();
  }

  protected override summary(): ReturnType<typeof errorSummary> {
    return errorSummary(this.view);
  }

  protected override renderStep(): TemplateResult {
    const screen = this.#screen;
    if (screen === 'list') return this.#renderList();
    return screen === 'choose' ? this.#renderChoice() : this.#renderForm(screen);
  }

  protected override failure(): TemplateResult | typeof nothing {
    if (this.#unreachable || this.#adder.unreachable) {
      return html`<div class="banner" part="failure" role="alert">
        ${alertIcon}
        <div>${this.t('error.network-error')}</div>
      </div>`;
    }
    return this.#work.failed ? super.failure() : nothing;
  }

  /* the list */

  #renderList(): TemplateResult {
    const { methods, hide_continue_button: hidden, blockers } = this.requirement;
    const hasDefault = methods.some(({ is_default }) => is_default);
    return html`${this.heading(this.t('manage-payouts.title'), this.t(hasDefault ? 'manage-payouts.lead' : 'manage-payouts.lead.no-default'))}
    ${this.formOf(
      html`<ul class="rows" part="methods" role="list" aria-label=${this.t('manage-payouts.methods')}>
          ${methods.map((method) => this.#renderMethod(method, !hasDefault))}
        </ul>
        ${
          this.#adder.offers.length
            ? html`<button type="button" class="link add" part="add" @click=${() => this.#show('choose')}>
                ${plusIcon}<span>${this.t('manage-payouts.add')}</span>
              </button>`
            : nothing
        }
        ${autoSwitch(this.context.localizer, this.requirement.auto_payout, { hasDefault, working: this.#work.is('auto'), onSwitch: this.#switch })}
        ${blockers.length ? this.#renderBlockers() : nothing}
        ${hidden ? html`<p class="hint">${this.t('manage-payouts.saved-as-you-go')}</p>` : nothing}`,
      hidden
        ? html`${nothing}`
        : this.submitButton(this.t('manage-payouts.continue'), this.#work.is('finish')),
    )}`;
  }

  #renderMethod(method: PayoutMethod, offersDefault: boolean): TemplateResult {
    const { localizer } = this.context;
    const text = methodText(localizer, method);
    const offer = this.requirement.rails.find(({ platform }) => platform === method.platform);
    const makeDefault = { label: this.t('methods.make-default'), onSelect: () => this.#makeDefault(method) };
    const remove = {
      label: this.t('methods.remove'),
      danger: true,
      onSelect: () => void this.#remove(method),
    };
    return html`<li part="method" id="method-${method.id}" tabindex="-1">
      ${railGlyph(method.platform)}
      <div class="about">
        <p class="name">
          ${methodName(localizer, method)}
          ${method.is_default ? html`<span class="tag" part="tag">${this.t('methods.default')}</span>` : nothing}
        </p>
        <p class="detail number">
          ${method.account_type ? this.t(`bank.account_type.${method.account_type}`) : nothing}
          <bdi>${method.masked}</bdi>
        </p>
        ${offer ? html`<p class="hint number">${offerText(localizer, offer)}</p>` : nothing}
        ${
          offersDefault
            ? html`<button
                type="button"
                class="link"
                part="link"
                aria-label=${this.t('methods.make-default.of', { method: text })}
                @click=${() => this.#makeDefault(method)}
              >
                ${makeDefault.label}
              </button>`
            : nothing
        }
      </div>
      ${methodMenu({
        id: `menu-${method.id}`,
        label: this.t('methods.menu', { method: text }),
        items: method.is_default ? [remove] : [makeDefault, remove],
        working: this.#work.id === method.id ? this.t('action.working') : null,
      })}
    </li>`;
  }

  #renderBlockers(): TemplateResult {
    return html`<div class="banner ${this.#stopped ? '' : 'calm'}" part="blockers">
      ${alertIcon}
      <div>
        <strong>${this.t('manage-payouts.blocker.title')}</strong>
        ${this.#blockerTexts().map((text) => html`<p>${text}</p>`)}
      </div>
    </div>`;
  }

  #blockerTexts(): string[] {
    return this.requirement.blockers.map((blocker) => this.t(`manage-payouts.blocker.${blocker}`));
  }

  /* adding */

  #renderChoice(): TemplateResult {
    const first = !this.requirement.methods.length;
    if (!this.#adder.offers.length) {
      return html`${this.heading(this.t('manage-payouts.none-offered.title'), this.t('manage-payouts.none-offered.lead'))}
      ${this.formOf(html`${nothing}`, this.requirement.hide_continue_button ? html`${nothing}` : this.submitButton(this.t('manage-payouts.continue')))}`;
    }
    return html`${
      first
        ? this.heading(this.t('manage-payouts.first.title'), this.t('manage-payouts.first.lead'))
        : this.heading(this.t('manage-payouts.another.title'))
    }
    ${this.formOf(
      this.#adder.choice(),
      html`${first ? this.#laterLink() : this.linkButton(this.t('action.cancel'), () => this.#show(null), this.busy)}`,
    )}`;
  }

  /** Only what the partner requires is required: else the payee may go on with no method, and the money waits. */
  #laterLink(): TemplateResult | typeof nothing {
    const { blockers, hide_continue_button: hidden } = this.requirement;
    if (hidden || blockers.length) return nothing;
    return this.linkButton(this.t('manage-payouts.later'), () => this.#finish(), this.busy);
  }

  #renderForm(rail: AddableRail): TemplateResult {
    const { methods } = this.requirement;
    const { offers } = this.#adder;
    return html`${this.heading(this.t(`payout-methods.${rail}.title`), this.t(`payout-methods.${rail}.lead`))}
    ${this.formOf(
      this.#adder.body(rail),
      html`${this.#adder.terms(rail)}${this.submitButton(this.#adder.label(rail))}`,
      html`<div class="ways">
        ${offers.length > 1 ? this.linkButton(this.t('payout-methods.change-rail'), () => this.#show('choose'), this.busy) : nothing}
        ${methods.length ? this.linkButton(this.t('action.cancel'), () => this.#show(null), this.busy) : nothing}
        ${!methods.length && offers.length === 1 ? this.#laterLink() : nothing}
      </div>`,
    )}`;
  }

  #show(at: 'choose' | AddableRail | null): void {
    this.#work.leave();
    this.#unreachable = false;
    this.#adder.show(at);
    void this.focusHeading();
  }

  #read(raw: Raw): Reading<Answer> {
    if (this.#screen === 'list' || !this.#adder.offers.length) return { ok: true, value: { kind: 'finish' } };
    return this.#adder.read(raw);
  }

  protected override submit(answer: Answer): void {
    if (answer.kind === 'choose') this.#show(answer.rail);
    else if (answer.kind === 'add') void this.#add(answer.method);
    else this.#finish();
  }

  /* what is asked of the server */

  async #add(method: PayoutMethodInput): Promise<void> {
    const name = this.t(`rail.${method.platform}`);
    const taken = await this.#ask('add', payoutMethodRequests.add(method), (added) =>
      this.t('methods.said.added', { method: added ? methodText(this.context.localizer, added) : name }),
    );
    if (taken) this.#adder.show(null);
  }

  #makeDefault(method: PayoutMethod): void {
    const say = () => this.t('methods.said.default', { method: methodText(this.context.localizer, method) });
    void this.#ask('default', payoutMethodRequests.makeDefault(method.id), say, method.id);
  }

  async #remove(method: PayoutMethod): Promise<void> {
    const { localizer } = this.context;
    try {
      const { confirmRemoval } = await import('../../ui/remove-dialog.ts');
      const root = this.renderRoot as ShadowRoot;
      const text = removalText(localizer, method, this.requirement.methods);
      if (
        !this.isConnected ||
        !(await confirmRemoval({ root, localizer, method: methodText(localizer, method), text }))
      )
        return;
    } catch {
      this.#unreachable = true;
      this.requestUpdate();
      return;
    }
    const say = () => this.t('methods.said.removed', { method: methodText(localizer, method) });
    await this.#work.free();
    await this.#ask('remove', payoutMethodRequests.remove(method.id), say, method.id);
  }

  #switch = (): void => {
    const enabled = !this.requirement.auto_payout.enabled;
    const say = () => this.t(enabled ? 'payout-methods.said.auto-on' : 'payout-methods.said.auto-off');
    void this.#ask('auto', payoutMethodRequests.setAutoPayout(enabled), say);
  };

  #finish(): void {
    if (!this.requirement.blockers.length) {
      void this.#ask('finish', requests.submit('manage-payouts'));
      return;
    }
    this.#stopped = true;
    this.requestUpdate();
    this.context.announce(this.#blockerTexts().join(' '));
    const [blocker] = this.requirement.blockers;
    const remedy = blocker === 'auto-payout-required' ? '.switch' : '.about > .link, .more';
    this.renderRoot.querySelector<HTMLElement>(remedy)?.focus();
  }

  async #ask(
    kind: Kind,
    request: StepRequest,
    say?: (added: PayoutMethod | undefined) => string,
    id?: string,
  ): Promise<boolean> {
    if (this.busy) return false;
    this.#unreachable = false;
    const expected = (this.#expected = say ? { from: this.requirement.methods, say } : null);
    const done = await this.#work.ask(kind, request, id);
    if (!done && this.#expected === expected) this.#expected = null;
    return done;
  }

  /** The server's answer is on screen: says what changed, and puts the focus where the payee would look for it. */
  #settle(): void {
    const expected = this.#expected;
    if (!expected) return;
    this.#expected = null;
    const { methods } = this.requirement;
    const added = methods.find(({ id }) => !expected.from.some((method) => method.id === id));
    this.context.announce(expected.say(added));
    if (added) void this.#focusMethod(added.id);
    else if (methods.length < expected.from.length) void this.focusHeading();
  }

  async #focusMethod(id: string): Promise<void> {
    // The form goes away with the update that follows the answer.
    await new Promise((resolve) => setTimeout(resolve));
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(`[id="method-${id}"]`)?.focus();
  }
}
