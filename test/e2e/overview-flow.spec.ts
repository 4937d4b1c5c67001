/**
 * The example flow of the overview page, end to end: on the server, and on the mock of `dots-flow/testing`.
 * Events, webhooks and the flow object must tell the same story.
 */
import { createMockApi } from '../../src/testing/index.ts';
import {
  addBankAccount,
  addPayPalAbroad,
  authenticate,
  completeW8Ben,
  completeW9,
  expectAllDone,
  finishPayouts,
  onboard,
} from './support/payee.ts';
import { expectWholeStory, idsOf } from './support/story.ts';
import { expect, test, type Page } from './support/test.ts';

const payees = {
  'a new US payee': async (page: Page) => {
    await onboard(page);
    await completeW9(page);
    await addBankAccount(page);
  },
  'a payee in Germany': async (page: Page) => {
    await onboard(page, { country: 'DE' });
    await completeW8Ben(page);
    await addPayPalAbroad(page);
  },
};

for (const [name, answers] of Object.entries(payees)) {
  test(`${name} finishes it`, async ({ api, partner, page, heard }) => {
    const flow = await api.createFlow();
    await page.goto(flow.link);
    await authenticate(page);
    await answers(page);
    await finishPayouts(page);
    await expectAllDone(page);
    await expectWholeStory({ api, partner, flowId: flow.id }, await heard());
  });

  test(`${name} finishes it on the mock`, async ({ api, partner, page, heard }) => {
    const mock = createMockApi();
    await page.route(`${api.url}/api/v2/**`, mock.route);
    const { id } = mock.createFlow({ steps: ['compliance', 'manage-payouts'] });
    partner.embed(`document.querySelector('dots-flow').setAttribute('flow-id', '${id}');`);
    await page.goto(partner.origin);
    await authenticate(page);
    await answers(page);
    await finishPayouts(page);
    await expectAllDone(page);
    expect(idsOf(await heard())).toEqual(mock.webhooks.map((webhook) => webhook.id));
    expect(mock.flow(id).status).toBe('completed');
  });
}
