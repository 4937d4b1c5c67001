/** The app's wallet by the API: what it holds, what comes in, what is taken out. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import { appObject } from '../../../src/contract/money/apps.ts';
import type { AppObject } from '../../../src/contract/money/apps.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import type { FundingProvider } from '../../../src/server/ports/funding.ts';
import { addMethod, addUser, readBooks } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const opening = 100_000_000;
let server: TestServer;
beforeEach(async () => void (server = await createTestServer()));

const path = (rest = '') => `/v2/apps/${server.partner.id}${rest}`;
async function answered<T>(response: Response | Promise<Response>, status: number): Promise<T> {
  const answer = await response;
  assert.equal(answer.status, status, await answer.clone().text());
  return (await answer.json()) as T;
}
const app = () => answered<AppObject>(server.asPartner('GET', path()), 200);
const balance = async () => Number((await app()).metrics.wallet_balance);
const move = (way: 'deposit' | 'withdraw', body: object) =>
  answered<Transfer>(server.asPartner('POST', path(`/${way}`), body), 200);
const refused = async (response: Promise<Response>, status: number) => {
  const { error_code, errors } = await answered<Problem>(response, status);
  return [error_code, ...(errors ?? []).map(({ field, code }) => `${field} ${code}`)];
};
const read = (id: string) => answered<Transfer>(server.asPartner('GET', `/v2/transfers/${id}`), 200);
async function pass(ms: number): Promise<void> {
  server.clock.advance(ms);
  await server.runDueJobs();
}
const booksBalance = async () => {
  const { totals: _, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
};
const namesOf = ({ transactions }: Transfer) =>
  transactions.map(({ amount, type, source_name, destination_name }) => [
    amount,
    type,
    source_name,
    destination_name,
  ]);

describe('the app', () => {
  test('tells what its wallet holds, what has arrived at payees, and how many users it has', async () => {
    const first = await app();
    assert.equal(appObject.safeParse(first).success, true);
    assert.deepEqual(first, {
      id: server.partner.id,
      name: 'Acme Market',
      status: 'approved',
      metrics: { wallet_balance: String(opening), money_out: '0', connected_users: 0 },
      metadata: null,
      refill_threshold: null,
      income_type: 'services',
    });
    const user = await addUser(server);
    await addMethod(server, user);
    for (const [amount, payout_fee_party] of [
      [5_000, 'user'],
      [3_000, 'platform'],
      [2_013, 'platform'],
      [2_014, 'user'],
    ])
      await answered(
        server.asPartner('POST', '/v2/payouts', {
          ...{ user_id: user.id, amount, platform: 'default', payout_fee_party, fund: true },
        }),
        201,
      );
    for (let times = 0; times < 5; times += 1) await pass(60_000);
    const { metrics } = await app();
    const { totals } = await readBooks(server.db);
    assert.equal(Number(metrics.money_out), (totals['outside'] ?? 0) + opening);
    assert.ok(Number(metrics.money_out) > 7_500);
    assert.equal(Number(metrics.wallet_balance), totals['app_wallet']);
    assert.equal(metrics.connected_users, 1);
  });

  test('is listed alone, and nobody else’s is shown', async () => {
    assert.deepEqual(await answered<AppObject[]>(server.asPartner('GET', '/v2/apps'), 200), [await app()]);
    const other = await server.addApp('pk_other', 'sk_other');
    for (const id of [other.id, randomUUID(), 'none'])
      assert.deepEqual(await refused(server.asPartner('GET', `/v2/apps/${id}`), 404), ['no-such-resource']);
    assert.deepEqual(
      await refused(server.asPartner('POST', `/v2/apps/${other.id}/deposit`, { amount: 1 }), 404),
      ['no-such-resource'],
    );
  });
});

describe('a deposit', () => {
  test('is in the wallet once the bank has paid', async () => {
    const made = await move('deposit', { amount: 25_000 });
    assert.deepEqual([made.type, made.status, made.amount], ['refill', 'created', 25_000]);
    assert.ok(!('user_id' in made));
    assert.deepEqual([await balance(), made.transactions], [opening, []]);
    await pass(0);
    assert.equal((await read(made.id)).status, 'pending');
    await pass(3_000);
    const done = await read(made.id);
    assert.equal(done.status, 'completed');
    assert.deepEqual(namesOf(done), [[25_000, 'refill', 'Outside', 'App wallet']]);
    assert.equal(await balance(), opening + 25_000);
    await booksBalance();
  });

  test('that fails has moved nothing', async () => {
    const { id } = await move('deposit', { amount: 25_013 });
    await pass(0);
    await pass(3_000);
    const done = await read(id);
    assert.deepEqual([done.status, done.transactions], ['failed', []]);
    assert.match(done.failure_reason ?? '', /bank/);
    assert.equal(await balance(), opening);
  });

  test('that the bank takes back leaves the wallet again, as soon as it is covered', async () => {
    const { id } = await move('deposit', { amount: 25_014 });
    await pass(0);
    await pass(3_000);
    assert.equal(await balance(), opening + 25_014);
    const user = await addUser(server);
    const give = (amount: number) =>
      answered<Transfer>(server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount }), 200);
    await give(-(opening + 25_000));
    await pass(6_000);
    assert.deepEqual([(await read(id)).status, await balance()], ['completed', 14]);
    await give(1_000_000);
    await pass(60 * 60 * 1000);
    const done = await read(id);
    assert.equal(done.status, 'reversed');
    assert.deepEqual(namesOf(done), [
      [25_014, 'refill', 'Outside', 'App wallet'],
      [25_014, 'refill', 'App wallet', 'Outside'],
    ]);
    assert.equal(await balance(), 1_000_000 - 25_000);
    await booksBalance();
  });

  test('is made once per key, and found by its type', async () => {
    const once = { amount: 700, idempotency_key: randomUUID() };
    const { id } = await move('deposit', once);
    assert.equal((await move('deposit', once)).id, id);
    const { data } = await answered<{ data: Transfer[] }>(
      server.asPartner('GET', '/v2/transfers?type=refill'),
      200,
    );
    assert.deepEqual(
      data.map((transfer) => transfer.id),
      [id],
    );
  });

  test('needs an amount in whole cents', async () => {
    for (const amount of [0, -1, 1.5, '5', null, 1e12])
      assert.deepEqual(await refused(server.asPartner('POST', path('/deposit'), { amount }), 422), [
        'invalid-input',
        'amount invalid-number',
      ]);
  });

  test('survives a lost job, a doubled one and a bank that does not answer', async () => {
    const answers: (Error | null)[] = [new Error('The line was cut.'), null];
    const paid = new Map<string, number>();
    const call: FundingProvider['send'] = async ({ transferId, amount }) => {
      paid.set(transferId, amount);
      const next = answers.shift();
      if (next) throw next;
      return { status: 'completed', externalId: 'bank-1' };
    };
    const { providers } = server.deps;
    server = await createTestServer({
      deps: { providers: { ...providers, funding: { send: call, look: (order) => call(order) } } },
    });
    const { id } = await move('deposit', { amount: 500 });
    await server.db.query('delete from test_jobs');
    server.clock.advance(20_000);
    await rescuePayouts(server.deps);
    await server.db.query('insert into test_jobs (job, run_at) select job, run_at from test_jobs');
    await pass(0);
    await pass(5_000);
    assert.equal((await read(id)).status, 'completed');
    assert.deepEqual([...paid], [[id, 500]]);
    assert.equal(await balance(), opening + 500);
    await booksBalance();
  });

  test('is the operator’s business where no bank is connected', async () => {
    server = await createTestServer({
      deps: { providers: { ...server.deps.providers, funding: null } },
    });
    for (const way of ['deposit', 'withdraw']) {
      const { error_code, detail } = await answered<Problem>(
        server.asPartner('POST', path(`/${way}`), { amount: 100 }),
        404,
      );
      assert.equal(error_code, 'not-offered');
      assert.match(detail ?? '', /dots-flow refill/);
    }
  });
});

describe('a withdrawal', () => {
  test('leaves the wallet at once and arrives', async () => {
    const made = await move('withdraw', { amount: 40_000 });
    assert.deepEqual([made.type, made.status, made.amount], ['refill', 'created', -40_000]);
    assert.equal(await balance(), opening - 40_000);
    await pass(0);
    await pass(3_000);
    const done = await read(made.id);
    assert.equal(done.status, 'completed');
    assert.deepEqual(namesOf(done), [
      [40_000, 'refill', 'App wallet', 'Bank'],
      [40_000, 'refill', 'Bank', 'Outside'],
    ]);
    await booksBalance();
    // What the app takes out has not arrived at a payee.
    assert.equal((await app()).metrics.money_out, '0');
  });

  test('that fails, and one that the bank sends back, is in the wallet again', async () => {
    for (const [amount, status] of [
      [40_013, 'failed'],
      [40_014, 'reversed'],
    ] as const) {
      const { id } = await move('withdraw', { amount });
      for (let times = 0; times < 3; times += 1) await pass(6_000);
      assert.deepEqual([(await read(id)).status, await balance()], [status, opening]);
    }
    await booksBalance();
  });

  test('is not more than there is', async () => {
    assert.deepEqual(
      await refused(server.asPartner('POST', path('/withdraw'), { amount: opening + 1 }), 409),
      ['transaction-insufficient-funds', 'amount transaction-insufficient-funds'],
    );
    assert.equal(await balance(), opening);
  });
});

describe('a wallet that holds too little', () => {
  const settings = (body: object) => server.asPartner('POST', path('/change_settings'), body);
  const told = async () =>
    (
      await server.db.query<{ payload: { wallet_balance: number; refill_threshold: number } }>(
        "select payload from webhook_messages where event = 'app.low_balance' order by created, id",
      )
    ).map(({ payload }) => [payload.wallet_balance, payload.refill_threshold]);

  test('is told once for each fall below the threshold', async () => {
    const user = await addUser(server);
    const take = (amount: number) =>
      answered(server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount: -amount }), 200);
    await take(1);
    assert.equal(
      (await answered<AppObject>(settings({ refill_threshold: 50_000_000 }), 200)).refill_threshold,
      50_000_000,
    );
    // A setting that is not given stays.
    assert.equal((await answered<AppObject>(settings({}), 200)).refill_threshold, 50_000_000);
    await take(49_999_999);
    assert.deepEqual(await told(), []);
    await take(1);
    await take(1_000);
    assert.deepEqual(await told(), [[49_999_999, 50_000_000]]);
    await move('deposit', { amount: 2_000 });
    await pass(0);
    await pass(3_000);
    server.clock.advance(1_000);
    await take(2_000);
    assert.deepEqual((await told())[1], [49_998_999, 50_000_000]);
    await answered(settings({ refill_threshold: null }), 200);
    await take(40_000_000);
    assert.equal((await told()).length, 2);
  });

  test('is told of no fall that did not happen', async () => {
    await answered(settings({ refill_threshold: opening }), 200);
    assert.deepEqual(
      await refused(server.asPartner('POST', path('/withdraw'), { amount: opening + 1 }), 409),
      ['transaction-insufficient-funds', 'amount transaction-insufficient-funds'],
    );
    assert.deepEqual(await told(), []);
  });

  test('has a threshold of at least a cent', async () => {
    for (const refill_threshold of [0, -5, 1.5, 'much'])
      assert.deepEqual(await refused(settings({ refill_threshold }), 422), [
        'invalid-input',
        'refill_threshold invalid-number',
      ]);
    assert.deepEqual(await refused(settings({ auto_refill_active: true }), 422), [
      'invalid-input',
      'auto_refill_active unknown',
    ]);
  });
});
