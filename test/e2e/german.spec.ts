/**
 * Every step as somebody meets it whose browser speaks German. No English word is left but names and the text
 * of the law.
 */
import { PDFDocument } from 'pdf-lib';
import german from '../../src/locales/de/index.ts';
import type { ApiServer } from './support/api-server.ts';
import { fillDetails } from './support/background-check.ts';
import { drawPhoto, giveFile, identity } from './support/id-verification.ts';
import { englishDetector, everythingSaid, expectFits } from './support/language.ts';
import { account, chooseBank, fillNumbers } from './support/manage-payments.ts';
import { enterCode, fillBankAccount, fillW9, newPhone, step, submit } from './support/payee.ts';
import { fundPayee } from './support/payout.ts';
import { uploadTemplate } from './support/pdf-form-fill.ts';
import { expect, test, type Page } from './support/test.ts';

test.use({ locale: 'de-DE', viewport: { width: 360, height: 740 }, actionTimeout: 30_000 });

/** Names, and what somebody typed. */
const names = [
  /Sandbox Demo|Demo App|Acme/g,
  /Lantern National Bank|Juniper Credit Union|Meadow & Vale Bank|Pebble Creek Savings|Harrow Street Bank|Thimble Trust|Test Bank/g,
  /Everyday Checking|Rainy Day Savings|Old Checking/g,
  /Fair Credit Reporting Act|Social Security Number|Employer Identification Number|Backup Withholding|Limitation on Benefits/g,
  /Routing & account number|Cash App|Ada Example|1 Main Street|Article 12\(1\)/g,
  /Isle of Man|District of Columbia|Armed Forces[\w ,()]*|Federated States of Micronesia/g,
  /Income Tax Act, Part XX|Sharing Economy Reporting Regime|Registered Deemed-Compliant FFI/g,
];

const detector = englishDetector(german, names);

