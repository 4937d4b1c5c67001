/**
 * What each step asks, by what is meant, and from where a later step has it filled in (WCAG 2.2, 3.3.7). What
 * two steps ask has to be known to the second one, or has to be a secret, which the server never sends back.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { methodPrefill } from '../../src/contract/rails/method-object.ts';
import { onboardingInput } from '../../src/contract/steps/onboarding.ts';
import { wasAutoPayoutAsked } from '../../src/contract/plan/auto-payout.ts';
import { prefillOf } from '../../src/contract/steps/pdf-form-fill-state.ts';
import type { PdfField } from '../../src/contract/steps/pdf-form-fill.ts';
import { taxPrefillFields } from '../../src/contract/tax/prefill.ts';

const method = Object.keys(methodPrefill('BR', 'Ada Example', 'ada@example.com', '•••4725'));
const onboarding = Object.keys(onboardingInput.shape);

/** Both steps that pay out ask for a method with the same form. */
const newMethod = {
  email: 'email',
  country: 'bank_country',
  name: 'account_holder_name',
  'tax number': 'holder_tax_id',
  'account number': 'account_number',
};

/** The order is that of a plan. `knows`: what the requirement of the step brings along. */
const steps: readonly {
  readonly step: string;
  /** What is meant, and the field that asks for it. */
  readonly asks: Readonly<Record<string, string>>;
  readonly knows: readonly string[];
}[] = [
  {
    step: 'onboarding',
    asks: { 'first name': 'first_name', 'last name': 'last_name', email: 'email', country: 'country' },
    knows: onboarding,
  },
  {
    step: 'compliance',
    asks: {
      'first name': 'first_name',
      'last name': 'last_name',
      name: 'name',
      country: 'country',
      'tax number': 'foreign_tax_id',
      street: 'line_1',
      city: 'city',
      postcode: 'postcode',
    },
    knows: taxPrefillFields,
  },
  {
    step: 'manage-payouts',
    asks: newMethod,
    knows: method,
  },
  {
    step: 'payout',
    asks: newMethod,
    knows: method,
  },
];

/** Typed anew for safety's sake, which 3.3.7 allows: what is sent up comes back masked at most. */
const secrets = ['account number'];

const field = (label: string, more: Partial<PdfField> = {}): PdfField => ({
  ...{ id: 'f1', name: label, label, hint: null, type: 'text', required: false, page: 1, prefill: null },
  ...{ max_length: null, options: [], secret: false },
  ...more,
});

describe('a PDF form', () => {
  const ada = {
    ...{ first_name: 'Ada', last_name: 'Example', email: 'ada@example.com', country: 'US' },
    phone: '+14155550100',
  };
  const startsWith = (label: string, more?: Partial<PdfField>) =>
    prefillOf([field(label, more)], ada, new Date(0))['f1'];

  it('starts with what an earlier step asked, where its label plainly asks for it', () => {
    for (const [label, value] of [
      ['Full name', 'Ada Example'],
      ['Your name:', 'Ada Example'],
      ['First name *', 'Ada'],
      ['Nachname', 'Example'],
      ['E-mail address', 'ada@example.com'],
      ['Phone number', '+14155550100'],
    ] as const)
      assert.equal(startsWith(label), value, label);
  });

  it('leaves empty what may mean somebody else, what is a secret, and what the partner left empty', () => {
    for (const label of [
      'Name of your employer',
      'Emergency contact name',
      'Company',
      'Nickname',
      'Signature',
    ])
      assert.equal(startsWith(label), undefined, label);
    assert.equal(startsWith('Full name', { secret: true }), undefined);
    assert.equal(startsWith('Full name', { type: 'select', options: ['Ada'] }), undefined);
    assert.equal(startsWith('Full name', { prefill: '' }), undefined);
    assert.equal(startsWith('Full name', { prefill: 'As on the badge' }), 'As on the badge');
  });
});

describe('nothing is asked twice', () => {
  for (const [index, later] of steps.entries())
    for (const earlier of steps.slice(0, index))
      for (const [meaning, field] of Object.entries(later.asks).filter(([what]) => what in earlier.asks))
        it(`${meaning}: ${earlier.step}, then ${later.step}`, () => {
          assert.ok(secrets.includes(meaning) !== later.knows.includes(field), field);
        });

  it('automatic payouts: manage-payouts, then payout', () => {
    const plan = (state: 'completed' | 'skipped') => [
      { name: 'manage-payouts', state, reason: 'requested' } as const,
    ];
    assert.equal(wasAutoPayoutAsked(plan('completed'), {}, 1), true);
    assert.equal(wasAutoPayoutAsked(plan('skipped'), {}, 1), false, 'the step was not on screen');
    assert.equal(wasAutoPayoutAsked(plan('completed'), {}, 0), false, 'the payee went on without a method');
    assert.equal(wasAutoPayoutAsked(plan('completed'), { auto_payout_enabled: false }, 1), false);
  });
});
