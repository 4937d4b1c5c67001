/** The vendor's own client for Node (dots-v2-node), unchanged, against this server over HTTP. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { createAdaptorServer } from '@hono/node-server';
import { apiKey, clientId, createTestServer } from '../server/support.ts';
import type { TestServer } from '../server/support.ts';

type Call<T> = (...args: readonly unknown[]) => Promise<T>;
interface Page<T> {
  readonly data: T[];
  readonly has_more: boolean;
}
interface Seen {
  readonly id: string;
  readonly [field: string]: unknown;
}

/**
 * The part of the client that is used. It ships TypeScript that our compiler's settings refuse, so the
 * compiler must not find it: see `loadClient`.
 */
interface VendorClient {
  readonly users: Record<
    | 'createUser'
    | 'getUser'
    | 'deleteUser'
    | 'submitCompliance'
    | 'sendVerificationToken'
    | 'verify'
    | 'addPayoutMethod',
    Call<Seen>
  > & { readonly getUsers: Call<Page<Seen>>; readonly getPayoutMethods: Call<Seen[]> };
  readonly flows: Record<'createFlow' | 'getFlow', Call<Seen>> & { readonly getFlows: Call<Page<Seen>> };
  readonly transfers: Record<'createTransfer' | 'getTransfer', Call<Seen>> & {
    readonly getTransfers: Call<Page<Seen>>;
  };
  readonly payouts: Record<'createPayout' | 'sendPayout', Call<Seen>>;
  readonly payoutLinks: Record<'createPayoutLink' | 'getPayoutLinks', Call<Seen>>;
  readonly payoutRequests: Record<'getPayoutRequests', Call<Seen>>;
  readonly transactions: Record<'getTransactions' | 'getTransaction', Call<Seen>>;
}
interface VendorModule {
  readonly Dots: new (config: { BASE: string; USERNAME: string; PASSWORD: string }) => VendorClient;
  readonly ApiError: new (
    ...args: never[]
  ) => Error & { status: number; body: { success: boolean; error_code: string; message: string } };
}

const loadClient = async (name = 'dots-v2-node') => (await import(name)) as VendorModule;

const bob = {
  first_name: 'Bob',
  last_name: 'Example',
  email: 'bob@example.com',
  country_code: '1',
  phone_number: '4155550100',
};
const address = {
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  country: 'US',
  postcode: '62701',
};

