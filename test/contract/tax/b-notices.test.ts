/** What the IRS’s notices of a wrong number make due: 26 CFR 31.3406(d)-5, IRS Publication 1281. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { kindOf, noticeState, standingOf, withholdFrom } from '../../../src/contract/tax/b-notices.ts';
import type { BNoticeFacts } from '../../../src/contract/tax/b-notices.ts';

const notice = (received: string, more: Partial<BNoticeFacts> = {}): BNoticeFacts => ({
  ...{ created: `${received}T09:00:00.000Z`, received, letter_received: null, undone: null },
  ...more,
});
const at = (day: string): Date => new Date(`${day}T12:00:00Z`);
const w9 = (day: string) => ({ form: 'w9', created: at(day) });

describe('a B-notice', () => {
  test('is not answered by what was filed before it on its day', () => {
    const facts = { all: [], now: at('2026-01-06') };
    const filed = (created: string) => ({ form: 'w9', created: new Date(created) });
    const one = notice('2026-01-05');
    assert.equal(standingOf(one, { ...facts, form: filed('2026-01-05T08:59:59Z') }), 'waiting');
    assert.equal(standingOf(one, { ...facts, form: filed('2026-01-05T09:00:01Z') }), 'answered');
    // Recorded later than it came, it is answered by whatever was filed since it came.
    const late = notice('2026-01-05', { created: '2026-01-20T09:00:00.000Z' });
    assert.equal(standingOf(late, { ...facts, form: filed('2026-01-06T09:00:00Z') }), 'answered');
  });

  test('is followed by withholding after the 30th business day', () => {
    // Monday, 5 January 2026: the 30th business day after it is Monday, 16 February.
    assert.equal(withholdFrom('2026-01-05'), '2026-02-17');
    // What is received on a Saturday is counted from Monday on.
    assert.equal(withholdFrom('2026-01-03'), '2026-02-14');
  });

  for (const [what, before, kind] of [
    ['the only one', [], 'first'],
    ['another in the same calendar year', [notice('2026-01-10')], 'first'],
    ['one in the year before', [notice('2025-12-31')], 'second'],
    ['one two years before', [notice('2024-01-01')], 'second'],
    ['one three years before', [notice('2023-12-31')], 'first'],
    ['one that was a mistake', [notice('2025-10-01', { undone: '2025-10-02T00:00:00Z' })], 'first'],
    ['one that comes later', [notice('2027-01-01')], 'first'],
  ] as const)
    test(`is the ${kind} with ${what}`, () => {
      const it = notice('2026-10-01');
      assert.equal(kindOf(it, [...before, it]), kind);
    });

  const first = notice('2026-10-01');
  const second = [notice('2025-10-01', { letter_received: '2025-11-01T00:00:00Z' }), first];
  const until = withholdFrom('2026-10-01');
  for (const [what, all, form, now, standing] of [
    ['waits', [first], w9('2026-01-01'), '2026-10-15', 'waiting'],
    ['withholds when the time is over', [first], w9('2026-01-01'), until, 'withholding'],
    ['withholds without any form', [first], null, until, 'withholding'],
    ['is answered by a new W-9', [first], w9('2026-10-10'), until, 'answered'],
    ['is not answered by a W-8', [first], { form: 'w8ben', created: at('2026-10-10') }, until, 'withholding'],
    ['is not answered by a W-9 the second time', second, w9('2026-10-10'), until, 'withholding'],
  ] as const)
    test(what, () => assert.equal(standingOf(first, { all, form, now: at(now) }), standing));

  test('of the second kind is answered by the letter, and an undone one counts for nothing', () => {
    const now = at(until);
    const answered = notice('2026-10-01', { letter_received: '2026-11-20T00:00:00Z' });
    assert.equal(standingOf(answered, { all: [...second, answered], form: null, now }), 'answered');
    const undone = notice('2026-10-01', { undone: '2026-10-02T00:00:00Z' });
    assert.equal(standingOf(undone, { all: [undone], form: null, now }), 'undone');
  });

  test('wants a form the first time only, and is no reason not to pay', () => {
    const now = at('2026-10-15');
    const nothing = { wantsForm: false, isOpen: false, withholds: false };
    assert.deepEqual(noticeState([], null, now), nothing);
    assert.deepEqual(noticeState([first], w9('2026-01-01'), now), {
      ...nothing,
      wantsForm: true,
      isOpen: true,
    });
    assert.deepEqual(noticeState([first], w9('2026-10-10'), at(until)), nothing);
    assert.deepEqual(noticeState(second, w9('2026-10-10'), now), { ...nothing, isOpen: true });
    assert.deepEqual(noticeState(second, w9('2026-10-10'), at(until)), {
      ...nothing,
      isOpen: true,
      withholds: true,
    });
  });
});
