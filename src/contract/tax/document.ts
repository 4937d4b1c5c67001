/**
 * A filled form line by line, numbered as on the IRS's form. The payee's summary and the PDF are both made
 * from it.
 */
import type { TaxDocument } from '../forms/tax-document.ts';
import { wholeName } from '../forms/names.ts';
import { tinTypeOf } from '../forms/w9.ts';
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { reportingOf } from './platform-rules.ts';
import {
  backupWithholdingItem,
  statusCertification,
  w8benCertification,
  w8beneCertification,
  w9Certification,
} from './certifications.ts';
import { chapter3, chapter4, classifications, income, lob, reasons, regimes } from './document-words.ts';

type Section = TaxDocument['sections'][number];
type FieldsOf<F extends ComplianceInput['form']> = Extract<ComplianceInput, { form: F }>;

/** `year` is the calendar year in which the form is filed. */
export function taxDocumentOf(fields: ComplianceInput, year: number): TaxDocument {
  switch (fields.form) {
    case 'w9':
      return w9(fields, year);
    case 'w8ben':
      return w8ben(fields, year);
    case 'w8bene':
      return w8bene(fields, year);
  }
}

function w9(fields: FieldsOf<'w9'>, year: number): TaxDocument {
  const business = fields.entity_type === 'business';
  const isEin = tinTypeOf(fields) === 'ein';
  const isNotified = fields.subject_to_backup_withholding === true;
  return {
    title: 'Form W-9 (Rev. March 2024)',
    purpose: 'Request for Taxpayer Identification Number and Certification',
    sections: [
      section('Identification', [
        ['1', 'Name of entity/individual', business ? fields.business_name : wholeName(fields)],
        ['2', 'Business name/disregarded entity name, if different from above', fields.doing_business_as],
        ['3a', 'Federal tax classification', classificationOf(fields)],
        ['4', 'Exempt payee code (if any)', business ? fields.exempt_payee_code : ''],
        ['4', 'Exemption from FATCA reporting code (if any)', business ? fields.fatca_exemption_code : ''],
        ['5', 'Address (number, street, and apt. or suite no.)', joined(fields.line_1, fields.line_2)],
        ['6', 'City, state, and ZIP code', cityOf(fields)],
      ]),
      section('Part I. Taxpayer Identification Number (TIN)', [
        [
          '',
          isEin ? 'Employer identification number' : 'Social security number',
          grouped(fields.tin, isEin ? [2, 7] : [3, 2, 4]),
        ],
      ]),
      section('Part II. Certification', [
        [
          '2',
          'Item crossed out: the IRS has notified the payee of backup withholding',
          isNotified ? 'Yes' : '',
        ],
      ]),
      platforms(fields, year),
    ].filter(({ lines }) => lines.length > 0),
    certification: [...w9Certification],
    ...(isNotified && { struck: [backupWithholdingItem] }),
  };
}

/** Returns line 6. Of an address abroad the country stands there as well. */
const cityOf = ({ city, state, postcode, country = 'US' }: FieldsOf<'w9'>): string =>
  country === 'US' ? `${city}, ${state} ${postcode}` : joined(city, state, postcode, countryName(country));

/** Returns the box of line 3a that is ticked. The vendor's clients may file a business without one. */
function classificationOf(fields: FieldsOf<'w9'>): string {
  if (fields.entity_type === 'individual') return 'Individual/sole proprietor';
  if (!fields.tax_classification) return '';
  return joined(
    classifications[fields.tax_classification],
    fields.tax_classification === 'other' ? fields.other_classification : '',
  );
}

function w8ben(fields: FieldsOf<'w8ben'>, year: number): TaxDocument {
  return {
    title: 'Form W-8BEN (Rev. October 2021)',
    purpose:
      'Certificate of Foreign Status of Beneficial Owner for United States Tax Withholding and Reporting (Individuals)',
    sections: [
      section('Part I. Identification of Beneficial Owner', [
        ['1', 'Name of individual who is the beneficial owner', fields.name],
        ['2', 'Country of citizenship', countryName(fields.citizenship_country)],
        ['3', 'Permanent residence address', addressOf(fields)],
        ['5', 'U.S. taxpayer identification number (SSN or ITIN)', usNumber(fields, [3, 2, 4])],
        ['6a', 'Foreign tax identifying number', fields.foreign_tax_id],
        ['6b', 'FTIN not legally required', fields.foreign_tax_id ? '' : 'Yes'],
        ['8', 'Date of birth (MM-DD-YYYY)', monthFirst(fields.date_of_birth)],
      ]),
      treaty('Part II. Claim of Tax Treaty Benefits', ['9', '10'], fields),
      work(fields),
      claim(fields),
      platforms(fields, year),
    ].filter(({ lines }) => lines.length > 0),
    certification: [...w8benCertification],
  };
}

