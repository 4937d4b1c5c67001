/** Bank accounts know whose they are, on the method and on the order; those of others are refused. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { PartnerPayoutMethod } from '../../../src/contract/partner/users.ts';
import type { PayoutOrder } from '../../../src/server/ports/payouts.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { addMethod } from '../ledger/support.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { bankAccount, company, fields, foreigner, introduced, person, profile } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const german = { ...profile, country: 'DE' };
const iban = { platform: 'intl_bank', bank_country: 'DE', iban: 'DE89370400440532013000' };
const illinois = {
  ...{ line_1: person.line_1, line_2: '', city: person.city, state: person.state, postcode: person.postcode },
  country: 'US',
};

/** Returns a server whose rail writes down its orders. */
async function ordered() {
  const orders: PayoutOrder[] = [];
  const late: { server?: TestServer } = {};
  const now = () => late.server?.clock.now() ?? new Date();
  const providers = createSandboxProviders({ clock: { now } });
  const payouts = {
    ...providers.payouts,
    send: (order: PayoutOrder) => {
      orders.push(order);
      return providers.payouts.send(order);
    },
  };
  const server = (late.server = await createTestServer({ deps: { providers: { ...providers, payouts } } }));
  const paid = async (user_id: string, platform: string) => {
    const body = { user_id, amount: 2_500, platform, fund: true };
    const answer = await server.asPartner('POST', '/v2/payouts', body);
    assert.ok(answer.ok, await answer.text());
    await server.runDueJobs();
    return orders.at(-1);
  };
  return { server, paid };
}

const put = (server: TestServer, id: string, body: object) =>
  server.asPartner('PUT', `/v2/users/${id}/payout-methods`, body);

describe('an order', () => {
  test('has the name and the address of a tax form, also for an account that nobody asked about', async () => {
    const { server, paid } = await ordered();
    const payee = await introduced(server, ['compliance']);
    const id = payee.seen.flow.user_id ?? '';
    const user = await findUserById(server.db, id);
    assert.ok(user);
    await addMethod(server, user);
    assert.deepEqual((await paid(id, 'ach'))?.holder, { name: 'Jane Doe', type: 'person', address: null });
    await payee.does('/session/compliance', company);
    const order = await paid(id, 'ach');
    assert.deepEqual(
      { ...order?.holder, address: { ...order?.holder.address, line_2: '' } },
      { name: 'Doe Studio LLC', type: 'business', address: illinois },
    );
    assert.equal('account_holder' in (order?.to ?? {}), false);
  });

  test('abroad has the holder as the bank has it, with town and country', async () => {
    const { server, paid } = await ordered();
    const payee = await introduced(server, ['compliance', 'manage-payouts'], german);
    await payee.does('/session/compliance', { ...foreigner, place_of_work: 'outside' });
    await payee.does('/session/payout-methods', { ...iban, account_holder_name: 'DOE, JANE MARIE' });
    const holder = (await paid(payee.seen.flow.user_id ?? '', 'intl_bank'))?.holder;
    assert.deepEqual([holder?.name, holder?.type], ['DOE, JANE MARIE', 'person']);
    assert.deepEqual([holder?.address?.city, holder?.address?.country], ['Berlin', 'DE']);
  });
});

describe('a partner', () => {
  test('may say whose an account is, and reads it again; later, too', async () => {
    const { server, paid } = await ordered();
    const payee = await introduced(server, ['compliance']);
    const id = payee.seen.flow.user_id ?? '';
    const address = { city: 'Springfield', country: 'US' };
    const account_holder = { name: 'Jane M. Doe', type: 'person', address };
    const added = (await (
      await put(server, id, { ...bankAccount, account_holder })
    ).json()) as PartnerPayoutMethod;
    assert.deepEqual(added.account_holder, account_holder);
    assert.deepEqual((await paid(id, 'ach'))?.holder, account_holder);
    const other = { ...account_holder, name: 'J. Doe' };
    assert.equal((await put(server, id, { ...bankAccount, account_holder: other })).status, 200);
    const listed = await server.asPartner('GET', `/v2/users/${id}/payout-methods`);
    const methods = (await listed.json()) as PartnerPayoutMethod[];
    assert.deepEqual(
      methods.map((method) => method.account_holder?.name),
      ['J. Doe'],
    );
  });

  test('is refused with an account of somebody else, or one without town and country', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const id = payee.seen.flow.user_id ?? '';
    const refused = async (account_holder: object) => {
      const answer = await put(server, id, { ...bankAccount, account_holder });
      return fields((await answer.json()) as Parameters<typeof fields>[0]);
    };
    assert.deepEqual(await refused({ name: 'Somebody Else' }), ['account_holder.name:owner-mismatch']);
    assert.deepEqual(await refused({ name: 'Jane Doe', address: { line_1: 'Street 1' } }), [
      'account_holder.address.city:required',
      'account_holder.address.country:required',
    ]);
    assert.deepEqual(await refused({ name: 'Jane Doe', address: { city: 'Tehran', country: 'IR' } }), [
      'account_holder.address.country:sanctioned-place',
    ]);
  });
});

describe('a payee', () => {
  test('is refused with an account of somebody else, and not for a maiden name or another script', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts'], german);
    await payee.does('/session/compliance', foreigner);
    const account = (account_holder_name: string) => ({ ...iban, account_holder_name });
    assert.deepEqual(fields(await payee.refused('/session/payout-methods', account('Max Muster'))), [
      'account_holder_name:owner-mismatch',
    ]);
    for (const name of ['Jane Roe', 'Джейн Доу', 'Jana Beispiel']) {
      await payee.does('/session/payout-methods', account(name));
      const [method] = (payee.seen.current as unknown as { methods: { id: string }[] }).methods;
      await payee.does(`/session/payout-methods/${method?.id}`, undefined, 'DELETE');
    }
  });
});
