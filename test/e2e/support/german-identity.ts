/** From the phone number to the signed papers, in German. */
import { fillDetails } from './background-check.ts';
import { look, lookAtErrors, openDetails } from './german-look.ts';
import { drawPhoto, giveFile, identity } from './id-verification.ts';
import { enterCode, fillW9, newPhone, step, submit } from './payee.ts';
import { expect, type Page } from './test.ts';

export async function authenticate(page: Page): Promise<void> {
  await expect(step(page, 'authentication')).toBeVisible();
  await look(page, '01-phone');
  await lookAtErrors(page, '01-phone');
  await page.locator('[part~="country"]').click();
  await expect(page.getByRole('option', { name: 'Deutschland' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.locator('[name="phone_number"]').fill(`+1${newPhone()}`);
  await submit(page);
  await expect(page.locator('[name="code"]')).toBeVisible();
  await look(page, '02-code');
  await enterCode(page, '000000');
  await expect(page.locator('#code-error')).toBeVisible();
  await look(page, '02-code-wrong');
  await enterCode(page);
}

export async function onboard(page: Page, country: string, last_name = 'Example'): Promise<void> {
  await expect(step(page, 'onboarding')).toBeVisible();
  await openDetails(page);
  await look(page, '03-onboarding');
  await lookAtErrors(page, '03-onboarding');
  await page.locator('[name="first_name"]').fill('Ada');
  await page.locator('[name="last_name"]').fill(last_name);
  await page.locator('[name="email"]').fill('ada@example.com');
  await page.locator('[name="country"]').selectOption(country);
  await submit(page);
}

export async function fileW9(page: Page): Promise<void> {
  await expect(step(page, 'compliance')).toBeVisible();
  await openDetails(page);
  await look(page, '04-w9');
  await page.locator('[name="entity_type"][value="business"]').check();
  await openDetails(page);
  await look(page, '05-w9-business');
  await lookAtErrors(page, '05-w9-business');
  await page.locator('[name="entity_type"][value="individual"]').check();
  await submit(page);
  await look(page, '04-w9-number');
  await lookAtErrors(page, '04-w9-number');
  await page.getByRole('button', { name: 'Zurück' }).click();
  await fillW9(page, { tin: '123-45-0001' });
  await look(page, '06-w9-check');
  await page.getByRole('button', { name: 'Fertiges Formular zeigen' }).click();
  await expect(page.locator('[part="review"]')).toBeVisible();
  await openDetails(page);
  await look(page, '06-w9-read');
  await submit(page);
  await expect(page.locator('#tin-error')).toBeVisible();
  await look(page, '07-w9-mismatch');
  await page.locator('[name="tin"]').fill('123-45-0002');
  await submit(page);
  await lookAtErrors(page, '07-w9-signature');
  await page.locator('[name="signature"]').fill('Ada Example');
  await look(page, '07-w9-signature');
  await submit(page);
  await expect(page.locator('[part="pending"]')).toBeVisible();
  await look(page, '08-w9-pending');
  await page.getByRole('button', { name: 'Während der Prüfung weiter' }).click();
}

export async function fileW8(page: Page): Promise<void> {
  await expect(step(page, 'compliance')).toBeVisible();
  await expect(page.locator('[name="citizenship_country"]')).toBeVisible();
  await openDetails(page);
  await look(page, '70-w8ben');
  await lookAtErrors(page, '70-w8ben');
  await page.locator('[name="form"][value="w8bene"]').check();
  await expect(page.locator('[name="chapter3_status"]').first()).toBeAttached();
  await look(page, '71-w8bene');
  await lookAtErrors(page, '71-w8bene');
  await page.locator('[name="form"][value="w8ben"]').check();
  const type = async (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
  };
  await type({ name: 'Ada Example' });
  await page.locator('[name="citizenship_country"]').selectOption('DE');
  await submit(page);
  await look(page, '70-w8ben-number');
  await type({ foreign_tax_id: '86 095 742 719', date_of_birth: '31.01.1990' });
  await submit(page);
  await look(page, '70-w8ben-address');
  await type({ line_1: 'Musterstraße 1', city: 'Berlin', postcode: '10115' });
  await page.locator('[name="country"]').selectOption('DE');
  await page.locator('[name="place_of_work"]').selectOption('outside');
  // Their phone is in the US.
  await page.locator('[name="us_indicia_reason"]').selectOption('contact-only');
  await submit(page);
  await page.getByRole('button', { name: 'Niedrigeren Satz nach einem Steuerabkommen nutzen' }).click();
  await page.locator('[name="claims_treaty"]').check();
  await lookAtErrors(page, '73-treaty');
  await page.locator('[name="claims_treaty"]').uncheck();
  await submit(page);
  await page.getByRole('button', { name: 'Fertiges Formular zeigen' }).click();
  await expect(page.locator('[part="review"]')).toBeVisible();
  await openDetails(page);
  await look(page, '72-w8ben-read');
  await type({ signature: 'Ada Example' });
  await page.locator('[name="consent"]').check();
  await submit(page);
}

export async function identify(page: Page): Promise<void> {
  await expect(identity(page)).toBeVisible();
  await openDetails(page);
  await look(page, '10-identity');
  await page.getByRole('button', { name: 'Am Smartphone weitermachen' }).click();
  await expect(page.locator('svg[part="qr"]')).toBeVisible();
  await look(page, '11-handoff');
  await page.getByRole('button', { name: 'An diesem Gerät bleiben' }).click();
  await page.locator('[name="country"]').selectOption('US');
  await page.locator('[name="document_type"][value="passport"]').check();
  await submit(page);
  for (const side of ['front', 'selfie']) {
    await expect(page.locator('[name="photo"]').first()).toBeAttached();
    await expect(page.getByRole('button', { name: 'Kamera öffnen' })).toBeVisible();
    await look(page, `12-photo-${side}`);
    await page.getByRole('button', { name: 'Kamera öffnen' }).click();
    await expect(page.getByRole('button', { name: 'Kamera erneut versuchen' })).toBeVisible();
    await look(page, `13-no-camera-${side}`);
    await giveFile(page, await drawPhoto(page));
    const use = page.getByRole('button', { name: /^(?:Dieses Foto verwenden|Verwenden und senden)$/ });
    await expect(use).toBeVisible();
    await look(page, `14-preview-${side}`);
    await use.click();
  }
}

export async function checkBackground(page: Page): Promise<void> {
  await expect(step(page, 'background-check')).toBeVisible();
  await openDetails(page);
  await look(page, '20-background');
  await lookAtErrors(page, '20-background');
  await fillDetails(page, { state: 'NY' });
  await submit(page);
  const paper = page.locator('[part="document"]');
  await expect(paper).toHaveAttribute('lang', 'en');
  await expect(paper).toContainText('may obtain a consumer report about you');
  await expect(page.getByText('Auf Deutsch:')).toBeVisible();
  await look(page, '21-disclosure');
  await submit(page);
  await expect(page.locator('[name="signature"]')).toBeVisible();
  await look(page, '22-authorization');
  await lookAtErrors(page, '22-authorization');
  await page.locator('[name="signature"]').fill('Ada Example');
  await page.locator('[name="consent"]').check();
  await submit(page);
}
