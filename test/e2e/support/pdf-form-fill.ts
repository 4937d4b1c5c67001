/** A partner who uploads a PDF form, and a payee who fills it in. */
import { expect, type Page } from '@playwright/test';
import { agreementPdf } from '../../support/pdf-forms.ts';
import { step, submit } from './payee.ts';

/** Uploads the form. Resolves to the id of the template. */
export async function uploadTemplate(apiUrl: string, file?: Buffer): Promise<string> {
  const answer = await fetch(`${apiUrl}/v2/pdf-templates?name=Contractor%20agreement`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${btoa('pk_sandbox_demo:sk_sandbox_demo')}`,
      'content-type': 'application/pdf',
    },
    body: new Uint8Array(file ?? (await agreementPdf())),
  });
  const { id } = (await answer.json()) as { id?: string };
  if (id === undefined) throw new Error(`Uploading a PDF was answered with ${answer.status}.`);
  return id;
}

/** Fills in every kind of field of `agreementPdf`. */
export async function fillAgreement(page: Page): Promise<void> {
  await expect(step(page, 'pdf-form-fill')).toBeVisible();
  await page.getByLabel('Full name').fill('Ada Example');
  await page.getByRole('textbox', { name: 'Social Security number' }).fill('123-45-6789');
  await page.getByLabel('Start date').fill('2026-12-24');
  await page.getByLabel('Part time').check();
  await page.getByLabel('Shirt').selectOption('Large');
  await page.getByRole('textbox', { name: 'You' }).fill('I paint.\nI also build.');
  await page.getByLabel('Terms').check();
  await page.getByLabel('Notes').fill('Größe');
}

export async function signForm(page: Page, name = 'Ada Example'): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Read your form' })).toBeVisible();
  await page.locator('[name="signature"]').fill(name);
  await page.locator('[name="consent"]').check();
  await submit(page);
}

export async function completePdfForm(page: Page): Promise<void> {
  await fillAgreement(page);
  await submit(page);
  await signForm(page);
}
