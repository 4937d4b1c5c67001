/**
 * Two transactions that touch the same wallets at the same moment. Only PostgreSQL has such moments. On the
 * embedded database transactions queue, and these tests would wait for ever for the second one to begin.
 * Nothing here waits for a time: it waits until the others wait.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Queryable } from '../../../src/server/ports/database.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { findTransfer, lockTransfer } from '../../../src/server/db/transfers.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { advancePayout } from '../../../src/server/ledger/advance-payout.ts';
import { autoPayout } from '../../../src/server/ledger/auto-payout.ts';
import { createPayout } from '../../../src/server/ledger/payouts.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { database } from '../db/databases.ts';
import { meanwhile } from '../db/meanwhile.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser, bank, paypal, readBooks } from './support.ts';

/** An error that is no problem of ours fails the test. */
function codeOf(error: unknown): string {
  if (!(error instanceof ProblemError)) throw error;
  return error.code;
}

if (database.name === 'PostgreSQL')
  describe('at the same moment', () => {
    let server: TestServer;
    let user: UserRow;
    let method: PayoutMethodRow;

    beforeEach(async () => {
      // Ids grow, so that the app's wallet, which is older, is locked first.
      let made = 0;
      const newId = () => `00000000-0000-4000-8000-${String(made++).padStart(12, '0')}`;
      server = await createTestServer({ deps: { newId } });
      user = await addUser(server);
      method = await addMethod(server, user, paypal);
    });

    const give = (cents: number) =>
      server.db.transaction((tx) =>
        createTransfer(server.deps, tx, { app: server.partner, user, amount: -cents }),
      );
    const pay = (amount: number, fund = false) =>
      server.db.transaction((tx) =>
        createPayout(server.deps, tx, { app: server.partner, user, method, amount, feeParty: 'user', fund }),
      );
    const lockAccounts = (tx: Queryable, kind: 'app_wallet' | 'user_wallet') =>
      tx.query('select id from ledger_accounts where kind = $1 for no key update', [kind]);

    /** Locks as a transfer does: first the app's wallet, then, with `work` under way, the user's. */
    async function whileTransferring(work: () => Promise<unknown>): Promise<void> {
      await meanwhile(
        server.db,
        (tx) => lockAccounts(tx, 'app_wallet'),
        [work],
        (tx) => lockAccounts(tx, 'user_wallet'),
      );
      const { totals: _, ...books } = await readBooks(server.db);
      assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
    }

    test('a transfer and an automatic payout of one user do not wait for each other', async () => {
      user = await updateUser(server.db, user.id, { auto_payout_enabled: true });
      const { id } = await give(5_000);
      await whileTransferring(() => autoPayout(server.deps, user.id, id));
      assert.equal(await walletBalance(server.db, { userId: user.id }), 0);
    });

    test('nor do a transfer and a payout that fails', async () => {
      method = await addMethod(server, user, { platform: 'paypal', email: 'fail@example.com' });
      const payout = await pay(5_000, true);
      await server.runDueJobs();
      server.clock.advance(2_000);
      await whileTransferring(() => server.runDueJobs());
      assert.equal((await findTransfer(server.db, payout.id))?.status, 'failed');
      assert.equal((await findTransfer(server.db, payout.funding_id ?? ''))?.status, 'reversed');
    });

    /** Two runs of the job of one payout, which both have seen it before either has locked it. */
    async function twoRuns(id: string): Promise<void> {
      const run = () => advancePayout(server.deps, id);
      await meanwhile(server.db, (tx) => lockTransfer(tx, id), [run, run]);
    }
    const historyOf = async (id: string) =>
      (await findTransfer(server.db, id))?.status_history.map(({ status }) => status);

    test('of two jobs of one payout one begins it, and then one ends it', async () => {
      const { id } = await pay(5_000, true);
      await twoRuns(id);
      assert.deepEqual(await historyOf(id), ['created', 'pending']);
      server.clock.advance(60_000);
      await twoRuns(id);
      assert.deepEqual(await historyOf(id), ['created', 'pending', 'completed']);
      const { totals: _, ...books } = await readBooks(server.db);
      assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
    });

    test('two payouts do not pass together where the law wants a tax form of the second', async () => {
      method = await addMethod(server, user, bank);
      await give(300_000);
      const half = () =>
        pay(150_000).then(
          ({ status }) => said.push(status),
          (error: unknown) => said.push(codeOf(error)),
        );
      const said: string[] = [];
      await meanwhile(server.db, (tx) => lockAccounts(tx, 'user_wallet'), [half, half]);
      assert.deepEqual(said.sort(), ['created', 'user-info-missing']);
      assert.equal(await walletBalance(server.db, { userId: user.id }), 150_000);
    });
  });
