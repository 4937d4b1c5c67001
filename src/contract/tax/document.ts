/**
 * A filled form line by line, numbered as on the IRS's form. The payee's summary and the PDF are both made
 * from it.
 */
import type { TaxDocument } from '../forms/tax-document.ts';
import { wholeName } from '../forms/names.ts';
import { tinTypeOf } from '../forms/w9.ts';
import type { ComplianceInput } from '../steps/compliance-requests.ts';
import { backupWithholdingItem, w9Certification } from './certifications.ts';
import { addition, countryName, grouped, joined, section } from './document-lines.ts';
import { platforms, w8benDocument, w8beneDocument } from './document-w8.ts';
import { classifications } from './document-words.ts';

type W9 = Extract<ComplianceInput, { form: 'w9' }>;

/** `year` is the calendar year in which the form is filed. */
export function taxDocumentOf(fields: ComplianceInput, year: number): TaxDocument {
  switch (fields.form) {
    case 'w9':
      return w9(fields, year);
    case 'w8ben':
      return w8benDocument(fields, year);
    case 'w8bene':
      return w8beneDocument(fields, year);
  }
}

function w9(fields: W9, year: number): TaxDocument {
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
        // Only for interests in partnerships, trusts and estates, which nobody is paid for here.
        ['3b', 'Foreign partners, owners, or beneficiaries', ''],
        ['4', 'Exempt payee code (if any)', business ? fields.exempt_payee_code : ''],
        ['4', 'Exemption from FATCA reporting code (if any)', business ? fields.fatca_exemption_code : ''],
        ['5', 'Address (number, street, and apt. or suite no.)', joined(fields.line_1, fields.line_2)],
        ['6', 'City, state, and ZIP code', cityOf(fields)],
        ['7', 'Account number(s) (optional)', ''],
      ]),
      section('Part I. Taxpayer Identification Number (TIN)', [
        ['', 'Social security number', isEin ? '' : grouped(fields.tin, [3, 2, 4])],
        ['', 'Employer identification number', isEin ? grouped(fields.tin, [2, 7]) : ''],
      ]),
      ...addition('Part II. Certification instructions', [
        [
          '2',
          'Item crossed out: the IRS has notified the payee of backup withholding',
          isNotified ? 'Yes' : '',
        ],
      ]),
      ...platforms(fields, year),
    ],
    certification: [...w9Certification],
    ...(isNotified && { struck: [backupWithholdingItem] }),
  };
}

/** Returns line 6. Of an address abroad the country stands there as well. */
const cityOf = ({ city, state, postcode, country = 'US' }: W9): string =>
  country === 'US' ? `${city}, ${state} ${postcode}` : joined(city, state, postcode, countryName(country));

/** Returns the box of line 3a that is ticked. The vendor's clients may file a business without one. */
function classificationOf(fields: W9): string {
  if (fields.entity_type === 'individual') return 'Individual/sole proprietor';
  if (!fields.tax_classification) return '';
  return joined(
    classifications[fields.tax_classification],
    fields.tax_classification === 'other' ? fields.other_classification : '',
  );
}
