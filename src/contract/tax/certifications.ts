/**
 * The certifications that are signed, in the words of the forms themselves. A substitute form has to carry
 * the form's own certification (Instructions for the Requester of Forms W-8, "Substitute Form W-8"; Treas.
 * Reg. §1.1441-1(e)(4)(vi)). Works of the US government have no copyright (17 USC §105).
 */
import type { Chapter4Status } from '../forms/w8bene.ts';

/** Form W-9 (Rev. March 2024), Part II. */
export const w9Certification: readonly string[] = [
  'Under penalties of perjury, I certify that:',
  '1. The number shown on this form is my correct taxpayer identification number (or I am waiting for a number to be issued to me); and',
  '2. I am not subject to backup withholding because (a) I am exempt from backup withholding, or (b) I have not been notified by the ' +
    'Internal Revenue Service (IRS) that I am subject to backup withholding as a result of a failure to report all interest or dividends, ' +
    'or (c) the IRS has notified me that I am no longer subject to backup withholding; and',
  '3. I am a U.S. citizen or other U.S. person; and',
  '4. The FATCA code(s) entered on this form (if any) indicating that I am exempt from FATCA reporting is correct.',
];

/**
 * The paragraph of `w9Certification` that a payee crosses out whom the IRS has notified of backup
 * withholding. Source: Form W-9 (Rev. March 2024), Part II, “Certification instructions. You must cross out
 * item 2 above if you have been notified by the IRS that you are currently subject to backup withholding”.
 */
export const backupWithholdingItem = 2;

const declaration =
  'Under penalties of perjury, I declare that I have examined the information on this form and to the best of my knowledge and belief ' +
  'it is true, correct, and complete. I further certify under penalties of perjury that:';

const relates = (ofThePartner: boolean) =>
  'This form relates to: (a) income not effectively connected with the conduct of a trade or business in the United States; (b) income ' +
  'effectively connected with the conduct of a trade or business in the United States but is not subject to tax under an applicable income ' +
  `tax treaty; (c) the partner’s share of a partnership’s effectively connected taxable income; or (d) the partner’s amount realized ` +
  `from the transfer of a partnership interest subject to withholding under section 1446(f);${ofThePartner ? ' and' : ''}`;

const brokers =
  'For broker transactions or barter exchanges, the beneficial owner is an exempt foreign person as defined in the instructions.';

const authorize = (owner: string) =>
  'Furthermore, I authorize this form to be provided to any withholding agent that has control, receipt, or custody of the income of which ' +
  `${owner} or any withholding agent that can disburse or make payments of the income of which ${owner}. I agree that I will submit a new ` +
  'form within 30 days if any certification made on this form becomes incorrect.';

/** Form W-8BEN (Rev. October 2021), Part III. */
export const w8benCertification: readonly string[] = [
  declaration,
  'I am the individual that is the beneficial owner (or am authorized to sign for the individual that is the beneficial owner) of all the ' +
    'income or proceeds to which this form relates or am using this form to document myself for chapter 4 purposes;',
  'The person named on line 1 of this form is not a U.S. person;',
  relates(false),
  'The person named on line 1 of this form is a resident of the treaty country listed on line 9 of the form (if any) within the meaning of ' +
    'the income tax treaty between the United States and that country; and',
  brokers,
  authorize('I am the beneficial owner'),
];

/** Form W-8BEN-E (Rev. October 2021), Part XXX. */
export const w8beneCertification: readonly string[] = [
  declaration,
  'The entity identified on line 1 of this form is the beneficial owner of all the income or proceeds to which this form relates, is using ' +
    'this form to certify its status for chapter 4 purposes, or is submitting this form for purposes of section 6050W or 6050Y;',
  'The entity identified on line 1 of this form is not a U.S. person;',
  relates(true),
  brokers,
  authorize('the entity on line 1 is the beneficial owner'),
  'I certify that I have the capacity to sign for the entity identified on line 1 of this form.',
];

/** What each chapter 4 status certifies, by part of Form W-8BEN-E. Null: the GIIN proves the status. */
export const statusCertification: Readonly<
  Record<Chapter4Status, { readonly part: string; readonly text: readonly string[] } | null>
