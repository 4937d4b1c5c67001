/** Bank accounts, a form of the partner, ways to be paid and a payout, in German. */
import { PDFDocument } from 'pdf-lib';
import type { ApiServer } from './api-server.ts';
import { look, lookAtErrors, lookAtPage, openDetails } from './german-look.ts';
import { account, chooseBank, fillNumbers } from './manage-payments.ts';
import { fillBankAccount, step, submit } from './payee.ts';
import { uploadTemplate } from './pdf-form-fill.ts';
import { expect, type Page } from './test.ts';

export async function connectAccounts(page: Page): Promise<void> {
  await expect(step(page, 'manage-payments')).toBeVisible();
  await look(page, '30-payments');
  await page.locator('[name="source"][value="manual"]').click();
  await expect(page.locator('[name="routing_number"]')).toBeVisible();
  await openDetails(page);
  await expect(page.locator('[part="mandate"]')).toHaveAttribute('lang', 'en');
  await look(page, '31-numbers');
  await lookAtErrors(page, '31-numbers');
  await fillNumbers(page);
  await submit(page);
  await expect(account(page, 'sent')).toBeVisible();
  await look(page, '32-deposits');
  await page.getByRole('button', { name: 'Beträge bestätigen' }).click();
  await look(page, '33-amounts');
  await page.locator('[name="amount_1"]').fill('0,11');
  await page.locator('[name="amount_2"]').fill('12');
  await submit(page);
  await expect(page.locator('[part~="error"]').first()).toBeVisible();
  await look(page, '33-amounts-wrong');
  await page.locator('[name="amount_1"]').fill('0,32');
  await page.locator('[name="amount_2"]').fill('45');
  await submit(page);
  await expect(account(page, 'verified')).toBeVisible();
  await page.getByRole('button', { name: 'Weiteres Konto verbinden' }).click();
  await chooseBank(page, 'Meadow & Vale Bank');
  await look(page, '34-elsewhere');
  const [bank] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('link', { name: 'Meadow & Vale Bank öffnen' }).click(),
  ]);
  await expect(bank.getByRole('heading', { name: 'Konten freigeben?' })).toBeVisible();
  await lookAtPage(bank, '34-bank');
  await bank.getByRole('button', { name: 'Nicht freigeben' }).click();
  await expect(page.getByRole('heading', { name: 'Es wurde nichts verbunden' })).toBeVisible();
  await look(page, '34-declined');
  await page.getByRole('button', { name: 'Andere Bank wählen' }).click();
  await page.locator('[name="institution"]').fill('Junip');
  await page.locator('[name="institution_id"]').filter({ hasText: 'Juniper' }).click();
  await expect(page.locator('[name="answer"]')).toBeVisible();
  await look(page, '34-question');
  await page.locator('[name="answer"]').fill('123456');
  await submit(page);
  await expect(page.locator('[name="account_id"]').first()).toBeVisible();
  await look(page, '35-accounts');
  await page.locator('[name="account_id"][value="checking"]').check();
  await page.locator('[name="consent"]').check();
  await submit(page);
  await expect(account(page, 'verified')).toHaveCount(2);
  await page.locator('[part~="method"] .more').last().click();
  await look(page, '36-menu');
  await page.getByRole('menuitem', { name: 'Entfernen' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await look(page, '37-remove');
  await page.getByRole('button', { name: 'Behalten' }).click();
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
}

export async function templateInGerman(api: ApiServer): Promise<string> {
  const pdf = await PDFDocument.create();
  const form = pdf.getForm();
  const text = form.createTextField('Berufsbezeichnung');
  text.enableRequired();
  text.addToPage(pdf.addPage(), { x: 40, y: 400, width: 200, height: 20 });
  const box = form.createCheckBox('Einverstanden');
  box.addToPage(pdf.addPage(), { x: 40, y: 400, width: 14, height: 14 });
  return uploadTemplate(api.url, Buffer.from(await pdf.save()));
}

export async function fillForm(page: Page): Promise<void> {
  await expect(step(page, 'pdf-form-fill')).toBeVisible();
  await look(page, '40-form');
  await lookAtErrors(page, '40-form');
  await page.getByLabel('Berufsbezeichnung').fill('Malerin');
  await submit(page);
  await expect(page.locator('[name="consent"]')).toBeVisible();
  await look(page, '41-form-read');
  await page.locator('[name="consent"]').check();
  await submit(page);
}

export async function chooseWays(page: Page): Promise<void> {
  await expect(step(page, 'manage-payouts')).toBeVisible();
  await look(page, '50-rails');
  for (const rail of ['paypal', 'venmo', 'cash_app']) {
    const button = page.locator(`[name="platform"][value="${rail}"]`);
    if ((await button.count()) === 0) continue;
    await button.click();
    await expect(page.locator('[part~="field"]').first()).toBeVisible();
    await openDetails(page);
    // The flow knows it already.
    const email = page.locator('[name="email"]');
    if (await email.count()) await email.fill('');
    await lookAtErrors(page, `51-${rail}`);
    await page.getByRole('button', { name: 'Zurück' }).click();
  }
  await fillBankAccount(page);
  await look(page, '52-bank');
  await submit(page);
}

export async function withdraw(page: Page): Promise<void> {
  await expect(step(page, 'payout')).toBeVisible();
  await look(page, '60-payout');
  await page.locator('[name="amount"]').fill('abc');
  await lookAtErrors(page, '60-payout');
  await page.locator('[name="amount"]').fill('120,50');
  await submit(page);
  await expect(page.locator('[part~="terms"]')).toBeVisible();
  await expect(page.locator('[part~="terms"]')).toContainText('120,50\u00a0$');
  await look(page, '61-review');
  await submit(page);
  await expect(page.locator('[part~="timeline"]')).toBeVisible();
  await look(page, '62-timeline');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
}
