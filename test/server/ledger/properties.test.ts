/**
 * Whatever is done in whatever order, and however often a job is lost, doubled or unanswered: the books
 * balance, no wallet goes below zero, and every wallet has what a few lines of arithmetic say it should.
 */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { walletBalance } from '../../../src/server/db/ledger.ts';
import type { PayoutMethodRow } from '../../../src/server/db/payout-methods.ts';
import { findTransfer } from '../../../src/server/db/transfers.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { createPayout, netOf } from '../../../src/server/ledger/payouts.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import type { PayoutProvider } from '../../../src/server/ports/payouts.ts';
import { createSandboxPayouts } from '../../../src/server/providers/sandbox-payouts.ts';
import { feeOf, rails, railsFor } from '../../../src/contract/rails/terms.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser, bank, paypal, readBooks } from './support.ts';

const opening = 100_000_000;

type Move =
  | { readonly does: 'transfer'; readonly who: number; readonly amount: number }
  | {
      readonly does: 'payout';
      readonly who: number;
      readonly how: number;
      readonly amount: number;
      readonly feeParty: 'user' | 'platform';
      readonly fund: boolean;
      readonly intent: string | null;
    }
  | { readonly does: 'wait'; readonly ms: number }
  | { readonly does: 'run' | 'lose jobs' | 'double jobs' | 'cut the line' };

const who = fc.nat({ max: 1 });
/** Round amounts, and those that fail (.13) or come back (.14). */
const cents = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.constantFrom(1_013, 2_013, 1_014, 2_014));
const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('transfer' as const),
      who,
      amount: cents.map((amount) => -amount),
    }),
  },
  { weight: 1, arbitrary: fc.record({ does: fc.constant('transfer' as const), who, amount: cents }) },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constant('payout' as const),
      who,
      how: fc.nat({ max: 1 }),
      amount: cents,
      feeParty: fc.constantFrom('user' as const, 'platform' as const),
      fund: fc.boolean(),
      intent: fc.option(fc.constantFrom('a', 'b')),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      does: fc.constant('wait' as const),
      ms: fc.constantFrom(500, 2_000, 3_000, 60_000),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'run' as const,
        'run' as const,
        'lose jobs' as const,
        'double jobs' as const,
        'cut the line' as const,
      ),
    }),
  },
);