function w8bene(fields: FieldsOf<'w8bene'>, year: number): TaxDocument {
  const status = statusCertification[fields.chapter4_status];
  return {
    title: 'Form W-8BEN-E (Rev. October 2021)',
    purpose:
      'Certificate of Status of Beneficial Owner for United States Tax Withholding and Reporting (Entities)',
    sections: [
      section('Part I. Identification of Beneficial Owner', [
        ['1', 'Name of organization that is the beneficial owner', fields.business_name],
        ['2', 'Country of incorporation or organization', countryName(fields.incorporation_country)],
        ['4', 'Chapter 3 Status (entity type)', chapter3[fields.chapter3_status]],
        ['5', 'Chapter 4 Status (FATCA status)', chapter4[fields.chapter4_status]],
        ['6', 'Permanent residence address', addressOf(fields)],
        ['8', 'U.S. taxpayer identification number (TIN)', usNumber(fields, [2, 7])],
        ['9a', 'GIIN', fields.giin],
        ['9b', 'Foreign TIN', fields.foreign_tax_id],
        ['9c', 'FTIN not legally required', fields.foreign_tax_id ? '' : 'Yes'],
      ]),
      treaty('Part III. Claim of Tax Treaty Benefits', ['14a', '15'], fields),
      section(status?.part ?? '', [
        ...(status?.text ?? []).map((text): Line => ['', 'I certify that', text]),
        [
          '37a',
          'Securities market',
          fields.chapter4_status === 'publicly_traded_nffe' ? fields.securities_market : '',
        ],
      ]),
      work(fields),
      claim(fields),
      platforms(fields, year),
    ].filter(({ lines }) => lines.length > 0),
    certification: [...w8beneCertification],
  };
}

type Foreign = FieldsOf<'w8ben'> | FieldsOf<'w8bene'>;
type Line = readonly [line: string, label: string, value: string | undefined];

/** Returns the claim of treaty benefits. The two forms have the same lines under different numbers. */
function treaty(title: string, [residence, rates]: readonly [string, string], fields: Foreign): Section {
  if (!fields.claims_treaty) return section(title, []);
  const rate = fields.tax_treaty_rate;
  return section(title, [
    [
      residence,
      'Resident, within the meaning of the income tax treaty, of',
      countryName(fields.tax_treaty_country),
    ],
    ...lobLines(fields),
    [rates, 'Article and paragraph', fields.tax_treaty_citation],
    [rates, 'Rate of withholding', rate === undefined ? '' : `${Number((rate * 100).toFixed(4))} %`],
    [rates, 'Type of income', fields.tax_treaty_income_type && income[fields.tax_treaty_income_type]],
    [rates, 'Additional conditions', fields.tax_treaty_explanation],
  ]);
}

const places = { inside: 'United States', outside: 'Outside the United States', both: 'Both' } as const;

/** Returns what decides the source of payments for services (IRC §861(a)(3)). It is on no form of the IRS. */
function work({ place_of_work, us_work_percent }: Foreign): Section {
  return section('Place of work', [
    ['', 'Services are performed in', place_of_work && places[place_of_work]],
    ['', 'Percent in the United States', us_work_percent === undefined ? '' : String(us_work_percent)],
  ]);
}

/** Returns what the payee said of what is in the United States. It is on no form of the IRS. */
function claim({ us_indicia_reason: reason, us_indicia_explanation: words }: Foreign): Section {
  return section('Explanation of U.S. indicia', [
    ['', 'Reason', reason && reasons[reason]],
    ['', 'Explanation', words],
  ]);
}

function lobLines(fields: Foreign): Line[] {
  if (fields.form !== 'w8bene' || !fields.lob_category) return [];
  return [
    [
      '14b',
      'Limitation on benefits',
      joined(lob[fields.lob_category], fields.lob_category === 'other' ? fields.lob_article : ''),
    ],
    [
      '14b',
      'I certify that',
      'The beneficial owner derives the item (or items) of income for which the treaty benefits are claimed, and, if applicable, meets the ' +
        'requirements of the treaty provision dealing with limitation on benefits.',
    ],
  ];
}

/** Returns what the payee's own country wants to hear from platforms. It is not a part of the IRS's form. */
function platforms(fields: ComplianceInput, year: number): Section {
  if (!('tax_id_country' in fields) || !fields.country) return section('', []);
  const { country, business_registration_number: register } = {
    business_registration_number: '',
    ...fields,
  };
  const law = reportingOf({ country, year, paid: 0, activity: 'services', sales: Infinity });
  if (!law) return section('', []);
  return section(`Further details for ${regimes[law.regime]}`, [
    ['', 'Foreign TIN', fields.form === 'w9' ? fields.foreign_tax_id : ''],
    ['', 'Tax number issued by', fields.foreign_tax_id ? countryName(fields.tax_id_country) : ''],
    ['', 'Place of birth', fields.place_of_birth],
    ['', 'VAT identification number', fields.vat_id],
    ['', 'Australian Business Number', fields.abn],
    ['', 'Business registration number', register],
  ]);
}

/** Leaves out lines without a value. A section without lines is left out by its form. */
function section(title: string, lines: readonly Line[]): Section {
  return { title, lines: lines.flatMap(([line, label, value]) => (value ? [{ line, label, value }] : [])) };
}

function addressOf(fields: Foreign): string {
  return joined(
    fields.line_1,
    fields.line_2,
    joined(fields.city, fields.state, fields.postcode),
    countryName(fields.country),
  );
}

const names = new Intl.DisplayNames('en', { type: 'region' });
const countryName = (code: string | undefined): string => (code ? (names.of(code) ?? code) : '');

const joined = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(', ');
const monthFirst = (iso: string): string => iso.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2-$3-$1');

/** Returns the number of line 5, or 8 of the W-8BEN-E, as the IRS prints it. */
const usNumber = ({ us_tax_id: number }: Foreign, sizes: readonly number[]): string =>
  number ? grouped(number.replace(/\D/g, ''), sizes) : '';

/**
 * Returns digits in groups, as the IRS prints them: `123-45-6789` for a person, `12-3456789` for a business.
 */
function grouped(digits: string, sizes: readonly number[]): string {
  let start = 0;
  return sizes.map((size) => digits.slice(start, (start += size))).join('-');
}
