/** Forms W-8BEN and W-8BEN-E line by line, numbered and in the order of the IRS's forms. */
import type { TaxDocument } from '../forms/tax-document.ts';
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { statusCertification, w8benCertification, w8beneCertification } from './certifications.ts';
import { addition, countryName, grouped, joined, monthFirst, section } from './document-lines.ts';
import type { Line, Section } from './document-lines.ts';
import { chapter3, chapter4, income, lob, reasons, regimes } from './document-words.ts';
import { reportingOf } from './platform-rules.ts';

type FieldsOf<F extends ComplianceInput['form']> = Extract<ComplianceInput, { form: F }>;
type Foreign = FieldsOf<'w8ben'> | FieldsOf<'w8bene'>;

export function w8benDocument(fields: FieldsOf<'w8ben'>, year: number): TaxDocument {
  return {
    title: 'Form W-8BEN (Rev. October 2021)',
    purpose:
      'Certificate of Foreign Status of Beneficial Owner for United States Tax Withholding and Reporting (Individuals)',
    sections: [
      section('Part I. Identification of Beneficial Owner', [
        ['1', 'Name of individual who is the beneficial owner', fields.name],
        ['2', 'Country of citizenship', countryName(fields.citizenship_country)],
        ['3', 'Permanent residence address', addressOf(fields)],
        // Nobody is asked: a form goes to nobody by mail.
        ['4', 'Mailing address (if different from above)', ''],
        ['5', 'U.S. taxpayer identification number (SSN or ITIN)', usNumber(fields, [3, 2, 4])],
        ['6a', 'Foreign tax identifying number', fields.foreign_tax_id],
        ['6b', 'FTIN not legally required', fields.foreign_tax_id ? '' : 'Yes'],
        ['7', 'Reference number(s)', ''],
        ['8', 'Date of birth (MM-DD-YYYY)', monthFirst(fields.date_of_birth)],
      ]),
      section('Part II. Claim of Tax Treaty Benefits', [
        ['9', residentOf, residenceOf(fields)],
        ...rates('10', fields),
      ]),
      ...work(fields),
      ...claim(fields),
      ...platforms(fields, year),
    ],
    certification: [...w8benCertification],
  };
}

export function w8beneDocument(fields: FieldsOf<'w8bene'>, year: number): TaxDocument {
  const status = statusCertification[fields.chapter4_status];
  return {
    title: 'Form W-8BEN-E (Rev. October 2021)',
    purpose:
      'Certificate of Status of Beneficial Owner for United States Tax Withholding and Reporting (Entities)',
    sections: [
      section('Part I. Identification of Beneficial Owner', [
        ['1', 'Name of organization that is the beneficial owner', fields.business_name],
        ['2', 'Country of incorporation or organization', countryName(fields.incorporation_country)],
        ['3', 'Name of disregarded entity receiving the payment (if applicable)', ''],
        ['4', 'Chapter 3 Status (entity type)', chapter3[fields.chapter3_status]],
        ['5', 'Chapter 4 Status (FATCA status)', chapter4[fields.chapter4_status]],
        ['6', 'Permanent residence address', addressOf(fields)],
        ['7', 'Mailing address (if different from above)', ''],
        ['8', 'U.S. taxpayer identification number (TIN)', usNumber(fields, [2, 7])],
        ['9a', 'GIIN', fields.giin],
        ['9b', 'Foreign TIN', fields.foreign_tax_id],
        ['9c', 'FTIN not legally required', fields.foreign_tax_id ? '' : 'Yes'],
        ['10', 'Reference number(s)', ''],
      ]),
      section('Part II. Disregarded Entity or Branch Receiving Payment', [
        ['11', 'Chapter 4 Status (FATCA status) of disregarded entity or branch receiving payment', ''],
        ['12', 'Address of disregarded entity or branch', ''],
        ['13', 'GIIN (if any)', ''],
      ]),
      section('Part III. Claim of Tax Treaty Benefits', [
        ['14a', residentOf, residenceOf(fields)],
        ...benefits(fields),
        ['14c', 'Dividends or interest of a foreign corporation with qualified resident status', ''],
        ...rates('15', fields),
      ]),
      // Of Parts IV to XXVIII the form asks for the one of the status: “complete the certification below for
      // the entity’s applicable status” (line 5).
      ...addition(status?.part ?? '', [
        ...(status?.text ?? []).map((text): Line => ['', 'I certify that', text]),
        [
          '37a',
          'Securities market',
          fields.chapter4_status === 'publicly_traded_nffe' ? fields.securities_market : '',
        ],
        [
          '33',
          'Date (MM-DD-YYYY)',
          fields.chapter4_status === 'excepted_startup' ? monthFirst(fields.formed_on ?? '') : '',
        ],
      ]),
      section('Part XXIX. Substantial U.S. Owners of Passive NFFE', [
        ['', 'Name, address and TIN of each substantial U.S. owner', ''],
      ]),
      ...work(fields),
      ...claim(fields),
      ...platforms(fields, year),
    ],
    certification: [...w8beneCertification],
  };
}

