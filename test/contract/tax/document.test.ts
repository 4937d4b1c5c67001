/** A filed form line by line, as the payee reads it and the PDF prints it. */
import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { withoutEmptyLines } from '../../../src/contract/tax/document-lines.ts';
import { taxDocumentOf } from '../../../src/contract/tax/document.ts';
import { asOf } from '../../../src/contract/forms/dates.ts';
import { ProblemError } from '../../../src/contract/input/problem-error.ts';
import { parseComplianceInput, parseTaxForm } from '../../../src/contract/tax/parse-form.ts';
import { company, foreignCompany, foreigner, person } from '../../server/payee/payee.ts';

const documentOf = (form: object, year = 2026) => taxDocumentOf(parseComplianceInput(form, year), year);

/** The numbered lines that have a value, below the first words of their section. */
function printed(form: object, year = 2026): string[] {
  return withoutEmptyLines(documentOf(form, year)).sections.flatMap(({ title, lines }) => [
    title.split('. ')[0] ?? '',
    ...lines.map(({ line, label, value }) => `${line || label}: ${value}`),
  ]);
}
const claim = {
  claims_treaty: true,
  tax_treaty_country: 'DE',
  tax_treaty_citation: 'Article 12(1)',
  tax_treaty_rate: 0.07,
  tax_treaty_income_type: 'copyright12',
};

/** The numbers of the lines of each form in its own order, as the IRS prints it. */
const asIssued = [
  // Rev. March 2024. Part I has a place for either number.
  [person, ['1', '2', '3a', '3b', '4', '4', '5', '6', '7', '', '']],
  // Rev. October 2021, Parts I and II.
  [foreigner, ['1', '2', '3', '4', '5', '6a', '6b', '7', '8', '9', '10', '10', '10', '10']],
  // Rev. October 2021, Parts I to III, XXV and XXIX.
  [
    foreignCompany,
    [
      ...['1', '2', '3', '4', '5', '6', '7', '8', '9a', '9b', '9c', '10', '11', '12', '13'],
      ...['14a', '14b', '14c', '15', '15', '15', '15', '', '', '', ''],
    ],
  ],
] as const;

test('every line of a form appears, in the order of the form, whether anything was said or not', () => {
  for (const [form, lines] of asIssued) {
    const document = documentOf({ ...form, place_of_work: undefined, us_indicia_reason: undefined }, 2020);
    assert.deepEqual(
      document.sections.flatMap((section) => section.lines.map(({ line }) => line)),
      lines,
      document.title,
    );
  }
});

describe('a W-9', () => {
  it('of a person has no line for a business, and the number in three groups', () => {
    const form = { ...person, line_2: 'Apt. 4', exempt_payee_code: '5', fatca_exemption_code: 'A' };
    assert.deepEqual(printed(form), [
      'Identification',
      '1: Jane Doe',
      '3a: Individual/sole proprietor',
      '5: 1 Main Street, Apt. 4',
      '6: Springfield, IL 62701',
      'Part I',
      'Social security number: 123-45-6789',
    ]);
  });

  it('of a business has its classification and codes, and the number in two groups', () => {
    const form = {
      ...company,
      doing_business_as: 'Doe Sound',
      tax_classification: 'other',
      other_classification: 'Cooperative',
      exempt_payee_code: '1',
      fatca_exemption_code: 'M',
    };
    assert.deepEqual(printed(form), [
      'Identification',
      '1: Doe Studio LLC',
      '2: Doe Sound',
      '3a: Other, Cooperative',
      '4: 1',
      '4: M',
      '5: 1 Main Street',
      '6: Springfield, IL 62701',
      'Part I',
      'Employer identification number: 12-3456789',
    ]);
    assert.ok(
      printed({ ...form, tax_classification: 'llc_c' }).includes('3a: LLC, taxed as C corporation (C)'),
    );
  });

  it('of a business from the vendor’s clients may lack the classification', () => {
    const form = parseTaxForm({ ...company, tax_classification: undefined });
    const [identification] = withoutEmptyLines(taxDocumentOf(form, 2026)).sections;
    assert.deepEqual(
      identification?.lines.map(({ line }) => line),
      ['1', '5', '6'],
    );
  });

  it('strikes item 2 of those whom the IRS has notified, and of nobody else', () => {
    for (const [notified, struck] of [
      [true, [2]],
      [false, undefined],
      [undefined, undefined],
    ] as const) {
      const form = { ...person, subject_to_backup_withholding: notified };
      const document = taxDocumentOf(parseComplianceInput(form, 2026), 2026);
      assert.deepEqual(document.struck, struck);
      assert.match(document.certification[2] ?? '', /^2\. I am not subject to backup withholding/);
      assert.equal(printed(form).includes('2: Yes'), notified === true);
    }
  });
});

