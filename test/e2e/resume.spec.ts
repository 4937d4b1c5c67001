/**
 * What interrupts a payee: a reload, a killed server, a lost answer, a session that is over. Nothing is lost,
 * and nothing is done twice.
 */
import type { Request } from '@playwright/test';
import { backendNames } from './support/backend.ts';
import {
  answers,
  addBankAccount,
  authenticate,
  completeW9,
  enterCode,
  expectAllDone,
  fillBankAccount,
  fillOnboarding,
  fillPhone,
  fillW9,
  finishPayouts,
  newPhone,
  onboard,
  step,
  submit,
  typed,
} from './support/payee.ts';
import { brief, expectWebhooksOnce, expectWholeStory, idsOf, named, overviewPlan } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const person = ['first_name', 'last_name', 'email', 'country'];
const failure = (page: Page) => page.locator('[data-step] [part~="failure"]');

/**
 * Returns the steps of which the page heard that they are completed. Each may be heard once, whatever
 * happened.
 */
const completedIn = (events: Parameters<typeof idsOf>[0]) =>
  named(events, 'step-completed').map(({ detail }) => detail.step);

test.describe('a reload', () => {
  for (const name of backendNames)
    test(`after each step goes on with the next, and nothing is told twice on the ${name}`, async ({
      on,
      page,
      heard,
    }) => {
      const backend = await on(name);
      const flow = await backend.createFlow();
      await page.goto(flow.link);
      await authenticate(page);
      await expect(step(page, 'onboarding')).toBeVisible();
      await page.reload();
      await onboard(page);
      await expect(step(page, 'compliance')).toBeVisible();
      await page.reload();
      await completeW9(page);
      await expect(step(page, 'manage-payouts')).toBeVisible();
      await page.reload();
      await addBankAccount(page);
      await finishPayouts(page);
      await expectAllDone(page);
      await page.reload();
      await expectAllDone(page);

      const events = await heard();
      expect(named(events, 'ready')).toHaveLength(5);
      expect(completedIn(events)).toEqual(overviewPlan);
      expect(named(events, 'flow-completed')).toHaveLength(1);
      await backend.expectWebhooks(flow.id, events);
    });

  test('at the code comes back to the code: same number, tries counted on, no second text at once', async ({
    api,
    page,
    browser,
    heard,
  }) => {
    const flow = await api.createFlow();
    const phone = newPhone();
    const code = page.locator('[name="code"]');
    await page.goto(flow.link);
    await fillPhone(page, phone);
    await enterCode(page, '000000');
    await expect(step(page, 'authentication')).toContainText('4 tries left');
    await page.reload();
    await expect(code).toBeVisible();
    await expect(step(page, 'authentication')).toContainText(phone.slice(-4));
    await expect(page.getByRole('button', { name: /in \d+ s/ })).toBeVisible();
    await enterCode(page, '000000');
    await expect(step(page, 'authentication')).toContainText('3 tries left');

    const elsewhere = await browser.newContext({ userAgent: 'another browser' });
    const other = await elsewhere.newPage();
    await other.goto(flow.link);
    await expect(other.locator('[name="phone_number"]')).toBeVisible();
    await elsewhere.close();

    await page.reload();
    await enterCode(page);
    await expect(step(page, 'onboarding')).toBeVisible();
    expect(completedIn(await heard())).toEqual(['authentication']);
  });
});

