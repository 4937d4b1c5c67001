import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  blamelessFailures,
  failureOf,
  failuresBeforePause,
  payoutFailures,
} from '../../../src/contract/money/payout-failures.ts';
import { cameBack } from '../../../src/contract/money/transfers.ts';

describe('the reason of a failure', () => {
  test('is the one that the rail names in our words, whatever else it says', () => {
    for (const reason of payoutFailures) assert.equal(failureOf(reason, 'R03 No account'), reason);
  });

  test('is what the code of its network means, also where it stands only in the words', () => {
    assert.equal(failureOf('R03', ''), 'account-not-found');
    assert.equal(failureOf(undefined, 'Returned by the bank: AC04.'), 'account-closed');
    assert.equal(failureOf('422', 'R17 File record edit criteria'), 'name-mismatch');
    assert.equal(failureOf('AC04', 'R03'), 'account-closed');
  });

  test('is unknown where nobody knows the code, and where there is none', () => {
    for (const [code, words] of [
      [undefined, 'Something went wrong'],
      ['R99', ''],
      ['XR03', 'AR031'],
      ['r03', ''],
    ] as const)
      assert.equal(failureOf(code, words), 'unknown');
  });

  test('stops a method at the third in a row, but says nothing against it where waiting or asking helps', () => {
    assert.equal(failuresBeforePause, 3);
    assert.deepEqual(blamelessFailures, ['rail-unavailable', 'under-review', 'not-permitted']);
  });
});

test('money came back from what failed, was reversed or canceled, and from nothing else', () => {
  const back = Object.entries(cameBack).flatMap(([status, came]) => (came ? [status] : []));
  assert.deepEqual(back, ['failed', 'reversed', 'canceled']);
});
