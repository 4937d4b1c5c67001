/** Browsers that are too old for the element say so, with the link that another browser can open. */
import { join } from 'node:path';
import { expect, test } from './support/test.ts';

const tooOld = 'This browser is too old for this page.';

test('the classic loader loads nothing, and leads to the hosted page', async ({ page }) => {
  const violations: string[] = [];
  page.on('console', (message) => violations.push(message.text()));
  page.on('pageerror', (error) => violations.push(error.message));
  // The browser of the test becomes one that does not know `:has()`.
  await page.addInitScript(() => (CSS.supports = () => false));
  const asked: string[] = [];
  await page.route('**', (route) => {
    const { origin, pathname } = new URL(route.request().url());
    asked.push(origin + pathname);
    if (pathname !== '/')
      return route.fulfill({ path: join(import.meta.dirname, '../../dist/cdn/loader.js') });
    const policy = "default-src 'none'; script-src https://pay.example; require-trusted-types-for 'script'";
    return route.fulfill({
      headers: { 'content-type': 'text/html', 'content-security-policy': policy },
      body: `<!doctype html><html lang="en"><meta charset="utf-8">
        <script async src="https://pay.example/loader.js"></script>
        <dots-flow flow-id="one"></dots-flow>
        <dots-flow flow-id="two" api-url="https://flows.example/api/" lang="de"></dots-flow>
        <dots-flow config='{"handoff":"secret"}'></dots-flow>`,
    });
  });
  await page.goto('https://partner.example/');

  const at = (index: number) => page.locator('dots-flow').nth(index);
  await expect(at(0)).toContainText(tooOld);
  await expect(at(1)).toContainText('Dieser Browser ist zu alt');
  for (const [index, link] of ['https://pay.example/flow/one', 'https://flows.example/flow/two'].entries()) {
    await expect(at(index).locator('a')).toHaveText(link);
    await expect(at(index).locator('a')).toHaveAttribute('href', link);
    await expect(at(index).locator('a')).toHaveAttribute('rel', 'noopener noreferrer');
  }
  // Nothing but an id that stands in the markup is made a link of.
  await expect(at(2)).toContainText(tooOld);
  await expect(at(2).locator('a')).toHaveCount(0);
  expect(asked).toEqual(['https://partner.example/', 'https://pay.example/loader.js']);
  expect(violations).toEqual([]);
});

test('the hosted page says so without a script', async ({ api, page }) => {
  const { link } = await api.createFlow();
  const text = page.locator('.outdated');
  await page.goto(link);
  await expect(page.locator('[name="phone_number"]')).toBeVisible();
  await expect(text).toBeHidden();

  await page.route('**/hosted.css', async (route) => {
    const answer = await route.fetch();
    return route.fulfill({ response: answer, body: (await answer.text()).replace(':has(*)', ':unheard-of') });
  });
  await page.goto(`${link}?styles=x`);
  await expect(text).toContainText(tooOld);
  await expect(text.locator('a')).toHaveText(link);
  expect(await text.locator('a').getAttribute('href')).toBe(link);
});
