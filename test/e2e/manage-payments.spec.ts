/** manage-payments in a browser: every way to connect an account, with every way it can end. */
import type { ApiServer } from './support/api-server.ts';
import {
  account,
  chooseBank,
  chooseSource,
  completeManagePayments,
  connectByBank,
  connectByNumbers,
  connectOffered,
  fillDeposits,
  fillNumbers,
  finishPayments,
  pickFromMenu,
  tellDeposits,
} from './support/manage-payments.ts';
import {
  authenticate,
  enterCode,
  expectAllDone,
  expectRefused,
  newPhone,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import { expectWholeStory, named } from './support/story.ts';
import { expect, test, type Heard, type Page } from './support/test.ts';

const steps = ['manage-payments'];
const outcome = (events: readonly Heard[]) =>
  named(events, 'step-completed').find(({ detail }) => detail.step === 'manage-payments')?.detail['outcome'];

/** Opens the step for a payee whom the app knows. */
async function arrive(
  api: ApiServer,
  page: Page,
  asked: object | string = 'manage-payments',
): Promise<string> {
  const flow = await api.createFlow({ steps: [asked], user_id: await api.createKnownUser(newPhone()) });
  await page.goto(flow.link);
  await expect(step(page, 'manage-payments')).toBeVisible();
  return flow.id;
}

test.describe('signing in at the bank', () => {
  test('connects an account at once: outcome connected, events and webhooks complete', async ({
    api,
    partner,
    page,
    heard,
  }) => {
    const flow = await api.createFlow({ steps });
    await page.goto(flow.link);
    await authenticate(page);
    await onboard(page);
    await completeManagePayments(page);
    await expectAllDone(page);
    const plan = ['authentication', 'onboarding', 'manage-payments'];
    await expectWholeStory({ api, partner, flowId: flow.id, plan }, await heard());
    expect(outcome(await heard())).toBe('connected');
    await expect
      .poll(() => partner.received.filter(({ payload }) => payload.event === 'payment_method.updated').length)
      .toBeGreaterThan(0);
  });

  test('says plainly that it is simulated, before and after a bank is chosen', async ({ api, page }) => {
    await arrive(api, page);
    await chooseSource(page, 'link');
    await expect(step(page, 'manage-payments')).toContainText('simulated');
    await page.locator('[name="institution"]').fill('lantern');
    await expect(page.locator('[name="institution_id"]')).toHaveCount(1);
    await page.locator('[name="institution_id"]').click();
    await expect(step(page, 'manage-payments')).toContainText('This is a simulation');
  });

  test('needs the consent', async ({ api, page, heard }) => {
    await arrive(api, page);
    await chooseBank(page, 'Lantern National Bank');
    await page.locator('[name="account_id"][value="savings"]').check();
    await submit(page);
    await expectRefused(page, 'consent', 'Tick this box');
    expect(named(await heard(), 'error')).toEqual([]);
  });

  test('asks a second factor, refuses a wrong one, goes on with the right one', async ({
    api,
    page,
    heard,
  }) => {
    await arrive(api, page);
    await chooseBank(page, 'Juniper Credit Union');
    await page.locator('[name="answer"]').fill('000000');
    await submit(page);
    await expectRefused(page, 'answer', 'this answer is wrong');
    await page.locator('[name="answer"]').fill('123456');
    await submit(page);
    await connectOffered(page, 'savings');
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('connected');
  });

  test('at a bank that is down says so, lets the payee try again, and go another way', async ({
    api,
    page,
  }) => {
    await arrive(api, page);
    await chooseBank(page, 'Pebble Creek Savings');
    await expect(page.getByRole('heading', { name: 'Pebble Creek Savings cannot be reached' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Pebble Creek Savings cannot be reached' })).toBeVisible();
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(page.getByRole('heading', { name: 'Pebble Creek Savings cannot be reached' })).toBeVisible();
    await page.getByRole('button', { name: 'Enter account numbers instead' }).click();
    await fillNumbers(page);
    await submit(page);
    await expect(account(page, 'sent')).toHaveCount(1);
  });

  for (const [bank, heading] of [
    ['Harrow Street Bank', 'Nothing was connected'],
    ['Thimble Trust', 'No account that can be debited'],
  ] as const)
    test(`at ${bank}: ${heading}, and another bank can be chosen`, async ({ api, page }) => {
      await arrive(api, page);
      await chooseBank(page, bank);
      await expect(page.getByRole('heading', { name: heading })).toBeVisible();
      await page.getByRole('button', { name: 'Choose another bank' }).click();
      await expect(page.locator('[name="institution"]')).toBeVisible();
    });

  test('on the bank’s own page, in a window of its own: this page goes on by itself', async ({
    api,
    page,
    context,
    heard,
  }) => {
    await arrive(api, page);
    await chooseBank(page, 'Meadow & Vale Bank');
    const [bank] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Open Meadow & Vale Bank' }).click(),
    ]);
    await expect(bank.getByText('This is a simulation.')).toBeVisible();
    await bank.getByRole('button', { name: 'Share accounts' }).click();
    await expect(bank.getByRole('heading', { name: 'Go back to the page where you began' })).toBeVisible();
    await connectOffered(page);
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('connected');
  });

  test('on the bank’s own page, with a code where no window hears it', async ({ api, page, context }) => {
    await arrive(api, page);
    await chooseBank(page, 'Meadow & Vale Bank');
    const address = await page.getByRole('link', { name: 'Open Meadow & Vale Bank' }).getAttribute('href');
    // As a phone does when the bank's app leads back into another window.
    const bank = await context.newPage();
    await bank.goto(address ?? '');
    await bank.getByRole('button', { name: 'Share accounts' }).click();
    await expect(bank.getByText('Did somebody send you here?')).toBeVisible();
    const code = await bank.locator('.code').textContent();
    await page.locator('[name="bank_code"]').fill(code ?? '');
    await page.getByRole('button', { name: 'I’m done there' }).click();
    await connectOffered(page);
    await expect(account(page, 'verified')).toHaveCount(1);
  });

  test('declined on the bank’s own page', async ({ api, page, context }) => {
    await arrive(api, page);
    await chooseBank(page, 'Meadow & Vale Bank');
    const [bank] = await Promise.all([
      context.waitForEvent('page'),
      page.getByRole('link', { name: 'Open Meadow & Vale Bank' }).click(),
    ]);
    await bank.getByRole('button', { name: 'Don’t share' }).click();
    await expect(page.getByRole('heading', { name: 'Nothing was connected' })).toBeVisible();
  });

  test('refuses an account that the bank has closed', async ({ api, page }) => {
    await arrive(api, page);
    await chooseBank(page, 'Lantern National Bank');
    await connectOffered(page, 'old');
    await expect(page.locator('#account_id-error')).toContainText('closed');
    await connectOffered(page, 'savings');
    await expect(account(page, 'verified')).toHaveCount(1);
  });
});

test.describe('typed numbers', () => {
  test('are confirmed by two deposits in the same visit, in any order and spelling', async ({
    api,
    page,
    heard,
  }) => {
    await arrive(api, page);
    await connectByNumbers(page);
    await expect(account(page, 'sent')).toHaveCount(1);
    await tellDeposits(page, '45¢', '$0.32');
    await expect(account(page, 'verified')).toContainText('Default');
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('connected');
  });

  test('end the step as pending, and the same link asks for a code and the amounts on a later visit', async ({
    api,
    partner,
    page,
    browser,
    heard,
  }) => {
    const { id, link } = await api.createFlow({ steps });
    await page.goto(link);
    await authenticate(page);
    await onboard(page);
    await connectByNumbers(page);
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('pending');

    const later = await browser.newContext({ userAgent: 'another phone of the payee' });
    const back = await later.newPage();
    await back.goto(link);
    await submit(back);
    await enterCode(back);
    await tellDeposits(back);
    await expectAllDone(back);
    await later.close();
    await expect
      .poll(() => partner.about(id).map(({ payload }) => payload['step'] ?? payload.event))
      .toEqual(['authentication', 'onboarding', 'manage-payments', 'flow.completed']);
  });

  test('are confirmed in a new flow', async ({ api, page, heard }) => {
    const user_id = await api.createKnownUser(newPhone());
    const first = await api.createFlow({ steps, user_id });
    await page.goto(first.link);
    await connectByNumbers(page);
    await finishPayments(page);
    await expectAllDone(page);
    const second = await api.createFlow({ steps, user_id });
    await page.goto(second.link);
    await tellDeposits(page);
    await finishPayments(page);
    await expectAllDone(page);
    expect(named(await heard(), 'step-completed').map(({ detail }) => detail['outcome'])).toEqual([
      'pending',
      'connected',
    ]);
  });

  test('with wrong amounts three times have to be connected anew', async ({ api, page }) => {
    await arrive(api, page);
    await connectByNumbers(page);
    await tellDeposits(page, '10', '20');
    await expectRefused(page, 'amount_1', 'not the two amounts');
    await expect(step(page, 'manage-payments')).toContainText('2 tries left');
    await page.reload();
    await tellDeposits(page, '11', '21');
    await expect(step(page, 'manage-payments')).toContainText('One try left');
    await fillDeposits(page, '12', '22');
    await expect(account(page, 'failed')).toContainText('wrong three times');
    await page.getByRole('button', { name: 'Connect another account' }).click();
    await connectByNumbers(page);
    await tellDeposits(page);
    await expect(account(page, 'verified')).toHaveCount(1);
    await expect(account(page, 'failed')).toHaveCount(0);
  });

  test('that are no amounts are refused before they count as a try', async ({ api, page }) => {
    await arrive(api, page);
    await connectByNumbers(page);
    await tellDeposits(page, '1.50', 'many');
    await expectRefused(page, 'amount_1', 'less than a dollar');
    await page.reload();
    await tellDeposits(page);
    await expect(account(page, 'verified')).toHaveCount(1);
  });

  for (const [account_number, message] of [
    ['000111111116', 'closed'],
    ['000222222227', 'could not confirm'],
  ] as const)
    test(`of an account that the bank refuses (${account_number}): ${message}`, async ({ api, page }) => {
      await arrive(api, page);
      await connectByNumbers(page, { account_number });
      await expectRefused(page, 'account_number', message);
      await page.locator('[name="account_number"]').fill('000123456789');
      await submit(page);
      await expect(account(page, 'sent')).toHaveCount(1);
    });

  test('whose deposits come back: not connected, and the outcome is none', async ({ api, page, heard }) => {
    await arrive(api, page);
    await connectByNumbers(page, { account_number: '000333333338' });
    await expect(account(page, 'failed')).toContainText('came back');
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('none');
  });

  test('of an account that is on the list already are refused', async ({ api, page }) => {
    await arrive(api, page);
    await connectByNumbers(page);
    await page.getByRole('button', { name: 'Connect another account' }).click();
    await connectByNumbers(page);
    await expectRefused(page, 'account_number', 'on your list already');
  });
});

test.describe('the list', () => {
  test('lets the payee choose the default, read the authorization and remove', async ({
    api,
    page,
    heard,
  }) => {
    await arrive(api, page);
    await connectByBank(page);
    await page.getByRole('button', { name: 'Connect another account' }).click();
    await connectByBank(page, 'Lantern National Bank', 'savings');
    await expect(account(page, 'verified').first()).toContainText('Default');

    await pickFromMenu(page, '5559', 'Make default');
    await expect(account(page, 'verified').filter({ hasText: '5559' })).toContainText('Default');

    await pickFromMenu(page, '4442', 'Authorization');
    await expect(page.locator('[part~="mandate"]')).toContainText('I, Robin Example, authorize');
    await page.getByRole('button', { name: 'Back' }).click();

    await pickFromMenu(page, '5559', 'Remove');
    await page.getByRole('button', { name: 'Keep it' }).click();
    await expect(account(page, 'verified')).toHaveCount(2);
    await pickFromMenu(page, '5559', 'Remove');
    await expect(page.getByRole('alertdialog')).toContainText('Your authorization ends');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(account(page, 'verified')).toHaveCount(1);
    await expect(account(page, 'verified')).toContainText('Default');
    await finishPayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('connected');
  });

  test('is shown again only when the partner forces it', async ({ api, page }) => {
    const user_id = await api.createKnownUser(newPhone());
    await page.goto((await api.createFlow({ steps, user_id })).link);
    await completeManagePayments(page);
    await expectAllDone(page);
    await page.goto((await api.createFlow({ steps, user_id })).link);
    await expectAllDone(page);
    await page.goto(
      (await api.createFlow({ steps: [{ name: 'manage-payments', force: true }], user_id })).link,
    );
    await expect(account(page, 'verified')).toHaveCount(1);
  });

  test('without a continue button completes by itself and stays', async ({ api, page, heard }) => {
    await arrive(api, page, { name: 'manage-payments', hide_continue_button: true });
    await connectByBank(page);
    await expect.poll(async () => outcome(await heard())).toBe('connected');
    await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
    await page.reload();
    await expect(account(page, 'verified')).toHaveCount(1);
  });
});

test('a payee who does it later: outcome none', async ({ api, page, heard }) => {
  await arrive(api, page);
  await page.getByRole('button', { name: 'I’ll do this later' }).click();
  await expectAllDone(page);
  expect(outcome(await heard())).toBe('none');
});

test.describe('a payee who lives elsewhere', () => {
  const abroad = async (api: ApiServer, page: Page) => {
    await page.goto((await api.createFlow({ steps })).link);
    await authenticate(page);
    await onboard(page, { country: 'DE' });
    await expect(page.getByRole('heading', { name: 'This needs a US bank account' })).toBeVisible();
  };

  test('is told why, and goes on without: outcome none', async ({ api, page, heard }) => {
    await abroad(api, page);
    await page.getByRole('button', { name: 'Continue without an account' }).click();
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('none');
  });

  test('connects an account at a US bank: outcome connected', async ({ api, page, heard }) => {
    await abroad(api, page);
    await page.getByRole('button', { name: 'I have an account at a US bank' }).click();
    await completeManagePayments(page);
    await expectAllDone(page);
    expect(outcome(await heard())).toBe('connected');
  });
});