> = {
  active_nffe: {
    part: 'Part XXV, line 39',
    text: [
      'The entity identified in Part I is a foreign entity that is not a financial institution;',
      'Less than 50% of such entity’s gross income for the preceding calendar year is passive income; and',
      'Less than 50% of the assets held by such entity are assets that produce or are held for the production of passive income (calculated ' +
        'as a weighted average of the percentage of passive assets measured quarterly).',
    ],
  },
  passive_nffe: {
    part: 'Part XXVI, lines 40a and 40b',
    text: [
      'The entity identified in Part I is a foreign entity that is not a financial institution (other than an investment entity organized in ' +
        'a possession of the United States) and is not certifying its status as a publicly traded NFFE (or affiliate), excepted territory ' +
        'NFFE, active NFFE, direct reporting NFFE, or sponsored direct reporting NFFE; and',
      'The entity identified in Part I has no substantial U.S. owners (or, if applicable, no controlling U.S. persons).',
    ],
  },
  publicly_traded_nffe: {
    part: 'Part XXIII, line 37a',
    text: [
      'The entity identified in Part I is a foreign corporation that is not a financial institution; and',
      'The stock of such corporation is regularly traded on one or more established securities markets.',
    ],
  },
  nonprofit: {
    part: 'Part XXII, line 36',
    text: [
      'The entity identified in Part I is a nonprofit organization that meets the following requirements.',
      'The entity is established and maintained in its country of residence exclusively for religious, charitable, scientific, artistic, ' +
        'cultural or educational purposes;',
      'The entity is exempt from income tax in its country of residence;',
      'The entity has no shareholders or members who have a proprietary or beneficial interest in its income or assets;',
      'Neither the applicable laws of the entity’s country of residence nor the entity’s formation documents permit any income or assets of ' +
        'the entity to be distributed to, or applied for the benefit of, a private person or noncharitable entity other than pursuant to ' +
        'the conduct of the entity’s charitable activities or as payment of reasonable compensation for services rendered or payment ' +
        'representing the fair market value of property which the entity has purchased; and',
      'The applicable laws of the entity’s country of residence or the entity’s formation documents require that, upon the entity’s ' +
        'liquidation or dissolution, all of its assets be distributed to an entity that is a foreign government, an integral part of a ' +
        'foreign government, a controlled entity of a foreign government, or another organization that is described in this part or ' +
        'escheats to the government of the entity’s country of residence or any political subdivision thereof.',
    ],
  },
  excepted_startup: {
    part: 'Part XIX, line 33',
    text: [
      'The entity identified in Part I was formed on (or, in the case of a new line of business, the date of board resolution approving the ' +
        'new line of business) the date below (date must be less than 24 months prior to date of payment);',
      'Is not yet operating a business and has no prior operating history or is investing capital in assets with the intent to operate a new ' +
        'line of business other than that of a financial institution or passive NFFE;',
      'Is investing capital into assets with the intent to operate a business other than that of a financial institution; and',
      'Does not function (or hold itself out) as an investment fund, such as a private equity fund, venture capital fund, leveraged buyout ' +
        'fund, or any investment vehicle whose purpose is to acquire or fund companies and then hold interests in those companies as capital assets for ' +
        'investment purposes.',
    ],
  },
  excepted_territory_nffe: {
    part: 'Part XXIV, line 38',
    text: [
      'The entity identified in Part I is an entity that is organized in a possession of the United States;',
      'The entity identified in Part I: (i) Does not accept deposits in the ordinary course of a banking or similar business; (ii) Does not ' +
        'hold, as a substantial portion of its business, financial assets for the account of others; or (iii) Is not an insurance company ' +
        '(or the holding company of an insurance company) that issues or is obligated to make payments with respect to a financial account; and',
      'All of the owners of the entity identified in Part I are bona fide residents of the possession in which the NFFE is organized or incorporated.',
    ],
  },
  excepted_group_entity: {
    part: 'Part XVIII, line 32',
    text: [
      'The entity identified in Part I is a holding company, treasury center, or captive finance company and substantially all of the ' +
        'entity’s activities are functions described in Regulations section 1.1471-5(e)(5)(i)(C) through (E);',
      'Is a member of a nonfinancial group described in Regulations section 1.1471-5(e)(5)(i)(B);',
      'Is not a depository or custodial institution (other than for members of the entity’s expanded affiliated group); and',
      'Does not function (or hold itself out) as an investment fund, such as a private equity fund, venture capital fund, leveraged buyout ' +
        'fund, or any investment vehicle with an investment strategy to acquire or fund companies and then hold interests in those companies as capital assets for ' +
        'investment purposes.',
    ],
  },
  direct_reporting_nffe: null,
  participating_ffi: null,
  reporting_model_1_ffi: null,
  reporting_model_2_ffi: null,
  registered_deemed_compliant_ffi: null,
};
