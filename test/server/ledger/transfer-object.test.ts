/** How partners read what stands in the books. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookedEntry } from '../../../src/server/db/ledger.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { transferObject, transferObjects } from '../../../src/server/ledger/transfer-object.ts';
import { payeeOf } from '../../../src/server/ledger/movements.ts';
import type { Queryable, Row } from '../../../src/server/ports/database.ts';

const created = new Date('2026-06-01T12:00:00Z');
const row = {
  id: 't1',
  user_id: 'u1',
  created,
  type: 'payout',
  status: 'completed',
  amount: 1_000,
  payout_method_id: null,
  payment_method_id: null,
  external_id: null,
  platform: null,
  metadata: null,
  status_history: [],
  tax_exempt: false,
  fee: 25,
  fee_party: 'user',
  failure: null,
} as unknown as TransferRow;

let number = 0;
const entry = (
  movement: number,
  account: BookedEntry['account'],
  amount: number,
  rail: string | null = null,
) =>
  ({
    transfer_id: 't1',
    movement,
    created,
    kind: 'payout',
    number: (number += 1),
    account_id: `${account} ${rail}`,
    account,
    rail,
    amount,
  }) as BookedEntry;

/** A database in which this is booked. */
function booked(entries: readonly BookedEntry[]) {
  const asked: unknown[] = [];
  const db: Queryable = {
    query: <R extends Row>(_sql: string, values: readonly unknown[] = []) => {
      asked.push(...values);
      return Promise.resolve(entries as readonly Row[] as R[]);
    },
  };
  return { db, asked };
}
/** The lines of the transfer as `source > destination amount type`. */
async function lines(entries: readonly BookedEntry[], of = row) {
  const { transactions } = await transferObject(booked(entries).db, of);
  return transactions.map(
    ({ source_name, destination_name, amount, type }) =>
      `${source_name} > ${destination_name} ${amount} ${type}`,
  );
}

describe('the lines of a transfer', () => {
  it('name for each sum that came who gave it, and the fee as a fee', async () => {
    assert.deepEqual(
      await lines([
        entry(1, 'user_wallet', -1_000),
        entry(1, 'rail_clearing', 975, 'paypal'),
        entry(1, 'fees', 25),
        entry(2, 'rail_clearing', -975, 'paypal'),
        entry(2, 'outside', 975),
      ]),
      ['User wallet > paypal 975 payout', 'User wallet > Fees 25 fee', 'paypal > Outside 975 payout'],
    );
  });

  it('name him who gave this very sum before others who gave', async () => {
    assert.deepEqual(
      await lines([
        entry(1, 'user_wallet', -1_000),
        entry(1, 'app_wallet', -25),
        entry(1, 'rail_clearing', 1_000),
        entry(1, 'fees', 25),
      ]),
      ['User wallet > Rail 1000 payout', 'App wallet > Fees 25 fee'],
    );
  });

  it('give a fee back as a fee, and nothing from another movement', async () => {
    assert.deepEqual(
      await lines([
        entry(1, 'outside', -50),
        entry(1, 'rail_clearing', 50),
        entry(2, 'fees', -25),
        entry(2, 'user_wallet', 25),
      ]),
      ['Outside > Rail 50 payout', 'Fees > User wallet 25 fee'],
    );
  });
});

describe('a transfer', () => {
  it('says where the money went only as far as that is known', async () => {
    const { db } = booked([]);
    assert.deepEqual((await transferObject(db, row)).external_data, {});
    const sent = { ...row, payout_method_id: 'm1', external_id: 'x1', platform: 'ach' as const };
    assert.deepEqual((await transferObject(db, sent)).external_data, {
      account_id: 'm1',
      external_id: 'x1',
      platform: 'ach',
    });
  });

  it('names its payee, its payout link and its debit where it has them, and else not even the fields', async () => {
    const shown = async (change: Partial<TransferRow>) => {
      const of = await transferObject(booked([]).db, { ...row, ...change });
      const { user_id, payout_link_id, debit_on, return_code, external_data } = of;
      const has = Object.keys(of).filter((name) =>
        ['user_id', 'payout_link_id', 'debit_on', 'return_code'].includes(name),
      );
      return { has, user_id, payout_link_id, debit_on, return_code, external_data };
    };
    const none = { payout_link_id: undefined, debit_on: undefined, return_code: undefined };
    const payee = { has: ['user_id'], user_id: 'u1', external_data: {} };
    assert.deepEqual(await shown({ payout_link_id: null }), { ...none, ...payee });
    assert.deepEqual(await shown({ type: 'refill', user_id: null, payout_link_id: null }), {
      ...none,
      ...{ has: [], user_id: undefined, external_data: {} },
    });
    assert.deepEqual(await shown({ payout_link_id: 'l1' }), {
      ...none,
      ...payee,
      ...{ has: ['user_id', 'payout_link_id'], payout_link_id: 'l1' },
    });
    const debit: Partial<TransferRow> = {
      ...{ type: 'payment', payment_method_id: 'p1', payout_link_id: null, return_code: null },
      debit_on: new Date('2026-06-03T00:00:00Z'),
    };
    const paying = {
      ...payee,
      ...{
        has: ['user_id', 'return_code', 'debit_on'],
        external_data: { account_id: 'p1', platform: 'ach' },
      },
    };
    assert.deepEqual(await shown(debit), {
      ...paying,
      ...{ payout_link_id: undefined, debit_on: '2026-06-03', return_code: null },
    });
    assert.deepEqual(await shown({ ...debit, debit_on: null, return_code: 'R01' }), {
      ...paying,
      ...{ payout_link_id: undefined, debit_on: null, return_code: 'R01' },
    });
  });

  it('is of somebody for whoever asks whose it is', () => {
    assert.equal(payeeOf({ user_id: 'u1' }), 'u1');
    assert.throws(() => payeeOf({ user_id: null }), /of no user/);
  });

  it('has its own lines, and those of a page are read at once', async () => {
    const { db, asked } = booked([entry(1, 'fees', -1), entry(1, 'user_wallet', 1)]);
    const [one, other] = await transferObjects(db, [row, { ...row, id: 't2' }]);
    assert.deepEqual([one?.transactions.length, other?.transactions.length], [1, 0]);
    assert.deepEqual(asked, [['t1', 't2']]);
  });

  it('is not looked for where there is none', async () => {
    const { db, asked } = booked([]);
    assert.deepEqual([await transferObjects(db, []), asked], [[], []]);
  });
});
