/**
 * The columns of the files. Those of the 1099 are the IRS's own, of the templates that its portal IRIS takes
 * (Publication 5717, “IRIS Taxpayer Portal User Guide”, with the templates under
 * irs.gov/filing/e-file-information-returns-with-iris). The templates themselves could not be downloaded
 * where this was written. The names are those of three public programs that write such files and agree with
 * each other, and those of box 2 of the 1099-NEC differ among them in a comma; whoever uploads compares the
 * first line with the template of the year.
 *
 * For the 1042-S no template was found. Its columns are named by the boxes of the form (2022 to 2025), for
 * whoever feeds another program: Publication 1187 has the record that FIRE took.
 */
import type { TaxReturnForm } from '../../../contract/money/tax-returns.ts';

const payer = [
  ...['Form Type', 'Tax Year', 'Payer TIN Type', 'Payer Taxpayer ID Number', 'Payer Name Type'],
  ...['Payer Business or Entity Name Line 1', 'Payer Business or Entity Name Line 2', 'Payer First Name'],
  ...['Payer Middle Name', 'Payer Last Name (Surname)', 'Payer Suffix', 'Payer Country'],
  ...['Payer Address Line 1', 'Payer Address Line 2', 'Payer City/Town', 'Payer State/Province/Territory'],
  ...['Payer ZIP/Postal Code', 'Payer Phone Type', 'Payer Phone', 'Payer Email Address'],
] as const;

const recipient = [
  ...['Recipient TIN Type', 'Recipient Taxpayer ID Number', 'Recipient Name Type'],
  ...['Recipient Business or Entity Name Line 1', 'Recipient Business or Entity Name Line 2'],
  ...['Recipient First Name', 'Recipient Middle Name', 'Recipient Last Name (Surname)', 'Recipient Suffix'],
  ...['Recipient Country', 'Recipient Address Line 1', 'Recipient Address Line 2', 'Recipient City/Town'],
  ...['Recipient State/Province/Territory', 'Recipient ZIP/Postal Code', 'Office Code'],
  'Form Account Number',
] as const;

const states = [
  'Combined Federal/State Filing',
  ...['State 1', 'State 2'].flatMap((state) => [
    ...[state, `${state} - State Tax Withheld`, `${state} - State/Payer state number`],
    ...[`${state} - State income`, `${state} - Local income tax withheld`],
    `${state} - Special Data Entries`,
  ]),
];

const nec = [
  ...['2nd TIN Notice', 'Box 1 - Nonemployee Compensation'],
  'Box 2 - Payer made direct sales totaling $5000 or more of consumer products to a recipient for resale',
  'Box 4 - Federal income tax withheld',
];

const misc = [
  ...['FATCA Filing Requirements', '2nd TIN Notice', 'Box 1 - Rents', 'Box 2 - Royalties'],
  ...['Box 3 - Other Income', 'Box 4 - Federal income tax withheld', 'Box 5 - Fishing boat proceeds'],
  'Box 6 - Medical and health care payments',
  'Box 7 - Direct sales of $5000 or more of consumer products to a recipient for resale',
  'Box 8 - Subtitute payments in lieu of dividends or interest',
  ...['Box 9 - Crop insurance proceeds', 'Box 10 - Gross proceeds paid to an attorney'],
  ...['Box 11 - Fish purchased for resale', 'Box 12 - Section 409A deferrals'],
  ...['Box 14 - Excess golden parachute payments', 'Box 15 - Nonqualified deferred compensation'],
];

const foreign = [
  ...['Tax Year', 'Box 1 Income code', 'Box 2 Gross income', 'Box 3 Chapter indicator'],
  ...['Box 3a Exemption code', 'Box 3b Tax rate', 'Box 4a Exemption code', 'Box 4b Tax rate'],
  ...['Box 7a Federal tax withheld', 'Box 9 Overwithheld tax repaid to recipient'],
  ...['Box 10 Total withholding credit', "Box 12a Withholding agent's EIN"],
  ...["Box 12d Withholding agent's name", "Box 12h Withholding agent's address"],
  ...["Box 12i Withholding agent's city, state, ZIP", "Box 13a Recipient's name"],
  ...["Box 13b Recipient's country (ISO 3166-1)", "Box 13c Recipient's address"],
  ...["Box 13d Recipient's city, province, postal code, country", "Box 13e Recipient's U.S. TIN"],
  ...[
    'Box 13f Ch. 3 status code',
    'Box 13g Ch. 4 status code',
    "Box 13i Recipient's foreign tax identification number",
  ],
  ...["Box 13k Recipient's account number", "Box 13l Recipient's date of birth"],
];

export const columnsOf = {
  '1099-nec': [...payer, ...recipient, ...nec, ...states],
  '1099-misc': [...payer, ...recipient, ...misc, ...states],
  '1042-s': foreign,
} as const satisfies Readonly<Record<TaxReturnForm, readonly string[]>>;
