/** What a partner paid a user elsewhere counts towards the threshold from which the law wants a tax form. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { TaxReturn } from '../../../src/contract/money/tax-returns.ts';
import type { TaxTotal } from '../../../src/contract/money/tax-totals.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const ada = {
  first_name: 'Ada',
  last_name: 'Example',
  email: 'ada@example.com',
  country_code: '1',
  phone_number: '4155550100',
};
const nec = (amount: number, year = 2026) => ({ '1099_adjustment': { year, form: '1099-NEC', amount } });
const none = Object.fromEntries(
  'january february march april may june july august september october november december'
    .split(' ')
    .map((month) => [month, 0]),
);
/** USD 2,000 in 2026, the year of the test clock. It was USD 600 the year before. */
const threshold = 2_000_00;

describe('1099_adjustment', () => {
  let server: TestServer;
  let id: string;

  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    return (await answer.json()) as T;
  };
  const mustCollect = async (change: object) =>
    (await call<User>('PATCH', `/users/${id}`, change)).compliance.must_collect_1099;

  const paidElsewhere = async (year: number) =>
    (await call<{ data: TaxTotal[] }>('GET', `/tax-totals?year=${year}`)).data.map(
      ({ paid_elsewhere }) => paid_elsewhere,
    );

  beforeEach(async () => {
    server = await createTestServer();
    id = (await call<User>('POST', '/users', ada)).id;
  });

  test('counts to the cent, and in its own year alone', async () => {
    assert.equal(await mustCollect(nec(threshold - 1)), false);
    assert.equal(await mustCollect(nec(threshold)), true);
    assert.equal(await mustCollect({ '1099_adjustment': null }), false);
    assert.equal(await mustCollect(nec(threshold, 2027)), false);
  });

  test('of a 1099-K is the sum of its months', async () => {
    const months = (december: number) => ({
      '1099_adjustment': {
        year: 2026,
        form: '1099-K',
        monthly_amounts: { ...none, january: 1_500_00, december },
        transaction_count: 2,
      },
    });
    assert.equal(await mustCollect(months(499_99)), false);
    assert.equal(await mustCollect(months(500_00)), true);
  });

  test('in the older spelling is an amount of 2024', async () => {
    server.clock.set('2024-06-01T12:00:00Z');
    assert.equal(await mustCollect({ '1099_adjustment_2024': 599_99 }), false);
    assert.equal(await mustCollect({ '1099_adjustment_2024': 600_00 }), true);
    const created = await call<User>('POST', '/users', {
      ...ada,
      phone_number: '4155550101',
      '1099_adjustment_2024': 600_00,
    });
    assert.deepEqual(created['1099_adjustment'], { year: 2024, form: '1099-NEC', amount: 600_00 });
    assert.equal(created.compliance.must_collect_1099, true);
    assert.equal(await mustCollect({ '1099_adjustment_2024': null }), false);
  });

  test('is kept for each year, so that a new one corrects nothing of the year that was returned', async () => {
    const payer = {
      ...{ name: 'Example Inc.', tin: '121234567', line_1: '1 Main St', city: 'Reno', state: 'NV' },
      ...{ postcode: '89501', phone: '7755550100' },
    };
    const returns = () =>
      call<TaxReturn>('POST', '/tax-returns', { year: 2026, form: '1099-nec', payer }).then(
        ({ originals, corrections }) => [originals, corrections],
      );
    await call('PATCH', `/users/${id}`, nec(3_000_00));
    server.clock.set('2027-02-01T09:00:00Z');
    assert.deepEqual(await returns(), [1, 0]);
    const changed = await call<User>('PATCH', `/users/${id}`, nec(1_00, 2027));
    assert.deepEqual(changed['1099_adjustment'], { year: 2027, form: '1099-NEC', amount: 1_00 });
    // The year before leaves nothing of the threshold, so the form is due from the first dollar.
    assert.equal(changed.compliance.must_collect_1099, true);
    assert.deepEqual(await returns(), [0, 0]);
    assert.deepEqual(await paidElsewhere(2026), [3_000_00]);
    assert.deepEqual(await paidElsewhere(2027), [1_00]);
    // Of one year the last word counts, and null takes back what is shown.
    await call('PATCH', `/users/${id}`, nec(5_00, 2027));
    assert.deepEqual(await paidElsewhere(2027), [5_00]);
    const cleared = await call<User>('PATCH', `/users/${id}`, { '1099_adjustment': null });
    assert.deepEqual(cleared['1099_adjustment'], { year: 2026, form: '1099-NEC', amount: 3_000_00 });
    assert.deepEqual([await paidElsewhere(2027), await paidElsewhere(2026)], [[], [3_000_00]]);
  });

  test('that is said again of a known phone is that of its year', async () => {
    await call('PATCH', `/users/${id}`, nec(3_000_00));
    server.clock.set('2027-02-01T09:00:00Z');
    await call('POST', '/users', { ...ada, ...nec(1_00, 2027) });
    await call('POST', '/users', { ...ada, ...nec(1_00, 2027) });
    assert.deepEqual([await paidElsewhere(2026), await paidElsewhere(2027)], [[3_000_00], [1_00]]);
  });

  test('is added to what was paid here, before a payout and in a flow', async () => {
    await call('POST', `/users/${id}/send-verification-token`, {});
    await call('POST', `/users/${id}/verify`, { token: '123456' });
    await call('PUT', `/users/${id}/payout-methods`, { platform: 'paypal', email: 'ada@example.com' });
    await call('PATCH', `/users/${id}`, nec(1_500_00));
    const pay = (amount: number) =>
      call<{ status: string } & Omit<Problem, 'status'>>('POST', '/payouts', {
        user_id: id,
        amount,
        platform: 'paypal',
        fund: true,
      });
    const planned = async () =>
      (
        await call<{ plan: { name: string; reason: string }[] }>('POST', '/flows', {
          steps: ['manage-payouts'],
          user_id: id,
        })
      ).plan.some(({ name, reason }) => name === 'compliance' && reason === 'tax-law');

    assert.equal((await pay(300_00)).status, 'created');
    assert.equal(await planned(), false);
    assert.equal((await pay(200_00)).error_code, 'user-info-missing');
    assert.equal((await pay(199_99)).status, 'created');
    await call('PATCH', `/users/${id}`, nec(1_500_01));
    assert.equal(await planned(), true);
  });
});
