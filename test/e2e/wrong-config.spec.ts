/**
 * A partner's mistakes and bad days. The payee reads what is the matter, the page hears it once, and trying
 * again works.
 */
import { ApiServer } from './support/api-server.ts';
import { named } from './support/story.ts';
import { expect, test, type Heard, type Page } from './support/test.ts';

const element = `document.querySelector('dots-flow')`;
const nobody = '00000000-0000-4000-8000-000000000000';
const started = (flowId: string) => `${element}.setAttribute('flow-id', '${flowId}');`;

/** Expects a heading, words, no field to type into, and one event that tells the page why. */
async function expectFailure(
  page: Page,
  heard: () => Promise<Heard[]>,
  code: string,
  words: string,
): Promise<void> {
  await expect(page.getByRole('heading', { name: 'We cannot show this right now' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText(words);
  await expect(page.locator('dots-flow :is(input, select, form)')).toHaveCount(0);
  expect(named(await heard(), 'error').map(({ detail }) => detail.code)).toEqual([code]);
}

const tryAgain = (page: Page) => page.getByRole('button', { name: 'Try again' });

/** Expects the first step, and that nothing else has been heard since the failure. */
async function expectRunning(page: Page, heard: () => Promise<Heard[]>): Promise<void> {
  await expect(page.locator('[name="phone_number"]')).toBeVisible();
  const events = await heard();
  expect(named(events, 'ready')).toHaveLength(1);
  expect(named(events, 'error')).toHaveLength(1);
}

test('a config that says nothing', async ({ api, partner, page, heard }) => {
  const flow = await api.createFlow();
  partner.embed(`${element}.config = {};`);
  await page.goto(partner.origin);
  await expectFailure(page, heard, 'invalid-config', 'This website is not set up correctly');

  // Nothing that the payee could do would help. The page's own script puts it right.
  await expect(tryAgain(page)).toHaveCount(0);
  await page.evaluate(
    (flowId) => Object.assign(document.querySelector('dots-flow') ?? {}, { config: { flowId } }),
    flow.id,
  );
  await expectRunning(page, heard);
});

test('a config attribute that is not JSON', async ({ partner, page, heard }) => {
  partner.embed('', { markup: `<dots-flow config="flowId: 7"></dots-flow>` });
  await page.goto(partner.origin);
  await expectFailure(page, heard, 'invalid-config', 'This website is not set up correctly');
});

test('a flow id that does not exist', async ({ api, partner, page, heard }) => {
  const flow = await api.createFlow();
  partner.embed(started(nobody));
  await page.goto(partner.origin);
  await expectFailure(page, heard, 'no-such-resource', 'This link does not exist');
  // The flow will not exist on the second try either, so there is nothing to press. Another id starts over.
  await expect(tryAgain(page)).toHaveCount(0);
  await page.evaluate(
    (flowId) => document.querySelector('dots-flow')?.setAttribute('flow-id', flowId),
    flow.id,
  );
  await expectRunning(page, heard);
});

test('a client id that nobody has', async ({ partner, page, heard }) => {
  partner.embed(`${element}.config = { clientId: 'pk_sandbox_nobody', steps: ['compliance'] };`);
  await page.goto(partner.origin);
  await expectFailure(page, heard, 'unknown-client-id', 'its client id is wrong');

  await page.evaluate(() =>
    Object.assign(document.querySelector('dots-flow')?.config ?? {}, { clientId: 'pk_sandbox_demo' }),
  );
  await tryAgain(page).click();
  await expectRunning(page, heard);
});

test('a user named with nothing but a client id', async ({ partner, page, heard }) => {
  await page.route('**/v2/sessions', (route) =>
    route.continue({
      postData: JSON.stringify({
        ...(JSON.parse(route.request().postData() ?? '{}') as object),
        user_id: nobody,
      }),
    }),
  );
  partner.embed(`${element}.config = { clientId: 'pk_sandbox_demo', steps: ['compliance'] };`);
  await page.goto(partner.origin);
  await expectFailure(
    page,
    heard,
    'user-id-not-allowed',
    'not set up correctly. Its owner has to have a look',
  );

  await expect(tryAgain(page)).toHaveCount(0);
  await page.unroute('**/v2/sessions');
  await page.evaluate(() => document.querySelector('dots-flow')?.load());
  await expectRunning(page, heard);
});

test('a step that does not exist, asked for with a client id', async ({ partner, page, heard }) => {
  partner.embed(`${element}.config = { clientId: 'pk_sandbox_demo', steps: ['complience'] };`);
  await page.goto(partner.origin);
  await expectFailure(page, heard, 'invalid-input', '');
});

test('an origin that is not allowed', async ({ partner, page, heard }) => {
  const strict = await ApiServer.start({ DOTS_ALLOWED_ORIGINS: 'https://shop.example.com' });
  const usual = partner.api;
  try {
    partner.api = strict.url;
    partner.embed(started((await strict.createFlow()).id));
    await page.goto(partner.origin);
    await expectFailure(page, heard, 'origin-not-allowed', 'This website is not set up to show this form');

    await strict.down();
    await strict.up({ DOTS_ALLOWED_ORIGINS: partner.origin });
    await tryAgain(page).click();
    await expectRunning(page, heard);
  } finally {
    partner.api = usual;
    await strict.remove();
  }
});

test.describe('createFlow', () => {
  const wrong = {
    throws: `() => { throw new Error('the partner’s bug'); }`,
    'is refused by its server': `async () => { throw new Error('503'); }`,
    'answers nonsense': `async () => ({ flow: 7 })`,
    'answers nothing': `async () => undefined`,
    'answers what is not an id': `async () => '../../users'`,
  };
  for (const [what, create] of Object.entries(wrong)) {
    test(what, async ({ partner, page, heard }) => {
      partner.embed(`
        let calls = 0;
        const wrong = ${create};
        const right = async (signal) => (await fetch('/flows', { method: 'POST', signal })).json();
        ${element}.config = { createFlow: (signal) => (calls++ ? right(signal) : wrong()) };`);
      await page.goto(partner.origin);
      await expectFailure(page, heard, 'create-flow-failed', 'This website could not start the form');
      await tryAgain(page).click();
      await expectRunning(page, heard);
    });
  }

  test('hangs', async ({ partner, page, heard }) => {
    // The page's clock moves timers. `AbortSignal.timeout` has a clock of its own, so here it is built on a
    // timer.
    await page.addInitScript(() => {
      AbortSignal.timeout = (milliseconds) => {
        const limit = new AbortController();
        setTimeout(() => limit.abort(new DOMException('', 'TimeoutError')), milliseconds);
        return limit.signal;
      };
    });
    await page.clock.install();
    partner.embed(`
      let calls = 0;
      const hang = (signal) => new Promise(() => signal.addEventListener('abort', () => (window.toldToStop = true)));
      const right = async (signal) => (await fetch('/flows', { method: 'POST', signal })).json();
      ${element}.config = { createFlow: (signal) => (calls++ ? right(signal) : hang(signal)) };`);
    await page.goto(partner.origin);
    await expect(page.getByRole('img', { name: 'Loading' })).toBeVisible();
    await page.clock.fastForward(15_000);
    await expectFailure(page, heard, 'create-flow-failed', 'This website could not start the form');
    expect(await page.evaluate('window.toldToStop')).toBe(true);
    await tryAgain(page).click();
    await expectRunning(page, heard);
  });
});

test.describe('the API', () => {
  test('cannot be reached, then can', async ({ api, partner, page, heard }) => {
    await page.route('**/sessions', (route) => route.abort('connectionrefused'));
    partner.embed(started((await api.createFlow()).id));
    await page.goto(partner.origin);
    await expectFailure(page, heard, 'network-error', 'We could not reach the server');

    await page.unroute('**/sessions');
    await tryAgain(page).click();
    await expectRunning(page, heard);
  });

  test('answers with a gateway’s page, then right', async ({ api, partner, page, heard }) => {
    await page.route('**/sessions', (route) =>
      route.fulfill({
        status: 502,
        contentType: 'text/html',
        body: '<h1>Bad gateway</h1>',
        headers: { 'access-control-allow-origin': '*' },
      }),
    );
    partner.embed(started((await api.createFlow()).id));
    await page.goto(partner.origin);
    await expectFailure(page, heard, 'service-unavailable', 'The service is busy');

    await page.unroute('**/sessions');
    await tryAgain(page).click();
    await expectRunning(page, heard);
  });

  test('is really down when the payee comes, then up', async ({ api, partner, page, heard }) => {
    const flow = await api.createFlow();
    partner.embed('');
    await page.goto(partner.origin);
    await page.waitForFunction(() => customElements.get('dots-flow'));
    await api.down();
    try {
      await page.evaluate(
        (flowId) => document.querySelector('dots-flow')?.setAttribute('flow-id', flowId),
        flow.id,
      );
      // Not even the closing screens can be loaded now. The words that came with the first file must be
      // enough.
      await expectFailure(page, heard, 'network-error', 'We could not reach the server');
    } finally {
      await api.up();
    }
    await tryAgain(page).click();
    await expectRunning(page, heard);
  });
});