describe('a W-8BEN', () => {
  it('has the address in one line, the date as Americans write it, and what other laws want', () => {
    const form = { ...foreigner, state: 'BE', vat_id: 'DE136695976', place_of_birth: 'Bonn' };
    assert.deepEqual(printed(form), [
      'Part I',
      '1: Jana Beispiel',
      '2: Germany',
      '3: Beispielweg 1, Berlin, BE, 10115, Germany',
      '6a: 86 095 742 719',
      '8: 01-31-1988',
      'Explanation of U.S',
      'Reason: Only a telephone number or an account is in the United States',
      'Further details for European Union (DAC7, Directive (EU) 2021/514)',
      'Tax number issued by: Germany',
      'Place of birth: Bonn',
      'VAT identification number: DE136695976',
    ]);
    assert.ok(!printed(form, 2022).some((line) => line.startsWith('Further details')));
  });

  it('says that no number is needed where there is none, and names no country that gave it out', () => {
    const form = { ...foreigner, foreign_tax_id: '', no_foreign_tax_id: true, place_of_birth: 'Bonn' };
    assert.deepEqual(
      printed(form).filter((line) => /^(?:6|Tax)/.test(line)),
      ['6b: Yes'],
    );
  });

  it('has the claim of a treaty, with the rate in per cent, and no claim unless one is made', () => {
    const lines = printed({ ...foreigner, ...claim, tax_treaty_explanation: 'No establishment' });
    const from = lines.indexOf('Part II');
    assert.deepEqual(lines.slice(from, from + 6), [
      'Part II',
      '9: Germany',
      '10: Article 12(1)',
      '10: 7 %',
      '10: Other royalties, for example copyright (income code 12)',
      '10: No establishment',
    ]);
    assert.ok(!printed({ ...foreigner, ...claim, claims_treaty: false }).includes('Part II'));
    for (const [rate, shown] of [
      [0, '10: 0 %'],
      [0.125, '10: 12.5 %'],
      [0.3, '10: 30 %'],
    ] as const)
      assert.ok(printed({ ...foreigner, ...claim, tax_treaty_rate: rate }).includes(shown), shown);
  });
});

it('the certification of each W-8 has one paragraph that leads to the last one of its list', () => {
  const leading = [foreigner, foreignCompany].map((form) =>
    taxDocumentOf(parseComplianceInput(form, 2026), 2026)
      .certification.filter((text) => text.endsWith('; and'))
      .map((text) => text.slice(0, 18)),
  );
  assert.deepEqual(leading, [['The person named o'], ['This form relates ']]);
});

describe('a W-8BEN-E', () => {
  it('has the statuses, and the certification of its own status', () => {
    const lines = printed(foreignCompany).map((line) => line.slice(0, 60));
    assert.deepEqual(lines, [
      'Part I',
      '1: Beispiel Musik GmbH',
      '2: Germany',
      '4: Corporation',
      '5: Active NFFE',
      '6: Beispielweg 1, Berlin, 10115, Germany',
      '9b: DE136695976',
      'Part XXV, line 39',
      'I certify that: The entity identified in Part I is a foreign',
      'I certify that: Less than 50% of such entity’s gross income ',
      'I certify that: Less than 50% of the assets held by such ent',
      'Explanation of U.S',
      'Reason: Only a telephone number or an account is in the Unit',
      'Further details for European Union (DAC7, Directive (EU) 202',
      'Tax number issued by: Germany',
      'Business registration number: HRB 12345',
    ]);
  });

  it('has the market of those whose stock is traded alone, and a GIIN in place of a certification', () => {
    const traded = { ...foreignCompany, securities_market: 'Xetra' };
    assert.ok(printed({ ...traded, chapter4_status: 'publicly_traded_nffe' }).includes('37a: Xetra'));
    assert.ok(!printed(traded).includes('37a: Xetra'));
    const registered = { chapter4_status: 'participating_ffi', giin: '98Q96B.00000.LE.276' };
    const lines = printed({ ...foreignCompany, ...registered });
    assert.ok(lines.includes('9a: 98Q96B.00000.LE.276'));
    assert.ok(!lines.some((line) => line.startsWith('I certify that')));
  });

  it('certifies the statuses that a business can have without being registered, each in its own part', () => {
    const partOf = (chapter4_status: string, more: object = {}) => {
      const lines = printed({ ...foreignCompany, chapter4_status, ...more });
      const from = lines.findIndex((line) => line.startsWith('Part X'));
      return [lines[from], lines.filter((line) => line.startsWith('I certify that')).length];
    };
    assert.deepEqual(partOf('nonprofit'), ['Part XXII, line 36', 6]);
    assert.deepEqual(partOf('excepted_territory_nffe'), ['Part XXIV, line 38', 3]);
    assert.deepEqual(partOf('excepted_group_entity'), ['Part XVIII, line 32', 4]);
  });

  it('of a start-up has the day on which it was formed, less than 24 months ago', () => {
    const formed = (formed_on?: string) =>
      asOf(new Date('2026-03-02T09:00:00Z'), () =>
        printed({ ...foreignCompany, chapter4_status: 'excepted_startup', formed_on }),
      ).find((line) => line.startsWith('33'));
    assert.equal(formed('2024-03-03'), '33: 03-03-2024');
    for (const wrong of [undefined, '2024-03-02', '2026-03-03', '2026-02-30', 'last year'])
      assert.throws(() => formed(wrong), ProblemError, wrong);
  });

  it('says that no number is needed where there is none', () => {
    const lines = printed({ ...foreignCompany, foreign_tax_id: undefined, no_foreign_tax_id: true });
    assert.ok(lines.includes('9c: Yes') && !printed(foreignCompany).includes('9c: Yes'));
  });

  it('limits the benefits of a treaty, and spells an article out where the form asks for it', () => {
    const lobOf = (change: object) =>
      printed({ ...foreignCompany, ...claim, ...change })
        .filter((line) => line.startsWith('14'))
        .map((line) => line.slice(0, 80));
    const derives =
      '14b: The beneficial owner derives the item (or items) of income for which the treaty benefits are claimed'.slice(
        0,
        80,
      );
    assert.deepEqual(lobOf({ lob_category: 'pension', lob_article: '28(2)' }), [
      '14a: Germany',
      '14b: Tax-exempt pension trust or pension fund',
      derives,
    ]);
    assert.deepEqual(lobOf({ lob_category: 'other', lob_article: '28(2)' }), [
      '14a: Germany',
      '14b: Other (specify Article and paragraph), 28(2)',
      derives,
    ]);
    assert.deepEqual(lobOf({ claims_treaty: false, lob_category: 'pension' }), []);
  });
});
