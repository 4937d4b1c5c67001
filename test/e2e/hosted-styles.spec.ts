/** The hosted page wears what its link says of the looks, under its policy. */
import { authenticate, step } from './support/payee.ts';
import { expect, test } from './support/test.ts';

const styles = {
  theme: 'dark',
  variables: {
    backgroundColor: '#101418',
    primaryTextColor: '#f0f0f0',
    buttonBackgroundColor: '#2255aa',
    inputBorderColor: '#778899',
    borderRadius: 3,
    primaryColor: 'url(https://elsewhere.example/x.png)',
  },
};

test('?styles= of a flow’s link colours the page and the element', async ({ api, page, heard }) => {
  const origins = new Set<string>();
  page.on('request', (request) => void origins.add(new URL(request.url()).origin));
  const { link } = await api.createFlow();
  await page.goto(`${link}?styles=${encodeURIComponent(JSON.stringify(styles))}`);
  const phone = page.locator('[name="phone_number"]');
  await expect(phone).toBeVisible();

  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(16, 20, 24)');
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
  await expect(page.locator('.card')).toHaveCSS('background-color', 'rgb(16, 20, 24)');
  await expect(page.locator('h1')).toHaveCSS('color', 'rgb(240, 240, 240)');
  const button = step(page, 'authentication').locator('button[type="submit"]').first();
  await expect(button).toHaveCSS('background-color', 'rgb(34, 85, 170)');
  await expect(step(page, 'authentication').locator('h2')).toHaveCSS('color', 'rgb(240, 240, 240)');
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (process.env['SCREENSHOTS'])
      await page.screenshot({ path: `${process.env['SCREENSHOTS']}/hosted-styles-${width}.png` });
  }

  await authenticate(page);
  await expect(step(page, 'onboarding')).toBeVisible();
  expect((await heard()).some(({ type }) => type === 'dots-step-completed')).toBe(true);
  expect([...origins]).toEqual([api.url]);
});