describe('the vendor’s own client', () => {
  let server: TestServer;
  let vendor: VendorModule;
  let dots: VendorClient;
  let base: string;
  let http: ReturnType<typeof createAdaptorServer>;

  beforeEach(async () => {
    vendor = await loadClient();
    server = await createTestServer();
    http = createAdaptorServer({ fetch: server.app.fetch });
    await once(http.listen(0, '127.0.0.1'), 'listening');
    base = `http://127.0.0.1:${(http.address() as AddressInfo).port}/api`;
    dots = new vendor.Dots({ BASE: base, USERNAME: clientId, PASSWORD: apiKey });
  });
  afterEach(async () => {
    const closed = once(http, 'close');
    http.close();
    await closed;
  });

  const ids = (list: readonly Seen[]) => list.map(({ id }) => id);
  const fails = async (call: Promise<unknown>, status: number, code: string): Promise<string> => {
    const error: unknown = await call.then(
      () => null,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof vendor.ApiError, String(error));
    assert.deepEqual([error.status, error.body.success, error.body.error_code], [status, false, code]);
    return error.body.message;
  };
  const verified = async () => {
    const { id } = await dots.users.createUser(bob);
    await dots.users.sendVerificationToken(id);
    await dots.users.verify(id, { token: '123456' });
    return id;
  };

  test('makes users, verifies them and takes their forms', async () => {
    const user = await dots.users.createUser({ ...bob, username: 'bob', metadata: { internal_id: 'usr_1' } });
    assert.deepEqual([user['first_name'], user['metadata']], ['Bob', { internal_id: 'usr_1' }]);
    assert.equal((await dots.users.createUser(bob)).id, user.id);
    assert.deepEqual(await dots.users.getUser(user.id), user);

    await dots.users.sendVerificationToken(user.id);
    await fails(dots.users.verify(user.id, { token: '000000' }), 400, 'wrong-token');
    await dots.users.verify(user.id, { token: '123456' });
    const w9 = { entity_type: 'individual', date_of_birth: '1990-04-12', tin: '123456789', address };
    await dots.users.submitCompliance(user.id, { w9 });
    const seen = (await dots.users.getUser(user.id)) as Seen & {
      status: string;
      compliance: Record<string, unknown>;
    };
    assert.deepEqual(
      [seen.status, seen.compliance['1099_collected'], seen.compliance['w8_ben_collected']],
      ['verified', true, false],
    );

    await fails(
      dots.users.submitCompliance(user.id, { w9: { ...w9, tin: '000000000' } }),
      422,
      'invalid-input',
    );
    assert.equal((await dots.users.deleteUser(user.id)).id, user.id);
    await fails(dots.users.getUser(user.id), 404, 'no-such-resource');
  });

  test('takes a W-8BEN with the US number that its types ask for', async () => {
    // With a phone in the US, the reason would be asked for.
    const { id } = await dots.users.createUser({ ...bob, country_code: '49', phone_number: '15123456780' });
    await dots.users.submitCompliance(id, {
      w8ben: {
        name: 'Bob Example',
        citizenship_country: 'DE',
        date_of_birth: '1990-04-12',
        tin: '123456789',
        foreign_tax_id: '36574261809',
        address: { ...address, city: 'Berlin', state: 'BE', country: 'DE', postcode: '10115' },
        signature: { consent: true, name: 'Bob Example', email: 'bob@example.com' },
      },
    });
    const seen = (await dots.users.getUser(id)) as Seen & { compliance: Record<string, unknown> };
    assert.equal(seen.compliance['w8_ben_collected'], true);
  });

  test('saves payout methods and pays out on them', async () => {
    const id = await verified();
    const ach = {
      platform: 'ach',
      routing_number: '110000000',
      account_number: '000123456789',
      account_type: 'checking',
    };
    const added = [];
    for (const method of [
      ach,
      { platform: 'paypal', email: 'bob@example.com' },
      { platform: 'venmo', phone_number: '4155550100' },
      { ...ach, platform: 'cash_app', cash_tag: '$bobexample', account_number: '000123456780' },
    ])
      added.push(await dots.users.addPayoutMethod(id, method));
    const methods = await dots.users.getPayoutMethods(id);
    assert.deepEqual(ids(methods), ids(added));
    assert.deepEqual(
      methods.map((method) => method['platform']),
      ['ach', 'paypal', 'venmo', 'cash_app'],
    );

    await dots.transfers.createTransfer({ amount: -5_000, user_id: id });
    const payout = await dots.payouts.createPayout({
      user_id: id,
      amount: 1_000,
      platform: 'ach',
      account_id: methods[0]?.id,
      metadata: 'm',
    });
    assert.deepEqual([payout['type'], payout['status'], payout['amount']], ['payout', 'created', 1_000]);
    for (let times = 0; times < 3; times += 1) {
      server.clock.advance(60_000);
      await server.runDueJobs();
    }
    assert.equal((await dots.transfers.getTransfer(payout.id))['status'], 'completed');
    await fails(
      dots.payouts.createPayout({ user_id: id, amount: 900_000, platform: 'paypal' }),
      409,
      'transaction-insufficient-funds',
    );
  });

  test('moves money once per key', async () => {
    const { id } = await dots.users.createUser(bob);
    const request = {
      amount: -1_000,
      user_id: id,
      tax_exempt: true,
      idempotency_key: server.deps.newId(),
      metadata: { invoice: 7 },
    };
    const first = await dots.transfers.createTransfer(request);
    assert.deepEqual(await dots.transfers.createTransfer(request), first);
    assert.deepEqual(((await dots.users.getUser(id)) as Seen & { wallet: unknown }).wallet, {
      amount: 1_000,
      withdrawable_amount: 1_000,
      credit_balance: 0,
    });
  });

  test('makes flows, of bare steps and of steps with options', async () => {
    const { id: user_id } = await dots.users.createUser(bob);
    const steps = [
      'compliance',
      { name: 'manage-payouts', auto_payout_enabled: false },
      { name: 'id-verification', auto_payout_enabled: true },
    ];
    const flow = await dots.flows.createFlow({ steps, user_id, metadata: { order: 1 } });
    assert.deepEqual(
      [flow['steps'], flow['completed_steps'], flow['user_id'], flow['metadata']],
      [['compliance', 'manage-payouts', 'id-verification'], [], user_id, { order: 1 }],
    );
    assert.deepEqual(await dots.flows.getFlow(flow.id), flow);
    await fails(dots.flows.createFlow({ steps: ['dance'] }), 422, 'invalid-input');
  });

  test('turns the pages of its lists in both directions', async () => {
    const { id: user_id } = await dots.users.createUser(bob);
    const users = [user_id];
    const flows: string[] = [];
    const transfers: string[] = [];
    for (const number of [1, 2]) {
      server.clock.advance(1_000);
      users.unshift((await dots.users.createUser({ ...bob, phone_number: `415555011${number}` })).id);
    }
    for (const amount of [-100, -200, -300]) {
      server.clock.advance(1_000);
      flows.unshift((await dots.flows.createFlow({ steps: ['compliance'] })).id);
      transfers.unshift((await dots.transfers.createTransfer({ amount, user_id })).id);
    }
    const lists: [string[], (limit?: number, after?: string, before?: string) => Promise<Page<Seen>>][] = [
      [users, (limit, after, before) => dots.users.getUsers(after, limit, before)],
      [flows, (...asked) => dots.flows.getFlows(...asked)],
      [transfers, (...asked) => dots.transfers.getTransfers(...asked)],
    ];
    for (const [all, get] of lists) {
      assert.deepEqual(ids((await get()).data), all);
      const first = await get(2);
      assert.deepEqual([ids(first.data), first.has_more], [all.slice(0, 2), true]);
      const second = await get(2, first.data.at(-1)?.id);
      assert.deepEqual([ids(second.data), second.has_more], [all.slice(2), false]);
      assert.deepEqual(ids((await get(2, undefined, all[2])).data), all.slice(0, 2));
    }
  });

  test('reads the books line by line', async () => {
    const { id: user_id } = await dots.users.createUser(bob);
    for (const amount of [-100, -200]) await dots.transfers.createTransfer({ amount, user_id });
    const { data, has_more } = (await dots.transactions.getTransactions(2)) as unknown as Page<Seen>;
    assert.deepEqual([data.map((line) => line['amount']), has_more], [[200, 100], true]);
    assert.deepEqual(await dots.transactions.getTransaction(data[0]?.id), data[0]);
    const rest = (await dots.transactions.getTransactions(2, data[1]?.id)) as unknown as Page<Seen>;
    assert.deepEqual([rest.data.map((line) => line['type']), rest.has_more], [['refill'], false]);
  });

  test('makes a payout link, finds it, sends it again and cancels it', async () => {
    const made = await dots.payoutLinks.createPayoutLink({
      ...{ amount: 100, payee: { country_code: '1', phone_number: '4155550133' } },
      delivery: { method: 'sms', message: '' },
    });
    assert.deepEqual([made['amount'], made['status']], [100, 'delivery_pending']);
    const { data } = (await dots.payoutLinks.getPayoutLinks(1)) as unknown as Page<Seen>;
    assert.equal(data[0]?.id, made.id);
    const sent = await dots.payouts.sendPayout({
      amount: 100,
      payee: { country_code: '1', phone_number: '4155550134' },
    });
    assert.equal(sent['status'], 'delivery_pending');
  });

  test('is told what this server does not offer', async () => {
    const offers: [() => Promise<unknown>, RegExp][] = [
      [() => dots.payoutRequests.getPayoutRequests(), /does not offer payout requests/],
    ];
    for (const [call, message] of offers) assert.match(await fails(call(), 404, 'not-offered'), message);
  });

  test('with a wrong key is let in nowhere', async () => {
    const stranger = new vendor.Dots({ BASE: base, USERNAME: clientId, PASSWORD: 'sk_wrong' });
    await fails(stranger.users.getUsers(), 401, 'unauthorized');
    await fails(stranger.flows.createFlow({ steps: ['compliance'] }), 401, 'unauthorized');
  });
});