test.describe('the server is killed with SIGKILL', () => {
  test('between two steps: the payee goes on without noticing', async ({ api, partner, page, heard }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    await authenticate(page);
    await onboard(page);
    await fillW9(page);
    await restart(api);
    await submit(page);
    await fillBankAccount(page);
    await restart(api);
    await submit(page);
    await finishPayouts(page);
    await expectAllDone(page);
    await expectWholeStory({ api, partner, flowId: flow.id, killed: true }, await heard());
  });

  test('and is down when the payee submits: what was typed stays, and the same wish succeeds later', async ({
    api,
    partner,
    page,
    heard,
  }) => {
    const flow = await api.createFlow();
    const keys = keysOf(page, '/session/compliance');
    await page.goto(flow.link);
    await authenticate(page);
    await onboard(page);
    await fillW9(page);
    const before = await answers(page);
    await api.down('SIGKILL');
    try {
      await submit(page);
      await expect(failure(page)).toContainText('We could not reach the server');
      expect(await answers(page)).toEqual(before);
    } finally {
      await api.up();
    }
    await submit(page);
    await addBankAccount(page);
    await finishPayouts(page);
    await expectAllDone(page);

    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    const events = await heard();
    expect(events.map(brief).filter((event) => event.startsWith('dots-error'))).toEqual([
      'dots-error network-error',
    ]);
    expect(completedIn(events)).toEqual(overviewPlan);
    await expectWebhooksOnce({ api, partner, flowId: flow.id, killed: true }, idsOf(events));
  });

  for (const mood of ['ignore', 'refuse'] as const) {
    test(`directly after an acknowledged step whose webhook the partner did ${mood}: it still arrives, once`, async ({
      api,
      partner,
      page,
      heard,
    }) => {
      test.setTimeout(150_000);
      const flow = await api.createFlow();
      await page.goto(flow.link);
      await authenticate(page);
      await fillOnboarding(page);
      await expect.poll(() => partner.about(flow.id).length).toBe(1);
      await expectLoadedAhead(page, 'compliance');

      partner.webhooks = mood;
      try {
        const acknowledged = page.waitForResponse(
          (response) => response.url().endsWith('/session/onboarding') && response.ok(),
        );
        await submit(page);
        // The headers alone are no answer yet.
        await (await acknowledged).finished();
        await api.down('SIGKILL');
      } finally {
        partner.webhooks = 'take';
      }
      await api.up();
      await completeW9(page);
      await addBankAccount(page);
      await finishPayouts(page);
      await expectAllDone(page);
      const events = await heard();
      expect(completedIn(events)).toEqual(overviewPlan);
      await expectWebhooksOnce({ api, partner, flowId: flow.id, killed: true }, idsOf(events), 90_000);
    });
  }
});

