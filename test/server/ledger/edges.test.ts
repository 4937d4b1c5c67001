/** What is written down beside the money: when to look again, what is counted and told, and to whom. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, test } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { onChanged } from '../../../src/server/db/signals.ts';
import { moneyUnderWay } from '../../../src/server/db/money-under-way.ts';
import { lastPayoutOfFlow } from '../../../src/server/db/payouts.ts';
import { findTransfer } from '../../../src/server/db/transfers.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { advancePayout } from '../../../src/server/ledger/advance-payout.ts';
import { autoPayout } from '../../../src/server/ledger/auto-payout.ts';
import { isHeld } from '../../../src/server/ledger/held.ts';
import { openAppWallet } from '../../../src/server/ledger/opening.ts';
import { createPayout } from '../../../src/server/ledger/payouts.ts';
import { releaseHeldPayouts } from '../../../src/server/ledger/release.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { walletWith } from '../../../src/server/ledger/wallets.ts';
import type { Database, Queryable } from '../../../src/server/ports/database.ts';
import type { Meters } from '../../../src/server/ports/meters.ts';
import type { PayoutReport } from '../../../src/server/ports/payouts.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser } from './support.ts';

const externalId = 'rail-1';
const completed: PayoutReport = { status: 'completed', externalId };
const failed: PayoutReport = { status: 'failed', externalId, reason: 'R03 No such account.' };

describe('beside the money', () => {
  let server: TestServer;
  let user: UserRow;
  let method: PayoutMethodRow;
  /** The rail's answers, one after the other; none: it cannot be reached. */
  let says: (PayoutReport | (() => Promise<PayoutReport>))[];
  /** Which statuses of payouts were counted. */
  let counted: string[];

  beforeEach(async () => {
    [says, counted] = [[], []];
    const answer = async (): Promise<PayoutReport> => {
      const next = says.shift() ?? Promise.reject(new Error('The line was cut.'));
      return typeof next === 'function' ? next() : next;
    };
    const meters: Meters = {
      add: (what, labels) => {
        if (what === 'payouts' && 'status' in labels) counted.push(String(labels.status));
      },
      observe: () => undefined,
      onLook: () => undefined,
    };
    const { deps } = await createTestServer();
    const providers = { ...deps.providers, payouts: { send: answer, look: answer } };
    server = await createTestServer({ deps: { providers, meters } });
    user = await addUser(server);
    method = await addMethod(server, user);
  });

  const give = (cents: number, more: Partial<Parameters<typeof createTransfer>[2]> = {}) =>
    server.db.transaction((tx) =>
      createTransfer(server.deps, tx, { app: server.partner, user, amount: -cents, ...more }),
    );
  const payIn = (tx: Queryable, more: Partial<Parameters<typeof createPayout>[2]> = {}) =>
    createPayout(server.deps, tx, {
      app: server.partner,
      user,
      method,
      amount: 2_000,
      feeParty: 'platform',
      fund: true,
      ...more,
    });
  const pay = (more: Partial<Parameters<typeof createPayout>[2]> = {}) =>
    server.db.transaction((tx) => payIn(tx, more));
  const read = async ({ id }: TransferRow) => (await findTransfer(server.db, id)) as TransferRow;
  const advance = ({ id }: TransferRow) => advancePayout(server.deps, id);
  const jobs = async () =>
    (await server.db.query<{ job: { kind: string } }>('select job from test_jobs')).map(
      ({ job }) => job.kind,
    );
  const forgetJobs = () => server.db.query('delete from test_jobs');
  /** Seconds until somebody looks at the transfer again; null: never. */
  const looksIn = async (row: TransferRow) => {
    const { look_at } = await read(row);
    return look_at && (look_at.getTime() - server.clock.now().getTime()) / 1000;
  };
  const refused =
    (code: string, detail = /./) =>
    (error: unknown) =>
      error instanceof ProblemError && error.code === code && detail.test(error.extra.detail ?? '.');
  const said = (text: RegExp) => server.logLines.filter(({ msg }) => text.test(String(msg)));

  describe('a payout is looked at', () => {
    test('ten seconds later when it is new, and a minute later when its payee is held', async () => {
      assert.equal(await looksIn(await pay()), 10);
      const held = await updateUser(server.db, user.id, { ofac_status: 'in_review' });
      const waiting = await pay({ user: held });
      assert.equal(await looksIn(waiting), 60);
      server.clock.advance(30_000);
      await advance(waiting);
      assert.equal(await looksIn(waiting), 60);
      const cleared = await updateUser(server.db, user.id, { ofac_status: 'unflagged' });
      await server.db.transaction((tx) => releaseHeldPayouts(server.deps, tx, cleared));
      assert.equal((await read(waiting)).status, 'flagged', 'a job frees it');
      await server.runDueJobs();
      assert.deepEqual([(await read(waiting)).status, await looksIn(waiting)], ['pending', 15]);
    });

    test('a minute later when its payee was flagged meanwhile', async () => {
      const payout = await pay();
      await updateUser(server.db, user.id, { ofac_status: 'in_review' });
      await advance(payout);
      assert.deepEqual([(await read(payout)).status, await looksIn(payout)], ['flagged', 60]);
    });

    test('ten seconds after the rail is to be asked again, while it has not decided and once it has', async () => {
      const payout = await pay();
      await forgetJobs();
      says = [
        { status: 'pending', externalId, askAgainInMs: 4_000 },
        { ...completed, askAgainInMs: 5_000 },
        { ...completed, askAgainInMs: 6_000 },
      ];
      for (const [status, seconds] of [
        ['pending', 14],
        ['completed', 15],
        ['completed', 16],
      ] as const) {
        await advance(payout);
        assert.deepEqual([(await read(payout)).status, await looksIn(payout)], [status, seconds]);
      }
      assert.equal((await jobs()).length, 3);
    });

    test('never again once it has ended, and the rail is not asked any more', async () => {
      says = [completed];
      const payout = await pay();
      await advance(payout);
      await advance(payout);
      assert.equal(await looksIn(payout), null);
      assert.deepEqual(said(/did not answer/), []);
    });

    test('once by each rescue, whose own look comes after ten seconds', async () => {
      const payout = await pay();
      server.clock.advance(10_001);
      assert.deepEqual([await rescuePayouts(server.deps), await rescuePayouts(server.deps)], [1, 0]);
      assert.equal(await looksIn(payout), 10);
    });
  });

  describe('while the rail cannot be reached', () => {
    test('the wait doubles from five seconds to an hour, and begins anew after an answer', async () => {
      const payout = await pay();
      await server.db.query('update transfers set tries = 8 where id = $1', [payout.id]);
      says = [{ status: 'pending', externalId, askAgainInMs: 1_000 }];
      await advance(payout);
      assert.equal((await read(payout)).tries, 0);
      const waits = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        await advance(payout);
        waits.push(Number(await looksIn(payout)) - 10);
      }
      assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600]);
      await server.db.query('update transfers set tries = 5000 where id = $1', [payout.id]);
      await advance(payout);
      assert.equal(await looksIn(payout), 3610);
      assert.equal(said(/did not answer/).length, 13);
    });

    test('a slower run leaves to others what may still come back', async () => {
      const payout = await pay();
      says = [
        () => advance(payout).then(() => Promise.reject(new Error('The line was cut.'))),
        { ...completed, askAgainInMs: 5_000 },
      ];
      await forgetJobs();
      await advance(payout);
      assert.deepEqual([(await read(payout)).tries, await jobs()], [0, ['advance-payout']]);
    });

    test('a slower run that was told to wait does not wait for what has failed', async () => {
      const payout = await pay();
      const pending: PayoutReport = { status: 'pending', externalId, askAgainInMs: 5_000 };
      says = [() => advance(payout).then(() => pending), failed];
      await forgetJobs();
      await advance(payout);
      assert.deepEqual([(await read(payout)).look_at, await jobs()], [null, []]);
    });
  });

  test('a payout that nobody knows is not advanced, and neither is a transfer', async () => {
    await advancePayout(server.deps, randomUUID());
    const given = await give(100);
    await advance(given);
    assert.equal((await read(given)).updated.getTime(), given.updated.getTime());
    assert.deepEqual(server.logLines, []);
  });

  test('each status of a payout is counted once it is committed, and transfers are not counted', async () => {
    await assert.rejects(pay({ amount: 200_000_000 }));
    says = [completed, failed];
    const payout = await pay();
    await advance(payout);
    assert.deepEqual(counted, ['created', 'pending', 'completed']);
    const held = await updateUser(server.db, user.id, { ofac_status: 'in_review' });
    const waiting = await pay({ user: held });
    const cleared = await updateUser(server.db, user.id, { ofac_status: 'unflagged' });
    await server.db.transaction((tx) => releaseHeldPayouts(server.deps, tx, cleared));
    await advance(waiting);
    assert.deepEqual(counted.slice(3), ['flagged', 'created', 'pending', 'failed']);
  });

  test('what failed says why, in the rail’s words and as one of our reasons', async () => {
    says = [failed];
    const payout = await pay();
    await advance(payout);
    const { failure, failure_code, external_id } = await read(payout);
    assert.deepEqual(
      [failure, failure_code, external_id],
      ['R03 No such account.', 'account-not-found', 'rail-1'],
    );
  });

  test('whoever looks at the wallet hears of what changed in it, and nobody else', async (t) => {
    const heard: string[] = [];
    const other = await addUser(server);
    for (const id of [user.id, other.id, 'undefined']) t.after(onChanged(id, () => void heard.push(id)));
    await give(100);
    assert.deepEqual(heard, [user.id]);
  });

  describe('a payout of a flow', () => {
    let flow: Flow;
    beforeEach(async () => {
      const made = await server.asPartner('POST', '/v2/flows', {
        steps: ['manage-payouts'],
        user_id: user.id,
      });
      assert.equal(made.status, 200);
      flow = (await made.json()) as Flow;
      await forgetJobs();
    });
    const changedAt = async () =>
      (await server.db.query<{ updated: Date }>('select updated from flows'))[0]?.updated.getTime();

    test('changes the flow, and tells the payee of its end unless it arrived', async (t) => {
      let heard = 0;
      t.after(onChanged(flow.id, () => void (heard += 1)));
      for (const [report, told] of [
        [completed, []],
        [failed, ['send-notification']],
        [{ ...failed, status: 'returned' }, ['send-notification']],
      ] as const) {
        server.clock.advance(1_000);
        says = [report];
        const payout = await pay({ flowId: flow.id });
        assert.equal(await lastPayoutOfFlow(server.db, flow.id), payout.id);
        await forgetJobs();
        heard = 0;
        await advance(payout);
        assert.equal(await changedAt(), server.clock.now().getTime());
        assert.ok(heard >= 2);
        assert.deepEqual(await jobs(), told, report.status);
      }
    });

    test('has one of no other flow, and none before it is made', async () => {
      await pay();
      assert.equal(await lastPayoutOfFlow(server.db, flow.id), null);
    });
  });

  test('a payout is under way until it has ended, for its own payee', async () => {
    const other = await addUser(server);
    const underWay = async () => [
      (await moneyUnderWay(server.db, user.id)) !== null,
      (await moneyUnderWay(server.db, other.id)) !== null,
    ];
    await give(100);
    assert.deepEqual(await underWay(), [false, false]);
    const payout = await pay();
    assert.deepEqual(await underWay(), [true, false]);
    says = [completed];
    await advance(payout);
    assert.deepEqual(await underWay(), [false, false]);
  });

  describe('a transfer', () => {
    test('and a payout count for tax unless somebody says otherwise, and cost no fee of their own', async () => {
      const [given, payout] = [await give(100), await pay()];
      assert.deepEqual([given.tax_exempt, payout.tax_exempt, given.fee], [false, false, 0]);
      const exempt = await pay({ tax_exempt: true, metadata: { order: 'o1' } });
      const funding = await findTransfer(server.db, exempt.funding_id ?? '');
      assert.deepEqual(
        [exempt.tax_exempt, funding?.tax_exempt, funding?.metadata],
        [true, true, { order: 'o1' }],
      );
    });

    test('takes nothing from a payee without a confirmed phone, not even a cent', async () => {
      await give(100);
      const unconfirmed = { ...user, phone_verified: false };
      await assert.rejects(give(-1, { user: unconfirmed }), refused('invalid-transaction', /phone number/));
      await give(100, { user: unconfirmed });
      await give(-1);
      assert.equal(await walletBalance(server.db, { userId: user.id }), 199);
    });

    test('says whose wallet holds too little', async () => {
      await assert.rejects(give(-1), refused('transaction-insufficient-funds', /^The user’s wallet/));
      await assert.rejects(give(200_000_000), refused('transaction-insufficient-funds', /^The app’s wallet/));
    });

    test('is not the same with the same intent for another payee', async () => {
      await give(100, { intent: 'i1' });
      const other = await addUser(server);
      await assert.rejects(give(100, { intent: 'i1', user: other }), refused('idempotency-conflict'));
    });

    test('gives nothing to a payee who was deleted', async () => {
      await server.db.query('update users set deleted = $2 where id = $1', [user.id, server.clock.now()]);
      await assert.rejects(give(100), refused('no-such-resource'));
    });

    test('leads to an automatic payout when money came, and when the payee wants one', async () => {
      await give(50);
      assert.deepEqual(await jobs(), []);
      const wanting = await updateUser(server.db, user.id, { auto_payout_enabled: true });
      await give(-1, { user: wanting });
      assert.deepEqual(await jobs(), []);
      await give(1, { user: wanting });
      assert.deepEqual(await jobs(), ['auto-payout']);
    });
  });

  describe('an automatic payout', () => {
    const balance = () => walletBalance(server.db, { userId: user.id });

    test('is made for nobody who is unknown, deleted, or does not want it', async () => {
      await give(5_000);
      await autoPayout(server.deps, randomUUID(), 'c');
      await autoPayout(server.deps, user.id, 'c');
      await updateUser(server.db, user.id, { auto_payout_enabled: true });
      await server.db.query('update users set deleted = $2 where id = $1', [user.id, server.clock.now()]);
      await autoPayout(server.deps, user.id, 'c');
      assert.equal(await balance(), 5_000);
      await server.db.query('update users set deleted = null where id = $1', [user.id]);
      await autoPayout(server.deps, user.id, 'c');
      assert.equal(await balance(), 0);
    });

    test('says in the log why none was made, and does nothing where there is no method or no money', async () => {
      await updateUser(server.db, user.id, { auto_payout_enabled: true });
      await autoPayout(server.deps, user.id, 'c');
      assert.deepEqual(said(/automatic/), []);
      await give(99);
      await autoPayout(server.deps, user.id, 'c');
      assert.deepEqual(
        said(/no automatic payout/).map(({ code }) => code),
        ['amount-below-minimum'],
      );
      await server.db.query('update payout_methods set is_default = false');
      await autoPayout(server.deps, user.id, 'c');
      assert.equal(said(/automatic/).length, 1);
    });

    test('is tried again by its job when the database or another payout was in the way', async () => {
      await updateUser(server.db, user.id, { auto_payout_enabled: true });
      for (const error of [new Error('gone'), new ProblemError('resource-busy')]) {
        const db: Database = { ...server.db, transaction: () => Promise.reject(error) };
        await assert.rejects(autoPayout({ ...server.deps, db }, user.id, 'c'), error);
      }
    });
  });

  test('a payout whose intent somebody else has just used is to be asked for again', async () => {
    await give(5_000);
    const busy = server.db.transaction((tx) => {
      const late: Queryable = {
        query: (sql, values) =>
          sql.startsWith('insert into transfers') ? Promise.resolve([]) : tx.query(sql, values),
      };
      return payIn(late, { fund: false, intent: 'i1' });
    });
    await assert.rejects(
      busy,
      (error) =>
        error instanceof ProblemError && error.code === 'resource-busy' && error.extra.retryAfter === 1,
    );
  });

  test('an app’s wallet is opened once, each app its own', async () => {
    const has = () => walletBalance(server.db, { appId: server.partner.id });
    const before = await has();
    await server.db.transaction((tx) => openAppWallet(server.deps, tx, server.partner));
    assert.equal(await has(), before);
    const other = await server.addApp('pk_other', 'sk_other');
    assert.equal(await walletBalance(server.db, { appId: other.id }), before);
    assert.equal(await walletBalance(server.db, { appId: randomUUID() }), 0);
  });
});

describe('what may be withdrawn', () => {
  const free = { disabled: null, ofac_status: 'unflagged', status: 'verified' } as UserRow;

  test('is all of it, and nothing while the payee is held or disabled, or is not known', () => {
    const may = (change: Partial<UserRow>) => walletWith({ ...free, ...change }, 500).withdrawable_amount;
    assert.equal(may({}), 500);
    const holds: Partial<UserRow>[] = [
      { ofac_status: 'in_review' },
      { status: 'in_review' },
      { status: 'disabled' },
    ];
    for (const change of holds) assert.equal(may(change), 0);
    assert.deepEqual(walletWith(null, 500), { amount: 500, withdrawable_amount: 0 });
  });

  test('a payee is held for any one reason', () => {
    assert.equal(isHeld(free), false);
    assert.equal(isHeld({ ...free, status: 'disabled' }), false);
    for (const change of [{ ofac_status: 'in_review' }, { status: 'in_review' }, { disabled: {} }])
      assert.equal(isHeld({ ...free, ...change } as UserRow), true);
  });
});
