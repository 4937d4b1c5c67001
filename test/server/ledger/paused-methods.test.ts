import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { failureOf, nextActs, payoutFailures } from '../../../src/contract/money/payout-failures.ts';

describe('reasons why a payout did not arrive', () => {
  it('are at most fifteen, each with one next act', () => {
    assert.ok(payoutFailures.length <= 15);
    assert.deepEqual(Object.keys(nextActs).sort(), [...payoutFailures].sort());
  });

  it('are found behind the codes of rails', () => {
    assert.equal(failureOf('account-closed', 'anything'), 'account-closed');
    assert.equal(failureOf('R03', 'no account'), 'account-not-found');
    assert.equal(
      failureOf(undefined, 'The bank returned the payment: account closed (R02).'),
      'account-closed',
    );
    assert.equal(failureOf('AC04', ''), 'account-closed');
    assert.equal(failureOf('TM01', ''), 'rail-unavailable');
    assert.equal(failureOf('R99', ''), 'unknown');
    assert.equal(failureOf(undefined, 'It did not work.'), 'unknown');
  });
});
