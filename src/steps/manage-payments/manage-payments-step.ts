import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { StepRequest } from '../../api/requests.ts';
import type { ConfirmDepositsInput, PaymentMethod } from '../../contract/steps/manage-payments.ts';
import { BankName } from '../../ui/bank-name.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { textField } from '../../ui/fields.ts';
import { FormController } from '../../ui/form-controller.ts';
import { alertIcon } from '../../ui/icons.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { choices, secrets } from '../../ui/choices-styles.ts';
import { layout } from '../../ui/layout-styles.ts';
import { methods } from '../../ui/methods-styles.ts';
import { StepElement } from '../step-element.ts';
import { Work } from '../work.ts';
import * as connect from './connect.ts';
import { InstitutionSearch } from './institution-search.ts';
import { confirmScreen, listScreen } from './list.ts';
import { mandateScreen } from './mandate.ts';
import { requests } from './requests.ts';
import type { Scope, ScreenParts } from './scope.ts';
import {
  fieldsOf,
  readScreen,
  screenOf,
  type Answer,
  type Place,
  type Requirement,
  type Screen,
} from './screens.ts';
import { styles } from './styles.ts';
import { accountText, removalText, triesText } from './wording.ts';

/**
 * Connects US bank accounts that the partner may debit: by signing in at the bank, or by typed numbers and two small deposits.
 * Lists, removes and chooses them. Nothing counts as connected before the requirement says so.
 */
export class ManagePaymentsStep extends StepElement<Requirement, Answer> {
  static override readonly styles = [
    ...StepElement.styles,
    layout,
    choices,
    secrets,
    methods,
    accountNumbersStyles,
    styles,
  ];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => fieldsOf(this.#screen),
    read: (raw) => readScreen(this.#screen, raw, this.requirement),
  });
  readonly #bank = new BankName(this);
  readonly #work = new Work<'submit' | 'other'>(this);
  readonly #search = new InstitutionSearch(this);
  #place: Place = null;
  /** What is on screen, to notice that another screen begins. */
  #shown: Screen | null = null;
  /** What follows once the answer to the last request is there, before it is shown. */
  #then: (() => void) | null = null;
  /** Account whose row gets the focus on the next screen, instead of the heading. */
  #toFocus: string | null = null;
  #accountVisible = false;
  /** The screens of signing in at a bank, once they are here. */
  #linkScreens: typeof import('./link-screens.ts') | null = null;
  #loading = false;
  /** Part of this page could not be loaded when it was needed. */
  #unreachable = false;

  get #screen(): Screen {
    return screenOf(this.requirement, this.#place);
  }