const residentOf = 'Resident, within the meaning of the income tax treaty, of';

const residenceOf = (fields: Foreign): string =>
  fields.claims_treaty ? countryName(fields.tax_treaty_country) : '';

/** Returns the last line of the claim. The two forms have the same under different numbers. */
function rates(line: string, fields: Foreign): Line[] {
  const claims = fields.claims_treaty;
  const rate = fields.tax_treaty_rate;
  const type = fields.tax_treaty_income_type;
  return [
    [line, 'Article and paragraph', claims ? fields.tax_treaty_citation : ''],
    [line, 'Rate of withholding', claims && rate !== undefined ? `${Number((rate * 100).toFixed(4))} %` : ''],
    [line, 'Type of income', claims && type ? income[type] : ''],
    [line, 'Additional conditions', claims ? fields.tax_treaty_explanation : ''],
  ];
}

const places = { inside: 'United States', outside: 'Outside the United States', both: 'Both' } as const;

/** Returns what decides the source of payments for services (IRC §861(a)(3)). It is on no form of the IRS. */
const work = ({ place_of_work, us_work_percent }: Foreign): Section[] =>
  addition('Place of work', [
    ['', 'Services are performed in', place_of_work && places[place_of_work]],
    ['', 'Percent in the United States', us_work_percent === undefined ? '' : String(us_work_percent)],
  ]);

/** Returns what the payee said of what is in the United States. It is on no form of the IRS. */
const claim = ({ us_indicia_reason: reason, us_indicia_explanation: words }: Foreign): Section[] =>
  addition('Explanation of U.S. indicia', [
    ['', 'Reason', reason && reasons[reason]],
    ['', 'Explanation', words],
  ]);

function benefits(fields: FieldsOf<'w8bene'>): Line[] {
  const category = fields.claims_treaty ? fields.lob_category : undefined;
  if (!category) return [['14b', 'Limitation on benefits', '']];
  return [
    ['14b', 'Limitation on benefits', joined(lob[category], category === 'other' ? fields.lob_article : '')],
    [
      '14b',
      'I certify that',
      'The beneficial owner derives the item (or items) of income for which the treaty benefits are claimed, and, if applicable, meets the ' +
        'requirements of the treaty provision dealing with limitation on benefits.',
    ],
  ];
}

/** Returns what the payee's own country wants to hear from platforms. It is not a part of the IRS's form. */
export function platforms(fields: ComplianceInput, year: number): Section[] {
  if (!('tax_id_country' in fields) || !fields.country) return [];
  const { country } = fields;
  const law = reportingOf({ country, year, paid: 0, activity: 'services', sales: Infinity });
  if (!law) return [];
  return addition(`Further details for ${regimes[law.regime]}`, [
    ['', 'Foreign TIN', fields.form === 'w9' ? fields.foreign_tax_id : ''],
    ['', 'Tax number issued by', fields.foreign_tax_id ? countryName(fields.tax_id_country) : ''],
    ['', 'Place of birth', fields.place_of_birth],
    ['', 'VAT identification number', fields.vat_id],
    ['', 'Australian Business Number', fields.abn],
    [
      '',
      'Business registration number',
      'business_registration_number' in fields ? fields.business_registration_number : '',
    ],
  ]);
}

const addressOf = (fields: Foreign): string =>
  joined(
    fields.line_1,
    fields.line_2,
    joined(fields.city, fields.state, fields.postcode),
    countryName(fields.country),
  );

/** Returns the number of line 5, or 8 of the W-8BEN-E, as the IRS prints it. */
const usNumber = ({ us_tax_id: number }: Foreign, sizes: readonly number[]): string =>
  number ? grouped(number.replace(/\D/g, ''), sizes) : '';
