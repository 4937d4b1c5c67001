/**
 * What a partner can ask of a flow, as the payee sees it: skipped and forced steps, ends, and steps too new
 * for the script. Who needs a code is tested in pre-authentication.spec.ts.
 */
import { backendNames } from './support/backend.ts';
import type { ApiServer } from './support/api-server.ts';
import {
  addBankAccount,
  authenticate,
  completeW9,
  enterCode,
  expectAllDone,
  fillBankAccount,
  newPhone,
  onboard,
  step,
  submit,
} from './support/payee.ts';
import { brief, named } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const knownUser = (api: ApiServer) => api.createKnownUser(newPhone());

const errors = async (heard: () => Promise<Parameters<typeof brief>[0][]>) =>
  (await heard()).map(brief).filter((event) => event.startsWith('dots-error'));
const rails = (page: Page) =>
  page
    .locator('[name="platform"]')
    .evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value));

test.describe('a step that is satisfied already', () => {
  for (const name of backendNames) {
    test(`is skipped on the ${name}`, async ({ on, page, heard }) => {
      const backend = await on(name);
      const user_id = await backend.createKnownUser(newPhone());
      const flow = await backend.createFlow({ user_id, steps: ['onboarding', 'manage-payouts'] });
      await page.goto(flow.link);
      await expect(step(page, 'manage-payouts')).toBeVisible();
      const started = named(await heard(), 'step-started');
      expect(started.map(({ detail }) => detail.step)).toEqual(['manage-payouts']);
      expect((await backend.flow(flow.id))['completed_steps']).toEqual(['onboarding']);
    });

    test(`is shown when it is forced on the ${name}`, async ({ on, page, heard }) => {
      const backend = await on(name);
      const user_id = await backend.createKnownUser(newPhone());
      const steps = [{ name: 'onboarding', force: true }, 'manage-payouts'];
      await page.goto((await backend.createFlow({ user_id, steps })).link);
      await expect(step(page, 'onboarding')).toBeVisible();
      await expect(page.locator('[name="first_name"]')).toHaveValue('Robin');
      await submit(page);
      await expect(step(page, 'manage-payouts')).toBeVisible();
      const completed = named(await heard(), 'step-completed');
      expect(completed.map(({ detail }) => detail.step)).toEqual(['onboarding']);
    });
  }
});

test.describe('manage-payouts', () => {
  test('without a continue button is done by the first method, and stays to be managed', async ({
    api,
    page,
    heard,
  }) => {
    const user_id = await knownUser(api);
    const flow = await api.createFlow({
      user_id,
      steps: [{ name: 'manage-payouts', hide_continue_button: true }],
    });
    await page.goto(flow.link);
    await addBankAccount(page);
    await expect.poll(async () => named(await heard(), 'flow-completed').length).toBe(1);
    await expect(page.locator('[part~="method"]')).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Continue' })).toHaveCount(0);
    await page.reload();
    await expect(page.locator('[part~="method"]')).toHaveCount(1);
  });

  test('shows the automatic-payout switch unless the partner hides it', async ({ api, page }) => {
    const user_id = await knownUser(api);
    const shown = await api.createFlow({ user_id, steps: ['manage-payouts'] });
    await page.goto(shown.link);
    await fillBankAccount(page);
    await expect(page.getByRole('switch')).toHaveCount(1);
    await submit(page);
    await expectAllDone(page);
    const hidden = await api.createFlow({
      user_id,
      steps: [{ name: 'manage-payouts', auto_payout_enabled: false }],
    });
    await page.goto(hidden.link);
    await expect(page.locator('[part~="method"]')).toHaveCount(1);
    await expect(page.getByRole('switch')).toHaveCount(0);
  });

  for (const name of backendNames)
    test(`cannot be left before automatic payouts are on, when the partner requires that, on the ${name}`, async ({
      on,
      page,
    }) => {
      const backend = await on(name);
      const user_id = await backend.createKnownUser(newPhone());
      const steps = [{ name: 'manage-payouts', require_auto_payout_method: true }];
      const flow = await backend.createFlow({ user_id, steps });
      await page.goto(flow.link);
      await addBankAccount(page);
      await expect(page.locator('[part~="method"]')).toHaveCount(1);
      const read = async () => (await backend.flow(flow.id))['status'];
      await page.getByRole('switch').click();
      await expect(page.getByRole('switch')).toBeChecked();
      expect(await read()).toBe('in_progress');
      await page.getByRole('button', { name: 'Continue' }).click();
      await expectAllDone(page);
      expect(await read()).toBe('completed');
    });

  test('offers no rail that the partner excludes for this user', async ({ api, page }) => {
    const user_id = await knownUser(api);
    await api.call('PATCH', `/v2/users/${user_id}`, { payout_options_exclude_list: ['venmo', 'cash_app'] });
    await page.goto((await api.createFlow({ user_id, steps: ['manage-payouts'] })).link);
    await expect(step(page, 'manage-payouts')).toBeVisible();
    expect((await rails(page)).sort()).toEqual(['ach', 'paypal']);
  });
});

test.describe('a step that the script does not know', () => {
  /**
   * Plays the server of tomorrow. For this page `compliance` has a name that nobody here knows. The hosted
   * page is up to date.
   */
  async function olderScript(page: Page, stream: Promise<unknown>): Promise<void> {
    await page.route(/\/v2\/(session(?!\/events)|flows\/[^/]+\/sessions)/, async (route) => {
      const response = await route.fetch();
      const text = (await response.text()).replaceAll(
        '"step":"compliance","hide',
        '"step":"a-step-to-come","hide',
      );
      await route.fulfill({ response, body: text });
    });
    await page.route('**/session/events', async (route) => {
      await stream;
      await route.continue();
    });
  }

  test('is done on the hosted page, and the flow goes on by itself', async ({
    api,
    partner,
    page,
    heard,
  }) => {
    let release = () => {};
    await olderScript(page, new Promise<void>((resolve) => (release = resolve)));
    const flow = await api.createFlow();
    partner.embed(`document.querySelector('dots-flow').setAttribute('flow-id', '${flow.id}');`);
    await page.goto(partner.origin);
    await authenticate(page);
    await onboard(page);
    await expect(page.getByRole('heading', { name: 'One step is waiting on another page' })).toBeVisible();
    expect(await errors(heard)).toEqual(['dots-error unsupported-step']);

    const [hosted] = await Promise.all([
      page.waitForEvent('popup'),
      page.getByRole('link', { name: 'Open the full page' }).click(),
    ]);
    expect(hosted.url()).toBe(flow.link);
    // Another page is another browser to the server, until the code is right there too.
    await submit(hosted);
    await enterCode(hosted);
    await completeW9(hosted);
    await expect(step(hosted, 'manage-payouts')).toBeVisible();
    await hosted.close();

    release();
    await expect(step(page, 'manage-payouts')).toBeVisible();
    expect(named(await heard(), 'step-completed').map(({ detail }) => detail.step)).toEqual([
      'authentication',
      'onboarding',
      'compliance',
    ]);
    expect(await errors(heard)).toEqual(['dots-error unsupported-step']);
  });
});