  get #method(): PaymentMethod | undefined {
    const place = this.#place;
    return place && 'id' in place ? this.requirement.methods.find(({ id }) => id === place.id) : undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('requirement')) {
      this.#then?.();
      this.#then = null;
    }
    const screen = this.#screen;
    if (this.#shown && this.#shown !== screen) this.#enter();
    this.#shown = screen;
    this.#bank.look(screen === 'manual' ? this.form.value('routing_number') : '');
    if (screen === 'search') this.#search.look(this.form.value('institution'));
    else this.#search.forget();
    if (screen === 'search' || this.requirement.link) void this.#loadLinkScreens();
    super.willUpdate(changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A modal dialog that is moved stays open but is no longer modal.
    this.renderRoot.querySelector('dialog')?.close();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('form :is(input, select, button, a)')?.focus();
  }

  protected override summary(): ReturnType<typeof errorSummary> {
    return errorSummary(this.view);
  }

  protected override failure(): TemplateResult | typeof nothing {
    if (!this.#unreachable) return this.#work.failed ? super.failure() : nothing;
    return html`<div class="banner" part="failure" role="alert">
      ${alertIcon}
      <div>${this.t('error.network-error')}</div>
    </div>`;
  }

  protected override renderStep(): TemplateResult {
    const { title, lead, body, button, links = [] } = this.#parts();
    const ways = links.filter((link) => link !== null);
    return html`${this.heading(title, lead)}
    ${this.formOf(
      html`${body}`,
      button ? this.submitButton(button, this.#work.is('submit')) : html`${nothing}`,
      ways.length
        ? html`<div class="ways">
            ${ways.map(([label, onClick]) => this.linkButton(label, onClick, this.busy))}
          </div>`
        : nothing,
    )}`;
  }

  #parts(): ScreenParts {
    const scope = this.#scope;
    switch (this.#screen) {
      case 'list':
        return listScreen(scope);
      case 'abroad':
        return connect.abroadScreen(scope);
      case 'choose':
        return connect.choiceScreen(scope);
      case 'search':
        return connect.searchScreen(scope);
      case 'manual':
        return connect.manualScreen(scope);
      case 'mandate':
        return mandateScreen(scope);
      case 'confirm':
        return confirmScreen(scope, (name) =>
          textField(this.view, {
            name,
            label: this.t(`manage-payments.${name}.label`),
            autocomplete: 'off',
            inputmode: 'decimal',
            className: 'number',
          }),
        );
      default:
        return this.#linkScreens?.linkScreen(scope) ?? this.#waitingForScreens();
    }
  }

  #waitingForScreens(): ScreenParts {
    const title = this.requirement.link?.institution.name ?? '';
    return {
      title,
      body: nothing,
      ...(this.#unreachable
        ? { links: [[this.t('action.retry'), () => void this.#loadLinkScreens(true)]] }
        : {}),
    };
  }

  async #loadLinkScreens(again = false): Promise<void> {
    if (this.#linkScreens || this.#loading || (this.#unreachable && !again)) return;
    this.#loading = true;
    this.#linkScreens = await this.context.localizer
      .load('bank-link', import('./link-screens.ts'))
      .catch(() => null);
    this.#loading = false;
    this.#unreachable = !this.#linkScreens && this.requirement.link !== null;
    this.requestUpdate();
  }

  get #scope(): Scope {
    return {
      requirement: this.requirement,
      view: this.view,
      t: this.t,
      sandbox: this.context.sandbox,
      search: this.#search,
      numbers: {
        bankName: this.#bank.name,
        accountVisible: this.#accountVisible,
        onToggleAccount: () => {
          this.#accountVisible = !this.#accountVisible;
          this.requestUpdate();
        },
      },
      method: this.#method,
      working: this.#work.id,
      go: this.#go,
      leaveLink: (place) => void this.#leaveLink(place),
      look: () => void this.#ask('other', requests.lookAtLink()),
      finish: () => void this.#ask('other', requests.finish()),
      makeDefault: (method) => void this.#makeDefault(method),
      remove: (method) => void this.#remove(method),
    };
  }

  #go = (place: Place): void => {
    this.#place = place;
    this.requestUpdate();
  };

  /** Another screen begins. What was typed is forgotten: among it are numbers that nobody should find there later. */
  #enter(): void {
    this.#work.leave();
    this.#unreachable = false;
    this.#accountVisible = false;
    this.form.clear();
    void this.#moveFocus();
  }

  async #moveFocus(): Promise<void> {
    const id = this.#toFocus;
    this.#toFocus = null;
    await this.updateComplete;
    const row = id && this.renderRoot.querySelector<HTMLElement>(`[id="method-${id}"]`);
    if (row) row.focus();
    else await this.focusHeading();
  }

  protected override submit(answer: Answer): void {
    switch (answer.kind) {
      case 'go':
        return this.#go({ name: answer.to });
      case 'back':
        return this.#go(null);
      case 'begin':
        return void this.#begin(answer.id);
      case 'retry':
        return void this.#retry();
      case 'answer':
        return void this.#ask('submit', requests.answerLink(answer.answer));
      case 'add':
        return void this.#add(requests.add(answer.account));
      case 'confirm':
        return void this.#confirm(answer.amounts);
      case 'finish':
        return void this.#ask('submit', requests.finish());
    }
  }

  /* what is asked of the server */

  async #begin(id: string): Promise<void> {
    await this.#ask('other', requests.beginLink(id), () => (this.#place = null));
  }

  /** The same bank once more; one where nothing can come of it is left for another. */
  async #retry(): Promise<void> {
    const { link } = this.requirement;
    if (link?.failure === 'institution-down' || link?.failure === 'declined')
      await this.#ask('submit', requests.beginLink(link.institution.id));
    else await this.#leaveLink({ name: 'search' }, 'submit');
  }

  async #leaveLink(place: Place, kind: 'submit' | 'other' = 'other'): Promise<void> {
    await this.#ask(kind, requests.cancelLink(), () => (this.#place = place));
  }

  async #add(request: StepRequest): Promise<void> {
    const before = this.requirement.methods;
    await this.#ask('submit', request, () => {
      const added = this.requirement.methods.find(({ id }) => !before.some((method) => method.id === id));
      this.#backToList(added, added?.status === 'verified' ? 'connected' : 'sent');
    });
  }

  async #confirm(amounts: ConfirmDepositsInput): Promise<void> {
    const method = this.#method;
    if (!method) return;
    await this.#ask('submit', requests.confirm(method.id, amounts), () => {
      const now = this.requirement.methods.find(({ id }) => id === method.id);
      if (!now?.deposits) return this.#backToList(now, now?.status === 'verified' ? 'connected' : 'failed');
      this.form.refuse([{ field: 'amount_1', code: 'wrong-deposit-amounts' }]);
      void this.form.focusFirstError();
      this.context.announce(triesText(this.context.localizer, now.deposits.tries_left));
    });
  }

  /** Says what became of an account, and puts the focus on its row. */
  #backToList(method: PaymentMethod | undefined, said: 'connected' | 'sent' | 'failed'): void {
    this.#place = null;
    if (!method) return;
    this.#toFocus = method.id;
    this.context.announce(
      this.t(`manage-payments.said.${said}`, { method: accountText(this.context.localizer, method) }),
    );
  }

  async #makeDefault(method: PaymentMethod): Promise<void> {
    const text = { method: accountText(this.context.localizer, method) };
    const say = () => this.context.announce(this.t('methods.said.default', text));
    await this.#ask('other', requests.makeDefault(method.id), say, method.id);
  }

  async #remove(method: PaymentMethod): Promise<void> {
    const { localizer } = this.context;
    const name = accountText(localizer, method);
    try {
      const { confirmRemoval } = await import('../../ui/remove-dialog.ts');
      const text = removalText(this.t, localizer, method, this.requirement.methods);
      if (
        !this.isConnected ||
        !(await confirmRemoval({ root: this.renderRoot as ShadowRoot, localizer, method: name, text }))
      )
        return;
    } catch {
      this.#unreachable = true;
      return this.requestUpdate();
    }
    const say = () => {
      this.context.announce(this.t('methods.said.removed', { method: name }));
      void this.focusHeading();
    };
    await this.#work.free();
    await this.#ask('other', requests.remove(method.id), say, method.id);
  }

  async #ask(
    kind: 'submit' | 'other',
    request: StepRequest,
    then: () => void = () => {},
    id?: string,
  ): Promise<void> {
    if (this.busy) return;
    this.#unreachable = false;
    this.#then = then;
    if (!(await this.#work.ask(kind, request, id)) && this.#then === then) this.#then = null;
  }
}
