/** Every outcome of a background check, as the payee sees it, and what the partner hears of it. */
import { completeBackgroundCheck, fillDetails, signPapers } from './support/background-check.ts';
import { authenticate, expectAllDone, newPhone, onboard, step, submit } from './support/payee.ts';
import { expectWholeStory } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const plan = ['authentication', 'onboarding', 'background-check'];
const withSsn = (ending: string) => ({ ssn: `12345${ending}` });

test.use({ viewport: { width: 600, height: 900 } });

interface Api {
  createFlow(body: unknown): Promise<{ id: string; link: string }>;
  call(method: string, path: string): Promise<{ body: Record<string, unknown> }>;
}

/** Opens the step for a new payee. */
async function arrive(
  api: Api,
  page: Page,
  options: object = {},
  person?: Parameters<typeof onboard>[1],
): Promise<string> {
  const flow = await api.createFlow({ steps: [{ name: 'background-check', ...options }] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, person);
  return flow.id;
}

async function verdictOf(api: Api, flowId: string): Promise<unknown> {
  const flow = await api.call('GET', `/v2/flows/${flowId}`);
  const user = await api.call('GET', `/v2/users/${String(flow.body['user_id'])}`);
  const { background_check: check, has_criminal_activity: criminal } = user.body['compliance'] as Record<
    string,
    Record<string, unknown>
  >;
  // There is none where none was ordered.
  return [check?.['status'], criminal];
}

const outcome = async (
  heard: () => Promise<{ type: string; detail: { step?: string; outcome?: unknown } }[]>,
) =>
  (await heard()).find(
    ({ type, detail }) => type === 'dots-step-completed' && detail.step === 'background-check',
  )?.detail.outcome;

test('a clean report ends the step by itself', async ({ api, partner, page, heard }) => {
  const flowId = await arrive(api, page);
  await completeBackgroundCheck(page, { state: 'CA' });
  await expectAllDone(page);
  await expectWholeStory({ api, partner, flowId, plan }, await heard());
  expect(await outcome(heard)).toBe('reported');
  expect(await verdictOf(api, flowId)).toEqual(['pass', false]);
  const userId = (await api.call('GET', `/v2/flows/${flowId}`)).body['user_id'];
  const told = () =>
    partner.received.filter(
      ({ payload }) => payload.event === 'user.updated.background_check' && payload['user_id'] === userId,
    );
  await expect.poll(() => told().length).toBe(2);
});

test('the disclosure stands alone, and in California a copy is offered', async ({ api, page }) => {
  await arrive(api, page);
  await fillDetails(page, { state: 'CA' });
  await submit(page);
  await expect(page.getByRole('heading', { name: 'Disclosure: background report' })).toBeVisible();
  await expect(page.locator('[data-step] a, [data-step] input')).toHaveCount(0);
  await expect(page.locator('[data-step] .link')).toHaveCount(0);
  await page.getByRole('button', { name: 'I have read this' }).click();
  await expect(page.getByText('Civil Code §1786.22')).toBeVisible();
  await expect(page.locator('[name="copy"]')).toBeVisible();
  await page.locator('[name="signature"]').fill('Somebody Else');
  await page.locator('[name="consent"]').check();
  await submit(page);
  await expect(page.locator('#signature-error')).toContainText('Sign with your own full name');
});

for (const [ending, status, criminal] of [
  ['0012', 'consider', false],
  ['0013', 'failed', true],
] as const) {
  test(`${status}: the payee is told neutrally, and goes on`, async ({ api, page, heard }) => {
    const flowId = await arrive(api, page);
    await completeBackgroundCheck(page, withSsn(ending));
    await expect(page.getByRole('heading', { name: 'Your check is finished' })).toBeVisible();
    await expect(step(page, 'background-check')).not.toContainText(/fail|consider|criminal/i);
    await submit(page);
    await expectAllDone(page);
    expect(await outcome(heard)).toBe('reported');
    expect(await verdictOf(api, flowId)).toEqual([status, criminal]);
  });
}

test('pending: the page goes on by itself when the report is there', async ({ api, page, heard }) => {
  await arrive(api, page, { hide_continue_button: true });
  await completeBackgroundCheck(page, withSsn('0016'));
  await expect(page.getByRole('heading', { name: 'Your check is under way' })).toBeVisible();
  await expect(page.locator('[data-step] button[type="submit"]')).toHaveCount(0);
  await api.advance('PT1M');
  await expectAllDone(page);
  expect(await outcome(heard)).toBe('reported');
});

test('pending: the payee goes on meanwhile', async ({ api, page, heard }) => {
  const flowId = await arrive(api, page);
  await completeBackgroundCheck(page, withSsn('0016'));
  await page.getByRole('button', { name: 'Continue meanwhile' }).click();
  await expectAllDone(page);
  expect(await outcome(heard)).toBe('pending');
  await api.advance('PT1M');
  await expect.poll(() => verdictOf(api, flowId)).toEqual(['pass', false]);
});

test('information_mismatch: corrected and sent again', async ({ api, page }) => {
  const flowId = await arrive(api, page);
  await completeBackgroundCheck(page, withSsn('0011'));
  await expect(page.getByText('These details do not belong together')).toBeVisible();
  await expect(page.getByText('The number that was sent: ••• 0011')).toBeVisible();
  await fillDetails(page);
  await submit(page);
  await expectAllDone(page);
  expect(await verdictOf(api, flowId)).toEqual(['pass', false]);
});

for (const [ending, status] of [
  ['0014', 'canceled'],
  ['0015', 'expired'],
] as const) {
  test(`${status}: may be begun again, or left`, async ({ api, page, heard }) => {
    await arrive(api, page);
    await completeBackgroundCheck(page, withSsn(ending));
    await expect(page.getByRole('heading', { name: 'The check was not finished' })).toBeVisible();
    await page.getByRole('button', { name: 'Start again' }).click();
    await signPapers(page);
    await expect(page.getByRole('heading', { name: 'The check was not finished' })).toBeVisible();
    await page.getByRole('button', { name: 'Continue without a check' }).click();
    await expectAllDone(page);
    expect(await outcome(heard)).toBe('unavailable');
  });
}

test('unavailable: abroad there is an explanation, and a way on', async ({ api, page, heard }) => {
  const flowId = await arrive(api, page, {}, { country: 'DE' });
  await expect(page.getByText('US records only')).toBeVisible();
  await submit(page);
  await expectAllDone(page);
  expect(await outcome(heard)).toBe('unavailable');
  expect(await verdictOf(api, flowId)).toEqual([undefined, false]);
});

test('unavailable: too young by a slip of the finger, corrected', async ({ api, page }) => {
  await arrive(api, page);
  await fillDetails(page, { date_of_birth: `${new Date().getUTCFullYear() - 16}-01-31` });
  await submit(page);
  await expect(page.getByText('at least 18')).toBeVisible();
  await page.getByRole('button', { name: 'Correct my date of birth' }).click();
  await page.locator('[name="date_of_birth"]').fill('1990-01-31');
  await submit(page);
  await signPapers(page);
  await expectAllDone(page);
});

test('satisfied: not asked again, unless forced', async ({ api, page }) => {
  const user_id = await api.createKnownUser(newPhone());
  const first = await api.createFlow({ steps: ['background-check'], user_id });
  await page.goto(first.link);
  await fillDetails(page);
  await submit(page);
  await signPapers(page, 'Robin Example');
  await expectAllDone(page);
  const again = await api.createFlow({ steps: ['background-check'], user_id });
  await page.goto(again.link);
  await expectAllDone(page);
  const forced = await api.createFlow({ steps: [{ name: 'background-check', force: true }], user_id });
  await page.goto(forced.link);
  await signPapers(page, 'Robin Example');
  await expectAllDone(page);
});
