import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { toldAtOpening, untold } from '../../src/flow/completions.ts';
import { snapshotAt } from '../support/snapshots.ts';

const places = ['authentication', 'onboarding', 'compliance', 'manage-payouts', null] as const;

test('what happened before the element was there is not told', () => {
  assert.deepEqual(
    untold(toldAtOpening(snapshotAt({ at: 'compliance' })), snapshotAt({ at: 'compliance' })).completions,
    [],
  );
});

test('every completion is told once and in order, however often and in whatever order snapshots arrive', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 12 }), (visits) => {
      let told = toldAtOpening(snapshotAt());
      const heard: number[] = [];
      let flowCompleted = 0;
      for (const at of visits) {
        const answer = untold(told, snapshotAt({ at }));
        told = answer.told;
        heard.push(...answer.completions.map(({ sequence }) => sequence));
        if (answer.flowCompleted) flowCompleted += 1;
      }
      const farthest = Math.max(...visits.map((at) => places.indexOf(at)));
      assert.deepEqual(
        heard,
        Array.from({ length: farthest }, (_, index) => index + 1),
      );
      assert.equal(flowCompleted, visits.includes(null) ? 1 : 0);
    }),
  );
});
