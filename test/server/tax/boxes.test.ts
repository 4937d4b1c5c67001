/** Which boxes of which form a year fills: the rule, by cases. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TaxPart } from '../../../src/contract/money/tax-totals.ts';
import type { ComplianceInput } from '../../../src/contract/steps/compliance-requests.ts';
import { parseTaxForm } from '../../../src/contract/tax/parse-form.ts';
import { returnsOf } from '../../../src/server/tax/returns/boxes.ts';
import { columnsOf } from '../../../src/server/tax/returns/columns.ts';
import { company, foreigner, person } from '../payee/payee.ts';

const part = (more: Partial<TaxPart>): TaxPart => ({
  ...{ income_type: 'services', source: 'us', chapter: '24', rate: 0, reason: 'us-person' },
  ...{ gross: 0, us_gross: 0, withheld: 0, withheld_elsewhere: 0, released: 0, ...more },
});
const services = (gross: number, more: Partial<TaxPart> = {}) => part({ gross, us_gross: gross, ...more });
const royalties = (gross: number, more: Partial<TaxPart> = {}) =>
  services(gross, { income_type: 'royalties', ...more });
const other = (gross: number, more: Partial<TaxPart> = {}) =>
  services(gross, { income_type: 'other', ...more });
const backup = { rate: 0.24, reason: 'wrong-number' } as const;
const foreign = { chapter: '3', rate: 0.3, reason: 'statutory' } as const;

const w9 = parseTaxForm(person);
const corporation = parseTaxForm({ ...company, tax_classification: 'c_corporation' });
const partnership = parseTaxForm(company);
const w8 = parseTaxForm(foreigner);

type Form = Parameters<typeof returnsOf>[0];
const boxes = (
  form: Form,
  parts: TaxPart[],
  fields: ComplianceInput | null = w9,
  { year = 2026, paid_elsewhere = 0 } = {},
) => returnsOf(form, { year, parts, paid_elsewhere }, fields).map((line) => line.boxes);

describe('a 1099-NEC', () => {
  it('is made from the threshold of its year on', () => {
    // 26 USC §6041A(a)(2) as amended by Pub. L. 119-21 §70433: USD 600 through 2025, USD 2,000 from 2026.
    assert.deepEqual(boxes('1099-nec', [services(1_999_99)]), []);
    assert.deepEqual(boxes('1099-nec', [services(2_000_00)]), [{ '1': 2_000_00, '4': 0 }]);
    assert.deepEqual(boxes('1099-nec', [services(599_99)], w9, { year: 2025 }), []);
    assert.deepEqual(boxes('1099-nec', [services(600_00)], w9, { year: 2025 }), [{ '1': 600_00, '4': 0 }]);
  });

  it('counts what was paid elsewhere', () => {
    assert.deepEqual(boxes('1099-nec', [services(500_00)], w9, { paid_elsewhere: 1_500_00 }), [
      { '1': 2_000_00, '4': 0 },
    ]);
  });

  it('counts nothing that a foreign person was paid elsewhere', () => {
    const elsewhere = { paid_elsewhere: 5_000_00 };
    assert.deepEqual(boxes('1099-nec', [], w8, elsewhere), []);
    assert.deepEqual(boxes('1099-nec', [services(100_00, foreign)], null, elsewhere), []);
    assert.deepEqual(boxes('1099-nec', [], null, elsewhere), [{ '1': 5_000_00, '4': 0 }]);
  });

  it('is made of any amount of which tax was kept back and not released', () => {
    const kept = services(100_00, { ...backup, withheld: 24_00 });
    assert.deepEqual(boxes('1099-nec', [kept]), [{ '1': 100_00, '4': 24_00 }]);
    assert.deepEqual(boxes('1099-nec', [{ ...kept, released: 24_00 }]), []);
    const elsewhere = services(100_00, { ...backup, withheld_elsewhere: 24_00 });
    assert.deepEqual(boxes('1099-nec', [elsewhere]), [{ '1': 100_00, '4': 24_00 }]);
  });

  it('is not for corporations, exempt payees and foreign persons', () => {
    assert.deepEqual(boxes('1099-nec', [services(9_000_00)], corporation), []);
    assert.equal(boxes('1099-nec', [services(9_000_00)], partnership).length, 1);
    assert.deepEqual(boxes('1099-nec', [services(9_000_00, { reason: 'exempt-payee' })], partnership), []);
    assert.deepEqual(boxes('1099-nec', [services(9_000_00, foreign)], w8), []);
    assert.deepEqual(boxes('1099-nec', [services(9_000_00, { income_type: null, chapter: null })]), []);
    // Of before there was withholding, the form says what the payee is.
    const old = { chapter: null, reason: null, rate: null, source: null } as const;
    assert.deepEqual(boxes('1099-nec', [services(9_000_00, old)], w8), []);
    assert.equal(boxes('1099-nec', [services(9_000_00, old)], null).length, 1);
  });
});

describe('a 1099-MISC', () => {
  it('has royalties from USD 10 on, and other income from the threshold on', () => {
    // 26 USC §6050N(a), §6041(a).
    assert.deepEqual(boxes('1099-misc', [royalties(9_99), other(1_999_99)]), []);
    assert.deepEqual(boxes('1099-misc', [royalties(10_00), other(1_999_99)]), [
      { '2': 10_00, '3': 0, '4': 0 },
    ]);
    assert.deepEqual(boxes('1099-misc', [royalties(9_99), other(2_000_00)]), [
      { '2': 0, '3': 2_000_00, '4': 0 },
    ]);
    assert.deepEqual(boxes('1099-misc', [services(9_000_00)]), []);
    assert.deepEqual(boxes('1099-misc', [royalties(5_00, { ...backup, withheld: 1_20 })]), [
      { '2': 5_00, '3': 0, '4': 1_20 },
    ]);
  });
});

describe('a 1042-S', () => {
  it('is made from the first dollar from the United States on, one for each type and rate', () => {
    const lines = returnsOf(
      '1042-s',
      {
        ...{ year: 2026, paid_elsewhere: 0 },
        parts: [
          services(100_00, { ...foreign, us_gross: 40_00, withheld: 12_00, released: 12_00, source: 'both' }),
          services(50_00, { ...foreign, reason: 'place-unknown', withheld: 15_00 }),
          royalties(20_00, { ...foreign, rate: 0, reason: 'treaty' }),
          royalties(30_00, { ...foreign, rate: 0.1, reason: 'treaty', withheld: 3_00 }),
          services(70_00, { ...foreign, us_gross: 0, rate: 0, reason: 'earned-outside', source: 'foreign' }),
          services(9_000_00),
        ],
      },
      w8,
    );
    assert.deepEqual(lines, [
      { line: '12 0 04', boxes: { '2': 20_00, '7a': 0, '9': 0, '10': 0 } },
      { line: '12 1000 00', boxes: { '2': 30_00, '7a': 3_00, '9': 0, '10': 3_00 } },
      { line: '17 3000 00', boxes: { '2': 90_00, '7a': 27_00, '9': 12_00, '10': 15_00 } },
    ]);
  });
});

/** Form 1042-S, instructions, “Exemption Codes”. */
const exemptionCodes = [
  ['effectively-connected', 0, '01'],
  ['exempt-organization', 0, '02'],
  ['exempt-organization', 0.04, '00'],
  ['treaty', 0, '04'],
  ['treaty-services', 0, '04'],
  ['treaty-services', 0.1, '00'],
  ['intermediary', 0, '04'],
  ['approved-form', 0, '04'],
  ['approved-form', 0.15, '00'],
  ['statutory', 0.3, '00'],
] as const;

describe('the exemption code of a 1042-S', () => {
  for (const [reason, rate, code] of exemptionCodes)
    it(`is ${code} for ${reason} at ${rate}`, () => {
      const parts = [services(100_00, { ...foreign, reason, rate })];
      const [line] = returnsOf('1042-s', { year: 2026, paid_elsewhere: 0, parts }, w8);
      assert.equal(line?.line, `17 ${rate * 10_000} ${code}`);
    });
});

it('no file has a column twice', () => {
  for (const columns of Object.values(columnsOf)) assert.equal(new Set(columns).size, columns.length);
});
