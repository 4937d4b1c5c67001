/**
 * Every step as somebody meets it whose browser speaks German: no English word is left but names and the
 * text of the law.
 */
import { authentication } from '../../src/locales/en/authentication.ts';
import {
  authenticate,
  checkBackground,
  fileW8,
  fileW9,
  identify,
  onboard,
} from './support/german-identity.ts';
import { look, lookAtErrors, lookAtPage } from './support/german-look.ts';
import { chooseWays, connectAccounts, fillForm, templateInGerman, withdraw } from './support/german-money.ts';
import { identity, openOnPhone } from './support/id-verification.ts';
import { everythingSaid } from './support/language.ts';
import { step, submit } from './support/payee.ts';
import { fundPayee } from './support/payout.ts';
import { expect, test, type Page } from './support/test.ts';

test.use({ locale: 'de-DE', viewport: { width: 360, height: 740 }, actionTimeout: 30_000 });

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
  await fileW9(page);
  await identify(page);
  await expect(identity(page)).toHaveCount(0, { timeout: 60_000 });
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

  await fileW8(page);

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
  await expect(page.getByRole('heading', { name: 'Alles erledigt' })).toBeVisible();
  await look(page, '76-done');
});

test('an ID that cannot be read, with the photos taken by phone', async ({ page, browser, api }) => {
  const flow = await api.createFlow({ steps: ['id-verification'] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, 'US', 'Blurry');
  await expect(identity(page)).toBeVisible();
  const { phone, context, code } = await openOnPhone(page, browser, {
    button: 'Am Smartphone weitermachen',
    locale: 'de-DE',
  });
  await expect(phone.locator('[part="code"]')).toContainText(code.split('').join(' '));
  await look(phone, '80-same-code');
  await submit(phone);
  await expect(page.getByRole('heading', { name: 'Machen Sie am Smartphone weiter' })).toBeVisible();
  await look(page, '81-away');
  await page.getByRole('button', { name: 'Doch hier weitermachen' }).click();
  await expect(
    phone.getByRole('heading', { name: 'Sie haben am anderen Bildschirm weitergemacht' }),
  ).toBeVisible();
  await look(phone, '82-taken-back');
  await context.close();
  await identify(page);
  await expect(page.getByRole('heading', { name: 'Ihr Ausweis ist noch nicht bestätigt' })).toBeVisible({
    timeout: 60_000,
  });
  await look(page, '83-rejected');
});

test('links that have ended, and one that never was', async ({ page, context, api }) => {
  const canceled = await api.createFlow();
  await page.goto(canceled.link);
  await expect(step(page, 'authentication')).toBeVisible();
  // The banner comes with what is loaded after the first screen: its code and its German words.
  await page.waitForFunction(
    () =>
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('/closing-')).length === 2,
  );
  await context.setOffline(true);
  await expect(page.getByText('Sie sind offline.')).toBeVisible();
  await look(page, '90-offline');
  await context.setOffline(false);
  await api.call('POST', `/v2/flows/${canceled.id}/cancel`);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Dieser Link wurde zurückgezogen' })).toBeVisible();
  await look(page, '91-canceled');

  const expired = await api.createFlow({ steps: ['compliance'], expires_in: 1 });
  await expect
    .poll(async () => (await api.call('GET', `/v2/flows/${expired.id}`)).body['status'])
    .toBe('expired');
  await page.goto(expired.link);
  await expect(page.getByRole('heading', { name: 'Dieser Link ist abgelaufen' })).toBeVisible();
  await look(page, '92-expired');

  await page.goto(expired.link.slice(0, -1));
  await expect(page.getByRole('heading', { name: 'Dieser Link funktioniert nicht' })).toBeVisible();
  await lookAtPage(page, '93-missing');
});

test.describe('a browser that speaks English', () => {
  test.use({ locale: 'en-US' });

  test('shows the hosted page in German where its address asks for it', async ({ page, api }) => {
    const flow = await api.createFlow();
    await page.goto(`${flow.link}?lang=de`);
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await expect(step(page, 'authentication')).toBeVisible();
    await look(page, '95-asked-for');
  });

  test('is German all around the element, once the payee has chosen it there', async ({ page, api }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    const isIn = async (lang: string, ribbon: string, title: RegExp): Promise<void> => {
      await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${lang}`));
      await expect(page.locator('.ribbon:visible')).toHaveText(new RegExp(ribbon));
      await expect(page.locator('.ribbon:visible')).toHaveCount(1);
      await expect(page).toHaveTitle(title);
    };
    await isIn('en', 'Sandbox', /Your phone/);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await isIn('de', 'Testumgebung', /Ihr Telefon/);
    await page.reload();
    await isIn('de', 'Testumgebung', /Ihr Telefon/);
    await page.getByRole('button', { name: 'English' }).click();
    await isIn('en', 'Sandbox', /Your phone/);
  });

  test('stays German after a reload once the payee has chosen it, on every screen', async ({ page, api }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    const german = page.getByRole('heading', { name: 'Telefonnummer bestätigen' });
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await expect(german).toBeVisible();
    await page.reload();
    await expect(german).toBeVisible();
    await page.locator('[name="phone_number"]').fill('2025550123');
    await submit(page);
    const code = page.getByRole('heading', { name: 'Code eingeben' });
    await expect(code).toBeVisible();
    await page.reload();
    await expect(code).toBeVisible();
    // It is there once the browser's Back is listened to.
    await expect(page.getByRole('button', { name: 'Zurück' })).toBeVisible();
    await page.goBack();
    await expect(german).toBeVisible();
    await page.reload();
    await expect(page.getByRole('button', { name: 'English' })).toBeVisible();
    await page.getByRole('button', { name: 'English' }).click();
    await page.reload();
    await expect(page.getByRole('button', { name: 'Deutsch' })).toBeVisible();
    // The random secret of the tab says nothing of the language.
    const kept = () => [Object.keys(localStorage), Object.keys(sessionStorage), location.search];
    expect(await page.evaluate(kept)).toEqual([[], ['dots-flow'], '']);
  });
});

test.describe('a language that there are no words in', () => {
  test.use({ locale: 'fr-FR' });
  const title = authentication['authentication.title'];

  /** Everything in the element is English, and says so; the page around it stays what it is. */
  async function expectEnglish(page: Page): Promise<void> {
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    const root = page.locator('dots-flow [part="flow"]');
    await expect(root).toHaveAttribute('lang', 'en');
    await expect(root).toHaveAttribute('dir', 'ltr');
  }

  test('English words on a French page are declared as English', async ({ page, partner, api }) => {
    const flow = await api.createFlow();
    partner.embed(
      `document.documentElement.lang = 'fr';
      document.querySelector('dots-flow').setAttribute('flow-id', '${flow.id}');`,
    );
    await page.goto(partner.origin);
    await expectEnglish(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
    const said = await everythingSaid(page);
    expect(said.find(({ text }) => text === title)?.lang).toBe('en');
    expect(said.find(({ text }) => text === 'Partner')?.lang).toBe('fr');
  });

  test('so is the hosted page', async ({ page, api }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    await expectEnglish(page);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});
