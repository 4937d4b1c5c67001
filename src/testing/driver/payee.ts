/**
 * A payee who does what the screen asks, step by step, by the names on the wire. All persons and numbers are
 * made up. Each method begins where its step is on screen, and ends when it has pressed the button.
 */
import type { IndiciaReason } from '../../contract/forms/indicia.ts';
import type { StepName } from '../../contract/steps.ts';
import { addressIn } from './addresses.ts';
import type { Screen } from './screen.ts';

export type Values = Readonly<Record<string, string>>;

export interface PayeeProfile {
  readonly first_name?: string;
  readonly last_name?: string;
  readonly email?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

export interface Payee {
  /** Waits until this step is on screen, or until it is not any more. */
  waitForStep(name: StepName, state?: 'there' | 'gone'): Promise<void>;
  /** Types values by wire name, without pressing anything. */
  fill(values: Values): Promise<void>;
  /** Presses the main button, or the one with this text. */
  press(text?: string | RegExp): Promise<void>;
  /** Returns the message at a field; empty when there is none. */
  errorOf(name: string): Promise<string>;

  fillPhone(phone?: string): Promise<void>;
  /** `123456` is right. Six digits are sent as soon as they are there; anything else needs the button. */
  enterCode(code?: string): Promise<void>;
  /** Says what is asked for beside the code after a while, as `fillW9` and `completeW8Ben` gave it. */
  answerKnown(answer?: Values): Promise<void>;
  /** Phone and code. */
  authenticate(phone?: string): Promise<void>;
  fillOnboarding(profile?: PayeeProfile): Promise<void>;
  completeOnboarding(profile?: PayeeProfile): Promise<void>;
  /**
   * Fills in a W-9 of a person in the US, page by page, up to the answers that are certified. `more` replaces
   * values, e.g. `{ tin: '123-45-0001' }`.
   */
  fillW9(more?: Values): Promise<void>;
  /** Files such a W-9. */
  completeCompliance(more?: Values): Promise<void>;
  /** Files a W-8BEN. */
  completeW8Ben(more?: W8Ben): Promise<void>;
  /** Types a US bank account, without pressing anything. */
  fillBankAccount(account?: BankAccount): Promise<void>;
  addBankAccount(account?: BankAccount): Promise<void>;
  addPayPal(email?: string): Promise<void>;
  /** Goes on once there is a method. With the first one the flow goes on by itself. */
  finishPayouts(): Promise<void>;
  fillAmount(amount: string): Promise<void>;
  /** Reviews an amount and confirms it. */
  withdraw(amount: string): Promise<void>;
}

export interface W8Ben {
  readonly country?: string;
  readonly foreign_tax_id?: string;
  readonly name?: string;
  /** By wire name. Without it one of the country, for seven of them (`addresses.ts`). */
  readonly address?: Values;
  /** Where they work: `outside` the United States when absent, or `inside`. */
  readonly place_of_work?: 'outside' | 'inside';
  /** Why something of theirs is in the United States, like the phone: `contact-only` when absent. */
  readonly us_indicia_reason?: Exclude<IndiciaReason, 'other' | 'no-citizenship'>;
}

export interface BankAccount {
  readonly routing_number?: string;
  readonly account_number?: string;
}

export const createPayee = (screen: Screen): Payee => {
  const waitForStep: Payee['waitForStep'] = (name, state) => screen.waitFor(`[data-step="${name}"]`, state);
  const fill = async (values: Values): Promise<void> => {
    for (const [name, value] of Object.entries(values)) await screen.fill(name, value);
  };
  const chooseRail = async (rail: string): Promise<void> => {
    await waitForStep('manage-payouts');
    await screen.choose('platform', rail);
  };

  const payee: Payee = {
    waitForStep,
    fill,
    press: (text) => screen.press(text),
    errorOf: async (name) => (await screen.read(`#${name}-error`)) ?? '',

    async fillPhone(phone = '4155550100') {
      await screen.fill('phone_number', phone);
      await screen.press();
    },
    async enterCode(code = '123456') {
      // Six digits are sent by themselves, unless they are the same as before. Pressing then would press what
      // comes next.
      await screen.fill('code', '');
      await screen.fill('code', code);
      if (!/^\d{6}$/.test(code)) await screen.press();
    },
    async answerKnown(answer = { date_of_birth: '1990-01-31' }) {
      await fill(answer);
      await screen.press();
      await waitForStep('authentication', 'gone');
    },
    async authenticate(phone) {
      await payee.fillPhone(phone);
      await payee.enterCode();
      await waitForStep('authentication', 'gone');
    },
    async fillOnboarding({
      country = 'US',
      first_name = 'Ada',
      last_name = 'Example',
      email = 'ada@example.com',
    } = {}) {
      await waitForStep('onboarding');
      await fill({ first_name, last_name, email, country });
    },
    async completeOnboarding(profile) {
      await payee.fillOnboarding(profile);
      await screen.press();
      await waitForStep('onboarding', 'gone');
    },
    async fillW9(more = {}) {
      await waitForStep('compliance');
      const number = { tin: '123-45-6789', date_of_birth: '1990-01-31' };
      const address = { line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' };
      const rest = Object.entries(more).filter(([name]) => !(name in number || name in address));
      for (const page of [Object.fromEntries(rest), number, address]) {
        for (const [name, value] of Object.entries(page)) await screen.fill(name, more[name] ?? value);
        await screen.press();
      }
      await screen.waitFor('[part~="answers"]');
    },
    async completeCompliance(more) {
      await payee.fillW9(more);
      await screen.press();
    },
    async completeW8Ben({
      country = 'DE',
      foreign_tax_id = '86 095 742 719',
      name = 'Ada Example',
      address = addressIn[country] ?? {},
      place_of_work = 'outside',
      us_indicia_reason = 'contact-only',
    } = {}) {
      await waitForStep('compliance');
      for (const page of [
        { name, citizenship_country: country },
        { foreign_tax_id, date_of_birth: '1990-01-31' },
        { country, ...address, place_of_work },
      ]) {
        await fill(page);
        await screen.press();
      }
      // Asked of those only who have a phone, an address or an account there. It may come after the press,
      // which then goes no further.
      const answers = '[part~="answers"]';
      await Promise.any([screen.waitFor(answers), screen.waitFor('[name="us_indicia_reason"]')]);
      if ((await screen.read(answers)) === null) {
        await fill({ us_indicia_reason });
        await screen.press();
        await screen.waitFor(answers);
      }
      await screen.fill('signature', name);
      await screen.choose('consent');
      await screen.press();
    },
    async fillBankAccount({ routing_number = '110000000', account_number = '000123456789' } = {}) {
      await chooseRail('ach');
      await fill({ routing_number, account_number });
      await screen.choose('account_type', 'checking');
    },
    async addBankAccount(account) {
      await payee.fillBankAccount(account);
      await screen.press();
    },
    async addPayPal(email = 'ada@example.com') {
      await chooseRail('paypal');
      await screen.fill('email', email);
      await screen.press();
    },
    async finishPayouts() {
      const row = '[data-step="manage-payouts"] [part~="method"]';
      await Promise.any([screen.waitFor(row), waitForStep('manage-payouts', 'gone')]);
      if ((await screen.read(row)) !== null) await screen.press('Continue');
    },
    async fillAmount(amount) {
      await waitForStep('payout');
      await screen.fill('amount', amount);
    },
    async withdraw(amount) {
      await payee.fillAmount(amount);
      await screen.press();
      await screen.waitFor('[data-step="payout"] [name="amount"]', 'gone');
      await screen.press();
      await screen.waitFor('[part~="timeline"]');
    },
  };
  return payee;
};
