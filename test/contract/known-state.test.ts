import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { ComplianceInput } from '../../src/contract/steps/compliance-requests.ts';
import { asksForKnown, knownOf } from '../../src/contract/steps/known-state.ts';

const last = new Date('2026-03-02T09:00:00Z');
const after = (days: number, isNewBrowser: boolean, afterDays = 90) =>
  asksForKnown({ now: new Date(last.getTime() + days * 86_400_000), last, isNewBrowser, afterDays });

describe('something known is asked for', () => {
  for (const [days, isNewBrowser, asks] of [
    [0, true, false],
    [1, true, false],
    [1.01, true, true],
    [1.01, false, false],
    [90, false, false],
    [90.01, false, true],
    [400, true, true],
  ] as const)
    test(`${asks ? 'yes' : 'no'}, after ${days} days in a ${isNewBrowser ? 'new' : 'known'} browser`, () => {
      assert.equal(after(days, isNewBrowser), asks);
    });

  test('never on the first day, whatever the setting, and never of whom no code let in', () => {
    assert.deepEqual([after(0.9, false, 0), after(1.1, false, 0)], [false, true]);
    assert.equal(asksForKnown({ now: last, last: null, isNewBrowser: true, afterDays: 0 }), false);
  });
});

test('asks for the date of birth, else for the end of a bank account, and for no number of a register', () => {
  const of = (form: object | null, partnerSaid: string | null = null, accounts: string[] = []) =>
    knownOf({ form: form as ComplianceInput | null, partnerSaid, accounts });
  const born = { asks: 'date_of_birth', answers: ['1990-04-12'] };
  const account = ['••• 6789'];
  assert.deepEqual(of({ form: 'w9', date_of_birth: '1990-04-12' }, '1980-01-01', account), born);
  assert.deepEqual(of(null, '1990-04-12', account), born);
  assert.deepEqual(of({ form: 'w9', tin: '12-3456789' }, null, [...account, 'GB ••• 34ab', '••• 12']), {
    asks: 'account_last4',
    answers: ['6789', '34AB'],
  });
  for (const form of [
    { form: 'w9', tin: '12-3456789' },
    { form: 'w8bene', foreign_tax_id: 'DE136695976' },
    null,
  ])
    assert.equal(of(form, null, ['j•••@example.com', '@j•••', '••• 12']), null);
});
