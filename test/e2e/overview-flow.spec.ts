/**
 * The example flow of the overview page, end to end: on the server, and on the mock of `dots-flow/testing`.
 * Events, webhooks and the flow object must tell the same story.
 */
import { backendNames } from './support/backend.ts';
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

for (const [name, answers] of Object.entries(payees))
  for (const backendName of backendNames)
    test(`${name} finishes it on the ${backendName}`, async ({ on, page, heard }) => {
      const backend = await on(backendName);
      const flow = await backend.createFlow();
      await page.goto(flow.link);
      await authenticate(page);
      await answers(page);
      await finishPayouts(page);
      await expectAllDone(page);
      await backend.expectStory(flow.id, await heard());
    });
