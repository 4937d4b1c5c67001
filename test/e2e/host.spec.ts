/**
 * What a host page may do with the element, and what it must survive: redirects, holding a step back, moves
 * in the DOM, a keyboard.
 */
import {
  addBankAccount,
  authenticate,
  completeW9,
  enterCode,
  expectAllDone,
  fillOnboarding,
  finishOverviewFlow,
  focused,
  newPhone,
  onboard,
  step,
  submit,
  typed,
} from './support/payee.ts';
import { brief, expectWebhooksOnce, expectWholeStory, idsOf, named } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const element = `document.querySelector('dots-flow')`;
const started = (flowId: string) => `${element}.setAttribute('flow-id', '${flowId}');`;
const person = ['first_name', 'last_name', 'email', 'country'];

test.describe('redirect', () => {
  test('the browser leaves, after the step is completed and told', async ({ api, partner, page, heard }) => {
    const user_id = await api.createKnownUser(newPhone());
    const flow = await api.createFlow({
      steps: [{ name: 'redirect', redirect_url: `${partner.origin}/thanks` }],
      user_id,
    });
    partner.embed(started(flow.id));
    await page.goto(partner.origin);
    await page.waitForURL('**/thanks');
    const events = await heard();
    expect(events.map(brief)).toEqual([
      'dots-ready',
      'dots-step-started redirect',
      'dots-step-completed redirect',
      'dots-flow-completed',
      'dots-redirect',
    ]);
    expect(named(events, 'redirect')[0]?.detail).toEqual({
      flowId: flow.id,
      url: `${partner.origin}/thanks`,
    });
    await expectWebhooksOnce({ api, partner, flowId: flow.id, plan: ['redirect'] }, idsOf(events));
  });

  test('a page that routes by itself keeps the browser', async ({ api, partner, page, heard }) => {
    const user_id = await api.createKnownUser(newPhone());
    const flow = await api.createFlow({
      steps: [{ name: 'redirect', redirect_url: `${partner.origin}/thanks` }],
      user_id,
    });
    partner.embed(
      `document.addEventListener('dots-redirect', (event) => event.preventDefault()); ${started(flow.id)}`,
    );
    await page.goto(partner.origin);
    await expectAllDone(page);
    expect(new URL(page.url()).pathname).toBe('/');
    expect(named(await heard(), 'redirect')).toHaveLength(1);
  });
});

test('a step is held back until the page lets it go on', async ({ api, partner, page, heard }) => {
  const flow = await api.createFlow();
  partner.embed(`
    window.open = false;
    document.addEventListener('dots-before-step', (event) => event.detail.step === 'compliance' && !window.open && event.preventDefault());
    ${started(flow.id)}`);
  await page.goto(partner.origin);
  await authenticate(page);
  await onboard(page);
  await expect.poll(() => page.evaluate(`${element}.state.name`)).toBe('held');
  await expect(step(page, 'compliance')).toHaveCount(0);
  expect(named(await heard(), 'step-started').map(({ detail }) => detail.step)).toEqual([
    'authentication',
    'onboarding',
  ]);

  await page.evaluate(`window.open = true; ${element}.load()`);
  await expect(step(page, 'compliance')).toBeVisible();
  expect(named(await heard(), 'step-started').map(({ detail }) => detail.step)).toEqual([
    'authentication',
    'onboarding',
    'compliance',
  ]);
});

const moves = {
  'moved in the DOM': `document.querySelector('aside').append(${element})`,
  'removed and put back': `{ const flow = ${element}; flow.remove(); document.querySelector('aside').append(flow); }`,
  'removed, and put back later': `new Promise((done) => { const flow = ${element}; flow.remove(); requestAnimationFrame(() => { document.querySelector('aside').append(flow); done(); }); })`,
};
for (const [what, move] of Object.entries(moves)) {
  test(`an element that is ${what} keeps what was typed and asks for nothing again`, async ({
    api,
    partner,
    page,
    heard,
  }) => {
    const flow = await api.createFlow();
    partner.embed(started(flow.id));
    await page.goto(partner.origin);
    await authenticate(page);
    await fillOnboarding(page);
    const before = await typed(page, person);

    const calls: string[] = [];
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      // What was typed is saved now and then, which is no question.
      if (pathname.includes('/v2/') && !pathname.endsWith('/draft'))
        calls.push(`${request.method()} ${pathname}`);
    });
    await page.evaluate(move);
    await expect(page.locator('aside [data-step="onboarding"]')).toBeVisible();
    expect(await typed(page, person)).toEqual(before);
    await submit(page);
    await expect(step(page, 'compliance')).toBeVisible();
    expect(calls.filter((call) => !call.startsWith('OPTIONS'))).toEqual(['POST /api/v2/session/onboarding']);
    expect((await heard()).map(brief)).toEqual([
      'dots-ready',
      ...['authentication', 'onboarding'].flatMap((name) => [
        `dots-step-started ${name}`,
        `dots-step-completed ${name}`,
      ]),
      'dots-step-started compliance',
    ]);
  });
}

