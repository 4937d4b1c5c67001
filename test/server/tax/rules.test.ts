/** The tax table: what it says today, and what is true for every country, year and amount. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { countryCodes, isCountryCode } from '../../../src/contract/forms/countries.ts';
import { compliance } from '../../../src/locales/en/compliance.ts';
import { complianceW8 } from '../../../src/locales/en/compliance-w8.ts';
import { euCountries, platformRules } from '../../../src/contract/tax/platform-rules.ts';
import { ruleFor, taxAnswer, taxRules } from '../../../src/contract/tax/rules.ts';
import { expiring } from '../../../tools/tax-table.ts';
import type { TaxQuestion } from '../../../src/contract/tax/rules.ts';

const brief = (question: TaxQuestion) => {
  const { must, form, why, threshold, reporting } = taxAnswer(question);
  return `${must ? 'now' : 'not yet'} ${form} ${why} ${threshold} ${reporting?.regime ?? '-'}`;
};

describe('tax rules', () => {
  const cases: [string, TaxQuestion, string][] = [
    [
      'a US payee below USD 600 in 2025',
      { country: 'US', year: 2025, paid: 599_99 },
      'not yet w9 us-reporting 60000 -',
    ],
    [
      'a US payee at USD 600 in 2025',
      { country: 'US', year: 2025, paid: 600_00 },
      'now w9 us-reporting 60000 -',
    ],
    [
      'a US payee at USD 600 in 2026',
      { country: 'US', year: 2026, paid: 600_00 },
      'not yet w9 us-reporting 200000 -',
    ],
    [
      'a US payee at USD 2,000 in 2026',
      { country: 'US', year: 2026, paid: 2_000_00 },
      'now w9 us-reporting 200000 -',
    ],
    [
      'a US payee at USD 2,000 in 2031',
      { country: 'US', year: 2031, paid: 2_000_00 },
      'now w9 us-reporting 200000 -',
    ],
    [
      'a payee in Puerto Rico',
      { country: 'PR', year: 2026, paid: 1_999_99 },
      'not yet w9 us-reporting 200000 -',
    ],
    ['a payee in American Samoa', { country: 'AS', year: 2026, paid: 0 }, 'now w8ben us-withholding 0 -'],
    [
      'a German payee before the first cent',
      { country: 'DE', year: 2026, paid: 0 },
      'now w8ben us-withholding 0 dac7',
    ],
    ['a German payee in 2022', { country: 'DE', year: 2022, paid: 0 }, 'now w8ben us-withholding 0 -'],
    ['a payee in Réunion', { country: 'RE', year: 2023, paid: 0 }, 'now w8ben us-withholding 0 dac7'],
    ['a British payee in 2023', { country: 'GB', year: 2023, paid: 0 }, 'now w8ben us-withholding 0 -'],
    ['a British payee in 2024', { country: 'GB', year: 2024, paid: 0 }, 'now w8ben us-withholding 0 uk'],
    ['a Canadian payee in 2024', { country: 'CA', year: 2024, paid: 0 }, 'now w8ben us-withholding 0 ca'],
    ['an Australian payee in 2023', { country: 'AU', year: 2023, paid: 0 }, 'now w8ben us-withholding 0 au'],
    [
      'a payee in New Zealand in 2024',
      { country: 'NZ', year: 2024, paid: 0 },
      'now w8ben us-withholding 0 nz',
    ],
    ['a payee in India', { country: 'IN', year: 2026, paid: 0 }, 'now w8ben us-withholding 0 -'],
    [
      'a payee of unknown country',
      { country: null, year: 2026, paid: 9_999_99 },
      'not yet w9 us-reporting 200000 -',
    ],
    [
      'an EU seller of few goods',
      { country: 'FR', year: 2026, paid: 2_000_00, activity: 'goods', sales: 29 },
      'now w8ben us-withholding 0 -',
    ],
    [
      'an EU seller of 30 goods',
      { country: 'FR', year: 2026, paid: 1_00, activity: 'goods', sales: 30 },
      'now w8ben us-withholding 0 dac7',
    ],
    [
      'an EU seller of one dear thing',
      { country: 'FR', year: 2026, paid: 2_000_01, activity: 'goods', sales: 1 },
      'now w8ben us-withholding 0 dac7',
    ],
    [
      'an EU seller whose sales nobody counts',
      { country: 'FR', year: 2026, paid: 0, activity: 'goods' },
      'now w8ben us-withholding 0 dac7',
    ],
    [
      'an Australian seller of goods',
      { country: 'AU', year: 2026, paid: 9_000_00, activity: 'goods', sales: 99 },
      'now w8ben us-withholding 0 -',
    ],
  ];
  for (const [name, question, answer] of cases) it(name, () => assert.equal(brief(question), answer));

  it('leave sellers of few goods out, each law up to its own limit', () => {
    const asked = (country: string, sales: number, paid: number) =>
      taxAnswer({ country, year: 2026, paid, activity: 'goods', sales }).reporting !== null;
    for (const [country, limit] of [
      ['DE', 2_000_00],
      ['GB', 2_000_00],
      ['CA', 1_800_00],
    ] as const) {
      assert.deepEqual([asked(country, 29, limit), asked(country, 0, 0)], [false, false], country);
      assert.deepEqual([asked(country, 30, 0), asked(country, 29, limit + 1)], [true, true], country);
    }
    for (const country of ['AU', 'NZ', 'IN']) assert.equal(asked(country, 99, 9_999_99), false, country);
  });

  it('began in their own year, and there is none before any', () => {
    const began = platformRules.map(({ regime, countries: [country = ''], from }) => {
      const law = (year: number) => taxAnswer({ country, year, paid: 0 }).reporting?.regime;
      return [regime, from, law(from - 1), law(from)];
    });
    assert.deepEqual(began, [
      ['dac7', 2023, undefined, 'dac7'],
      ['uk', 2024, undefined, 'uk'],
      ['ca', 2024, undefined, 'ca'],
      ['au', 2023, undefined, 'au'],
      ['nz', 2024, undefined, 'nz'],
      ['no', 2026, undefined, 'no'],
    ]);
    assert.deepEqual([ruleFor('US', 0).threshold, ruleFor('DE', 0).threshold], [600_00, 0]);
    assert.throws(() => ruleFor('US', -1), /No tax rule for US in -1/);
  });

  it('go on with the last amount until another is published, and then take that one from New Year on', () => {
    assert.equal(ruleFor('US', 2027).threshold, 2_000_00);
    const published = { ...ruleFor('US', 2026), from: 2027, threshold: 2_100_00 };
    const rules = [...taxRules, published];
    assert.deepEqual(
      [2026, 2027, 2028].map((year) => ruleFor('US', year, rules).threshold),
      [2_000_00, 2_100_00, 2_100_00],
    );
    assert.equal(ruleFor('DE', 2027, rules).threshold, 0);
  });

  it('tell what has to be looked up within 120 days', () => {
    const told = (iso: string) => expiring(new Date(iso)).map((line) => line.slice(0, 16).trim());
    assert.deepEqual(told('2026-09-02T00:00:00Z'), []);
    assert.deepEqual(told('2026-09-03T00:00:00Z'), [
      // People and businesses of the states, and of the territories.
      ...['2026-12-31  W-9', '2026-12-31  W-9'],
      ...['dac7', 'uk,', 'ca,'].map((regime) => `2026-12-31  ${regime}`),
    ]);
  });

  it('ask sellers in all 27 member states', () => assert.equal(new Set(euCountries).size, 27));

  it('name their source', () => {
    for (const rule of taxRules) assert.match(rule.source, /USC|Reg\./);
    for (const rule of platformRules) assert.match(rule.source, /Directive|Regulations|Act/);
  });

  it('have a sentence that the payee can read', () => {
    const words: Readonly<Record<string, string>> = { ...compliance, ...complianceW8 };
    for (const { why } of taxRules)
      assert.match(words[`compliance.law.${why}`] ?? '', /^US tax law .+\.$/, why);
    for (const { regime } of platformRules)
      assert.match(words[`compliance.reporting.${regime}`] ?? '', /law.+\{app\}.+\.$/, regime);
  });

  it('name countries that exist, and no country under two laws of its own', () => {
    const all = platformRules.flatMap((rule) => rule.countries);
    assert.deepEqual(
      [...all, ...taxRules.flatMap((rule) => rule.countries)].filter((country) => !isCountryCode(country)),
      [],
    );
    assert.equal(new Set(all).size, all.length);
  });
});

describe('whatever the country, the year and the amount', () => {
  const question = fc.record({
    country: fc.constantFrom(...countryCodes),
    year: fc.integer({ min: 1990, max: 2090 }),
    paid: fc.integer({ min: 0, max: 1e10 }),
    activity: fc.constantFrom('services' as const, 'goods' as const),
    sales: fc.integer({ min: 0, max: 100 }),
  });

  it('there is exactly one answer', () => {
    for (const country of countryCodes) {
      for (let year = 2015; year <= 2040; year += 1) {
        const rule = ruleFor(country, year);
        const newest = taxRules.filter(
          ({ countries, from }) => from <= year && countries.includes(country),
        ).length;
        const general = taxRules.filter(
          ({ countries, from }) => from <= year && countries.length === 0,
        ).length;
        assert.ok(newest > 0 || general === 1, `${country} ${year}`);
        assert.equal(
          platformRules.filter((one) => one.from <= year && one.countries.includes(country)).length <= 1,
          true,
        );
        for (const paid of [0, 1, 599_99, 600_00, 1_999_99, 2_000_00, 2_000_01, 1e9])
          assert.equal(
            taxAnswer({ country, year, paid }).must,
            paid >= rule.threshold,
            `${country} ${year} ${paid}`,
          );
      }
    }
  });

  it('more money never makes less due, and asks for nothing less', () => {
    fc.assert(
      fc.property(
        question,
        fc.integer({ min: 0, max: 1e10 }),
        fc.integer({ min: 0, max: 100 }),
        (asked, money, sales) => {
          const less = taxAnswer(asked);
          const more = taxAnswer({ ...asked, paid: asked.paid + money, sales: asked.sales + sales });
          assert.ok(!less.must || more.must);
          assert.ok(less.reporting === null || more.reporting !== null);
          assert.deepEqual([more.form, more.why, more.threshold], [less.form, less.why, less.threshold]);
        },
      ),
    );
  });

  it('a limit of the United States never falls from one year to the next', () => {
    for (const country of countryCodes)
      for (let year = 1990; year < 2090; year += 1)
        assert.ok(ruleFor(country, year).threshold <= ruleFor(country, year + 1).threshold);
  });

  it('the answer is the same whenever it is asked for', () => {
    fc.assert(fc.property(question, (asked) => assert.deepEqual(taxAnswer(asked), taxAnswer({ ...asked }))));
  });
});
