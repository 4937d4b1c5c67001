/** What a payee does at manage-payments, by the names on the wire. All banks and numbers are made up. */
import { expect, type Page } from '@playwright/test';
import { step, submit } from './payee.ts';

export const account = (page: Page, status: string) =>
  page.locator(`[part~="method"][data-status="${status}"]`);

const open = (page: Page) => expect(step(page, 'manage-payments')).toBeVisible();

/** Chooses how to add an account. The choice is there at once when there is no account yet. */
export async function chooseSource(page: Page, source: 'link' | 'manual'): Promise<void> {
  await open(page);
  await page.locator(`[name="source"][value="${source}"]`).click();
}

/** Finds a bank by a part of its name, and begins to sign in there. */
export async function chooseBank(page: Page, name: string): Promise<void> {
  await chooseSource(page, 'link');
  await page.locator('[name="institution"]').fill(name.slice(0, 5));
  await page.locator('[name="institution_id"]').filter({ hasText: name }).click();
}

/** Chooses an account that the bank offers, and agrees. */
export async function connectOffered(page: Page, account_id = 'checking'): Promise<void> {
  await page.locator(`[name="account_id"][value="${account_id}"]`).check();
  await page.locator('[name="consent"]').check();
  await submit(page);
}

export async function connectByBank(
  page: Page,
  name = 'Lantern National Bank',
  account_id = 'checking',
): Promise<void> {
  await chooseBank(page, name);
  await connectOffered(page, account_id);
  await expect(account(page, 'verified')).not.toHaveCount(0);
}

/** Fills in the form for account numbers. */
export async function fillNumbers(
  page: Page,
  { routing_number = '110000000', account_number = '000123456789' } = {},
): Promise<void> {
  await page.locator('[name="routing_number"]').fill(routing_number);
  await page.locator('[name="account_number"]').fill(account_number);
  await page.locator('[name="account_type"][value="checking"]').check();
  await page.locator('[name="consent"]').check();
}

export async function connectByNumbers(
  page: Page,
  numbers: Parameters<typeof fillNumbers>[1] = {},
): Promise<void> {
  await chooseSource(page, 'manual');
  await fillNumbers(page, numbers);
  await submit(page);
}

/** Tells two amounts as the payee typed them, from the list on. */
export async function tellDeposits(page: Page, amount_1 = '0.32', amount_2 = '45'): Promise<void> {
  await page.getByRole('button', { name: 'Confirm deposits' }).click();
  await fillDeposits(page, amount_1, amount_2);
}

export async function fillDeposits(page: Page, amount_1: string, amount_2: string): Promise<void> {
  await page.locator('[name="amount_1"]').fill(amount_1);
  await page.locator('[name="amount_2"]').fill(amount_2);
  await submit(page);
}

export async function finishPayments(page: Page): Promise<void> {
  await expect(page.locator('[part~="method"]')).not.toHaveCount(0);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** Takes the shortest way through the step: a bank account, connected and verified at once. */
export async function completeManagePayments(page: Page): Promise<void> {
  await connectByBank(page);
  await finishPayments(page);
}

/** Opens the menu of the account with these digits and presses an item. */
export async function pickFromMenu(page: Page, digits: string, item: string): Promise<void> {
  await page.locator('[part~="method"]').filter({ hasText: digits }).locator('.more').click();
  await page.getByRole('menuitem', { name: item }).click();
}
