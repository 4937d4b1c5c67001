/** Which form those need whom Forms W-8BEN and W-8BEN-E do not fit, and what it counts for. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { uploadedForms } from '../../../src/contract/forms/tax-uploads.ts';
import { askedOf, otherFormOf, otherPayees } from '../../../src/contract/tax/other-forms.ts';
import type { OtherAnswers, Outcome } from '../../../src/contract/tax/other-forms.ts';
import {
  countsFrom,
  isUploadOnFile,
  uploadedFormRows,
  uploadFacts,
  uploadHoldsUntil,
} from '../../../src/contract/tax/uploaded-forms.ts';

const table: readonly (readonly [what: string, answers: OtherAnswers, outcome: Outcome])[] = [
  ['nothing is said', {}, { ask: 'payee' }],
  // Treas. Reg. §1.1441-1(e)(3).
  ['money is passed on', { payee: 'pass_on' }, { upload: 'w8imy' }],
  // Treas. Reg. §1.1441-8, §1.1441-9.
  ['a government', { payee: 'exempt' }, { upload: 'w8exp' }],
  ['a person', { payee: 'person' }, { ask: 'own_work' }],
  ['who works in the US', { payee: 'person', own_work: true }, { ask: 'treaty' }],
  // Treas. Reg. §1.1441-4(b)(2).
  ['free by a treaty', { payee: 'person', own_work: true, treaty: true }, { upload: '8233' }],
  ['or not', { payee: 'person', own_work: true, treaty: false }, { fill: 'w8ben' }],
  ['who does not', { payee: 'person', own_work: false }, { ask: 'us_business' }],
  // Treas. Reg. §1.1441-4(a).
  ['with a shop there', { payee: 'person', own_work: false, us_business: true }, { upload: 'w8eci' }],
  ['or not', { payee: 'person', own_work: false, us_business: false }, { fill: 'w8ben' }],
  ['a business', { payee: 'business' }, { ask: 'us_business' }],
  ['with a branch there', { payee: 'business', us_business: true }, { upload: 'w8eci' }],
  ['without one', { payee: 'business', us_business: false }, { ask: 'status' }],
  ['of a rare status', { payee: 'business', us_business: false, status: true }, { upload: 'w8bene' }],
  ['of a usual one', { payee: 'business', us_business: false, status: false }, { fill: 'w8bene' }],
];

describe('the form of those whom ours do not fit', () => {
  for (const [what, answers, outcome] of table)
    test(`${what}: ${JSON.stringify(outcome)}`, () => assert.deepEqual(otherFormOf(answers), outcome));

  test('is found by three questions at most, and what is not asked counts for nothing', () => {
    const bool = fc.option(fc.boolean(), { nil: undefined });
    const anything = fc.record({
      payee: fc.constantFrom(undefined, ...otherPayees),
      ...{ own_work: bool, treaty: bool, us_business: bool, status: bool },
    });
    fc.assert(
      fc.property(anything, (answers) => {
        const asked = askedOf(answers);
        assert.ok(asked.length <= 3, asked.join());
        const heard = Object.fromEntries(asked.map((name) => [name, answers[name]]));
        assert.deepEqual(otherFormOf(answers), otherFormOf(heard));
        const outcome = otherFormOf(answers);
        assert.equal(
          'ask' in outcome,
          asked.some((name) => answers[name] === undefined),
        );
      }),
    );
  });

  test('every form that is uploaded is reached', () => {
    const reached = table.flatMap(([, , outcome]) => ('upload' in outcome ? [outcome.upload] : []));
    assert.deepEqual([...new Set(reached)].sort(), [...uploadedForms].sort());
  });
});

describe('a form that was approved', () => {
  const signed = new Date('2026-03-02T12:00:00Z');

  test('holds for as long as its regulation says', () => {
    const until = uploadedForms.map((form) => [form, uploadHoldsUntil(form, signed)?.toISOString() ?? null]);
    assert.deepEqual(until, [
      ['8233', '2027-01-01T00:00:00.000Z'],
      ['w8eci', '2030-01-01T00:00:00.000Z'],
      ['w8imy', null],
      ['w8exp', '2030-01-01T00:00:00.000Z'],
      ['w8bene', '2030-01-01T00:00:00.000Z'],
    ]);
  });

  test('counts at once, but for Form 8233, to which the IRS may object for ten days', () => {
    for (const form of uploadedForms)
      assert.equal(
        countsFrom(form, signed).toISOString().slice(0, 10),
        form === '8233' ? '2026-03-12' : '2026-03-02',
      );
  });

  test('lets the payee be paid in those ten days, and lowers no rate yet', () => {
    const upload = {
      ...({ form: '8233', rate: 0, income_types: ['services'] } as const),
      ...{ counts_from: new Date('2026-03-12'), holds_until: new Date('2027-01-01') },
    };
    const at = (day: string) => {
      const now = new Date(day);
      return [isUploadOnFile(upload, now), uploadFacts(upload, now).holds];
    };
    assert.deepEqual(at('2026-03-11'), [true, false]);
    assert.deepEqual(at('2026-03-12'), [true, true]);
    assert.deepEqual(at('2027-01-01'), [false, false]);
    assert.equal(isUploadOnFile(null, signed), false);
  });

  test('frees services alone by Form 8233, and takes no rate that its law does not have', () => {
    assert.deepEqual(uploadedFormRows['8233'].incomeTypes, ['services']);
    assert.deepEqual(uploadedFormRows.w8eci.rates, [0]);
    assert.deepEqual(uploadedFormRows.w8exp.rates, [0, 0.04]);
    assert.deepEqual([uploadedFormRows.w8imy.usual, uploadedFormRows.w8bene.usual], [null, null]);
  });
});
