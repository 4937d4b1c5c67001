/**
 * How long a payee's way is. Each limit is hardly more than the way has now: whoever makes it longer does so
 * on purpose, and says so here. `LENGTHS=1` prints every screen.
 */
import { noteScreens, type Screen } from './support/length.ts';
import {
  addBankAccount,
  addPayPalAbroad,
  authenticate,
  completeW8Ben,
  completeW9,
  newPhone,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import { fundPayee } from './support/payout.ts';
import { expect, test, type Page } from './support/test.ts';

const steps = ['compliance', 'manage-payouts', 'payout'];

interface Length {
  readonly screens: number;
  readonly words: number;
  readonly fields: number;
}

interface Way {
  readonly country: string;
  readonly locale: string;
  readonly answer: (page: Page) => Promise<void>;
  /** Of the three steps, without the certification. */
  readonly all: Length;
  /** Of the tax form alone, likewise. */
  readonly form: Length;
}

const inTheUs = async (page: Page) => {
  await completeW9(page);
  await addBankAccount(page);
};
const abroad = async (page: Page) => {
  await completeW8Ben(page);
  await addPayPalAbroad(page);
};

const ways: Readonly<Record<string, Way>> = {
  'somebody in the US': {
    country: 'US',
    locale: 'en-US',
    answer: inTheUs,
    // A box to tick for whoever gives an EIN: it is the number of a sole proprietor, too.
    // And a link for US persons whose address is abroad.
    all: { screens: 9, words: 436, fields: 18 },
    form: { screens: 4, words: 216, fields: 13 },
  },
  'somebody in Germany, in English': {
    country: 'DE',
    locale: 'en-US',
    answer: abroad,
    // The law wants to know where the work is done: one field more, and no word.
    all: { screens: 9, words: 430, fields: 17 },
    // Half of what it was on one page: 492 words, 17 fields.
    form: { screens: 4, words: 245, fields: 14 },
  },
  'somebody in Germany, in German': {
    country: 'DE',
    locale: 'de-DE',
    answer: abroad,
    all: { screens: 9, words: 385, fields: 17 },
    form: { screens: 4, words: 217, fields: 14 },
  },
};

const lengthOf = (screens: readonly Screen[]): Length => ({
  screens: screens.length,
  words: screens.reduce((sum, { words, certified }) => sum + words - certified, 0),
  fields: screens.reduce((sum, { fields }) => sum + fields, 0),
});

function expectWithin(name: string, actual: Length, limit: Length): void {
  expect(actual.screens, `screens of ${name}`).toBeLessThanOrEqual(limit.screens);
  expect(actual.words, `words of ${name}`).toBeLessThanOrEqual(limit.words);
  expect(actual.fields, `fields of ${name}`).toBeLessThanOrEqual(limit.fields);
}

for (const [name, { country, locale, answer, all, form }] of Object.entries(ways))
  test.describe(name, () => {
    test.use({ locale });

    test('has no longer a way than before', async ({ page, api }) => {
      const screens = await noteScreens(page);
      const flow = await api.createFlow({ steps });
      await page.goto(flow.link);
      // With a phone in the US somebody abroad is asked one thing more.
      await authenticate(page, country === 'US' ? `+1${newPhone()}` : `+49151${newPhone().slice(-8)}`);
      await onboard(page, { country });
      await fundPayee(api, flow.id, 120_00);
      await answer(page);
      await expect(step(page, 'payout')).toBeVisible();
      await submit(page);
      await expect(page.locator('[part~="terms"]')).toBeVisible();
      await submit(page);
      await expect(page.locator('[part~="timeline"]')).toBeVisible();
      await submit(page);
      await expect(page.locator('[part~="outcome"]').first()).toBeVisible();

      const noted = await screens();
      const of = (wanted: readonly string[]) =>
        lengthOf(noted.filter((screen) => wanted.includes(screen.step)));
      if (process.env['LENGTHS']) console.warn(name, of(steps), of(['compliance']), noted);
      expectWithin('the three steps', of(steps), all);
      expectWithin('the tax form', of(['compliance']), form);
    });
  });
