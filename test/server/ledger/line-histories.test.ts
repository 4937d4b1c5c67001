/**
 * The lines of a transfer, as partners read them, are the books: whatever becomes of it, what came in less
 * what went out is what each account got.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { changeStatus, findTransfer } from '../../../src/server/db/transfers.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import { createPayout } from '../../../src/server/ledger/payouts.ts';
import { settle } from '../../../src/server/ledger/settle.ts';
import { transferObjects } from '../../../src/server/ledger/transfer-object.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import type { PayoutReport } from '../../../src/server/ports/payouts.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser, bank, paypal } from './support.ts';

const externalId = 'external';
const failed: PayoutReport = { status: 'failed', externalId, reason: 'closed', code: 'account-closed' };
const returned: PayoutReport = { ...failed, status: 'returned' };
const completed: PayoutReport = { status: 'completed', externalId };

/** What the rail says of a payout, in order: every way in which one can end, or not. */
const ends = {
  waiting: [],
  completed: [completed],
  failed: [failed],
  'came back on the way': [returned],
  'came back after it arrived': [completed, returned],
} as const satisfies Record<string, readonly PayoutReport[]>;

/** Together below the sum from which the law wants a tax form. */
const payout = fc.record({
  amount: fc.integer({ min: 500, max: 15_000 }),
  feeParty: fc.constantFrom('user' as const, 'platform' as const),
  fund: fc.boolean(),
  method: fc.nat({ max: 1 }),
  end: fc.constantFrom(...(Object.keys(ends) as (keyof typeof ends)[])),
  /** The payee is flagged meanwhile. */
  held: fc.boolean(),
});
const balance = fc.integer({ min: -50_000, max: 50_000 }).filter((amount) => amount !== 0);
type Payout = typeof payout extends fc.Arbitrary<infer P> ? P : never;

describe('the lines of a transfer', () => {
  test('add up to what the accounts got, however it ends', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(payout, payout, balance), { minLength: 1, maxLength: 12 }),
        async (history) => assertLines(await play(history)),
      ),
      { numRuns: 25, endOnFailure: true },
    );
  });

  for (const [end, reports] of Object.entries(ends))
    for (const feeParty of ['user', 'platform'] as const)
      test(`of a payout whose fee the ${feeParty} bears: ${end}`, async () => {
        const one = { amount: 100_000, feeParty, fund: false, method: 1, held: false } as const;
        const { server, transfers } = await play([{ ...one, end: end as keyof typeof ends }]);
        await assertLines({ server, transfers });
        const { transactions, status } = transfers.find(({ type }) => type === 'payout') as Transfer;
        const sums = sumsOf(transactions);
        const cameBack = status === 'failed' || status === 'reversed';
        assert.equal(cameBack ? Object.keys(sums).length : reports.length, cameBack ? 0 : reports.length);
        for (const line of transactions) assert.notEqual(line.source_name, line.destination_name);
      });

  async function play(history: readonly (Payout | number)[]) {
    const server = await createTestServer();
    const user = await addUser(server);
    const methods = [await addMethod(server, user, bank), await addMethod(server, user, paypal)];
    const move = (amount: number) =>
      server.db.transaction((tx) =>
        createTransfer(server.deps, tx, { app: server.partner, user, amount, tax_exempt: true }),
      );
    await move(-1_000_000);
    /** How many payouts to a method came back in a row. The third one pauses it. */
    const back = [0, 0];
    for (const next of history) {
      if (typeof next === 'number') {
        await move(next);
        continue;
      }
      const { amount, feeParty, fund, end, held } = next;
      // One after the other, as which comes first decides whether a method is paused.
      server.clock.advance(1_000);
      const method = methods[next.method];
      if (!method) throw new Error('There are two methods.');
      const row = await server.db.transaction((tx) =>
        createPayout(server.deps, tx, {
          app: server.partner,
          user: held ? { ...user, ofac_status: 'in_review' } : user,
          method,
          amount,
          feeParty,
          fund,
          tax_exempt: true,
          intent: randomUUID(),
        }),
      );
      if (held) continue;
      const cameBack = (back[next.method] ?? 0) < 2 && /failed|came back/.test(end);
      back[next.method] = cameBack ? (back[next.method] ?? 0) + 1 : 0;
      await report(server, row, cameBack || end === 'waiting' ? ends[end] : ends.completed);
    }
    const rows = await server.db.query<TransferRow>('select * from transfers');
    return { server, transfers: await transferObjects(server.db, rows) };
  }

  async function report(server: TestServer, { id }: TransferRow, reports: readonly PayoutReport[]) {
    if (reports.length === 0) return;
    await changeStatus(server.db, id, 'pending', server.clock.now(), { look_at: null });
    for (const said of reports)
      await server.db.transaction(async (tx) => {
        const row = await findTransfer(tx, id);
        if (row) await settle(server.deps, tx, row, said, null);
      });
  }
});

/** Holds the lines against the books, for each transfer and each account; and all of them, the wallets. */
async function assertLines({ server, transfers }: { server: TestServer; transfers: readonly Transfer[] }) {
  const ids = new Set<number>();
  for (const { id, transactions } of transfers) {
    assert.deepEqual(sumsOf(transactions), await bookedFor(server, id), JSON.stringify(transactions));
    for (const line of transactions) {
      assert.ok(line.amount > 0);
      assert.ok(!ids.has(line.id), 'two lines have one id');
      ids.add(line.id);
      assert.equal(line.type === 'fee', [line.source_name, line.destination_name].includes('Fees'));
    }
  }
  const all = sumsOf(transfers.flatMap(({ transactions }) => transactions));
  const userId = transfers[0]?.user_id ?? '';
  assert.equal(all['User wallet'] ?? 0, await walletBalance(server.db, { userId }));
  assert.equal(
    100_000_000 + (all['App wallet'] ?? 0),
    await walletBalance(server.db, { appId: server.partner.id }),
  );
}

/** Cents by the name of the account: what came in, less what went out. Accounts with nothing are left out. */
function sumsOf(lines: Transfer['transactions']): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { source_name, destination_name, amount } of lines) {
    sums[source_name] = (sums[source_name] ?? 0) - amount;
    sums[destination_name] = (sums[destination_name] ?? 0) + amount;
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}

const names: Readonly<Record<string, string>> = {
  app_wallet: 'App wallet',
  user_wallet: 'User wallet',
  fees: 'Fees',
  outside: 'Outside',
};

async function bookedFor(server: TestServer, transferId: string): Promise<Record<string, number>> {
  const rows = await server.db.query<{ kind: string; rail: string | null; total: number }>(
    `select a.kind, a.rail, sum(e.amount)::bigint as total
     from ledger_entries e join ledger_movements m on m.id = e.movement_id join ledger_accounts a on a.id = e.account_id
     where m.transfer_id = $1 group by a.kind, a.rail having sum(e.amount) <> 0`,
    [transferId],
  );
  return Object.fromEntries(rows.map(({ kind, rail, total }) => [rail ?? names[kind] ?? kind, total]));
}
