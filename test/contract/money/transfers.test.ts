/** What the schemas of transfers take. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeParse } from 'zod/v4/core';
import { transferQuery } from '../../../src/contract/money/transfer-query.ts';
import { createPayoutInput, createTransferInput } from '../../../src/contract/money/transfers.ts';

const user_id = '00000000-0000-4000-8000-000000000001';
const most = 100_000_000_000;
/** Those of the amounts that are taken. */
const taken = (schema: typeof createPayoutInput | typeof createTransferInput, amounts: number[]) =>
  amounts.filter((amount) => safeParse(schema, { user_id, amount, platform: 'ach' }).success);

describe('an amount', () => {
  const transfer = (amounts: number[]) =>
    amounts.filter((amount) => safeParse(createTransferInput, { user_id, amount }).success);

  it('of a transfer is up to a thousand million dollars, either way, and not zero', () => {
    const amounts = [-most - 1, -most, -1, 0, 1, 1.5, most, most + 1];
    assert.deepEqual(transfer(amounts), [-most, -1, 1, most]);
  });

  it('of a payout is a cent or more', () => {
    assert.deepEqual(taken(createPayoutInput, [-1, 0, 1, 1.5, most, most + 1]), [1, most]);
  });
});

it('a method’s id has at most a hundred letters', () => {
  const takes = (length: number) =>
    safeParse(createPayoutInput, { user_id, amount: 1, platform: 'ach', account_id: 'a'.repeat(length) })
      .success;
  assert.deepEqual([takes(100), takes(101)], [true, false]);
});

it('a day is one of the calendar, from 1900 to 9999, with or without a time', () => {
  const days = [
    ['1899-12-31', false],
    ['1900-01-01', true],
    ['2026-02-28', true],
    ['2026-02-30', false],
    ['2026-02-28T12:00:00Z', true],
    ['2026-2-28', false],
    ['9999-12-31', true],
    ['9999-12-31T23:59:59-01:00', false],
    [`2026-02-28T12:00:00.${'0'.repeat(19)}Z`, true],
    [`2026-02-28T12:00:00.${'0'.repeat(20)}Z`, false],
  ] as const;
  for (const name of ['start_date', 'end_date'])
    for (const [day, ok] of days) assert.equal(safeParse(transferQuery, { [name]: day }).success, ok, day);
});
