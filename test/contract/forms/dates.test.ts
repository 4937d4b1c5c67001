/** Birthdays count on the day itself, whatever the clock of the machine says. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { safeParse } from 'zod/v4/core';
import { asOf, isCalendarDate, isCurrentYear, yearsAgo } from '../../../src/contract/forms/dates.ts';
import { dateOfBirth } from '../../../src/contract/forms/fields.ts';

/** Returns the first thing that is wrong with a date of birth at that moment, or null. */
const problemOf = (date: string, now = '2026-03-02T09:00:00.000Z'): string | null => {
  const result = asOf(new Date(now), () => safeParse(dateOfBirth, date));
  return result.success ? null : (result.error.issues[0]?.message ?? '');
};

describe('a date of birth', () => {
  const cases: readonly [what: string, date: string, problem: string | null][] = [
    ['the 13th birthday', '2013-03-02', null],
    ['the day before the 13th birthday', '2013-03-03', 'too-young'],
    ['the 120th birthday', '1906-03-02', null],
    ['the day after the 120th birthday', '1906-03-01', 'too-old'],
    ['today', '2026-03-02', 'too-young'],
    ['tomorrow', '2026-03-03', 'date-in-future'],
    ['31 February', '1990-02-31', 'invalid-date'],
    ['29 February of a year without one', '1990-02-29', 'invalid-date'],
    ['29 February of a year with one', '1992-02-29', null],
    ['29 February of a century', '1900-02-29', 'invalid-date'],
    ['the 31st of a month with 30 days', '1990-04-31', 'invalid-date'],
    ['the 31st of a month that has it', '1990-12-31', null],
    ['a day 0', '1990-01-00', 'invalid-date'],
    ['a month 13', '1990-13-01', 'invalid-date'],
    ['a month 0', '1990-00-10', 'invalid-date'],
    ['a year of two digits', '90-01-01', 'invalid-date'],
    ['nothing', '', 'required'],
  ];
  for (const [what, date, problem] of cases)
    it(`may ${problem === null ? '' : 'not '}be ${what}${problem ? ` (${problem})` : ''}`, () =>
      assert.equal(problemOf(date), problem));

  it('counts by UTC, to the last second of a day', () => {
    assert.equal(problemOf('2013-03-03', '2026-03-02T23:59:59.999Z'), 'too-young');
    assert.equal(problemOf('2013-03-03', '2026-03-03T00:00:00.000Z'), null);
  });

  it('on 29 February counts from 1 March in years without one', () => {
    assert.equal(problemOf('2012-02-29', '2025-02-28T12:00:00.000Z'), 'too-young');
    assert.equal(problemOf('2012-02-29', '2025-03-01T12:00:00.000Z'), null);
  });
});

describe('a moment that checks count by', () => {
  const thirteenAt = '2013-03-02';
  it('ends with the check, also where it throws, and an inner one does not outlive itself', () => {
    const isOld = () => problemOf(thirteenAt, new Date(0).toISOString());
    assert.throws(() => asOf(new Date('2026-03-02'), () => assert.fail('in between')));
    asOf(new Date('2026-03-02'), () => {
      assert.equal(isOld(), 'date-in-future');
      assert.ok(safeParse(dateOfBirth, thirteenAt).success);
      assert.ok(asOf(undefined, () => safeParse(dateOfBirth, thirteenAt)).success);
    });
    assert.equal(safeParse(dateOfBirth, yearsAgo(13)).success, true);
    assert.equal(safeParse(dateOfBirth, '2999-01-01').success, false);
  });
});

describe('a year', () => {
  it('has not ended until its last moment, by UTC', () => {
    const current = (now: string) =>
      [2025, 2026, 2027].map((year) => asOf(new Date(now), () => isCurrentYear(year)));
    assert.deepEqual(current('2026-12-31T23:59:59.999Z'), [false, true, true]);
    assert.deepEqual(current('2027-01-01T00:00:00.000Z'), [false, false, true]);
  });
});

describe('a day', () => {
  it('of the first centuries sorts as others do', () =>
    assert.equal(yearsAgo(1026, new Date('2026-03-02')), '1000-03-02'));
  it('has no time behind it', () => assert.equal(isCalendarDate('1990-01-01T00:00'), false));
});