test('the connection is cut while the answer is on its way: a banner, the typed text, one retry, one completion', async ({
  api,
  partner,
  page,
  heard,
}) => {
  const flow = await api.createFlow();
  const keys = keysOf(page, '/session/onboarding');
  await page.goto(flow.link);
  await authenticate(page);
  await fillOnboarding(page);
  const before = await typed(page, person);
  await page.route('**/session/onboarding', async (route) => {
    // The server has done it. Only the page does not hear of it.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await submit(page);
  await expect(failure(page)).toContainText('We could not reach the server');
  expect(await typed(page, person)).toEqual(before);

  await page.unroute('**/session/onboarding');
  await submit(page);
  await completeW9(page);
  await addBankAccount(page);
  await finishPayouts(page);
  await expectAllDone(page);

  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
  const events = await heard();
  expect(completedIn(events)).toEqual(overviewPlan);
  await expectWebhooksOnce({ api, partner, flowId: flow.id }, idsOf(events));
});

test('going offline says so, and being back online goes on by itself, with the same intent', async ({
  api,
  page,
  context,
}) => {
  const keys = keysOf(page, '/session/onboarding');
  await page.goto((await api.createFlow()).link);
  await authenticate(page);
  await fillOnboarding(page);
  const before = await typed(page, person);
  await context.setOffline(true);
  await expect(page.locator('[part~="offline"]')).toContainText('You are offline');
  await submit(page);
  await expect(failure(page)).toContainText('This goes on by itself');
  await look(page, 'offline-unsent');
  expect(await typed(page, person)).toEqual(before);
  await context.setOffline(false);
  await expect(page.locator('[part~="offline"]')).toHaveCount(0);
  await expect(step(page, 'compliance')).toBeVisible();
  expect(keys.length).toBeGreaterThan(1);
  expect(new Set(keys).size).toBe(1);
});

test('a part of the page that a deploy has removed is said so, and a reload loses nothing', async ({
  api,
  page,
  heard,
}) => {
  await page.route('**/chunks/onboarding-*', (route) => route.fulfill({ status: 404, body: '' }));
  await page.goto((await api.createFlow()).link);
  await authenticate(page);
  await expect(page.getByRole('heading', { name: 'This page has been updated' })).toBeVisible();
  await look(page, 'page-outdated');
  await page.unroute('**/chunks/onboarding-*');
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(step(page, 'onboarding')).toBeVisible();
  const events = (await heard()).map(brief).filter((event) => event.startsWith('dots-error'));
  expect(events).toEqual(['dots-error page-outdated']);
});

test('a script that does not load leaves a way on in its place', async ({ api, page }) => {
  await page.route('**/dots-flow.js', (route) => route.abort());
  await page.goto((await api.createFlow()).link);
  await expect(page.getByRole('link', { name: 'Reload the page' })).toBeVisible({ timeout: 10_000 });
  await look(page, 'script-missing');
  await page.unroute('**/dots-flow.js');
  await page.getByRole('link', { name: 'Reload the page' }).click();
  await expect(page.locator('[name="phone_number"]')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Reload the page' })).toBeHidden();
});

test.describe('the session is over when the payee submits', () => {
  test('the same browser gets another one, unasked', async ({ api, partner, page, heard }) => {
    const flow = await api.createFlow();
    const keys = keysOf(page, '/session/onboarding');
    await page.goto(flow.link);
    await authenticate(page);
    await fillOnboarding(page);
    await endSession(page, '**/session/onboarding');
    await submit(page);
    await completeW9(page);
    await addBankAccount(page);
    await finishPayouts(page);
    await expectAllDone(page);
    expect(new Set(keys).size).toBe(1);
    await expectWholeStory({ api, partner, flowId: flow.id }, await heard());
  });

  test('a payee who has to confirm the phone again finds what was typed', async ({ api, page, heard }) => {
    const user_id = await api.createKnownUser(newPhone());
    await page.goto((await api.createFlow({ steps: ['compliance'], user_id, require_auth: true })).link);
    await submit(page);
    await enterCode(page);
    await fillW9(page);
    const before = await answers(page);
    await endSession(page, '**/session/compliance');
    await submit(page);

    await expect(page.getByRole('heading', { name: 'Is it still you?' })).toBeVisible();
    await submit(page);
    await enterCode(page);
    await expect(step(page, 'compliance')).toBeVisible();
    expect(await answers(page)).toEqual(before);
    await submit(page);
    await expectAllDone(page);
    expect(completedIn(await heard())).toEqual(['authentication', 'compliance']);
  });
});

/** Collects the idempotency keys of all requests to `path`, retries included. */
function keysOf(page: Page, path: string): (string | undefined)[] {
  const keys: (string | undefined)[] = [];
  page.on('request', (request: Request) => {
    if (request.method() === 'POST' && request.url().endsWith(path))
      keys.push(request.headers()['idempotency-key']);
  });
  return keys;
}

/** Makes the next request find that its session is over, as after fifteen minutes without a refresh. */
async function endSession(page: Page, path: string): Promise<void> {
  const problem = {
    type: 'about:blank',
    title: 'session-expired',
    status: 401,
    success: false,
    error_code: 'session-expired',
    message: 'The session has ended.',
  };
  await page.route(
    path,
    (route) =>
      route.fulfill({ status: 401, contentType: 'application/problem+json', body: JSON.stringify(problem) }),
    { times: 1 },
  );
}

/**
 * Waits for the code of a step that is not on screen yet. The killed server serves the page as well: a step
 * that it could not hand over says so, with a button to try again, and no data is lost. That is another
 * journey than the one of an acknowledged step.
 */
async function expectLoadedAhead(page: Page, name: string): Promise<void> {
  const arrived = (part: string) =>
    performance
      .getEntriesByType('resource')
      .some((entry) => entry.name.includes(part) && (entry as PerformanceResourceTiming).responseEnd > 0);
  const field = page.locator('[data-step] input').first();
  await expect
    .poll(async () => {
      // It is loaded at the payee's next key. Filling in presses none.
      await field.press('End');
      return page.evaluate(arrived, `/chunks/${name}-`);
    })
    .toBe(true);
}

async function restart(api: {
  down: (signal: 'SIGKILL') => Promise<void>;
  up: () => Promise<void>;
}): Promise<void> {
  await api.down('SIGKILL');
  await api.up();
}

/** Takes a picture at 360 px, light and dark, where `LOOK` names a folder. */
async function look(page: Page, name: string): Promise<void> {
  const folder = process.env['LOOK'];
  if (!folder) return;
  await page.setViewportSize({ width: 360, height: 780 });
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: `${folder}/${name}-${colorScheme}.png`, fullPage: true });
  }
}
