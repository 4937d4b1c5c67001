/**
 * One journey in a browser at the floor. `OLD_CHROMIUM` is the path of a Chromium near 105. `npm run
 * test:old-browser` fetches one; no other run has this file.
 */
import { expect, test } from './support/test.ts';
import { authenticate, completeW9, fillOnboarding, newPhone, onboard, step } from './support/payee.ts';

const executablePath = process.env['OLD_CHROMIUM'];
test.use({
  launchOptions: {
    ...(executablePath && { executablePath }),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--single-process',
      '--headless',
      '--disable-gpu',
      '--disable-dev-shm-usage',
    ],
  },
});
const shots = process.env['SCREENSHOTS'];

test('old Chromium: a new payee gets from the phone to the partner’s page', async ({
  api,
  partner,
  page,
  browser,
}) => {
  test.info().annotations.push({ type: 'browser', description: browser.version() });
  await page.setViewportSize({ width: 360, height: 800 });
  /** Pictures of both schemes, of a phone and of a desktop. */
  const look = async (name: string) => {
    if (!shots) return;
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: colorScheme === 'light' ? 360 : 1280, height: 800 });
      await page.screenshot({ path: `${shots}/old-${colorScheme}-${name}.png`, fullPage: true });
    }
  };
  const { link } = await api.createFlow({
    steps: ['compliance', { name: 'redirect', redirect_url: `${partner.origin}/thanks` }],
  });
  await page.goto(link);
  const phone = page.locator('[name="phone_number"]');
  await expect(phone).toBeVisible();
  const styles = await phone.evaluate((input) => {
    const { color, borderTopColor, borderTopWidth } = getComputedStyle(input);
    const button = (input.getRootNode() as ShadowRoot).querySelector('[type="submit"]') as HTMLElement;
    return { color, borderTopColor, borderTopWidth, button: getComputedStyle(button).backgroundColor };
  });
  expect(styles.borderTopWidth).toBe('1px');
  expect(styles.button).not.toBe('rgba(0, 0, 0, 0)');
  await look('phone');

  await page.locator('[aria-haspopup="dialog"]').click();
  await expect(page.locator('.country-list')).toBeVisible();
  await look('countries');
  await page.keyboard.press('Escape');
  await expect(page.locator('.country-list')).toHaveCount(0);

  await authenticate(page, newPhone());
  await fillOnboarding(page);
  await look('onboarding');
  await onboard(page);
  await expect(step(page, 'compliance')).toBeVisible();
  await look('compliance');
  await completeW9(page);
  await page.waitForURL('**/thanks');
});