describe('the ledger', () => {
  test('balances, whatever happens', async () => {
    await fc.assert(fc.asyncProperty(fc.array(move, { minLength: 5, maxLength: 25 }), play), { numRuns: 15 });
  });

  async function play(moves: readonly Move[]): Promise<void> {
    const state = { cut: false, paidOnRail: new Map<string, number>() };
    const clock = { now: () => server.clock.now() };
    const sandbox = createSandboxPayouts({ clock });
    // Takes every order once, as a real rail does by its idempotency key, and sometimes loses the answer.
    const answer =
      (call: PayoutProvider['send']): PayoutProvider['send'] =>
      async (order) => {
        assert.equal(state.paidOnRail.get(order.transferId) ?? order.net, order.net, 'the order changed');
        state.paidOnRail.set(order.transferId, order.net);
        const report = await call(order);
        if (state.cut) throw new Error('The line was cut.');
        return report;
      };
    const plain = await createTestServer();
    const payouts: PayoutProvider = {
      send: answer((order) => sandbox.send(order)),
      look: answer((order) => sandbox.look(order, '')),
    };
    const server: TestServer = await createTestServer({
      deps: { providers: { ...plain.deps.providers, payouts } },
    });
    const users: UserRow[] = [await addUser(server), await addUser(server)];
    const methods: PayoutMethodRow[][] = [];
    for (const [index, user] of users.entries())
      methods.push([
        await addMethod(server, user, { ...bank, account_number: `00099999999${index}` }),
        await addMethod(server, user, paypal),
      ]);
    const made = new Set<string>();

    for (const next of moves) {
      await perform(next).catch((error: unknown) => {
        if (!(error instanceof ProblemError)) throw error;
      });
      await assertBooks();
    }
    // From here on the line is not cut any more, so that everything ends.
    state.cut = false;
    for (let round = 0; round < 6; round++) {
      server.clock.advance(3_600_000);
      await rescuePayouts(server.deps);
      await server.runDueJobs();
    }
    await assertBooks();
    for (const id of made) {
      const { status } = (await findTransfer(server.db, id)) as TransferRow;
      assert.ok(['completed', 'failed', 'reversed'].includes(status), `a payout was left ${status}`);
    }
    assert.equal((await readBooks(server.db)).totals['rail_clearing'] ?? 0, 0);

    async function perform(next: Move): Promise<void> {
      switch (next.does) {
        case 'transfer': {
          const user = users[next.who] as UserRow;
          await server.db.transaction((tx) =>
            createTransfer(server.deps, tx, { app: server.partner, user, amount: next.amount }),
          );
          return;
        }
        case 'payout': {
          const { feeParty, fund, amount, intent } = next;
          const request = {
            app: server.partner,
            user: users[next.who] as UserRow,
            method: methods[next.who]?.[next.how] as PayoutMethodRow,
            ...{ feeParty, fund, amount },
            ...(intent === null ? {} : { intent }),
          };
          const row = await server.db.transaction((tx) => createPayout(server.deps, tx, request));
          made.add(row.id);
          return;
        }
        case 'wait':
          return server.clock.advance(next.ms);
        case 'run':
          state.cut = false;
          await rescuePayouts(server.deps);
          await server.runDueJobs();
          return;
        case 'lose jobs':
          await server.db.query('delete from test_jobs');
          return;
        case 'double jobs':
          await server.db.query(
            'insert into test_jobs (job, run_at) select job, run_at from test_jobs limit 20',
          );
          return;
        case 'cut the line':
          state.cut = true;
          await server.runDueJobs();
          return;
      }
    }

    async function assertBooks(): Promise<void> {
      const { totals: _, ...books } = await readBooks(server.db);
      assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
      const transfers = await server.db.query<TransferRow>('select * from transfers');
      const sum = (rows: readonly TransferRow[], of: (row: TransferRow) => number) =>
        rows.reduce((total, row) => total + of(row), 0);
      const stands = transfers.filter(({ status }) => !['failed', 'reversed', 'canceled'].includes(status));
      const balances = stands.filter(({ type }) => type === 'balance');
      const out = stands.filter(({ type }) => type === 'payout');
      const byApp = sum(out, ({ fee, fee_party }) => (fee_party === 'platform' ? fee : 0));
      assert.equal(
        await walletBalance(server.db, { appId: server.partner.id }),
        opening + sum(balances, ({ amount }) => amount) - byApp,
      );
      for (const { id } of users) {
        const mine = (row: TransferRow) => row.user_id === id;
        const expected =
          0 -
          sum(balances.filter(mine), ({ amount }) => amount) -
          sum(out.filter(mine), ({ amount }) => amount);
        assert.equal(await walletBalance(server.db, { userId: id }), expected);
      }
      // The rail was never told of something that is not in our books, nor of another amount.
      for (const [id, net] of state.paidOnRail) {
        const row = transfers.find((transfer) => transfer.id === id);
        assert.equal(row && netOf(row), net);
      }
    }
  }
});

describe('rails', () => {
  test('have sensible data', () => {
    assert.equal(new Set(rails.map(({ platform }) => platform)).size, rails.length);
    for (const { platform, countries, min, max, arrives_in, fee } of rails) {
      assert.equal(new Set(countries).size, countries.length, `${platform} names a country twice`);
      for (const country of countries) assert.match(country, /^[A-Z]{2}$/);
      assert.ok(0 < min && min < max && arrives_in.from <= arrives_in.to && fee.fixed >= 0, platform);
      assert.ok(feeOf({ fee }, min) < min, `the least that ${platform} takes is eaten by its fee`);
    }
  });

  test('a fee is whole cents, never falls with the amount and never exceeds it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rails),
        fc.nat({ max: 1_000_000 }),
        fc.nat({ max: 1_000_000 }),
        (rail, a, b) => {
          const [less, more] = [rail.min + Math.min(a, b), rail.min + Math.max(a, b)];
          assert.ok(
            Number.isInteger(feeOf(rail, less)) &&
              feeOf(rail, less) <= feeOf(rail, more) &&
              feeOf(rail, more) < more,
          );
        },
      ),
    );
    assert.equal(feeOf({ fee: { fixed: 100, basisPoints: 300 } }, 1_000), 130);
    assert.equal(feeOf({ fee: { fixed: 0, basisPoints: 300 } }, 50), 2);
  });

  test('are offered by country of residence', () => {
    const offered = (country: string | null) => railsFor(country).map(({ platform }) => platform);
    assert.deepEqual(offered('US'), ['ach', 'paypal', 'venmo', 'cash_app']);
    assert.deepEqual(offered(null), offered('US'));
    assert.deepEqual(offered('DE'), ['intl_bank', 'paypal', 'payoneer']);
    assert.deepEqual(offered('IN'), ['intl_bank', 'payoneer']);
    assert.deepEqual(offered('MX'), ['intl_bank', 'paypal', 'airtm', 'payoneer']);
    for (const country of ['IR', 'CU', 'SY', 'KP', 'RU', 'BY', randomUUID()])
      assert.deepEqual(offered(country), []);
  });
});
