/** The gallery of `npm start`: a screen in the look that the URL names, and another one by a link. */
import { ApiServer, demo } from './support/api-server.ts';
import { expect, test as base } from './support/test.ts';

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
const walk = encodeURIComponent('a form that is filled in elsewhere, and refused');

test('the gallery shows the screen of the URL, and keeps the look on the way to another', async ({
  site,
  page,
}) => {
  const violations: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  for (const [width, scheme] of [
    [1280, 'dark'],
    [360, 'light'],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(
      `${site.url}/gallery/?walk=${walk}&screen=7&theme=pomelo&lang=de&width=320&dir=rtl&scheme=${scheme}`,
    );
    const element = page.locator('staying-flow');
    await expect(element.getByRole('heading', { name: 'Ein anderes Steuerformular' })).toBeVisible();
    await expect(element.getByText('The date beside the signature is missing.')).toBeVisible();
    await expect(element.locator('[part=flow]')).toHaveAttribute('dir', 'rtl');
    expect((await element.boundingBox())?.width).toBe(320);
    if (shots) await page.screenshot({ path: `${shots}/gallery-${width}-${scheme}.png` });
  }
  await page.getByRole('link', { name: 'Is it still you?' }).first().click();
  await expect(page.locator('staying-flow').getByRole('button', { name: 'Code senden' })).toBeVisible();
  expect(new URL(page.url()).searchParams.get('theme')).toBe('pomelo');
  await page.getByLabel('lang').selectOption('en');
  await expect(page.locator('staying-flow').getByRole('button', { name: 'Send code' })).toBeVisible();
  expect(violations).toEqual([]);
});
