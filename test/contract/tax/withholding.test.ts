/** What is kept back of a payment: the table of the law, and exactly one rate for everything that can be. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { countryCodes } from '../../../src/contract/forms/countries.ts';
import { uploadedForms } from '../../../src/contract/forms/tax-uploads.ts';
import { treatyIncomeTypes } from '../../../src/contract/forms/w8ben.ts';
import { tinStatuses } from '../../../src/contract/steps/compliance.ts';
import { incomeTypes, placesOfWork, withholdingReasons } from '../../../src/contract/forms/income.ts';
import { uploadedFormRows } from '../../../src/contract/tax/uploaded-forms.ts';
import { withholdingOf } from '../../../src/contract/tax/withholding.ts';
import type { FormFacts, WithholdingQuestion } from '../../../src/contract/tax/withholding.ts';

const german: FormFacts = {
  ...{ form: 'w8ben', holds: true, tin_status: 'unsubmitted' },
  ...{ citizenship: 'DE', residence: 'DE', has_number: true, claim: null },
};
const indian: FormFacts = {
  ...german,
  ...{ citizenship: 'IN', residence: 'IN' },
  claim: { country: 'IN', rate: 0.15, income: 'copyright12' },
};
const american: FormFacts = { form: 'w9', holds: true, tin_status: 'matched' };
const eci = { form: 'w8eci', rate: 0, income_types: incomeTypes, holds: true } as const;
const treaty8233 = { form: '8233', rate: 0, income_types: ['services'], holds: true } as const;
const asked: WithholdingQuestion = {
  ...{ form: german, residence: 'DE', income_type: 'services', place: 'inside' },
  ...{ year: 2026, paid: 100_000, amount: 100_000 },
};

type Row = readonly [what: string, Partial<WithholdingQuestion>, string];

/** The answers are `source rate reason withheld`. */
const table: readonly Row[] = [
  // IRC §862(a)(3), §861(a)(3): services where they are done.
  ['work abroad', { place: 'outside' }, 'foreign 0 earned-outside 0'],
  ['work abroad without a form', { form: null, place: 'outside' }, 'foreign 0 earned-outside 0'],
  ['work in the US', {}, 'us 0.3 statutory 30000'],
  ['a quarter in the US', { place: 'both', us_share: 25 }, 'both 0.3 statutory 7500'],
  ['nobody said where', { place: null }, 'us 0.3 place-unknown 30000'],
  ['both, but none in the US', { place: 'both', us_share: 0 }, 'foreign 0 earned-outside 0'],
  // Treas. Reg. §1.1441-1(b)(1).
  ['no form', { form: null }, 'us 0.3 no-form 30000'],
  ['a form that is over', { form: { ...german, holds: false } }, 'us 0.3 no-form 30000'],
  // IRC §861(a)(4), and treaties.
  ['royalties used abroad', { income_type: 'royalties', place: 'outside' }, 'foreign 0 earned-outside 0'],
  ['royalties', { income_type: 'royalties' }, 'us 0.3 statutory 30000'],
  ['royalties of a treaty', { form: indian, income_type: 'royalties' }, 'us 0.15 treaty 15000'],
  ['services are not royalties', { form: indian }, 'us 0.3 treaty-of-other-income 30000'],
  ['nor is other income', { form: indian, income_type: 'other' }, 'us 0.3 treaty-of-other-income 30000'],
  [
    'less than the table has is not believed',
    {
      form: { ...indian, claim: { country: 'IN', rate: 0, income: 'copyright12' } },
      income_type: 'royalties',
    },
    'us 0.15 treaty 15000',
  ],
  [
    'the treaty of another country',
    { form: { ...indian, residence: 'AE' }, income_type: 'royalties' },
    'us 0.3 treaty-of-other-country 30000',
  ],
  [
    'a country without a treaty',
    {
      form: { ...indian, residence: 'BR', claim: { country: 'BR', rate: 0.1, income: 'copyright12' } },
      income_type: 'royalties',
    },
    'us 0.3 treaty-of-other-country 30000',
  ],
  [
    'a treaty that has ended',
    {
      form: { ...indian, residence: 'HU', claim: { country: 'HU', rate: 0, income: 'copyright12' } },
      income_type: 'royalties',
    },
    'us 0.3 treaty-of-other-country 30000',
  ],
  [
    'a claim without a tax number',
    { form: { ...indian, has_number: false }, income_type: 'royalties' },
    'us 0.3 treaty-without-number 30000',
  ],
  [
    'a treaty of interest',
    {
      form: { ...indian, claim: { country: 'IN', rate: 0.15, income: 'interest1' } },
      income_type: 'royalties',
    },
    'us 0.3 treaty-of-other-income 30000',
  ],
  // Forms that were uploaded and approved: 26 USC §1441(c)(1), (c)(4)(A); §4948(a).
  ['a business in the US', { upload: eci, income_type: 'other' }, 'us 0 effectively-connected 0'],
  ['which is not needed abroad', { upload: eci, place: 'outside' }, 'foreign 0 earned-outside 0'],
  ['services that a treaty frees', { upload: treaty8233 }, 'us 0 treaty-services 0'],
  ['royalties it does not', { upload: treaty8233, income_type: 'royalties' }, 'us 0.3 statutory 30000'],
  [
    'for which the other form has a claim',
    { form: indian, upload: treaty8233, income_type: 'royalties' },
    'us 0.15 treaty 15000',
  ],
  ['before the ten days are over', { upload: { ...treaty8233, holds: false } }, 'us 0.3 statutory 30000'],
  [
    'and then without another form',
    { form: null, upload: { ...treaty8233, holds: false } },
    'us 0.3 no-form 30000',
  ],
  [
    'who is foreign, wherever they live',
    { form: null, residence: 'US', upload: { ...treaty8233, holds: false } },
    'us 0.3 no-form 30000',
  ],
  [
    'a private foundation',
    { upload: { ...eci, form: 'w8exp', rate: 0.04 }, income_type: 'royalties' },
    'us 0.04 exempt-organization 4000',
  ],
  ['an agent', { upload: { ...eci, form: 'w8imy', rate: 0.15 } }, 'us 0.15 intermediary 15000'],
  ['a rare status', { upload: { ...eci, form: 'w8bene', rate: 0.3 } }, 'us 0.3 approved-form 30000'],
  // US persons, 26 USC §3406.
  ['a US person', { form: american }, 'us 0 us-person 0'],
  ['a US person in Berlin', { form: american, place: 'outside' }, 'us 0 us-person 0'],
  ['a B-notice', { form: american, isNotified: true, paid: 200_000 }, 'us 0.24 wrong-number 24000'],
  ['a B-notice, little', { form: american, isNotified: true }, 'us 0 below-threshold 0'],
  [
    'a B-notice, royalties',
    { form: american, isNotified: true, income_type: 'royalties' },
    'us 0.24 wrong-number 24000',
  ],
  // §3406(b)(6)(B), (C): reported, or withheld from, in the year before.
  [
    'a B-notice, last year',
    { form: american, isNotified: true, hadLastYear: true },
    'us 0.24 wrong-number 24000',
  ],
  ['no form, last year', { form: null, residence: 'US', hadLastYear: true }, 'us 0.24 no-number 24000'],
  // Treas. Reg. §31.3406(j)-1(b): what the matching program says is no notice.
  ['a mismatch', { form: { ...american, tin_status: 'mismatched' }, paid: 200_000 }, 'us 0 us-person 0'],
  ['no form at the threshold', { form: null, residence: 'US', paid: 200_000 }, 'us 0.24 no-number 24000'],
  ['no form below it', { form: null, residence: 'US', paid: 199_999 }, 'us 0 below-threshold 0'],
  ['no form in 2025', { form: null, residence: 'US', paid: 60_000, year: 2025 }, 'us 0.24 no-number 24000'],
  ['no form in Puerto Rico', { form: null, residence: 'PR', paid: 200_000 }, 'us 0.24 no-number 24000'],
  ['nothing known', { form: null, residence: null, paid: 200_000 }, 'us 0.24 no-number 24000'],
  // §3406(a)(2): a notice about interest and dividends is about nothing else.
  ['notified, services', { form: { ...american, notified: true } }, 'us 0 us-person 0'],
  [
    'notified, other',
    { form: { ...american, notified: true }, income_type: 'other' },
    'us 0.24 notified-by-irs 24000',
  ],
  [
    'exempt',
    { form: { ...american, tin_status: 'mismatched', exempt_payee_code: '5' }, paid: 1_000_000 },
    'us 0 exempt-payee 0',
  ],
  ['exempt from something else', { form: { ...american, exempt_payee_code: '13' } }, 'us 0 us-person 0'],
  // A US citizen's W-8BEN is none.
  [
    'a Puerto Rican in Berlin',
    { form: { ...german, citizenship: 'PR' }, paid: 200_000 },
    'us 0.24 no-number 24000',
  ],
];

