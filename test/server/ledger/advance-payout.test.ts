/** What the job makes of a rail's words, and of what happened to the payee in between. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { findTransfer } from '../../../src/server/db/transfers.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { advancePayout } from '../../../src/server/ledger/advance-payout.ts';
import { createPayout } from '../../../src/server/ledger/payouts.ts';
import { releaseHeldPayouts } from '../../../src/server/ledger/release.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import type { Database } from '../../../src/server/ports/database.ts';
import type { PayoutReport } from '../../../src/server/ports/payouts.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser } from './support.ts';

const externalId = 'rail-1';

describe('advancing a payout', () => {
  let server: TestServer;
  let user: UserRow;
  let method: PayoutMethodRow;
  /** The rail's answers, one after the other. It is an error to ask the rail more often. */
  let says: (PayoutReport | (() => Promise<PayoutReport>))[];

  beforeEach(async () => {
    says = [];
    const answer = (): Promise<PayoutReport> => {
      const next = says.shift();
      if (!next) return Promise.reject(new Error('The rail was asked too often.'));
      return typeof next === 'function' ? next() : Promise.resolve(next);
    };
    const plain = await createTestServer();
    server = await createTestServer({
      deps: { providers: { ...plain.deps.providers, payouts: { send: answer, look: answer } } },
    });
    user = await addUser(server);
    method = await addMethod(server, user);
  });

  const pay = () =>
    server.db.transaction((tx) =>
      createPayout(server.deps, tx, {
        app: server.partner,
        user,
        method,
        amount: 2_000,
        feeParty: 'platform',
        fund: true,
      }),
    );
  const read = async ({ id }: TransferRow) => (await findTransfer(server.db, id)) as TransferRow;
  const pass = async (ms: number) => {
    server.clock.advance(ms);
    await server.runDueJobs();
  };

  for (const last of [
    { status: 'completed', externalId },
    { status: 'failed', externalId, reason: 'Not any more.' },
  ] as const)
    test(`one that may come back is asked after no more once the rail has said ${last.status}`, async () => {
      says = [{ status: 'completed', externalId, askAgainInMs: 5_000 }, last];
      const payout = await pay();
      await pass(0);
      assert.equal((await read(payout)).status, 'completed');
      await pass(5_000);
      assert.equal(says.length, 0);
      const { status, look_at } = await read(payout);
      assert.deepEqual([status, look_at], ['completed', null]);
      server.clock.advance(3_600_000);
      assert.equal(await rescuePayouts(server.deps), 0);
      const errors = server.logLines.filter(
        ({ transferId, level }) => transferId === payout.id && level === 50,
      );
      assert.equal(errors.length, last.status === 'failed' ? 1 : 0);
    });

  test('one that comes back before it was said to have arrived gives the app its money back', async () => {
    const had = await walletBalance(server.db, { appId: server.partner.id });
    says = [{ status: 'returned', externalId, reason: 'No such account.' }];
    const payout = await pay();
    await pass(0);
    const { status, funding_id } = await read(payout);
    assert.equal(status, 'reversed');
    assert.equal((await findTransfer(server.db, funding_id ?? ''))?.status, 'reversed');
    assert.equal(await walletBalance(server.db, { appId: server.partner.id }), had);
    assert.equal(await walletBalance(server.db, { userId: user.id }), 0);
  });

  describe('when another run of the same job is faster', () => {
    const faster = ({ id }: TransferRow) => advancePayout(server.deps, id);
    const history = async (payout: TransferRow) =>
      (await read(payout)).status_history.map(({ status }) => status);

    test('it is not begun a second time', async () => {
      says = [{ status: 'completed', externalId }];
      const payout = await pay();
      // This run has seen that the payout is new. Before it takes the row, the other run has done it all.
      let isFirst = true;
      const db: Database = {
        ...server.db,
        async transaction(work) {
          if (isFirst) {
            isFirst = false;
            await faster(payout);
          }
          return server.db.transaction(work);
        },
      };
      await advancePayout({ ...server.deps, db }, payout.id);
      assert.equal(isFirst, false);
      assert.deepEqual(await history(payout), ['created', 'pending', 'completed']);
    });

    test('what the slower run learns of a payout that has ended changes nothing', async () => {
      const payout = await pay();
      const done: PayoutReport = { status: 'completed', externalId };
      says = [() => faster(payout).then(() => done), done];
      await advancePayout(server.deps, payout.id);
      assert.deepEqual(await history(payout), ['created', 'pending', 'completed']);
      assert.equal((await read(payout)).look_at, null);
    });

    test('a slower run that does not reach the rail has nobody ask again', async () => {
      const payout = await pay();
      says = [
        () => faster(payout).then(() => Promise.reject(new Error('The line was cut.'))),
        { status: 'completed', externalId },
      ];
      await server.db.query('delete from test_jobs');
      await advancePayout(server.deps, payout.id);
      assert.equal((await read(payout)).look_at, null);
      server.clock.advance(3_600_000);
      assert.equal(await rescuePayouts(server.deps), 0);
      assert.equal(await server.runDueJobs(), 0);
    });
  });

  test('a payee who was flagged after the payout was made is not paid until they are cleared', async () => {
    const payout = await pay();
    await updateUser(server.db, user.id, { ofac_status: 'in_review' });
    await pass(0);
    assert.equal((await read(payout)).status, 'flagged');
    const told = await server.db.query(`select id from webhook_messages where event = 'transfer.flagged'`);
    assert.equal(told.length, 1);
    // The payout is looked at every minute, and still waits.
    server.clock.advance(60_001);
    assert.equal(await rescuePayouts(server.deps), 1);
    await pass(0);
    assert.equal((await read(payout)).status, 'flagged');

    says = [{ status: 'completed', externalId }];
    const cleared = await updateUser(server.db, user.id, { ofac_status: 'unflagged' });
    await server.db.transaction((tx) => releaseHeldPayouts(server.deps, tx, cleared));
    await pass(0);
    assert.deepEqual(
      (await read(payout)).status_history.map(({ status }) => status),
      ['created', 'flagged', 'created', 'pending', 'completed'],
    );
  });
});