/** Looks at the screen: German and nothing else, declared as German, and no word breaks out of it. */
async function look(page: Page, name: string): Promise<void> {
  const isEnglish = await detector;
  await expect(page.locator('dots-flow > *, [part="flow"]').first()).toHaveAttribute('lang', 'de');
  await expect(page.locator('[part="flow"]')).toHaveAttribute('dir', 'ltr');
  const said = await everythingSaid(page);
  expect(said.filter(isEnglish), `English on “${name}”`).toEqual([]);
  await expectFits(page);
  await expect(page.locator('.optional').filter({ hasText: '()' })).toHaveCount(0);
  const shots = process.env['SCREENSHOTS'];
  if (shots) await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

/** Presses the main button with nothing filled in, and looks at what is said then. */
async function lookAtErrors(page: Page, name: string): Promise<void> {
  await submit(page);
  await expect(page.locator('[part~="error"]').first()).toBeVisible();
  await look(page, `${name}-errors`);
}

async function openDetails(page: Page): Promise<void> {
  for (const summary of await page.locator('details:not([open]) > summary').all()) await summary.click();
}

async function authenticate(page: Page): Promise<void> {
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

async function onboard(page: Page, country: string): Promise<void> {
  await expect(step(page, 'onboarding')).toBeVisible();
  await openDetails(page);
  await look(page, '03-onboarding');
  await lookAtErrors(page, '03-onboarding');
  await page.locator('[name="first_name"]').fill('Ada');
  await page.locator('[name="last_name"]').fill('Example');
  await page.locator('[name="email"]').fill('ada@example.com');
  await page.locator('[name="country"]').selectOption(country);
  await submit(page);
}

async function identify(page: Page): Promise<void> {
  await expect(identity(page)).toBeVisible();
  await openDetails(page);
  await look(page, '10-identity');
  await page.getByRole('button', { name: 'Am Telefon weitermachen' }).click();
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
  await expect(identity(page)).toHaveCount(0, { timeout: 60_000 });
}

async function checkBackground(page: Page): Promise<void> {
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

async function connectAccounts(page: Page): Promise<void> {
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
  await chooseBank(page, 'Juniper');
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

async function templateInGerman(api: ApiServer): Promise<string> {
  const pdf = await PDFDocument.create();
  const form = pdf.getForm();
  const text = form.createTextField('Berufsbezeichnung');
  text.enableRequired();
  text.addToPage(pdf.addPage(), { x: 40, y: 400, width: 200, height: 20 });
  const box = form.createCheckBox('Einverstanden');
  box.addToPage(pdf.addPage(), { x: 40, y: 400, width: 14, height: 14 });
  return uploadTemplate(api.url, Buffer.from(await pdf.save()));
}

async function fillForm(page: Page): Promise<void> {
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

async function chooseWays(page: Page): Promise<void> {
  await expect(step(page, 'manage-payouts')).toBeVisible();
  await look(page, '50-rails');
  for (const rail of ['paypal', 'venmo', 'cash_app']) {
    const button = page.locator(`[name="platform"][value="${rail}"]`);
    if ((await button.count()) === 0) continue;
    await button.click();
    await expect(page.locator('[part~="field"]').first()).toBeVisible();
    await openDetails(page);
    await lookAtErrors(page, `51-${rail}`);
    await page.getByRole('button', { name: 'Anderen Weg wählen' }).click();
  }
  await fillBankAccount(page);
  await look(page, '52-bank');
  await submit(page);
  await expect(page.locator('[part~="method"]')).not.toHaveCount(0);
  await look(page, '53-list');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
}

async function withdraw(page: Page): Promise<void> {
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

test('a payee in the US whose browser speaks German goes through every step', async ({
  page,
  api,
  partner,
}) => {
  test.setTimeout(300_000);
  const flow = await api.createFlow({
    steps: [
      'background-check',
      'compliance',
      'id-verification',
      'manage-payments',
      { name: 'pdf-form-fill', template_id: await templateInGerman(api) },
      'manage-payouts',
      'payout',
      { name: 'redirect', redirect_url: `${partner.origin}/thanks` },
    ],
  });
  await page.goto(flow.link);
  await expect(page.locator('html')).toHaveAttribute('lang', 'de-DE');
  await authenticate(page);
  await onboard(page, 'US');
  await fundPayee(api, flow.id, 300_00);
  await checkBackground(page);

  await expect(step(page, 'compliance')).toBeVisible();
  await openDetails(page);
  await look(page, '04-w9');
  await lookAtErrors(page, '04-w9');
  await page.locator('[name="entity_type"][value="business"]').check();
  await openDetails(page);
  await look(page, '05-w9-business');
  await page.locator('[name="entity_type"][value="individual"]').check();
  await fillW9(page, { tin: '123-45-0001' });
  await page.getByRole('button', { name: 'Fertiges Formular zeigen' }).click();
  await expect(page.locator('[part="review"]')).toBeVisible();
  await openDetails(page);
  await look(page, '06-w9-read');
  await submit(page);
  await expect(page.locator('#tin-error')).toBeVisible();
  await look(page, '07-w9-mismatch');
  await page.locator('[name="tin"]').fill('123-45-6789');
  await submit(page);

  await identify(page);
  await connectAccounts(page);
  await fillForm(page);
  await chooseWays(page);
  await withdraw(page);
  await page.waitForURL(`${partner.origin}/thanks`);
});

test('a payee in Germany: the forms for those outside the US, and a bank account at home', async ({
  page,
  api,
}) => {
  test.setTimeout(300_000);
  const flow = await api.createFlow({ steps: ['compliance', 'manage-payments', 'manage-payouts'] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, 'DE');

  await expect(step(page, 'compliance')).toBeVisible();
  await expect(page.locator('[name="foreign_tax_id"]')).toBeVisible();
  await openDetails(page);
  await look(page, '70-w8ben');
  await page.locator('[name="claims_treaty"]').check();
  await lookAtErrors(page, '70-w8ben');
  await page.locator('[name="claims_treaty"]').uncheck();
  await page.locator('[name="form"][value="w8bene"]').check();
  await expect(page.locator('[name="chapter4_status"]').first()).toBeAttached();
  await look(page, '71-w8bene');
  await lookAtErrors(page, '71-w8bene');
  await page.locator('[name="form"][value="w8ben"]').check();
  const values = {
    name: 'Ada Example',
    date_of_birth: '31.01.1990',
    foreign_tax_id: '86 095 742 719',
    line_1: 'Musterstraße 1',
    city: 'Berlin',
    postcode: '10115',
    signature: 'Ada Example',
  };
  for (const [name, value] of Object.entries(values)) await page.locator(`[name="${name}"]`).fill(value);
  for (const name of ['citizenship_country', 'country'])
    await page.locator(`[name="${name}"]`).selectOption('DE');
  await page.getByRole('button', { name: 'Fertiges Formular zeigen' }).click();
  await expect(page.locator('[part="review"]')).toBeVisible();
  await openDetails(page);
  await look(page, '72-w8ben-read');
  await page.locator('[name="consent"]').check();
  await submit(page);

  await expect(step(page, 'manage-payments')).toBeVisible();
  await look(page, '73-abroad');
  await page.getByRole('button', { name: 'Ohne Konto weiter' }).click();

  await expect(step(page, 'manage-payouts')).toBeVisible();
  await page.locator('[name="platform"][value="intl_bank"]').click();
  await expect(page.locator('[name="iban"]')).toBeVisible();
  await look(page, '74-iban');
  await lookAtErrors(page, '74-iban');
  await page.locator('[name="account_holder_name"]').fill('Ada Example');
  await page.locator('[name="iban"]').fill('DE89 3704 0044 0532 0130 00');
  await submit(page);
  await expect(page.locator('[part~="method"]')).not.toHaveCount(0);
  await look(page, '75-list');
  await page.getByRole('button', { name: 'Weiter', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Alles erledigt' })).toBeVisible();
  await look(page, '76-done');
});
