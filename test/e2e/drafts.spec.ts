/**
 * What was typed and not sent comes back: after a reload, and through the link within the hour. The server
 * keeps it, and nothing of it is in the browser.
 */
import { authenticate, enterCode, newPhone, step, submit, typed } from './support/payee.ts';
import { expect, test, type Page } from './support/test.ts';

const names = ['first_name', 'last_name'];
const person = { first_name: 'Grace', last_name: 'Example' };

/** Types, and resolves once the server has what was typed. */
async function typeNames(page: Page): Promise<void> {
  const kept = page.waitForResponse(
    (response) =>
      response.url().endsWith('/session/draft') &&
      response.request().postData()?.includes('Example') === true,
  );
  for (const [name, value] of Object.entries(person))
    await page.locator(`[data-step="onboarding"] [name="${name}"]`).fill(value);
  expect((await kept).status()).toBe(200);
}

test('what was typed survives a reload and the link being opened again, on a page that may store nothing', async ({
  api,
  page,
  context,
  heard,
}) => {
  // A page in a frame without `allow-same-origin`, or with cookies blocked, throws on every use.
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('The operation is insecure.', 'SecurityError');
    };
    for (const name of ['sessionStorage', 'localStorage', 'indexedDB'])
      Object.defineProperty(globalThis, name, { get: refuse });
  });
  const phone = newPhone();
  const { link } = await api.createFlow();
  await page.goto(link);
  await authenticate(page, phone);
  await expect(step(page, 'onboarding')).toBeVisible();
  await typeNames(page);
  await page.reload();
  await expect(step(page, 'onboarding')).toBeVisible();
  expect(await typed(page, names)).toEqual(person);
  await heard();

  // The tab is closed. After a quarter of an hour the link asks for a code again.
  await page.goto('about:blank');
  await api.advance('PT20M');
  const again = await context.newPage();
  await again.goto(link);
  await submit(again);
  await enterCode(again);
  await expect(step(again, 'onboarding')).toBeVisible();
  expect(await typed(again, names)).toEqual(person);
});
