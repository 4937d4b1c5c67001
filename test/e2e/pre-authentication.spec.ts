/**
 * What time does to a link: fifteen minutes without a code, then a code; and links that end. The sandbox's
 * clock is advanced, so nobody waits.
 */
import type { ApiServer } from './support/api-server.ts';
import {
  answers,
  addBankAccount,
  enterCode,
  expectAllDone,
  fillW9,
  finishPayouts,
  newPhone,
  step,
  submit,
} from './support/payee.ts';
import { brief, expectWebhooksOnce, idsOf, named } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const knownUser = (api: ApiServer) => api.createKnownUser(newPhone());
const flowFor = async (api: ApiServer, more: object = {}) =>
  api.createFlow({ user_id: await knownUser(api), steps: ['manage-payouts'], ...more });
const statusOf = async (api: ApiServer, id: string) =>
  (await api.call('GET', `/v2/flows/${id}`)).body['status'];

/** Confirms the phone by its code alone: the number is known, so nobody is asked for it. */
async function confirmPhone(page: Page): Promise<void> {
  await expect(step(page, 'authentication')).toBeVisible();
  await expect(page.locator('[name="phone_number"]')).toHaveCount(0);
  await submit(page);
  await enterCode(page);
  await expect(step(page, 'authentication')).toHaveCount(0);
}

