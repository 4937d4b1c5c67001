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
