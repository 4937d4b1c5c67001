/** What the lines of a form mean, in the payee's language, beside the form's own English. */
import type { TaxDocument } from '../../../contract/forms/tax-document.ts';
import type { Term } from '../../../locales/catalogue.ts';
import type { Localizer } from '../../../locales/localizer.ts';

type Meaning = Extract<Term, `server.form.${string}`>;

/**
 * The explanation of each phrase of the forms: of their purposes, the titles of their parts and the labels of
 * their lines. The key is the phrase itself.
 */
const meanings: Readonly<Record<string, Meaning>> = {
  'Request for Taxpayer Identification Number and Certification': 'server.form.w9',
  'Certificate of Foreign Status of Beneficial Owner for United States Tax Withholding and Reporting (Individuals)':
    'server.form.w8ben',
  'Certificate of Status of Beneficial Owner for United States Tax Withholding and Reporting (Entities)':
    'server.form.w8bene',

  Identification: 'server.form.identification',
  'Part I. Taxpayer Identification Number (TIN)': 'server.form.tin',
  'Part II. Certification instructions': 'server.form.certification-part',
  'Part I. Identification of Beneficial Owner': 'server.form.owner',
  'Part II. Claim of Tax Treaty Benefits': 'server.form.treaty',
  'Part III. Claim of Tax Treaty Benefits': 'server.form.treaty',

  'Name of entity/individual': 'server.form.name',
  'Business name/disregarded entity name, if different from above': 'server.form.trade-name',
  'Federal tax classification': 'server.form.classification',
  'Exempt payee code (if any)': 'server.form.exempt-payee',
  'Exemption from FATCA reporting code (if any)': 'server.form.fatca-exemption',
  'Address (number, street, and apt. or suite no.)': 'server.form.street',
  'City, state, and ZIP code': 'server.form.city',
  'Employer identification number': 'server.form.ein',
  'Social security number': 'server.form.ssn',
  'Item crossed out: the IRS has notified the payee of backup withholding': 'server.form.struck',

  'Name of individual who is the beneficial owner': 'server.form.owner-name',
  'Country of citizenship': 'server.form.citizenship',
  'Permanent residence address': 'server.form.residence',
  'Foreign tax identifying number': 'server.form.foreign-tax-id',
  'Foreign TIN': 'server.form.foreign-tax-id',
  'FTIN not legally required': 'server.form.no-foreign-tax-id',
  'Date of birth (MM-DD-YYYY)': 'server.form.date-of-birth',

  'Resident, within the meaning of the income tax treaty, of': 'server.form.resident-of',
  'Limitation on benefits': 'server.form.benefits',
  'I certify that': 'server.form.certify',
  'Article and paragraph': 'server.form.article',
  'Rate of withholding': 'server.form.rate',
  'Type of income': 'server.form.income',
  'Additional conditions': 'server.form.conditions',

  'Name of organization that is the beneficial owner': 'server.form.organization',
  'Country of incorporation or organization': 'server.form.incorporation',
  'Chapter 3 Status (entity type)': 'server.form.chapter3',
  'Chapter 4 Status (FATCA status)': 'server.form.chapter4',
  GIIN: 'server.form.giin',
  'Securities market': 'server.form.securities-market',

  'Tax number issued by': 'server.form.tax-id-country',
  'Place of birth': 'server.form.place-of-birth',
  'VAT identification number': 'server.form.vat-id',
  'Australian Business Number': 'server.form.abn',
  'Business registration number': 'server.form.registration-number',
};

/**
 * Returns the document with explanations in the payee's language. English needs none, so the document is
 * returned without them.
 */
export function explained(document: TaxDocument, words: Localizer): TaxDocument {
  const meaningOf = (said: string): { meaning?: string } => {
    const term = Object.hasOwn(meanings, said)
      ? meanings[said]
      : said.startsWith('Further details for')
        ? 'server.form.platform'
        : undefined;
    const meaning = term ? words.t(term) : '';
    return meaning ? { meaning } : {};
  };
  return {
    ...document,
    language: words.language,
    ...meaningOf(document.purpose),
    sections: document.sections.map((section) => ({
      ...section,
      ...meaningOf(section.title),
      lines: section.lines.map((line) => ({ ...line, ...meaningOf(line.label) })),
    })),
  };
}
