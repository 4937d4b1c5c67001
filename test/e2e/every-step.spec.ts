/**
 * One flow through every step there is, for payees of four countries. The events, the webhooks and the books
 * tell the same story.
 */
import { join } from 'node:path';
import { openPglite } from '../../src/server/db/pglite.ts';
import { ApiServer } from './support/api-server.ts';
import { serverBackend, type Backend } from './support/backend.ts';
import { completeIdVerification } from './support/id-verification.ts';
import { completeManagePayments } from './support/manage-payments.ts';
import {
  addBankAccount,
  authenticate,
  completeW8Ben,
  completeW9,
  finishPayouts,
  onboard,
} from './support/payee.ts';
import { addBankAbroad, completePayout, type AbroadAccount } from './support/payout.ts';
import { Receiver, webhookSecret } from './support/receiver.ts';
import { expect, test, type Heard, type Page } from './support/test.ts';

const steps = ['compliance', 'id-verification', 'manage-payments', 'manage-payouts', 'payout'];
const plan = ['authentication', 'onboarding', ...steps, 'redirect'];

interface Payee {
  readonly country: string;
  readonly tax: (page: Page) => Promise<void>;
  readonly payments: (page: Page) => Promise<void>;
  readonly payouts: (page: Page) => Promise<void>;
}

const abroad = (country: string, foreign_tax_id: string, account: AbroadAccount): Payee => ({
  country,
  tax: (page) => completeW8Ben(page, { country, foreign_tax_id }),
  payments: (page) => page.getByRole('button', { name: 'Continue without an account' }).click(),
  payouts: (page) => addBankAbroad(page, account),
});

const payees: Readonly<Record<string, Payee>> = {
  'the US': { country: 'US', tax: completeW9, payments: completeManagePayments, payouts: addBankAccount },
  Germany: abroad('DE', '86 095 742 719', { bank_country: 'DE', iban: 'DE89 3704 0044 0532 0130 00' }),
  India: abroad('IN', 'ACUPA7085R', {
    bank_country: 'IN',
    ifsc: 'SBIN0001234',
    account_number: '12345678901',
  }),
  Mexico: abroad('MX', 'GODE561231GR8', { bank_country: 'MX', clabe: '032180000118359719' }),
};

/** Returns the id of the flow, once the payee has come back to the partner. */
async function goThrough(page: Page, payee: Payee, backend: Backend, redirect_url: string): Promise<string> {
  const flow = await backend.createFlow({ steps: [...steps, { name: 'redirect', redirect_url }] });
  await page.goto(flow.link);
  await authenticate(page);
  await onboard(page, { country: payee.country });
  await backend.fund(flow.id, 300_00);
  await payee.tax(page);
  await completeIdVerification(page, { country: payee.country });
  await payee.payments(page);
  await payee.payouts(page);
  await finishPayouts(page);
  await completePayout(page, '120');
  await page.waitForURL(redirect_url);
  return flow.id;
}

/** Returns what the page heard. It is told of the redirect once, and once the step is done. */
async function withoutRedirect(heard: () => Promise<Heard[]>): Promise<Heard[]> {
  const events = await heard();
  expect(events.filter(({ type }) => type === 'dots-redirect')).toHaveLength(1);
  return events.filter(({ type }) => type !== 'dots-redirect');
}

for (const [name, payee] of Object.entries(payees)) {
  test(`a payee in ${name} goes through every step`, async ({ page, heard }) => {
    test.setTimeout(180_000);
    // The test has a server of its own, because its books are opened afterwards.
    const partner = await Receiver.start();
    const api = await ApiServer.start({
      WEBHOOK_URL: `${partner.origin}/webhooks`,
      WEBHOOK_SECRET: webhookSecret,
    });
    partner.api = api.url;
    try {
      const flowId = await goThrough(page, payee, serverBackend(api, partner), `${partner.origin}/thanks`);

      await serverBackend(api, partner).expectStory(flowId, await withoutRedirect(heard), plan);
      await expect
        .poll(() => partner.received.filter(({ payload }) => payload.event === 'transfer.completed').length)
        .toBe(2);

      await api.down();
      const books = await openPglite(join(api.dataDir, 'db'));
      const [sums] = await books.query<{ all: string; wallet: string }>(
        `select sum(e.amount)::text as all, (sum(e.amount) filter (where a.kind = 'user_wallet'))::text as wallet
         from ledger_entries e join ledger_accounts a on a.id = e.account_id`,
      );
      await books.close();
      expect(sums).toEqual({ all: '0', wallet: String(180_00) });
    } finally {
      await api.remove();
      await partner.close();
    }
  });
}

for (const name of ['the US', 'Germany'])
  test(`a payee in ${name} goes through every step on the mock`, async ({ on, partner, page, heard }) => {
    const payee = payees[name];
    if (!payee) throw new Error(`Nobody is in ${name}.`);
    const backend = await on('mock');
    const flowId = await goThrough(page, payee, backend, `${partner.origin}/thanks`);
    await backend.expectStory(flowId, await withoutRedirect(heard), plan);
  });
