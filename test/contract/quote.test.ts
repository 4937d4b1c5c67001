/** What a payout costs, and what a rail takes. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { quoteOn } from '../../src/contract/rails/quote.ts';
import { feeOf, rails } from '../../src/contract/rails/terms.ts';
import type { Rail } from '../../src/contract/rails/terms.ts';
import { ProblemError } from '../../src/contract/input/problem-error.ts';

const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'taken';
  } catch (error) {
    assert.ok(error instanceof ProblemError);
    return error.code;
  }
};

const paypal = rails.find(({ platform }) => platform === 'paypal') as Rail;

describe('the fee of a payout', () => {
  it('is what stands in the table of rails, on any amount', () => {
    const fees = rails.map((rail) => [rail.platform, feeOf(rail, 1_00), feeOf(rail, 5_000_00)]);
    assert.deepEqual(fees, [
      ['ach', 0, 0],
      ['intl_bank', 1_03, 151_00],
      ['paypal', 25, 25],
      ['venmo', 25, 25],
      ['cash_app', 0, 0],
      ['airtm', 0, 0],
      ['payoneer', 0, 0],
    ]);
  });

  it('is rounded to the nearest cent, half a cent up', () => {
    const threePercent = { fee: { fixed: 0, basisPoints: 300 } };
    assert.deepEqual(
      [16, 17, 49, 50].map((cents) => feeOf(threePercent, cents)),
      [0, 1, 1, 2],
    );
  });

  it('is taken from what arrives where the payee bears it, and from nothing where not', () => {
    assert.deepEqual(quoteOn(paypal, 10_00, 'user'), { fee: 25, net: 9_75 });
    assert.deepEqual(quoteOn(paypal, 10_00, 'platform'), { fee: 25, net: 10_00 });
  });

  it('leaves something, and the amount is within the limits of the rail', () => {
    for (const rail of rails) {
      assert.equal(
        codeOf(() => quoteOn(rail, rail.max, 'user')),
        'taken',
      );
      assert.equal(
        codeOf(() => quoteOn(rail, rail.max + 1, 'user')),
        'amount-above-maximum',
      );
      assert.equal(
        codeOf(() => quoteOn(rail, rail.min - 1, 'user')),
        'amount-below-minimum',
      );
    }
    const dear = { ...paypal, min: 1, fee: { fixed: 25, basisPoints: 0 } };
    assert.equal(
      codeOf(() => quoteOn(dear, 25, 'user')),
      'amount-below-minimum',
    );
    assert.equal(
      codeOf(() => quoteOn(dear, 26, 'user')),
      'taken',
    );
  });
});