test('the script is loaded twice, as two copies: one of them runs the flow, and nothing throws', async ({
  api,
  partner,
  page,
  heard,
}) => {
  const flow = await api.createFlow();
  const warnings: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'warning') warnings.push(message.text());
  });
  partner.embed(started(flow.id), {
    from: [`${api.url}/dots-flow.js`, `${api.url}/dots-flow.js`, `${api.url}/dots-flow.js?copy`],
  });
  await page.goto(partner.origin);
  await finishOverviewFlow(page);
  await expectWholeStory({ api, partner, flowId: flow.id }, await heard());
  expect(warnings.filter((text) => text.includes('is defined already'))).toHaveLength(1);
});

test('a payee with nothing but a keyboard finishes the flow', async ({ api, partner, page, heard }) => {
  const flow = await api.createFlow();
  await page.goto(flow.link);
  await type(page, { phone_number: newPhone() });
  await enter(page);
  await expect(page.locator('[name="code"]')).toBeVisible();
  await type(page, { code: '123456' });
  await enter(page);
  await expect(step(page, 'onboarding')).toBeVisible();
  await type(page, { first_name: 'Ada', last_name: 'Example', email: 'ada@example.com' });
  await tabTo(page, 'country');
  expect(await typed(page, ['country'])).toEqual({ country: 'US' });
  await press(page, 'Save and continue');
  await expect(step(page, 'compliance')).toBeVisible();
  await press(page, 'Continue');
  await type(page, { tin: '123456789', date_of_birth: '01311990' });
  await enter(page);
  await type(page, { line_1: '1 Main Street', city: 'Springfield', state: 'Illinois', postcode: '62701' });
  await enter(page);
  await press(page, 'Certify and continue');
  await expect(step(page, 'manage-payouts')).toBeVisible();
  await tabTo(page, 'platform');
  await enter(page);
  await expect(page.locator('[name="routing_number"]')).toBeVisible();
  await type(page, { routing_number: '110000000', account_number: '000123456789' });
  await tabTo(page, 'account_type');
  await page.keyboard.press('Space');
  await enter(page);
  await expectAllDone(page);
  await expectWholeStory({ api, partner, flowId: flow.id }, await heard());
});

test('without a Continue button the flow is completed by the first change that suffices, and the page stays open for more', async ({
  api,
  partner,
  page,
  heard,
}) => {
  const user_id = await api.createKnownUser(newPhone());
  const flow = await api.createFlow({
    steps: [{ name: 'manage-payouts', hide_continue_button: true }],
    user_id,
  });
  await page.goto(flow.link);
  await addBankAccount(page);
  await expect(page.locator('[part~="method"]')).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Add another' }).click();
  await page.locator('[name="platform"][value="venmo"]').click();
  await page.locator('[name="handle"]').fill('@robin-example');
  await submit(page);
  await expect(page.locator('[part~="method"]')).toHaveCount(2);
  const events = await heard();
  expect(events.map(brief)).toEqual([
    'dots-ready',
    'dots-step-started manage-payouts',
    'dots-step-completed manage-payouts',
    'dots-flow-completed',
  ]);
  await expectWebhooksOnce({ api, partner, flowId: flow.id, plan: ['manage-payouts'] }, idsOf(events));
  await page.reload();
  await expect(page.locator('[part~="method"]')).toHaveCount(2);
});

test.describe('a flow for somebody the app knows', () => {
  test('needs no code', async ({ api, partner, page, heard }) => {
    const user_id = await api.createKnownUser(newPhone());
    const flow = await api.createFlow({ steps: ['compliance'], user_id });
    await page.goto(flow.link);
    await completeW9(page);
    await expectAllDone(page);
    await expectWholeStory({ api, partner, flowId: flow.id, plan: ['compliance'] }, await heard());
  });

  test('asks for a code when the partner wants one, without asking for the number', async ({
    api,
    partner,
    page,
    heard,
  }) => {
    const user_id = await api.createKnownUser(newPhone());
    const flow = await api.createFlow({ steps: ['compliance'], user_id, require_auth: true });
    await page.goto(flow.link);
    await expect(step(page, 'authentication')).toBeVisible();
    await expect(page.locator('[name="phone_number"]')).toHaveCount(0);
    await submit(page);
    await enterCode(page);
    await completeW9(page);
    await expectAllDone(page);
    await expectWebhooksOnce(
      { api, partner, flowId: flow.id, plan: ['authentication', 'compliance'] },
      idsOf(await heard()),
    );
  });
});

/* the keyboard: Tab, Enter, Space and typing, nothing else */

const enter = (page: Page) => page.keyboard.press('Enter');

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; (await focused(page)) !== name; presses += 1) {
    expect(presses, `Tab does not reach ${name}`).toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
}

async function type(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(values)) {
    await tabTo(page, name);
    await page.keyboard.type(text);
  }
}

/** Tabs to the button with this label and presses it. */
async function press(page: Page, label: string): Promise<void> {
  const button = page.getByRole('button', { name: label, exact: true });
  for (let presses = 0; !(await button.evaluate((element) => element.matches(':focus'))); presses += 1) {
    expect(presses, `Tab does not reach ${label}`).toBeLessThan(40);
    await page.keyboard.press('Tab');
  }
  await enter(page);
}
