/** Withdrawing, in a browser, with every option and every end. */
import {
  addBankAccount,
  authenticate,
  completeW8Ben,
  completeW9,
  expectAllDone,
  finishPayouts,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import {
  addBankAbroad,
  addPayPalInline,
  choosePayPal,
  completePayout,
  fillAmount,
  fundPayee,
  reviewPayout,
  withdraw,
} from './support/payout.ts';
import { backendNames, type Backend } from './support/backend.ts';
import { expect, test, type Heard, type Page } from './support/test.ts';

interface Setting {
  readonly steps?: readonly unknown[];
  readonly cents?: number;
}

/** Opens the payout step for a new US payee with a bank account. */
async function atPayout(
  page: Page,
  api: Pick<Backend, 'createFlow' | 'fund'>,
  { steps = ['manage-payouts', 'payout'], cents = 500_00 }: Setting = {},
): Promise<string> {
  const { id, link } = await api.createFlow({ steps });
  await page.goto(link);
  await authenticate(page);
  await onboard(page);
  if (cents > 0) await api.fund(id, cents);
  if (steps[0] === 'manage-payouts') {
    await addBankAccount(page);
    await finishPayouts(page);
  } else await page.reload();
  await expect(step(page, 'payout')).toBeVisible();
  return id;
}

const outcomeOf = (events: readonly Heard[]) =>
  events.find(({ type, detail }) => type === 'dots-step-completed' && detail.step === 'payout')?.detail[
    'outcome'
  ];
const heading = (page: Page, name: string | RegExp) =>
  expect(page.getByRole('heading', { name })).toBeVisible();

test('part of the balance is withdrawn, and followed until it is paid out', async ({
  api,
  partner,
  page,
  heard,
}) => {
  const flow = await atPayout(page, api);
  await withdraw(page, '120');
  await heading(page, '$120.00 was paid out');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expectAllDone(page);
  expect(outcomeOf(await heard())).toBe('paid');
  await expect
    .poll(() => partner.received.filter(({ payload }) => payload.event === 'transfer.completed').length)
    .toBeGreaterThan(0);
  expect(partner.refused).toEqual([]);
  const { body } = await api.call('GET', `/v2/flows/${flow}`);
  expect(body['status']).toBe('completed');
});

test('all of it is withdrawn, once, by a payee in a hurry', async ({ api, page }) => {
  const flow = await atPayout(page, api);
  await page.getByRole('button', { name: 'Withdraw all' }).click();
  await expect(page.locator('[name="amount"]')).toHaveValue('500.00');
  await reviewPayout(page);
  await page.getByRole('button', { name: 'Withdraw $500.00' }).dblclick();
  await heading(page, /\$500\.00/);
  await page.reload();
  await heading(page, /\$500\.00/);
  const { body } = await api.call('GET', `/v2/flows/${flow}`);
  const transfers = await api.call('GET', `/v2/transfers?user_id=${String(body['user_id'])}&type=payout`);
  expect(transfers.body['data']).toHaveLength(1);
});

for (const [party, fee, net] of [
  ['user', '$0.25', '$99.75'],
  ['platform', /pays it/, '$100.00'],
] as const)
  test(`a fee is borne by the ${party}, to a method that is added here`, async ({ api, page }) => {
    await atPayout(page, api, { steps: [{ name: 'payout', payout_fee_party: party }] });
    await fillAmount(page, '100');
    await addPayPalInline(page);
    await expect(page.locator('[name="amount"]')).toHaveValue('100');
    await reviewPayout(page);
    const terms = page.locator('[part~="terms"]');
    await expect(terms).toContainText(fee);
    await expect(terms).toContainText(net);
    await submit(page);
    await heading(page, '$100.00 was paid out');
  });

for (const name of backendNames)
  test(`a payout that fails gives the money back and is tried another way on the ${name}`, async ({
    on,
    page,
    heard,
  }) => {
    await atPayout(page, await on(name));
    await withdraw(page, '100.13');
    await heading(page, '$100.13 could not be paid out');
    await page.getByRole('button', { name: 'Use another way' }).click();
    await choosePayPal(page, 'fail@example.com');
    await expect(page.locator('[part~="balance"]')).toContainText('$500.00');
    await expect(page.locator('[name="amount"]')).toHaveValue('100.13');
    await withdraw(page, '50');
    await heading(page, '$50.00 could not be paid out');
    await page.getByRole('button', { name: 'Continue without withdrawing' }).click();
    await expectAllDone(page);
    expect(outcomeOf(await heard())).toBe('unchanged');
  });

test('an empty wallet says so and lets the payee go on', async ({ api, page, heard }) => {
  await atPayout(page, api, { steps: [{ name: 'payout', force: true }], cents: 0 });
  await heading(page, 'Nothing to withdraw yet');
  await page.getByRole('button', { name: 'Continue without withdrawing' }).click();
  await expectAllDone(page);
  expect(outcomeOf(await heard())).toBe('unchanged');
});

for (const name of backendNames)
  test(`an amount over the threshold asks for the tax form and comes back to it on the ${name}`, async ({
    on,
    page,
    heard,
  }) => {
    await atPayout(page, await on(name), { cents: 5_000_00 });
    await fillAmount(page, '2,500.00');
    await submit(page);
    await completeW9(page);
    await expect(page.locator('[name="amount"]')).toHaveValue('2,500.00');
    await completePayout(page, '2,500.00');
    await expectAllDone(page);
    const done = (await heard())
      .filter(({ type }) => type === 'dots-step-completed')
      .map(({ detail }) => detail.step);
    expect(done.slice(-2)).toEqual(['compliance', 'payout']);
  });

test('without a continue button and without the switch the page stays for the next withdrawal', async ({
  api,
  page,
  heard,
}) => {
  await atPayout(page, api, {
    steps: ['manage-payouts', { name: 'payout', hide_continue_button: true, auto_payout_enabled: false }],
  });
  await expect(page.getByRole('switch')).toHaveCount(0);
  await withdraw(page, '20');
  await heading(page, '$20.00 was paid out');
  expect(outcomeOf(await heard())).toBe('paid');
  await page.getByRole('button', { name: 'Withdraw more' }).click();
  await expect(page.locator('[part~="balance"]')).toContainText('$480.00');
});

const abroad = {
  'in Germany, by IBAN': {
    bank_country: 'DE',
    iban: 'DE89 3704 0044 0532 0130 00',
    tin: '86 095 742 719',
    masked: 'Commerzbank ••• 3000',
  },
  'in India, by IFSC': {
    bank_country: 'IN',
    ifsc: 'SBIN0001234',
    account_number: '12345678901',
    tin: 'ACUPA7085R',
    masked: 'State Bank of India ••• 8901',
  },
  'in Mexico, by CLABE': {
    bank_country: 'MX',
    clabe: '032180000118359719',
    tin: 'GODE561231GR8',
    masked: 'MX ••• 9719',
  },
};
for (const [name, { tin, masked, ...account }] of Object.entries(abroad))
  test(`a payee ${name}, is paid into a bank account`, async ({ api, page, heard }) => {
    const { id, link } = await api.createFlow({ steps: ['manage-payouts', 'payout'] });
    await page.goto(link);
    await authenticate(page);
    await onboard(page, { country: account.bank_country });
    await completeW8Ben(page, { country: account.bank_country, foreign_tax_id: tin });
    await fundPayee(api, id, 200_00);
    await addBankAbroad(page, account);
    await finishPayouts(page);
    await withdraw(page, '150');
    await heading(page, '$150.00 was paid out');
    await expect(step(page, 'payout')).toContainText(masked.replaceAll(' ', '\u00a0'));
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectAllDone(page);
    expect(outcomeOf(await heard())).toBe('paid');
  });
