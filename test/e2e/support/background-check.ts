/** What a payee does in the background check. All persons and numbers are made up. */
import { expect, type Page } from '@playwright/test';
import { step, submit } from './payee.ts';

const identity = {
  date_of_birth: '1990-01-31',
  ssn: '123-45-6789',
  line_1: '1 Main Street',
  city: 'Springfield',
  postcode: '62701',
};

/** Fills in what is asked. What is on file is not on screen. */
export async function fillDetails(page: Page, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await expect(step(page, 'background-check').locator('[name="ssn"]')).toBeVisible();
  const values: Record<string, string> = { ...identity, ...more };
  for (const [name, value] of Object.entries(values)) {
    const input = page.locator(`[data-step] [name="${name}"]`);
    if (name !== 'state' && (await input.count()) > 0) await input.fill(value);
  }
  const state = page.locator('[data-step] [name="state"]');
  if ((await state.count()) > 0) await state.selectOption(more['state'] ?? 'IL');
}

/** Reads the disclosure and signs the authorization. */
export async function signPapers(page: Page, name = 'Ada Example'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Disclosure: background report' })).toBeVisible();
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByRole('heading', { name: 'Authorize the report' })).toBeVisible();
  await page.locator('[name="signature"]').fill(name);
  await page.locator('[name="consent"]').check();
  await submit(page);
}

export async function completeBackgroundCheck(
  page: Page,
  more: Readonly<Record<string, string>> = {},
): Promise<void> {
  await fillDetails(page, more);
  await submit(page);
  await signPapers(page);
}
