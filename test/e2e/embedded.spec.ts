/**
 * The element on a partner's page of another origin, under the README's policy, started in every way a
 * partner can choose.
 */
import { finishOverviewFlow } from './support/payee.ts';
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
