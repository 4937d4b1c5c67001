/**
 * The demo page as `npm start` leaves it. A stranger makes a flow, goes through it, and sees events and
 * webhooks side by side.
 */
import type { DotsFlow } from '../../src/dots-flow.ts';
import { ApiServer, demo } from './support/api-server.ts';
import {
  addBankAccount,
  authenticate,
  completeW9,
  expectAllDone,
  finishOverviewFlow,
  finishPayouts,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import { completePayout } from './support/payout.ts';
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

/** Returns the steps of the timeline's rows on which a DOM event and a webhook met, the first one first. */
const joined = async (page: Page) =>
  (
    await page.locator('#timeline li:has(.id.joined) [data-lane="webhook"] .about').allTextContents()
  ).reverse();

async function create(page: Page, steps: readonly string[], payee = 'new'): Promise<void> {
  // The page has begun a flow by itself.
  await expect(step(page, 'authentication')).toBeVisible();
  await page.locator('#section-flow > summary').click();
  for (const box of await page.locator('[name="steps"]').all())
    await box.setChecked(steps.includes(await box.inputValue()));
  await page.locator('[name="payee"]').selectOption(payee);
  await page.getByRole('button', { name: 'Create a flow' }).click();
}

test('the flow that stands there at once is finished, each step in both lanes', async ({
  site,
  page,
  heard,
}) => {
  await page.goto(site.url);
  await finishOverviewFlow(page);
  await expect
    .poll(() => joined(page))
    .toEqual(['authentication', 'onboarding', 'compliance', 'manage-payouts', '']);
  expect((await heard()).at(-1)?.type).toBe('dots-flow-completed');
});

test('every step can be asked for, and what it needs is there: money to withdraw, a form to sign', async ({
  site,
  page,
  heard,
}) => {
  await page.goto(site.url);
  await create(page, ['pdf-form-fill', 'manage-payouts', 'payout']);
  await authenticate(page);
  await onboard(page);
  await expect(step(page, 'pdf-form-fill')).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Ada Example');
  await page.getByLabel('I make everything that I sell myself').check();
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Read your form' })).toBeVisible();
  await page.locator('[name="consent"]').check();
  await submit(page);
  await addBankAccount(page);
  await finishPayouts(page);
  await expect(step(page, 'payout')).toContainText('$300.00');
  await completePayout(page, '120');
  await expectAllDone(page);
  await expect
    .poll(() => joined(page))
    .toEqual(['authentication', 'onboarding', 'pdf-form-fill', 'manage-payouts', 'payout', '']);
  expect((await heard()).filter(({ type }) => type === 'dots-error')).toEqual([]);
});

test('a payee whom the app knows is paid too, and needs no code', async ({ site, page }) => {
  await page.goto(site.url);
  await create(page, ['compliance', 'manage-payouts', 'payout'], 'known');
  await completeW9(page);
  await addBankAccount(page);
  await finishPayouts(page);
  await expect(step(page, 'payout')).toContainText('$300.00');
});

test('webhooks that overtake one another, and the events, leave the events in their order', async ({
  site,
  page,
}) => {
  await page.addInitScript(() => {
    class Held extends EventTarget {
      constructor() {
        super();
        Object.assign(globalThis, { webhooks: this });
      }
    }
    Object.assign(globalThis, { EventSource: Held });
  });
  await page.goto(site.url);
  await expect(step(page, 'authentication')).toBeVisible();
  await page.evaluate(() => {
    const { webhooks } = globalThis as unknown as { webhooks: EventTarget };
    const element = document.querySelector('dots-flow');
    const flow_id = element?.flow?.id;
    const webhook = (id: string, step?: string) =>
      webhooks.dispatchEvent(
        new MessageEvent('webhook', { data: JSON.stringify({ id, event: 'of a test', step, flow_id }) }),
      );
    const event = (name: string, eventId: string, step?: string) =>
      element?.dispatchEvent(new CustomEvent(name, { detail: { eventId, step } }));
    webhook('id-of-the-end');
    webhook('id-of-the-last', 'manage-payouts');
    event('dots-step-completed', 'id-of-the-first', 'compliance');
    event('dots-step-completed', 'id-of-the-last', 'manage-payouts');
    event('dots-flow-completed', 'id-of-the-end');
    webhook('id-of-the-first', 'compliance');
  });
  await expect.poll(() => joined(page)).toEqual(['compliance', 'manage-payouts', '']);
});

for (const [persona, filed] of [
  ['us-business', { form: 'w9', entity_type: 'business', tax_classification: 'llc_c', country: 'US' }],
  ['us-citizen-in-berlin', { form: 'w9', entity_type: 'individual', country: 'DE' }],
  ['indian-developer', { form: 'w8ben', country: 'IN' }],
] as const)
  test(`${persona} files what is theirs to file`, async ({ site, page }) => {
    await page.goto(`${site.url}/?persona=${persona}`);
    await expect(step(page, 'authentication')).toBeVisible();
    await page.getByRole('button', { name: 'Run to the end' }).click();
    await expect(page.locator('#said')).toHaveText('Done.', { timeout: 90_000 });
    const user = await page.locator('dots-flow').evaluate((element) => (element as DotsFlow).flow?.user_id);
    const { body } = await site.call('GET', `/v2/users/${user}/tax-forms`);
    expect(body['data']).toEqual([expect.objectContaining(filed)]);
  });

test('what was set is in the address, and whoever opens it has the same', async ({ site, page, context }) => {
  await page.goto(site.url);
  await expect(step(page, 'authentication')).toBeVisible();
  await page.locator('[name="brand"][value="halyard"]').check();
  await page.locator('[name="persona"]').selectOption('japanese-illustrator');
  await page.locator('#section-looks > summary').click();
  await page.locator('[name="accent"]').fill('#b00020');
  await page.locator('[name="scheme"][value="dark"]').check();
  await page.locator('#section-place > summary').click();
  await page.locator('[name="lang"][value="de"]').check();
  await page.locator('[name="width"][value="360"]').check();

  const other = await context.newPage();
  await other.goto(page.url());
  await expect(step(other, 'authentication')).toContainText('Telefon');
  await expect(other.locator('.site')).toHaveAttribute('data-brand', 'halyard');
  await expect(other.locator('[name="persona"]')).toHaveValue('japanese-illustrator');
  const { width } = (await other.locator('.site').boundingBox()) ?? {};
  expect(width).toBe(360);
  const accent = await other
    .locator('dots-flow')
    .evaluate((element) => getComputedStyle(element).getPropertyValue('--dots-accent').trim());
  expect(accent).toBe('#b00020');
  // The company is who asks, on a server that has one app for all three.
  await expect(other.locator('dots-flow')).toContainText('Halyard bittet');
});

test('by keyboard: past the site to the panel, another company, and the flow of a persona', async ({
  site,
  page,
}) => {
  await page.goto(site.url);
  await expect(step(page, 'authentication')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the controls' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('radio', { name: 'Pomelo' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('.site')).toHaveAttribute('data-brand', 'halyard');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('combobox', { name: 'Persona' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  // The status is read out; there is nothing wrong to be told of.
  await expect(page.getByLabel('Six-digit code')).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'needs you' })).toHaveCount(0);
});

test('a server that is down, and comes back', async ({ site, page }) => {
  await page.goto(`${site.url}/?fault=down`);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(page.locator('#timeline')).toContainText('dots-error');
  await page.locator('#section-conditions > summary').click();
  await page.locator('[name="fault"]').selectOption('');
  await again.click();
  await expect(step(page, 'authentication')).toBeVisible();
});

test('the test clock of the server goes on, and the flow with it', async ({ site, page }) => {
  await page.goto(site.url);
  await expect(step(page, 'authentication')).toBeVisible();
  await page.locator('#section-conditions > summary').click();
  const before = await page.evaluate(() => Date.now());
  await page.getByRole('button', { name: '+ 1 day' }).click();
  await expect(page.locator('.clock output')).not.toBeEmpty();
  const answer = await site.call('GET', '/v2/sandbox/clock');
  expect(Date.parse(String(answer.body['now'])) - before).toBeGreaterThan(86_000_000);
});
