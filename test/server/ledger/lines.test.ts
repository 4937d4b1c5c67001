/** The lines that partners read say what the books say, to the cent, however a transfer ends. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import type { AccountKind } from '../../../src/server/db/ledger.ts';
import type { Transfer } from '../../../src/contract/money/transfers.ts';
import { linesOf } from '../../../src/server/ledger/lines.ts';
import type { LineEntry } from '../../../src/server/ledger/lines.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser, paypal } from './support.ts';

/** Movements of any shape: some amounts, and what is left on the last account. */
const movement = fc
  .array(fc.record({ account: fc.nat({ max: 4 }), amount: fc.integer({ min: -500, max: 500 }) }), {
    minLength: 1,
    maxLength: 7,
  })
  .map((some) => {
    const entries = some.filter(({ amount }) => amount !== 0);
    const rest = -entries.reduce((sum, { amount }) => sum + amount, 0);
    return [...entries, ...(rest === 0 ? [] : [{ account: 5, amount: rest }])].map(
      ({ account, amount }, at): LineEntry => ({
        ...{ account_id: String(account), account: 'outside' as const, rail: null },
        ...{ number: 100 + at, amount },
      }),
    );
  });

const sums = <T>(items: readonly T[], parts: (item: T) => readonly (readonly [string, number])[]) => {
  const all = new Map<string, number>();
  for (const [name, amount] of items.flatMap(parts)) all.set(name, (all.get(name) ?? 0) + amount);
  return Object.fromEntries([...all].filter(([, amount]) => amount !== 0).sort());
};

describe('lines', () => {
  test('of any movement come to what its entries come to, each under a number of its own', () => {
    fc.assert(
      fc.property(movement, (entries) => {
        const lines = linesOf(entries);
        assert.deepEqual(
          sums(lines, ({ from, to, amount }) => [
            [from.account_id, -amount],
            [to.account_id, amount],
          ]),
          sums(entries, ({ account_id, amount }) => [[account_id, amount]]),
        );
        for (const { from, to, amount } of lines) assert.ok(amount > 0 && from.account_id !== to.account_id);
        const ids = lines.map(({ id }) => id);
        assert.equal(new Set(ids).size, ids.length);
        assert.ok(ids.every((id) => entries.some(({ number }) => number === id)));
        assert.deepEqual(
          ids,
          [...ids].sort((a, b) => a - b),
        );
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the lines of a payout', () => {
  let server: TestServer;
  beforeEach(async () => void (server = await createTestServer()));

  const names: Readonly<Record<AccountKind, string>> = {
    app_wallet: 'App wallet',
    user_wallet: 'User wallet',
    rail_clearing: 'paypal',
    fees: 'Fees',
    outside: 'Outside',
    withheld: 'Withheld tax',
    reserved: 'Payout links',
  };

  for (const { ends, amount } of [
    { ends: 'completed', amount: 5_000 },
    { ends: 'failed', amount: 5_013 },
    { ends: 'reversed', amount: 5_014 },
  ])
    for (const payout_fee_party of ['user', 'platform'])
      for (const fund of [true, false])
        test(`that is ${ends}, with the fee on the ${payout_fee_party}, fund ${fund}`, async () => {
          const user = await addUser(server);
          await addMethod(server, user, paypal);
          await server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount: -10_000 });
          const made = await server.asPartner('POST', '/v2/payouts', {
            ...{ user_id: user.id, amount, platform: 'default', payout_fee_party, fund },
          });
          const { id } = (await made.json()) as Transfer;
          for (let times = 0; times < 4; times += 1) {
            await server.runDueJobs();
            server.clock.advance(3_000);
          }
          const answer = await server.asPartner('GET', `/v2/transfers/${id}`);
          const { status, transactions } = (await answer.json()) as Transfer;
          assert.equal(status, ends);
          for (const line of transactions) assert.notEqual(line.source_name, line.destination_name);
          const booked = await server.db.query<{ kind: AccountKind; amount: number }>(
            `select a.kind, e.amount from ledger_entries e join ledger_accounts a on a.id = e.account_id
             join ledger_movements m on m.id = e.movement_id where m.transfer_id = $1`,
            [id],
          );
          assert.deepEqual(
            sums(transactions, (line) => [
              [line.source_name, -line.amount],
              [line.destination_name, line.amount],
            ]),
            sums(booked, (entry) => [[names[entry.kind], entry.amount]]),
          );
          // What came back has left nothing anywhere.
          if (ends !== 'completed')
            assert.deepEqual(
              sums(transactions, (line) => [
                [line.source_name, -line.amount],
                [line.destination_name, line.amount],
              ]),
              {},
            );
        });
});
