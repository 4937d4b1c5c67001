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

  // The Federal Reserve's own list (frbservices.org/about/holiday-schedules). What it marks as falling on a
  // Saturday is left out: it is open on the Friday before.
  it('is never a day on which the Federal Reserve is closed, and may be any other weekday', () => {
    const nextDay = { arrives_in: { from: 1440, to: 1440 }, business_days: { from: 1, to: 1 } };
    const closed = [];
    for (let day = Date.UTC(2026, 0, 1); day < Date.UTC(2029, 0, 1); day += 86_400_000) {
      const [before, date] = [
        new Date(day - 43_200_000).toISOString(),
        new Date(day).toISOString().slice(0, 10),
      ];
      const isWeekend = [0, 6].includes(new Date(day).getUTCDay());
      if (!isWeekend && lastDay(nextDay, before) !== date) closed.push(date);
    }
    assert.deepEqual(
      closed.join(' '),
      '2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-06-19 2026-09-07 2026-10-12 2026-11-11 2026-11-26 ' +
        '2026-12-25 2027-01-01 2027-01-18 2027-02-15 2027-05-31 2027-07-05 2027-09-06 2027-10-11 2027-11-11 ' +
        '2027-11-25 2028-01-17 2028-02-21 2028-05-29 2028-06-19 2028-07-04 2028-09-04 2028-10-09 2028-11-23 ' +
        '2028-12-25',
    );
  });

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

  it('ends at ten in the morning of UTC, to the minute', () =>
    assert.deepEqual(arrivalOf(railTerms.ach, new Date('2026-11-02T15:07:00Z')), {
      from: 1440,
      to: 7 * 1440 - 5 * 60 - 7,
    }));

  it('is at once what is made in minutes, on any day', () =>
    assert.deepEqual(arrivalOf(railTerms.paypal, new Date('2026-11-29T12:00:00Z')), { from: 5, to: 10 }));
});
