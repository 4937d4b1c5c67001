import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ConfirmDepositsInput, PaymentMethod } from '../../contract/steps/manage-payments.ts';
import { accountNumbersStyles } from '../../ui/account-numbers-styles.ts';
import { BankName } from '../../ui/bank-name.ts';
import { choices } from '../../ui/choices-styles.ts';
import { errorSummary } from '../../ui/error-summary.ts';
import { FormController } from '../../ui/form-controller.ts';
import { layout } from '../../ui/layout-styles.ts';
import { methods } from '../../ui/methods-styles.ts';
import { Lazy } from '../shared/lazy.ts';
import { Removal } from '../shared/removal.ts';
import { addedTo, rowOf } from '../shared/rows.ts';
import { MultiScreenStep } from '../multi-screen-step.ts';
import { abroadScreen, choiceScreen, manualScreen, searchScreen } from './connect.ts';
import { BankWindow } from './bank-window.ts';
import { InstitutionSearch } from './institution-search.ts';
import { confirmScreen, listScreen } from './list.ts';
import { mandateScreen } from './mandate.ts';
import { requests } from './requests.ts';
import type { Scope, ScreenParts } from './scope.ts';
import {
  failureOf,
  fieldsOf,
  mayRetry,
  placeBefore,
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
 * Connects US bank accounts that the partner may debit: by a sign-in at the bank, or by typed numbers and two
 * small deposits. Lists, removes and chooses them.
 *
 * Nothing counts as connected before the requirement says so. What each screen shows is in the files beside
 * this one; here is what its controls do.
 */
export class ManagePaymentsStep extends MultiScreenStep<Requirement, Answer> implements Scope {
  static override readonly styles = [
    ...MultiScreenStep.styles,
    layout,
    choices,
    methods,
    accountNumbersStyles,
    styles,
  ];

  protected override readonly form: FormController<Answer> = new FormController<Answer>(this, {
    fields: () => fieldsOf(this.screen),
    read: (raw) => readScreen(this.screen, raw, this.requirement),
  });
  protected override readonly summary = errorSummary;
  /** The banks that are found while the payee types. */
  readonly search = new InstitutionSearch(this);
  readonly bankWindow = new BankWindow(this);
  /** The name of the bank behind the typed routing number. */
  readonly #bank = new BankName(this);
  readonly #removal = new Removal(this);
  /** The screens of the sign-in at a bank. */
  readonly #linkScreens = new Lazy(this, 'bank-link', () => import('./link-screens.ts'));
  /** Where the payee went; null where the requirement leads. */
  #place: Place = null;

  protected override get screen(): Screen {
    return screenOf(this.requirement, this.#place);
  }

  /** The account that the screen is about, if it is about one and it still exists. */
  get method(): PaymentMethod | undefined {
    const place = this.#place;
    return place && 'id' in place ? this.#find(place.id) : undefined;
  }

  override get back(): (() => void) | null {
    const to = placeBefore(this.screen, this.requirement);
    if (to === undefined) return null;
    return this.requirement.link ? () => void this.leaveLink(to) : () => this.go(to);
  }

  /** What the fields of the numbers need besides the form. */
  get numbers() {
    return { bankName: this.#bank.name };
  }

  /** Forgets what was typed. Among it are numbers that nobody should find there later. */
  protected override enter(): void {
    this.search.forget();
    this.form.clear();
    // The next screen is loaded while the payee looks for their bank.
    if (this.screen === 'search') void this.#linkScreens.load();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    this.#bank.look(this.form.value('routing_number'));
    if (this.screen === 'search') this.search.look(this.form.value('institution'));
    // A sign-in that was begun before a reload is gone on with.
    if (this.requirement.link) this.#linkScreens.need();
  }

  protected override renderStep(): TemplateResult {
    const { title, lead, body, button, links = [] } = this.#parts();
    const ways = links.filter((link) => link !== null);
    return html`${this.heading(title, lead)}
    ${this.formOf(
      body,
      button ? this.submitButton(button) : nothing,
      ways.length
        ? html`<div class="ways">
            ${ways.map(([label, onClick]) => this.linkButton(label, onClick, this.busy))}
          </div>`
        : nothing,
    )}`;
  }

  /** Returns the screen. While the screens of the sign-in are being loaded, only the bank's name is there. */
  #parts(): ScreenParts {
    switch (this.screen) {
      case 'list':
        return listScreen(this);
      case 'abroad':
        return abroadScreen(this);
      case 'choose':
        return choiceScreen(this);
      case 'search':
        return searchScreen(this);
      case 'manual':
        return manualScreen(this);
      case 'mandate':
        return mandateScreen(this);
      case 'confirm':
        return confirmScreen(this);
      case 'question':
      case 'accounts':
      case 'elsewhere':
      case 'failed': {
        const title = this.requirement.link?.institution.name ?? '';
        return this.#linkScreens.chunk?.linkScreen(this) ?? { title, body: nothing };
      }
    }
  }

  protected override submit(answer: Answer): void {
    switch (answer.kind) {
      case 'send':
        return void this.send(answer.request);
      case 'go':
        return this.go(answer.to);
      case 'begin':
        return void this.#begin(answer.id);
      case 'look':
        return void this.bankWindow.look(answer.code);
      case 'retry':
        return void this.#retry();
      case 'add':
        return void this.#add(answer.account);
      case 'confirm':
        return void this.#confirm(answer.amounts);
    }
  }

  /** Goes to a screen of this step. The server need not hear of it. */
  go(place: Place): void {
    this.#place = place;
    this.requestUpdate();
  }

  /** Ends the step, with or without an account. */
  finish(): void {
    void this.send(requests.finish(), 'finish');
  }

  /** Begins to sign in at a bank. The place is given up, because the requirement leads on. */
  async #begin(id: string): Promise<void> {
    if (await this.send(requests.beginLink(id), 'begin')) this.go(null);
  }

  /** Tries the same bank again where that may help, else looks for another bank. */
  async #retry(): Promise<void> {
    const { link } = this.requirement;
    if (link && mayRetry(failureOf(link))) await this.send(requests.beginLink(link.institution.id));
    else await this.leaveLink({ name: 'search' }, 'submit');
  }

  /** Gives up the sign-in at the server too, and goes to `place`. */
  async leaveLink(place: Place, by = 'leave'): Promise<void> {
    if (await this.send(requests.cancelLink(), by)) this.go(place);
  }

  /** Adds an account. One that was signed in for is verified at once; else two deposits are sent. */
  async #add(account: Parameters<typeof requests.add>[0]): Promise<void> {
    const before = this.requirement.methods;
    if (!(await this.send(requests.add(account)))) return;
    const added = addedTo(before, this.requirement.methods);
    this.#backToList(added, added?.status === 'verified' ? 'connected' : 'sent');
  }

  /**
   * Checks the amounts of the deposits. A wrong answer is no refusal of the request: the requirement says how
   * many tries remain, and the field is marked here.
   */
  async #confirm(amounts: ConfirmDepositsInput): Promise<void> {
    const { method } = this;
    if (!method || !(await this.send(requests.confirm(method.id, amounts)))) return;
    const now = this.#find(method.id);
    if (!now?.deposits) return this.#backToList(now, now?.status === 'verified' ? 'connected' : 'failed');
    this.form.refuse([{ field: 'amount_1', code: 'wrong-deposit-amounts' }]);
    void this.form.focusFirstError();
    this.tell(triesText(this.context.localizer, now.deposits.tries_left));
  }

  /** Says what became of an account, and puts the focus on its row. */
  #backToList(method: PaymentMethod | undefined, said: 'connected' | 'sent' | 'failed'): void {
    this.go(null);
    if (!method) return;
    const name = accountText(this.context.localizer, method);
    const text = this.t(`manage-payments.said.${said}`, { method: name });
    if (said === 'failed') this.tell(text, rowOf(method));
    else this.confirm(text, rowOf(method));
  }

  /** Makes an account the one that is debited. */
  async makeDefault(method: PaymentMethod): Promise<void> {
    const name = accountText(this.context.localizer, method);
    if (await this.send(requests.makeDefault(method.id), method.id))
      this.tell(this.t('methods.said.default', { method: name }));
  }

  /** Removes an account after a question. The focus goes to the heading, because the row is gone. */
  async removeMethod(method: PaymentMethod): Promise<void> {
    const { localizer } = this.context;
    const name = accountText(localizer, method);
    const text = removalText(this.t, localizer, method, this.requirement.methods);
    if (!(await this.#removal.confirm({ method: name, text }))) return;
    if (await this.send(requests.remove(method.id), method.id))
      this.tell(this.t('methods.said.removed', { method: name }), '#title');
  }

  #find(id: string): PaymentMethod | undefined {
    return this.requirement.methods.find((method) => method.id === id);
  }
}
