/**
 * The element on a partner's page of another origin, under the policy of docs/strict-pages.md, started in
 * every way a partner can choose.
 */
import { chooseBank, connectOffered, account } from './support/manage-payments.ts';
import { finishOverviewFlow, newPhone } from './support/payee.ts';
import { expectWholeStory, named } from './support/story.ts';
import { expect, test } from './support/test.ts';

const element = `document.querySelector('dots-flow')`;

const starts = {
  'flow-id': (flowId: string) => `${element}.setAttribute('flow-id', '${flowId}');`,
  'createFlow, which asks the partner’s back end': () =>
    `${element}.config = { createFlow: async (signal) => (await fetch('/flows', { method: 'POST', signal })).json() };`,
  'client-id and steps, with no back end': () =>
    `${element}.setAttribute('steps', 'compliance manage-payouts'); ${element}.setAttribute('client-id', 'pk_sandbox_demo');`,
  'a config of clientId and steps': () =>
    `${element}.config = { clientId: 'pk_sandbox_demo', steps: ['compliance', 'manage-payouts'] };`,
};

for (const [name, script] of Object.entries(starts)) {
  test(`a flow started from ${name} is finished`, async ({ api, partner, page, heard }) => {
    const origins = new Set<string>();
    page.on('request', (request) => void origins.add(new URL(request.url()).origin));
    partner.embed(script((await api.createFlow()).id));
    const document = await page.goto(partner.origin);
    expect(document?.headers()['content-security-policy']).toContain("require-trusted-types-for 'script'");

    await finishOverviewFlow(page);

    const events = await heard();
    const flowId = String(named(events, 'ready')[0]?.detail.flowId);
    await expectWholeStory({ api, partner, flowId }, events);
    expect([...origins].sort()).toEqual([api.url, partner.origin].sort());
  });
}

test('a sign-in at a bank goes on by itself on the page that began, and says nothing to another', async ({
  api,
  partner,
  page,
  context,
}) => {
  const user_id = await api.createKnownUser(newPhone());
  const { id } = await api.createFlow({ steps: ['manage-payments'], user_id });
  partner.embed(starts['flow-id'](id));
  await page.goto(partner.origin);
  await chooseBank(page, 'Meadow & Vale Bank');
  const bank = page.getByRole('link', { name: 'Open Meadow & Vale Bank' });
  const address = (await bank.getAttribute('href')) ?? '';

  // Another page opens the bank's, and waits for what comes back.
  const other = await context.newPage();
  await other.goto(`${api.url}/bank-link/${id}/return`);
  await other.evaluate(`self.heard = []; addEventListener('message', ({ data }) => heard.push(data));`);
  const [opened] = await Promise.all([
    other.waitForEvent('popup'),
    other.evaluate((url) => void window.open(url), address),
  ]);
  await opened.getByRole('button', { name: 'Share accounts' }).click();
  await expect(opened.locator('.code')).toBeVisible();
  expect(await other.evaluate('heard')).toEqual([]);
  await expect(bank).toBeVisible();

  // The window that began comes back with the same answer of the bank.
  const returned = opened.url();
  await bank.evaluate((link, url) => link.setAttribute('href', url), returned);
  await Promise.all([page.waitForEvent('popup'), bank.click()]);
  await connectOffered(page);
  await expect(account(page, 'verified')).toHaveCount(1);
});
