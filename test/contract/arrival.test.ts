import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { arrivalOf } from '../../src/contract/rails/arrival.ts';
import { rails, railTerms } from '../../src/contract/rails/terms.ts';

/** The day on which it arrives at the latest, where the clock is `hours` from UTC. */
function lastDay(rail: Parameters<typeof arrivalOf>[0], from: string, hours = 0): string {
  const { to } = arrivalOf(rail, new Date(from));
  return new Date(Date.parse(from) + to * 60_000 + hours * 3_600_000).toISOString().slice(0, 10);
}

describe('the day on which a payout arrives', () => {
  for (const [from, last, why] of [
    ['2026-11-02T15:00:00Z', '2026-11-09', 'a week with one weekend'],
    ['2026-11-28T12:00:00Z', '2026-12-04', 'made on a Saturday, it is under way from Monday on'],
    ['2026-11-20T09:00:00Z', '2026-11-30', 'Thanksgiving'],
    ['2026-12-21T09:00:00Z', '2026-12-29', 'Christmas'],
    ['2026-12-29T23:30:00Z', '2027-01-06', 'New Year’s Day'],
    ['2027-07-02T12:00:00Z', '2027-07-12', 'a Fourth of July on a Sunday is kept on Monday'],
    ['2026-07-01T12:00:00Z', '2026-07-08', 'one on a Saturday is kept on no other day'],
    ['2026-05-22T12:00:00Z', '2026-06-01', 'Memorial Day'],
  ] as const)
    it(`is the fifth business day: ${why}`, () => assert.equal(lastDay(railTerms.ach, from), last));

  it('is the same business day wherever the payee is', () => {
    for (let hour = 0; hour < 3 * 365 * 24; hour += 7) {
      const from = new Date(Date.UTC(2026, 0, 1, hour)).toISOString();
      for (const rail of rails.filter(({ arrives_in }) => arrives_in.to >= 1440)) {
        const { from: first, to } = arrivalOf(rail, new Date(from));
        assert.ok(first >= 1440 && first <= to, `${rail.platform} ${from}`);
        const day = lastDay(rail, from);
        assert.ok(![0, 6].includes(new Date(day).getUTCDay()), `${rail.platform} ${from}`);
        for (const zone of [-10, -5, 9, 13]) assert.equal(lastDay(rail, from, zone), day);
      }
    }
  });

  it('is at once what is made in minutes, on any day', () =>
    assert.deepEqual(arrivalOf(railTerms.paypal, new Date('2026-11-29T12:00:00Z')), { from: 5, to: 10 }));
});