describe('withholding', () => {
  for (const [what, more, said] of table)
    test(what, () => {
      const { source, rate, reason, withheld } = withholdingOf({ ...asked, ...more });
      assert.equal(`${source} ${rate} ${reason} ${withheld}`, said);
    });

  test('has half a cent up, share and rate each', () => {
    const of = (amount: number, more: Partial<WithholdingQuestion> = {}) =>
      withholdingOf({ ...asked, amount, ...more }).withheld;
    // 30 % of 1 and 2 cents are 0.3 and 0.6; of 5 cents 1.5.
    assert.deepEqual(
      [1, 2, 5].map((cents) => of(cents)),
      [0, 1, 2],
    );
    // Half of 5 cents is 2.5, so 3; 30 % of that is 0.9.
    assert.equal(of(5, { place: 'both', us_share: 50 }), 1);
    // More than anybody moves at once is exact.
    assert.equal(of(99_999_999_999), 30_000_000_000);
  });

  test('every payment has exactly one rate with a reason', () => {
    const country = fc.constantFrom(...countryCodes);
    const claim = fc.record({
      country,
      rate: fc.integer({ min: 0, max: 3000 }).map((points) => points / 10_000),
      income: fc.constantFrom(...treatyIncomeTypes),
    });
    const form = fc.record({
      form: fc.constantFrom('w9' as const, 'w8ben' as const, 'w8bene' as const),
      holds: fc.boolean(),
      tin_status: fc.constantFrom(...tinStatuses),
      notified: fc.boolean(),
      exempt_payee_code: fc.constantFrom('', '1', '5', '6', '13'),
      citizenship: country,
      residence: country,
      has_number: fc.boolean(),
      claim: fc.option(claim),
    });
    const question = fc.record({
      form: fc.option(form),
      upload: fc.option(
        fc.record({
          form: fc.constantFrom(...uploadedForms),
          rate: fc.constantFrom(0, 0.04, 0.15, 0.3),
          income_types: fc.subarray([...incomeTypes]),
          holds: fc.boolean(),
        }),
      ),
      residence: fc.option(country),
      income_type: fc.constantFrom(...incomeTypes),
      place: fc.option(fc.constantFrom(...placesOfWork)),
      us_share: fc.integer({ min: 0, max: 100 }),
      year: fc.integer({ min: 2020, max: 2032 }),
      paid: fc.nat({ max: 1_000_000 }),
      amount: fc.integer({ min: 1, max: 100_000_000_000 }),
      hadLastYear: fc.boolean(),
      isNotified: fc.boolean(),
    });
    const seen = new Set<string>();
    fc.assert(
      fc.property(question, (given) => {
        const said = withholdingOf(given);
        seen.add(said.reason);
        assert.deepEqual(withholdingOf(given), said);
        assert.ok(withholdingReasons.includes(said.reason));
        assert.ok(said.rate >= 0 && said.rate <= 0.3);
        assert.ok(Number.isSafeInteger(said.withheld) && said.withheld >= 0 && said.withheld <= given.amount);
        assert.equal(said.source, said.us_share === 0 ? 'foreign' : said.us_share === 100 ? 'us' : 'both');
        // What is withheld is what the rate says of what comes from the US, within a cent.
        const exact = (given.amount * said.us_share * said.rate) / 100;
        assert.ok(Math.abs(said.withheld - exact) <= 1, `${said.withheld} of ${exact}`);
        // Less than 30 % of a foreigner's US income is only for a treaty of where they live.
        if (said.reason === 'treaty')
          assert.ok(
            given.form?.claim?.country === given.form?.residence &&
              given.form?.has_number &&
              given.income_type === 'royalties',
          );
        // A form that was approved after a Form W-9 says that the payee is foreign.
        if (given.form?.form === 'w9' && !given.upload) assert.ok([0, 0.24].includes(said.rate));
        // More is never withheld of less.
        if (given.amount > 1)
          assert.ok(withholdingOf({ ...given, amount: given.amount - 1 }).withheld <= said.withheld);
      }),
      { numRuns: 10_000 },
    );
    const usual = ['us-person', 'no-number', 'wrong-number', 'earned-outside', 'no-form', 'statutory'];
    for (const reason of [...usual, ...uploadedForms.map((name) => uploadedFormRows[name].reason)])
      assert.ok(seen.has(reason), reason);
  });
});
