/**
 * What screen readers are given on twelve screens, kept to be read. After a wanted change:
 * `npx playwright test --config test/e2e/playwright.config.ts aria-tree --update-snapshots`
 */
import { enterCode, expectAllDone, fillBankAccount, fillPhone, onboard, submit } from './support/payee.ts';
import { withdraw } from './support/payout.ts';
import { expect, test, type Page } from './support/test.ts';

/** What differs from day to day, and what stands in its place. Countries are listed when the page is idle. */
const moving: readonly [RegExp, string][] = [
  // The number is shown as it was typed until the tables of numbers are here.
  [/to (?:\+1 415 555 0123|4155550123)\./, 'to +1 415 555 0123.'],
  [/New code in \d+ s/, 'New code in 30 s'],
  [/^ *- option\b(?!.*\[selected\]).*\n/gm, ''],
  // Banks work on some days only.
  [/In \d+–\d+ days/g, 'In 1–7 days'],
  [/definition: \w+ \d+, \d+ at .*/, 'definition: …'],
  [/definition: [\da-f]{8}-[\da-f-]{27}/, 'definition: …'],
];

/** Compares the tree of the screen with this heading with the one that is kept under a name. */
async function keep(page: Page, heading: string, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name: heading, exact: true, level: 2 })).toBeVisible();
  await expect(page.getByText('Acme Market asks for this.')).toBeVisible();
  const tree = await page.locator('main').ariaSnapshot();
  const still = moving.reduce((text, [what, instead]) => text.replace(what, instead), tree);
  expect(still).toMatchSnapshot(`${name}.txt`);
}

test('the trees from the phone to the end', async ({ on, page }) => {
  const backend = await on('mock');
  const steps = ['compliance', 'background-check', 'manage-payouts', 'payout'];
  const { id, link } = await backend.createFlow({ steps });
  await page.goto(link);
  await keep(page, 'Confirm your phone', '01-phone');
  await fillPhone(page, '4155550123');
  await keep(page, 'Enter the code', '02-code');
  await enterCode(page);
  await keep(page, 'About you', '03-profile');
  await onboard(page);
  await backend.fund(id, 300_00);
  await keep(page, 'Tax details', '04-tax');
  await submit(page);
  await keep(page, 'Tax number', '05-tax-number');
  await page.locator('[name="tin"]').fill('123-45-6789');
  await page.locator('[name="date_of_birth"]').fill('1990-01-31');
  await submit(page);
  for (const [name, value] of [
    ['line_1', '1 Main Street'],
    ['city', 'Springfield'],
    ['postcode', '62701'],
  ] as const)
    await page.locator(`[name="${name}"]`).fill(value);
  await page.locator('[name="state"]').selectOption('IL');
  await submit(page);
  await keep(page, 'Check and certify', '06-tax-check');
  await submit(page);
  await page.getByRole('button', { name: 'I have read this' }).click();
  await keep(page, 'Authorize the report', '08-background-check');
  await page.locator('[name="signature"]').fill('Ada Example');
  await page.locator('[name="consent"]').check();
  await submit(page);
  await fillBankAccount(page);
  await keep(page, 'Your bank account', '10-bank-account');
  await submit(page);
  await keep(page, 'Withdraw your money', '11-payout');
  await withdraw(page, '300');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectAllDone(page);
  // The mock's bank takes some seconds.
  await expect(page.getByText('Paid out')).toBeVisible();
  await keep(page, 'All done', '12-end');
});

test('the trees of an ID and of methods on file', async ({ on, page }) => {
  const backend = await on('mock');
  const user_id = await backend.createKnownUser('4155550124');
  const identity = await backend.createFlow({ steps: ['id-verification'], user_id });
  await page.goto(identity.link);
  await keep(page, 'Show us that it’s you', '07-identity');

  const steps = [{ name: 'manage-payouts', hide_continue_button: true }];
  const methods = await backend.createFlow({ steps, user_id });
  await page.goto(methods.link);
  await fillBankAccount(page);
  await submit(page);
  await keep(page, 'How you get paid', '09-methods');
});
