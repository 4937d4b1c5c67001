/** What a payee does at the tax details, form by form. All persons, businesses and numbers are made up. */
import { expect, type Page } from '@playwright/test';
import { step, submit } from './payee.ts';

const fill = async (page: Page, values: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(values))
    await page.locator(`[data-step] [name="${name}"]`).fill(value);
};

async function chooseForm(page: Page, form: 'w9' | 'w8ben' | 'w8bene'): Promise<void> {
  await expect(step(page, 'compliance')).toBeVisible();
  await page.locator(`[name="form"][value="${form}"]`).check();
}

export async function fillW9Business(page: Page, classification: string, tin = '12-3456789'): Promise<void> {
  await chooseForm(page, 'w9');
  await page.locator('[name="entity_type"][value="business"]').check();
  await fill(page, { business_name: 'Example Rides LLC' });
  await page.locator('[name="tax_classification"]').selectOption(classification);
  if (classification === 'other') await fill(page, { other_classification: 'Cooperative' });
  await submit(page);
  await fill(page, { tin });
  await submit(page);
  await fill(page, { line_1: '1 Main Street', city: 'Springfield', postcode: '62701' });
  await page.locator('[name="state"]').selectOption('IL');
  await submit(page);
}

export async function fillW8Bene(
  page: Page,
  { status = 'active_nffe', country = 'DE', foreign_tax_id = 'DE136695976' } = {},
): Promise<void> {
  await chooseForm(page, 'w8bene');
  await fill(page, { business_name: 'Beispiel Musik GmbH' });
  await page.locator('[name="incorporation_country"]').selectOption(country);
  await page.locator('[name="chapter3_status"]').selectOption('corporation');
  await submit(page);
  await page.locator('[name="chapter4_status"]').selectOption(status);
  await page.locator('[name="status_certified"]').check();
  await submit(page);
  await fill(page, { foreign_tax_id });
  const register = page.locator('[name="business_registration_number"]');
  if (await register.count()) await register.fill('HRB 12345');
  await submit(page);
  await page.locator('[name="country"]').selectOption(country);
  await fill(page, { line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' });
  await page.locator('[name="place_of_work"]').selectOption('outside');
  const reason = page.locator('[name="us_indicia_reason"]');
  if (await reason.count()) await reason.selectOption('contact-only');
  await submit(page);
}

export async function signW8Bene(page: Page, name = 'Ada Example'): Promise<void> {
  await fill(page, { signer_name: name, signature: name });
  await page.locator('[name="capacity"]').check();
  await page.locator('[name="consent"]').check();
  await submit(page);
}

/** Asks for the finished form, and returns the bytes of the PDF that is offered. */
export async function readFinishedForm(page: Page): Promise<Buffer> {
  await page.getByRole('button', { name: 'Show the finished form' }).click();
  await expect(page.locator('[part="review"]')).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download as PDF' }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
