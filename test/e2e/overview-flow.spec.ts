/**
 * The example flow of the overview page, end to end. Events, webhooks and the flow object must tell the same
 * story.
 */
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
import { expectWholeStory } from './support/story.ts';
import { test, type Page } from './support/test.ts';

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
}
