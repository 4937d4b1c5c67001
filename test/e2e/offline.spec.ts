/** What a page asks for while it is offline comes once it is online, without being loaded again. */
import { authenticate, enterCode, fillOnboarding, fillPhone, step, submit } from './support/payee.ts';
import { expect, test } from './support/test.ts';

/**
 * Browsers keep for as long as a page is there which modules they could not load. So what was asked for too
 * early would never come.
 */
test('a step, a part of it and a language that were wanted offline come without a reload', async ({
  page,
  context,
  api,
}) => {
  const flow = await api.createFlow({ steps: ['compliance'] });
  await page.goto(flow.link);
  await authenticate(page);
  await expect(step(page, 'onboarding')).toBeVisible();
  const german = page.getByRole('button', { name: 'Deutsch' });
  await expect(german).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSame: true }));

  await context.setOffline(true);
  await page.locator('[name="first_name"]').focus();
  await german.click();
  await expect(page.getByText('This language could not be loaded.')).toBeVisible();
  await context.setOffline(false);
  await fillOnboarding(page);
  await submit(page);
  await expect(step(page, 'compliance')).toBeVisible();

  await context.setOffline(true);
  await page.locator('[name="form"][value="w8bene"]').check();
  await expect(page.getByText('This goes on by itself')).toBeVisible();
  await context.setOffline(false);
  await expect(page.locator('[name="chapter3_status"]')).toBeVisible();
  await expect(page.locator('[name="form"][value="w8bene"]')).toBeChecked();

  await german.click();
  await expect(page.getByRole('heading', { name: 'Steuerangaben' })).toBeVisible();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);
});

test('so do the list of countries and the code, when the first screen was touched offline', async ({
  page,
  context,
  api,
}) => {
  const flow = await api.createFlow({ steps: ['onboarding'] });
  await page.goto(flow.link);
  // What comes behind the first paint is there.
  await expect(page.getByRole('button', { name: 'Deutsch' })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { isSame: true }));
  await context.setOffline(true);
  await page.locator('[name="phone_number"]').focus();
  await page.locator('[part~="country"]').click();
  await fillPhone(page);
  await submit(page);
  await expect(page.getByText('This goes on by itself')).toBeVisible();
  await context.setOffline(false);
  await enterCode(page);
  await expect(step(page, 'onboarding')).toBeVisible();
  expect(await page.evaluate(() => 'isSame' in window)).toBe(true);

  await page.goto((await api.createFlow({ steps: ['onboarding'] })).link);
  await expect(page.getByRole('button', { name: 'Deutsch' })).toBeVisible();
  await context.setOffline(true);
  await page.locator('[part~="country"]').click();
  await context.setOffline(false);
  await page.locator('[part~="country"]').click();
  await expect(page.getByRole('option', { name: 'Germany' })).toBeVisible();
});
