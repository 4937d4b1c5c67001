/** Which fields are kept before they are sent. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { backgroundCheckDetailsInput } from '../../src/contract/steps/background-check.ts';
import { complianceInput } from '../../src/contract/steps/compliance-requests.ts';
import { draftFields } from '../../src/contract/steps/drafts.ts';
import { onboardingInput } from '../../src/contract/steps/onboarding.ts';
import { payoutInput } from '../../src/contract/steps/payout.ts';
import { keepsAnswer } from '../../src/contract/steps/pdf-drafts.ts';
import type { PdfField } from '../../src/contract/steps/pdf-form-fill.ts';

interface Definition {
  readonly options?: readonly object[];
  readonly in?: object;
  readonly shape?: Readonly<Record<string, object>>;
}

/** Returns the names of all fields of a schema of objects. */
function fieldsOf(schema: object): string[] {
  const { options = [], in: inner, shape = {} } = (schema as { _zod: { def: Definition } })._zod.def;
  return [...Object.keys(shape), ...[...options, ...(inner ? [inner] : [])].flatMap(fieldsOf)];
}

describe('a draft', () => {
  // A new field has to be put into one of the two.
  const steps: [string, object, string[]][] = [
    ['onboarding', onboardingInput, []],
    [
      'compliance',
      complianceInput,
      [
        ...[
          'date_of_birth',
          'tin',
          'tin_type',
          'us_tax_id',
          'giin',
          'foreign_tax_id',
          'place_of_birth',
          'vat_id',
          'abn',
        ],
        ...['business_registration_number', 'status_certified', 'signature', 'capacity', 'consent'],
        ...['country_confirmed', 'formed_on'],
      ],
    ],
    ['background-check', backgroundCheckDetailsInput, ['date_of_birth', 'ssn']],
    ['payout', payoutInput, []],
  ];
  for (const [step, schema, typedAnew] of steps)
    it(`of ${step} has every field of the request, or says that it is typed anew`, () => {
      const fields = new Set(fieldsOf(schema));
      assert.ok(fields.size > 1);
      const kept = draftFields(step);
      assert.deepEqual([...fields].filter((field) => !kept.includes(field)).sort(), [...typedAnew].sort());
    });

  it('has an answer to a partner’s form only where it can be no number of a government or a bank', () => {
    const field = (label: string, more: Partial<PdfField> = {}) => ({
      ...{ id: 'f1', type: 'text' as const, label, options: [], secret: false },
      ...more,
    });
    const keeps = (one: ReturnType<typeof field>, value: string, name = 'f1') =>
      keepsAnswer([one], name, value);
    for (const number of ['412-55-7890', '4', 'DE136695976', '٤١٢', 'I was born in 1990'])
      assert.equal(keeps(field('Anything'), number), false, number);
    assert.equal(keeps(field('Anything', { type: 'multiline' }), 'born in 1990'), false);
    assert.equal(keeps(field('Anything'), 'I paint houses.'), true);
    for (const [label, value] of [
      ['Street address', '12 Elm Street'],
      ['ZIP code', '94103'],
      ['Telefonnummer', '+49 30 1234567'],
      ['Your e-mail', 'ada1@example.com'],
    ] as const)
      assert.equal(keeps(field(label), value), true, label);
    for (const label of ['Full name', 'Company', 'Job title'])
      assert.equal(keeps(field(label), 'DE89 3704 0044'), false, label);
    // That it was emptied, or that what stood there is no more, tells nothing.
    for (const more of [{ secret: true }, { type: 'date' }] as const)
      assert.equal(keeps(field('ZIP code', more), ''), true);
    assert.equal(keeps(field('ZIP code', { secret: true }), 'x'), false);
    assert.equal(keeps(field('Start date', { type: 'date' }), '12/24/2026'), false);
    assert.equal(keeps(field('Size', { type: 'radio', options: ['Size 4'] }), 'Size 4'), true);
    assert.equal(keeps(field('Size', { type: 'radio', options: ['Size 4'] }), '412557890'), false);
    assert.equal(keeps(field('Terms', { type: 'checkbox' }), 'true'), true);
    assert.equal(keeps(field('Anything'), 'Robin', 'f1_latin'), true);
    assert.equal(keeps(field('Anything'), 'Robin', 'f2'), false);
  });
});
