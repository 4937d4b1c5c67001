/** The page that explains the API, as somebody reads it. */
import { expect, test } from './support/test.ts';

for (const width of [360, 1280])
  test(`the explained API fits into ${width} pixels`, async ({ api, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(new URL('/docs', api.url).href);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over).toBe(0);
  });

test('a flow is made and opened from the explained API alone', async ({ api, page }) => {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') refused.push(message.text());
  });
  await page.goto(new URL('/docs', api.url).href);
  const call = async (title: string) => {
    const section = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: title, exact: true }) });
    await section.getByText('Try it').click();
    const form = section.getByRole('form');
    await form.getByRole('button', { name: 'Send' }).click();
    await expect(form.getByRole('status')).toContainText(/^[2-5]\d\d /);
    return form.getByRole('status').innerText();
  };

  expect(await call('Create a flow')).toMatch(/^20[01] /);
  // The id of the flow has been filled in, and then the token of its session.
  expect(await call('Retrieve a flow')).toMatch(/^200 .*"status": "created"/s);
  expect(await call('Open a session on a flow')).toMatch(/^20[01] .*"token"/s);
  expect(await call('Read where the flow stands')).toMatch(/^200 .*"current"/s);
  expect(refused).toEqual([]);

  await page.getByLabel('API key', { exact: true }).fill('another');
  expect(await call('List flows, newest first')).toMatch(/^401 .*"unauthorized"/s);
});
