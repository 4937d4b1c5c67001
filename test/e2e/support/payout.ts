/** What a payee does at the payout step, by the names on the wire, and what the partner does before. */
import type { ApiServer } from './api-server.ts';
import { step, submit } from './payee.ts';
import { expect, type Page } from './test.ts';

/** Pays a user who is in a flow, as the partner, once the flow has one: the page may still be sending. */
export async function fundPayee(api: ApiServer, flowId: string, cents: number): Promise<void> {
  const user = async () => (await api.call('GET', `/v2/flows/${flowId}`)).body['user_id'];
  await expect.poll(user).toBeTruthy();
  await api.fund(flowId, cents);
}

export async function fillAmount(page: Page, amount: string): Promise<void> {
  await expect(step(page, 'payout')).toBeVisible();
  await page.locator('[name="amount"]').fill(amount);
}

/** Adds a PayPal address at the step itself. */
export async function addPayPalInline(page: Page, email = 'ada@example.com'): Promise<void> {
  await page.getByRole('button', { name: /Add another way|Choose where it goes/ }).click();
  await choosePayPal(page, email);
}

/** Adds a PayPal address where the choice of ways is on screen. */
export async function choosePayPal(page: Page, email: string): Promise<void> {
  await page.locator('[name="platform"][value="paypal"]').click();
  await page.locator('[name="email"]').fill(email);
  await submit(page);
  await expect(page.locator('[name="method_id"]:checked')).toHaveCount(1);
}

export interface AbroadAccount {
  readonly bank_country: string;
  readonly [field: string]: string;
}

/** Adds a bank account abroad, wherever the choice of rails is on screen. */
export async function addBankAbroad(page: Page, { bank_country, ...fields }: AbroadAccount): Promise<void> {
  await page.locator('[name="platform"][value="intl_bank"]').click();
  await page.locator('[name="bank_country"]').selectOption(bank_country);
  for (const [name, value] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(value);
  await submit(page);
}

export async function reviewPayout(page: Page): Promise<void> {
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Check and confirm' })).toBeVisible();
}

/** Goes from the amount to the payout being made. */
export async function withdraw(page: Page, amount: string): Promise<void> {
  await fillAmount(page, amount);
  await reviewPayout(page);
  await submit(page);
  await expect(page.locator('[part~="timeline"]')).toBeVisible();
}

export async function completePayout(page: Page, amount: string): Promise<void> {
  await withdraw(page, amount);
  await page.getByRole('button', { name: 'Continue' }).click();
}
