/**
 * The three finished themes of the demo, from the phone to the end, as they are on a phone and on a desk, by
 * day and by night. With `SCREENSHOTS=dir` each screen is kept as a picture.
 */
import { ApiServer, demo } from './support/api-server.ts';
import { expectFits } from './support/language.ts';
import {
  authenticate,
  completeW9,
  fillBankAccount,
  finishPayouts,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import { expect, test as base, type Page } from './support/test.ts';

const test = base.extend<object, { readonly site: ApiServer }>({
  site: [
    async ({}, use) => {
      const site = await ApiServer.start({}, demo);
      await use(site);
      await site.remove();
    },
    { scope: 'worker' },
  ],
});

const shots = process.env['SCREENSHOTS'];

/** Looks at the screen in every size and scheme. Nothing may stick out of it. */
async function look(page: Page, name: string, widths: readonly number[] = [360, 1280]): Promise<void> {
  for (const width of widths)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      await expectFits(page);
      if (shots) {
        await page.waitForTimeout(300);
        await page.screenshot({ path: `${shots}/${name}-${width}-${colorScheme}.png`, fullPage: true });
      }
    }
}

for (const brand of ['halyard', 'pomelo', 'northgate'])
  test(`${brand} looks like itself on every screen, and can be read`, async ({ site, page }) => {
    test.setTimeout(300_000);
    const unreadable: string[] = [];
    page.on('console', (message) => {
      if (message.text().includes('contrast')) unreadable.push(message.text());
    });
    await page.goto(`${site.url}/demo/brands?brand=${brand}`);
    await expect(step(page, 'authentication')).toBeVisible();
    await look(page, `${brand}-1-authentication`);
    await authenticate(page);
    await expect(step(page, 'onboarding')).toBeVisible();
    await look(page, `${brand}-2-onboarding`);
    await onboard(page);
    await expect(step(page, 'compliance')).toBeVisible();
    await look(page, `${brand}-3-compliance`);
    await completeW9(page);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    await look(page, `${brand}-4-rails`);
    await fillBankAccount(page);
    await look(page, `${brand}-5-manage-payouts`);
    await submit(page);
    await finishPayouts(page);
    await expect(page.getByRole('heading', { name: 'You are on the payroll' })).toBeVisible();
    await expect(page.locator('[part~="end"]')).toHaveCount(0);
    await look(page, `${brand}-6-completed`);
    expect(unreadable).toEqual([]);
  });

test('a page of 280 px, with 10 px at its root, and one that runs from right to left', async ({
  site,
  page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 280, height: 700 });
  await page.goto(site.url);
  for (const [name, settings] of [
    ['280', {}],
    ['62', { fontSize: '62.5%' }],
    ['ar', { lang: 'ar', dir: 'rtl' }],
  ] as const)
    await test.step(name, async () => {
      await page.goto(`${site.url}/demo/brands?brand=halyard`);
      await page.evaluate(({ fontSize, lang, dir }: { fontSize?: string; lang?: string; dir?: string }) => {
        const root = document.documentElement;
        if (fontSize) root.style.fontSize = fontSize;
        if (lang) root.lang = lang;
        if (dir) root.dir = dir;
      }, settings);
      const widths = name === '280' ? [280] : [360];
      await expect(step(page, 'authentication')).toBeVisible();
      await look(page, `${name}-1-authentication`, widths);
      await authenticate(page);
      await expect(step(page, 'onboarding')).toBeVisible();
      await look(page, `${name}-2-onboarding`, widths);
      await onboard(page);
      await expect(step(page, 'compliance')).toBeVisible();
      await look(page, `${name}-3-compliance`, widths);
      await completeW9(page);
      await expect(step(page, 'manage-payouts')).toBeVisible();
      await fillBankAccount(page);
      await look(page, `${name}-4-manage-payouts`, widths);
    });
});
