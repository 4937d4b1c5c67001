/** Until when tax that was kept back may be given back: the dates of the law, year by year. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { givenBackUntil, leftToSetOff } from '../../../src/server/tax/give-back.ts';

const day = (date: Date) => date.toISOString().slice(0, 10);

test('a foreign payee gets it back until the Form 1042-S is due, a US person until the year ends', () => {
  const rows = [
    ['3', 2025, '2026-03-17', '2027-01-01', 'the 15th is a Sunday'],
    ['3', 2026, '2027-03-16', '2028-01-01', 'the 15th is a Monday'],
    ['3', 2013, '2014-03-18', '2015-01-01', 'the instructions for Form 1042 name the 17th, a Monday'],
    ['24', 2026, '2027-01-01', '2027-01-01', 'backup withholding'],
  ] as const;
  for (const [chapter, year, repaid, setOff, why] of rows) {
    const until = givenBackUntil(chapter, year);
    assert.deepEqual([day(until.repaid), day(until.setOff)], [repaid, setOff], why);
  }
});

test('what came back in time is set off in time, the oldest first', () => {
  const sent = (year: number, cameBack: string, cents: number) => ({ year, cameBack, cents });
  const now = new Date('2027-06-01T00:00:00Z');
  const cases = [
    [[sent(2026, '2027-03-15', 300)], [], 300],
    [[sent(2026, '2027-03-16', 300)], [], 0],
    [[sent(2025, '2026-02-01', 300)], [], 0],
    [[sent(2027, '2027-05-31', 300)], [{ year: 2027, cents: 100 }], 200],
    // Tax that nobody set off in its time takes nothing of what is set off later.
    [[sent(2025, '2026-02-01', 300), sent(2027, '2027-05-31', 100)], [{ year: 2027, cents: 100 }], 0],
    // What was set off in its time leaves the newer tax alone.
    [[sent(2025, '2026-02-01', 300), sent(2026, '2026-05-01', 100)], [{ year: 2026, cents: 300 }], 100],
  ] as const;
  for (const [taxes, used, left] of cases)
    assert.equal(leftToSetOff('3', [...taxes], [...used], now), left, JSON.stringify([taxes, used]));
  const [late, own] = [new Date('2027-01-01T00:00:00Z'), new Date('2026-12-31T23:59:59Z')];
  assert.equal(leftToSetOff('24', [sent(2026, '2026-05-01', 300)], [], own), 300);
  assert.equal(leftToSetOff('24', [sent(2026, '2026-05-01', 300)], [], late), 0);
});

test('never more is left than was sent, and never less than nothing', () => {
  const cents = fc.integer({ min: 0, max: 1_000 });
  const year = fc.integer({ min: 2024, max: 2028 });
  const tax = fc.record({
    ...{ year, cents },
    cameBack: fc.integer({ min: 0, max: 5 * 365 }).map((days) => day(new Date(Date.UTC(2024, 0, 1 + days)))),
  });
  fc.assert(
    fc.property(
      fc.constantFrom('3' as const, '24' as const),
      fc.array(tax, { maxLength: 6 }),
      fc.array(fc.record({ year, cents }), { maxLength: 6 }),
      (chapter, taxes, used) => {
        const sum = (of: readonly { cents: number }[]) => of.reduce((all, one) => all + one.cents, 0);
        const left = leftToSetOff(chapter, taxes, used, new Date('2026-07-01T00:00:00Z'));
        assert.ok(left >= 0 && left <= sum(taxes));
        assert.ok(
          left >= leftToSetOff(chapter, taxes, [...used, { year: 2026, cents: 1 }], new Date('2026-07-01')),
        );
      },
    ),
  );
});
