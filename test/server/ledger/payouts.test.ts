import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import type { Session } from '../../../src/contract/steps/session.ts';
import type { WebhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { findTransfer } from '../../../src/server/db/transfers.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { createPayout, quotePayout } from '../../../src/server/ledger/payouts.ts';
import { releaseHeldPayouts } from '../../../src/server/ledger/release.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { walletOf } from '../../../src/server/ledger/wallets.ts';
import { railTerms } from '../../../src/contract/rails/terms.ts';
import type { PayoutOrder, PayoutProvider } from '../../../src/server/ports/payouts.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { person } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestOverrides, TestServer } from '../support.ts';
import { addMethod, addUser, fileForm, paidInYear, paypal, readBooks } from './support.ts';

const opening = 100_000_000;
const refused = (code: string) => (error: unknown) => error instanceof ProblemError && error.code === code;

describe('payouts', () => {
  let server: TestServer;
  let user: UserRow;
  let method: PayoutMethodRow;

  async function begin(overrides: TestOverrides = {}): Promise<void> {
    server = await createTestServer(overrides);
    user = await addUser(server);
    method = await addMethod(server, user);
  }
  beforeEach(() => begin());

  const give = (cents: number, more = {}) =>
    server.db.transaction((tx) =>
      createTransfer(server.deps, tx, { app: server.partner, user, amount: -cents, ...more }),
    );
  const pay = (amount: number, more: Partial<Parameters<typeof createPayout>[2]> = {}) =>
    server.db.transaction((tx) =>
      createPayout(server.deps, tx, {
        app: server.partner,
        user,
        method,
        amount,
        feeParty: 'platform',
        ...more,
      }),
    );
  const read = async ({ id }: TransferRow) => (await findTransfer(server.db, id)) as TransferRow;
  const paidIn = (year = 2026, paying = 0) => paidInYear(server.db, user.id, year, paying);
  const appHas = () => walletBalance(server.db, { appId: server.partner.id });
  const userHas = () => walletBalance(server.db, { userId: user.id });
  const events = async () =>
    (
      await server.db.query<{ payload: WebhookPayload }>(
        'select payload from webhook_messages order by created, id',
      )
    ).map(({ payload }) => payload);
  const pass = async (ms: number) => {
    server.clock.advance(ms);
    await server.runDueJobs();
  };
  async function assertBooks(): Promise<void> {
    const { totals: _, ...books } = await readBooks(server.db);
    assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  }

  test('goes from created over pending to completed; the money leaves the wallet at once and the books when it arrives', async () => {
    await give(10_000);
    const payout = await pay(2_500);
    assert.deepEqual([payout.status, payout.amount, payout.fee], ['created', 2_500, 0]);
    assert.equal(await userHas(), 7_500);
    assert.deepEqual((await readBooks(server.db)).totals['rail_clearing'], 2_500);

    await server.runDueJobs();
    assert.equal((await read(payout)).status, 'pending');
    await pass(2_999);
    assert.equal((await read(payout)).status, 'pending');
    await pass(1);
    const done = await read(payout);
    assert.equal(done.status, 'completed');
    assert.deepEqual(
      done.status_history.map(({ status }) => status),
      ['created', 'pending', 'completed'],
    );
    assert.equal(done.look_at, null);
    const { totals } = await readBooks(server.db);
    assert.deepEqual(totals, {
      app_wallet: opening - 10_000,
      outside: 2_500 - opening,
      rail_clearing: 0,
      user_wallet: 7_500,
    });
    await assertBooks();
  });

  test('the fee is taken out of the amount when the user bears it, and paid on top by the app otherwise', async () => {
    const wallet = await addMethod(server, user, paypal);
    await give(10_000);
    const quote = (feeParty: 'user' | 'platform') =>
      quotePayout(server.deps, server.db, {
        app: server.partner,
        user,
        method: wallet,
        amount: 1_000,
        feeParty,
      });
    const { withholding, ...terms } = await quote('user');
    assert.deepEqual(terms, {
      amount: 1_000,
      fee: 25,
      fee_party: 'user',
      withheld: 0,
      net: 975,
      arrives_in: { from: 5, to: 10 },
    });
    assert.equal(withholding.mode, 'report');
    assert.equal((await quote('platform')).net, 1_000);

    await pay(1_000, { method: wallet, feeParty: 'user' });
    assert.deepEqual([await userHas(), await appHas()], [9_000, opening - 10_000]);
    await pay(1_000, { method: wallet, feeParty: 'platform' });
    assert.deepEqual([await userHas(), await appHas()], [8_000, opening - 10_025]);
    await pass(0);
    await pass(3_000);
    const { totals } = await readBooks(server.db);
    assert.deepEqual([totals['fees'], totals['outside'], totals['rail_clearing']], [50, 1_975 - opening, 0]);
    await assertBooks();
  });

  for (const feeParty of ['user', 'platform'] as const)
    for (const fund of [false, true])
      test(`a payout that fails gives the money and the fee back (fee of the ${feeParty}${fund ? ', funded' : ''})`, async () => {
        const wallet = await addMethod(server, user, { platform: 'paypal', email: 'fail@example.com' });
        if (!fund) await give(5_000);
        const payout = await pay(5_000, { method: wallet, feeParty, fund });
        assert.equal(await userHas(), 0);
        await pass(0);
        await pass(1_999);
        assert.equal((await read(payout)).status, 'pending');
        await pass(1);
        const failed = await read(payout);
        assert.equal(failed.status, 'failed');
        assert.match(failed.failure ?? '', /PayPal has no account/);
        assert.deepEqual([await userHas(), await appHas()], fund ? [0, opening] : [5_000, opening - 5_000]);
        if (fund) assert.equal((await findTransfer(server.db, payout.funding_id ?? ''))?.status, 'reversed');
        assert.equal(await paidIn(), 0);
        assert.deepEqual((await readBooks(server.db)).totals['fees'], 0);
        await assertBooks();
      });

  for (const feeParty of ['user', 'platform'] as const)
    for (const fund of [false, true])
      test(`a payout that comes back after it arrived gives everything back to whoever gave it (fee of the ${feeParty}${fund ? ', funded' : ''})`, async () => {
        const wallet = await addMethod(server, user, paypal);
        if (!fund) await give(5_014);
        const payout = await pay(5_014, { method: wallet, feeParty, fund });
        await pass(0);
        await pass(3_000);
        assert.equal((await read(payout)).status, 'completed');
        assert.equal(await userHas(), 0);
        await pass(3_000);
        assert.equal((await read(payout)).status, 'reversed');
        assert.deepEqual([await userHas(), await appHas()], fund ? [0, opening] : [5_014, opening - 5_014]);
        if (fund) assert.equal((await findTransfer(server.db, payout.funding_id ?? ''))?.status, 'reversed');
        assert.equal(await paidIn(), 0);
        const { totals } = await readBooks(server.db);
        assert.deepEqual([totals['fees'], totals['outside'], totals['rail_clearing']], [0, -opening, 0]);
        await assertBooks();
      });

  test('an amount that ends in .13 fails; one that ends in .14 arrives and is sent back later', async () => {
    await give(10_000);
    const [failing, returning] = [await pay(1_013), await pay(1_014)];
    await pass(0);
    await pass(3_000);
    assert.equal((await read(failing)).status, 'failed');
    assert.equal((await read(returning)).status, 'completed');
    assert.equal(await userHas(), 10_000 - 1_014);
    await pass(3_000);
    const returned = await read(returning);
    assert.equal(returned.status, 'reversed');
    assert.match(returned.failure ?? '', /R02/);
    assert.equal(await userHas(), 10_000);
    await assertBooks();
  });

  test('refuses what the wallet, the rail or the country do not allow, and leaves nothing behind', async () => {
    await give(5_000);
    await assert.rejects(pay(5_001), refused('transaction-insufficient-funds'));
    await assert.rejects(pay(99), refused('amount-below-minimum'));
    await assert.rejects(pay(100_000_001), refused('amount-above-maximum'));
    await assert.rejects(pay(opening, { fund: true }), refused('transaction-insufficient-funds'));
    const abroad = await updateUser(server.db, user.id, { country: 'DE' });
    await assert.rejects(pay(1_000, { user: abroad }), refused('payout-method-unavailable'));
    const disabled = await updateUser(server.db, user.id, { country: 'US', status: 'disabled' });
    await assert.rejects(pay(1_000, { user: disabled }), refused('invalid-transaction'));
    const [{ payouts } = { payouts: -1 }] = await server.db.query<{ payouts: number }>(
      `select count(*) as payouts from transfers where type = 'payout'`,
    );
    assert.equal(payouts, 0);
    assert.equal(await userHas(), 5_000);
    await assertBooks();
  });

  test('a user is not deleted while one is on its way, and the refusal names it', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await addMethod(server, user, paypal);
    const asked = { user_id: user.id, amount: 1_000, platform: 'paypal', fund: true };
    const made = await server.asPartner('POST', '/v2/payouts', asked);
    const { id } = (await made.json()) as { id: string };
    const answer = await server.asPartner('DELETE', `/v2/users/${user.id}`);
    const { error_code, detail } = (await answer.json()) as { error_code: string; detail: string };
    assert.deepEqual([answer.status, error_code], [409, 'wallet-not-empty']);
    assert.match(detail, new RegExp(`payout ${id}.*ended`));
  });

  test('the same intent is the same payout; with another amount, method or user it is a conflict', async () => {
    await give(5_000);
    const intent = randomUUID();
    const [first, again] = [await pay(2_000, { intent }), await pay(2_000, { intent })];
    assert.equal(again.id, first.id);
    assert.equal(await userHas(), 3_000);
    await assert.rejects(pay(2_001, { intent }), refused('idempotency-conflict'));
    const wallet = await addMethod(server, user, paypal);
    await assert.rejects(pay(2_000, { intent, method: wallet }), refused('idempotency-conflict'));
    const another = await addUser(server);
    await assert.rejects(pay(2_000, { intent, user: another }), refused('idempotency-conflict'));
    assert.equal(await userHas(), 3_000);
    const transfer = await give(100, { intent: 't1' });
    assert.equal((await give(100, { intent: 't1' })).id, transfer.id);
    await assert.rejects(give(101, { intent: 't1' }), refused('idempotency-conflict'));
    assert.equal(await appHas(), opening - 5_100);
  });

  test('a payee who is flagged receives, but what they withdraw waits until they are cleared', async () => {
    const flagged = await updateUser(server.db, user.id, { ofac_status: 'id_verification_required' });
    await give(5_000);
    assert.deepEqual(await walletOf(server.db, user.id), { amount: 5_000, withdrawable_amount: 0 });
    const payout = await pay(2_000, { user: flagged });
    assert.equal(payout.status, 'flagged');
    await pass(3_600_000);
    assert.equal((await read(payout)).status, 'flagged');
    // The payout is looked at now and then, and goes on waiting.
    assert.equal(await rescuePayouts(server.deps), 1);
    await pass(0);
    assert.equal(await rescuePayouts(server.deps), 0);
    assert.equal((await read(payout)).status, 'flagged');

    const release = (row: UserRow) => server.db.transaction((tx) => releaseHeldPayouts(server.deps, tx, row));
    await release(flagged);
    assert.equal((await read(payout)).status, 'flagged');
    await release(await updateUser(server.db, user.id, { ofac_status: 'unflagged' }));
    await pass(0);
    await pass(3_000);
    assert.deepEqual(
      (await read(payout)).status_history.map(({ status }) => status),
      ['created', 'flagged', 'created', 'pending', 'completed'],
    );
    assert.deepEqual(
      (await events()).map(({ event }) => event).filter((event) => event === 'transfer.flagged'),
      ['transfer.flagged'],
    );
    await assertBooks();
  });

  test('a payee who was cleared without a word is released within a minute', async () => {
    const flagged = await updateUser(server.db, user.id, { ofac_status: 'in_review' });
    const payout = await pay(2_000, { user: flagged, fund: true });
    assert.equal(payout.status, 'flagged');
    await updateUser(server.db, user.id, { ofac_status: 'unflagged' });
    server.clock.advance(60_001);
    await rescuePayouts(server.deps);
    await pass(0);
    await pass(3_000);
    assert.equal((await read(payout)).status, 'completed');
    await assertBooks();
  });

  describe('that go out by themselves', () => {
    const payoutsMade = () =>
      server.db.query<{ amount: number; status: string }>(
        `select amount, status from transfers where type = 'payout' order by created, amount`,
      );
    beforeEach(async () => void (user = await updateUser(server.db, user.id, { auto_payout_enabled: true })));

    test('carry all that is in the wallet to the default method, once', async () => {
      await give(1_000);
      await give(2_500);
      await server.db.query('insert into test_jobs (job, run_at) select job, run_at from test_jobs');
      await pass(0);
      await pass(3_000);
      assert.deepEqual(await payoutsMade(), [{ amount: 3_500, status: 'completed' }]);
      assert.equal(await userHas(), 0);
      // Money that comes back stays, or it would go round for ever.
      await give(1_013);
      await pass(0);
      await pass(2_000);
      await pass(60_000);
      assert.equal(await userHas(), 1_013);
      await assertBooks();
    });

    test('leave what the rail does not take, or the law does not let go yet, in the wallet', async () => {
      await give(99);
      await pass(0);
      assert.deepEqual([await userHas(), await payoutsMade()], [99, []]);
      await give(500_000);
      await pass(0);
      assert.deepEqual([await userHas(), await payoutsMade()], [500_099, []]);
      await assertBooks();
    });

    test('carry as much as the rail takes, and leave the rest in the wallet', async () => {
      await server.db.query('update payout_methods set is_default = false');
      await addMethod(server, user, paypal);
      await server.db.query(`update payout_methods set is_default = (platform = 'paypal')`);
      // Income that is not exempt would wait for a tax form.
      await give(railTerms.paypal.max + 500, { tax_exempt: true });
      await pass(0);
      await pass(3_000);
      assert.deepEqual(await payoutsMade(), [{ amount: railTerms.paypal.max, status: 'completed' }]);
      assert.equal(await userHas(), 500);
      await assertBooks();
    });

    test('carry what had to wait once the payee has done what was missing', async () => {
      await server.db.query('update payout_methods set is_default = false');
      await give(1_000);
      await pass(0);
      assert.equal(await userHas(), 1_000);
      const flow = (await (
        await server.asPartner('POST', '/v2/flows', { steps: ['manage-payouts'], user_id: user.id })
      ).json()) as Flow;
      const { token } = (await (
        await server.app.request(`/v2/flows/${flow.id}/sessions`, { method: 'POST' })
      ).json()) as Session;
      const does = (method: string, path: string) =>
        server.app.request(`/v2/session/${path}`, { method, headers: { authorization: `Bearer ${token}` } });
      assert.equal((await does('PUT', `payout-methods/${method.id}/default`)).status, 200);
      assert.equal((await does('POST', 'manage-payouts')).status, 200);
      await pass(0);
      await pass(3_000);
      assert.deepEqual(await payoutsMade(), [{ amount: 1_000, status: 'completed' }]);
      await assertBooks();
    });

    test('do not take what was given for a payout of its own, and need a default method', async () => {
      await pay(1_000, { fund: true });
      await pass(0);
      assert.equal((await payoutsMade()).length, 1);
      await server.db.query('update payout_methods set is_default = false');
      await give(1_000);
      await pass(0);
      assert.equal((await payoutsMade()).length, 1);
      assert.equal(await userHas(), 1_000);
    });
  });

  test('tells the partner of every change, with the whole transfer', async () => {
    await give(5_000, { metadata: { order: 'o1' } });
    const payout = await pay(1_013, { metadata: 'p1' });
    await pass(0);
    await pass(2_000);
    const told = (await events()).filter((payload) => 'transfer' in payload);
    assert.deepEqual(
      told.map(({ event, transfer, metadata }) => [event, transfer.type, transfer.status, metadata]).sort(),
      [
        ['transfer.completed', 'balance', 'completed', { order: 'o1' }],
        ['transfer.failed', 'payout', 'failed', 'p1'],
        ['transfer.updated', 'balance', 'completed', { order: 'o1' }],
        ['transfer.updated', 'payout', 'failed', 'p1'],
        ['transfer.updated', 'payout', 'pending', 'p1'],
      ].sort(),
    );
    const failed = told.find(({ event }) => event === 'transfer.failed');
    assert.equal(failed?.transfer_id, payout.id);
    assert.equal(failed?.transfer.amount, 1_013);
  });

  test('what counts for tax is what left, in the year it left, without exempt money', async () => {
    const counts = paidIn;
    await give(10_000);
    assert.equal(await counts(), 0);
    assert.equal(await counts(2026, 2_000), 2_000);
    await pay(3_000);
    assert.equal(await counts(), 3_000);
    await give(2_000, { tax_exempt: true });
    assert.equal(await counts(), 1_000);
    assert.equal(await counts(2026, 500), 1_500);
    // What waits for the payee to be cleared has left the wallet.
    const flagged = await updateUser(server.db, user.id, { ofac_status: 'in_review' });
    assert.equal((await pay(400, { user: flagged })).status, 'flagged');
    assert.equal(await counts(), 1_400);
    await updateUser(server.db, user.id, { ofac_status: 'unflagged' });
    server.clock.set('2026-12-31T23:59:59.999Z');
    await pay(700);
    server.clock.set('2027-01-01T00:00:00.000Z');
    assert.equal(await counts(2027), 0);
    await pay(4_000);
    assert.equal(await counts(2027), 4_000);
    assert.equal(await counts(2026), 2_100);
  });

  for (const [paid, then] of [
    [1_900_00, 'although nothing was reported for the year'],
    [2_000_00 - 1, 'with the last cent of the limit left'],
  ] as const)
    test(`a number that was wrong in December is wrong in January, ${then}`, async () => {
      await fileForm(server, user, {}, person);
      await server.db.query("update tax_forms set tin_status = 'mismatched'");
      server.clock.set('2026-12-20T12:00:00.000Z');
      await give(400_000);
      await pay(paid);
      await assert.rejects(pay(200_00), refused('user-info-missing'));
      server.clock.set('2027-01-02T12:00:00.000Z');
      await assert.rejects(pay(200_00), refused('user-info-missing'));
      await server.db.query("update tax_forms set tin_status = 'matched'");
      assert.equal((await pay(200_00)).status, 'created');
    });

  test('who was reported for last year is asked before the first payment of this one', async () => {
    server.clock.set('2026-12-20T12:00:00.000Z');
    await give(400_000);
    await pay(1_000_00);
    // Two thousand dollars are the limit of 2026, with what was paid elsewhere.
    const adjustments_1099 = [{ form: '1099-NEC', year: 2026, amount: 1_000_00 } as const];
    const reported = await updateUser(server.db, user.id, { adjustments_1099 });
    server.clock.set('2027-01-02T12:00:00.000Z');
    assert.equal((await pay(100)).status, 'created', 'half of it is not');
    await assert.rejects(pay(100, { user: reported }), refused('user-info-missing'));
  });

  describe('with a rail that fails to answer', () => {
    /** Pays each transfer once, as a real rail with idempotency keys does, and loses answers as told. */
    function unreliableRail() {
      const paid = new Map<string, number>();
      const state = { lost: 0 };
      const sandbox = createSandboxProviders({ clock: { now: () => server.clock.now() } }).payouts;
      const answer = (call: PayoutProvider['send']) => async (order: PayoutOrder) => {
        if (!paid.has(order.transferId)) paid.set(order.transferId, order.net);
        if (state.lost-- > 0) throw new Error('The line was cut.');
        return call(order);
      };
      const payouts: PayoutProvider = {
        send: answer((order) => sandbox.send(order)),
        look: answer((order) => sandbox.look(order, '')),
      };
      return { paid, state, payouts };
    }

    test('it asks again, waiting longer each time, and pays once', async () => {
      const rail = unreliableRail();
      await begin();
      await begin({ deps: { providers: { ...server.deps.providers, payouts: rail.payouts } } });
      await give(5_000);
      rail.state.lost = 3;
      const payout = await pay(1_000);
      for (const wait of [0, 5_000, 10_000]) {
        await pass(wait);
        assert.equal((await read(payout)).status, 'pending');
        assert.equal((await read(payout)).external_id, null);
      }
      await pass(20_000);
      assert.equal((await read(payout)).status, 'completed');
      assert.deepEqual([...rail.paid], [[payout.id, 1_000]]);
      await assertBooks();
    });

    test('a payout whose job was lost is found and ends; jobs too many do no harm', async () => {
      await give(5_000);
      const payout = await pay(1_000);
      await server.db.query('delete from test_jobs');
      assert.equal(await rescuePayouts(server.deps), 0);
      server.clock.advance(10_001);
      assert.equal(await rescuePayouts(server.deps), 1);
      await server.runDueJobs();
      await server.db.query('delete from test_jobs');
      server.clock.advance(20_000);
      assert.equal(await rescuePayouts(server.deps), 1);
      for (let extra = 0; extra < 5; extra++)
        await server.deps.jobs.enqueue(server.db, { kind: 'advance-payout', transferId: payout.id });
      await server.runDueJobs();
      assert.equal((await read(payout)).status, 'completed');
      assert.equal((await events()).filter(({ event }) => event === 'transfer.completed').length, 2);
      server.clock.advance(60_000);
      assert.equal(await rescuePayouts(server.deps), 0);
      await assertBooks();
    });
  });

  test('what is booked cannot be changed, unbalanced, overdrawn or moved to another app, not even with SQL', async () => {
    await give(5_000);
    const other = await server.addApp('pk_other', 'sk_other');
    const refusals: readonly (readonly [string, RegExp])[] = [
      ['update ledger_entries set amount = 1', /stays as it is/],
      ['delete from ledger_entries', /stays as it is/],
      ['delete from ledger_movements', /stays as it is/],
      ['update ledger_accounts set balance = 1 where balance is not null', /stays as it is/],
      [
        `insert into ledger_entries (app_id, movement_id, account_id, amount)
         select m.app_id, m.id, a.id, 1 from ledger_movements m join ledger_accounts a on a.app_id = m.app_id limit 1`,
        /does not balance/,
      ],
      [
        `insert into ledger_entries (app_id, movement_id, account_id, amount)
         select m.app_id, m.id, a.id, -5001 from ledger_movements m join ledger_accounts a on a.app_id = m.app_id
         where a.kind = 'user_wallet' limit 1`,
        /ledger_wallet_not_negative/,
      ],
      [
        `insert into ledger_entries (app_id, movement_id, account_id, amount)
         select m.app_id, m.id, a.id, 1 from ledger_movements m join ledger_accounts a on a.app_id <> m.app_id limit 1`,
        /foreign key/,
      ],
      [
        `insert into ledger_movements (id, app_id, created, kind) values ('${randomUUID()}', '${other.id}', now(), 'opening')`,
        /opening/,
      ],
    ];
    for (const [sql, why] of refusals) await assert.rejects(server.db.query(sql), why, sql);
    await assertBooks();
  });
});
