/**
 * Journeys on the page behind a flow's link. What interrupts a payee differs most between engines: history,
 * storage, and requests that a page makes while it goes away. Money and refusals go along.
 */
import type { Payee, Screen } from '../../src/testing/index.ts';
import { until } from './until.ts';

export interface Journey {
  readonly steps: readonly string[];
  /** What the partner pays the payee, in cents, as soon as there is a user. */
  readonly cents?: number;
  /** The page is opened anew before each. In between the server is killed, and started again. */
  readonly parts: readonly ((at: At) => Promise<void>)[];
}

interface At {
  readonly payee: Payee;
  readonly screen: Screen;
  readonly phone: string;
}

export const journeys: Readonly<Record<string, Journey>> = {
  'a payee in Germany, who reloads in the middle of each form': {
    steps: ['compliance', 'manage-payouts', 'payout'],
    cents: 300_00,
    parts: [
      async ({ payee, phone }) => {
        await payee.authenticate(phone);
        await payee.waitForStep('onboarding');
        await kept(() => payee.fill({ first_name: 'Grace', last_name: 'Example' }));
      },
      async ({ payee, screen }) => {
        await stands('last_name', 'Example');
        await payee.completeOnboarding({ first_name: 'Grace', country: 'DE' });
        await payee.waitForStep('compliance');
        await payee.fill({ name: 'Grace Example', citizenship_country: 'DE' });
        await kept(() => screen.press());
      },
      async ({ payee, screen }) => {
        // The name is on file, and the country is kept.
        await payee.completeW8Ben({ name: 'Grace Example' });
        await payee.addPayPal('grace@example.com');
        await payee.finishPayouts();
        await payee.fillAmount('120');
        await screen.press();
        await screen.waitFor('[part~="terms"]');
      },
      async ({ screen }) => {
        await screen.waitFor('[part~="terms"]');
        await screen.press();
        await screen.waitFor('[part~="timeline"]');
        await screen.press('Continue');
        await ends(screen);
      },
    ],
  },
  'what is refused: a code, a tax number and a payout, each mended': {
    steps: ['compliance', 'manage-payouts', 'payout'],
    cents: 300_00,
    parts: [
      async ({ payee, screen, phone }) => {
        await payee.fillPhone(phone);
        await payee.enterCode('000000');
        await screen.waitFor('#code-error');
        await payee.enterCode();
        await payee.completeOnboarding();
        await payee.completeCompliance({ tin: '123-45-0001' });
        await screen.waitFor('#tin-error');
        await payee.fill({ tin: '123-45-6789' });
        await screen.press();
        await screen.waitFor('[part~="answers"]');
        // After a wrong number the form is signed.
        await payee.fill({ signature: 'Ada Example' });
        await screen.press();
        await payee.waitForStep('compliance', 'gone');
      },
      async ({ payee, screen }) => {
        await payee.addBankAccount();
        await payee.finishPayouts();
        await payee.withdraw('100.13');
        await screen.press('Use another way');
        await screen.choose('platform', 'paypal');
        await payee.fill({ email: 'ada@example.com' });
        await screen.press();
        await screen.waitFor('[name="method_id"]');
        await payee.withdraw('100');
        await screen.press('Continue');
        await ends(screen);
      },
    ],
  },
  'a way back, another language, and signing out': {
    steps: ['compliance', 'manage-payouts'],
    parts: [
      async ({ payee, screen, phone }) => {
        await payee.authenticate(phone);
        await payee.completeOnboarding();
        await payee.waitForStep('compliance');
        await screen.press();
        await screen.waitFor('[name="tin"]');
        history.back();
        await screen.waitFor('[name="tin"]', 'gone');
        await stands('first_name', 'Ada');
        await screen.press('Deutsch');
        await until('the page is German', () => document.documentElement.lang === 'de');
        await screen.press('Abmelden');
        await payee.waitForStep('authentication');
        await screen.press();
        await payee.enterCode();
        await payee.completeCompliance();
        await payee.addBankAccount();
        await payee.waitForStep('manage-payouts', 'gone');
        await screen.waitFor('[part~="end"]');
      },
    ],
  },
};

const ends = (screen: Screen): Promise<void> => screen.waitFor('[part~="end"]');

/** Does something, and resolves once the server keeps what was typed. */
async function kept(act: () => Promise<void>): Promise<void> {
  const before = drafts();
  await act();
  await until('what was typed is kept', () => drafts() > before);
}

/** How many answers about what was typed have come. */
const drafts = (): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('/session/draft')).length;

/** Resolves once this value is in the field. */
const stands = (name: string, value: string): Promise<void> =>
  until(`“${name}” is ${value}`, () =>
    allIn(document, `[name="${name}"]`).some((field) => (field as HTMLInputElement).value === value),
  );

/** Returns everything that matches, open shadow roots included. */
export function allIn(root: ParentNode, selector: string): Element[] {
  return [...root.querySelectorAll('*')].flatMap((element) => [
    ...(element.matches(selector) ? [element] : []),
    ...(element.shadowRoot ? allIn(element.shadowRoot, selector) : []),
  ]);
}