test.describe('the link of a flow for a known user', () => {
  test('needs no code for 15 minutes in the browser that was first, and one in another', async ({
    api,
    page,
    browser,
    heard,
  }) => {
    const flow = await flowFor(api);
    await page.goto(flow.link);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    await api.advance('PT10M');
    await page.reload();
    await expect(step(page, 'manage-payouts')).toBeVisible();
    const elsewhere = await browser.newContext({ userAgent: 'another browser' });
    const other = await elsewhere.newPage();
    await other.goto(flow.link);
    await expect(step(other, 'authentication')).toBeVisible();
    await elsewhere.close();
    await page.reload();
    await expect(step(page, 'manage-payouts')).toBeVisible();
    expect(named(await heard(), 'step-started').map(({ detail }) => detail.step)).toEqual([
      'manage-payouts',
      'manage-payouts',
      'manage-payouts',
    ]);
  });

  test('asks for a code from then on, goes on after it, and lets the same browser reload for as long again', async ({
    api,
    partner,
    page,
    browser,
    heard,
  }) => {
    const flow = await flowFor(api);
    await api.advance('PT15M');
    await page.goto(flow.link);
    await confirmPhone(page);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    await api.advance('PT10M');
    await page.reload();
    await expect(step(page, 'manage-payouts')).toBeVisible();

    const elsewhere = await browser.newContext({ userAgent: 'another browser' });
    const other = await elsewhere.newPage();
    await other.goto(flow.link);
    await expect(step(other, 'authentication')).toBeVisible();
    await elsewhere.close();

    // Counted from when the browser was last heard of.
    await api.advance('PT15M');
    await page.reload();
    await confirmPhone(page);
    await addBankAccount(page);
    await finishPayouts(page);
    await expectAllDone(page);
    const events = await heard();
    // The payee was known when the flow was made. So the code is no step of this plan, and nobody is told
    // that one was done.
    expect(named(events, 'step-completed').map(({ detail }) => detail.step)).toEqual(['manage-payouts']);
    await expectWebhooksOnce({ api, partner, flowId: flow.id, plan: ['manage-payouts'] }, idsOf(events));
  });

  test('closes behind a page that is left open: the code is asked for on submitting, and what was typed is still there', async ({
    api,
    page,
    heard,
  }) => {
    const flow = await flowFor(api, { steps: ['compliance'] });
    await page.goto(flow.link);
    await fillW9(page);
    const before = await answers(page);
    await api.advance('PT16M');
    await submit(page);
    await expect(page.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
    await confirmPhone(page);
    expect(await answers(page)).toEqual(before);
    await submit(page);
    await expectAllDone(page);
    expect((await heard()).map(brief).filter((event) => event.startsWith('dots-error'))).toEqual([]);
  });

  test('asks always with require_auth, after a reload too', async ({ api, partner, page, heard }) => {
    const flow = await flowFor(api, { require_auth: true });
    await page.goto(flow.link);
    await confirmPhone(page);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    await page.reload();
    await confirmPhone(page);
    await addBankAccount(page);
    await finishPayouts(page);
    await expectAllDone(page);
    const events = await heard();
    expect(named(events, 'step-completed').map(({ detail }) => detail.step)).toEqual([
      'authentication',
      'manage-payouts',
    ]);
    await expectWebhooksOnce(
      { api, partner, flowId: flow.id, plan: ['authentication', 'manage-payouts'] },
      idsOf(events),
    );
  });
});

test.describe('a flow that ends', () => {
  const expired = (page: Page) => page.getByRole('heading', { name: 'This link has expired' });
  const canceled = (page: Page) => page.getByRole('heading', { name: 'This link was canceled' });
  /** The flow ends before a session would, so that it is the flow that is over. */
  const brieflyOpen = async (api: ApiServer) => flowFor(api, { steps: ['compliance'], expires_in: 600 });
  const cancel = (api: ApiServer, id: string) => api.call('POST', `/v2/flows/${id}/cancel`, {});
  const ends = {
    expired: (api: ApiServer) => api.advance('PT10M'),
    canceled: async (api: ApiServer, id: string) =>
      expect((await cancel(api, id)).body['status']).toBe('canceled'),
  };

  test('before it was opened shows no step and says so once', async ({ api, page, heard }) => {
    const flow = await brieflyOpen(api);
    await api.advance('PT10M');
    await page.goto(flow.link);
    await expect(expired(page)).toBeVisible();
    await expect(page.locator('[data-step]')).toHaveCount(0);
    const events = await heard();
    expect(events.map(brief)).toEqual(['dots-error flow-expired', 'dots-flow-expired']);
    expect(named(events, 'flow-expired')[0]?.detail['reason']).toBe('expired');
    expect(await statusOf(api, flow.id)).toBe('expired');
  });

  for (const [reason, end] of Object.entries(ends)) {
    test(`while somebody types (${reason}) keeps nothing of it, tells nobody that a step was done, and says why`, async ({
      api,
      partner,
      page,
      heard,
    }) => {
      const flow = await brieflyOpen(api);
      await page.goto(flow.link);
      await fillW9(page);
      await end(api, flow.id);
      await submit(page);
      await expect(reason === 'expired' ? expired(page) : canceled(page)).toBeVisible();
      await expect(page.locator('[name="tin"]')).toHaveCount(0);
      const events = await heard();
      expect(events.map(brief)).toEqual([
        'dots-ready',
        'dots-step-started compliance',
        `dots-error flow-${reason}`,
        'dots-flow-expired',
      ]);
      expect(named(events, 'flow-expired')[0]?.detail).toEqual({ flowId: flow.id, reason });
      expect(partner.about(flow.id)).toEqual([]);
      const { body } = await api.call('GET', `/v2/flows/${flow.id}`);
      expect([body['status'], body['completed_steps']]).toEqual([reason, []]);
      await page.reload();
      await expect(reason === 'expired' ? expired(page) : canceled(page)).toBeVisible();
    });

    test(`while somebody types (${reason}) goes on in the flow that refreshFlow brings`, async ({
      api,
      partner,
      page,
      heard,
    }) => {
      const user_id = await knownUser(api);
      const steps = ['compliance'];
      const first = await api.createFlow({ user_id, steps, expires_in: 600 });
      const next = await api.createFlow({ user_id, steps });
      partner.embed(`
        window.reasons = [];
        document.querySelector('dots-flow').config = {
          flowId: '${first.id}',
          refreshFlow: async (reason) => (window.reasons.push(reason), '${next.id}'),
        };`);
      await page.goto(partner.origin);
      await fillW9(page);
      await end(api, first.id);
      await submit(page);
      await expect.poll(async () => named(await heard(), 'ready').length).toBe(2);
      expect(await page.evaluate('window.reasons')).toEqual([reason]);
      // What was typed is still there, and so is the page of the form.
      await submit(page);
      await expectAllDone(page);
      const events = await heard();
      expect(events.map(brief)).toEqual([
        'dots-ready',
        'dots-step-started compliance',
        `dots-error flow-${reason}`,
        'dots-flow-expired',
        'dots-ready',
        'dots-step-started compliance',
        'dots-step-completed compliance',
        'dots-flow-completed',
      ]);
      expect(named(events, 'flow-completed')[0]?.detail.flowId).toBe(next.id);
      await expectWebhooksOnce({ api, partner, flowId: next.id, plan: ['compliance'] }, idsOf(events));
      expect(partner.about(first.id)).toEqual([]);
    });
  }

  test('before it was opened asks refreshFlow once, and the payee sees only the new one', async ({
    api,
    partner,
    page,
    heard,
  }) => {
    const first = await brieflyOpen(api);
    await api.advance('PT10M');
    const next = await flowFor(api);
    partner.embed(`
      window.reasons = [];
      document.querySelector('dots-flow').config = {
        flowId: '${first.id}',
        refreshFlow: async (reason) => (window.reasons.push(reason), '${next.id}'),
      };`);
    await page.goto(partner.origin);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    await expect(expired(page)).toHaveCount(0);
    expect(await page.evaluate('window.reasons')).toEqual(['expired']);
    expect((await heard()).map(brief)).toEqual([
      'dots-error flow-expired',
      'dots-flow-expired',
      'dots-ready',
      'dots-step-started manage-payouts',
    ]);
  });
});
