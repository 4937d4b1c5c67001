/**
 * What a payee has typed in a step and not sent yet. The server keeps it sealed for an hour, so that a reload
 * or a return through the link loses nothing. There is no schema here, so nobody loads zod for it.
 */

/** Milliseconds for which a draft is kept after the last change. */
export const draftLifetime = 3_600_000;

/** Characters of a draft as JSON. */
export const largestDraft = 32 * 1024;

/**
 * The fields that are kept. Numbers from governments and banks, dates and places of birth, signatures and
 * what belongs to them are not among them, and typed anew.
 */
const kept = {
  onboarding: 'first_name last_name email country',
  compliance:
    'form entity_type first_name last_name business_name tax_classification doing_business_as ' +
    'other_classification exempt_payee_code fatca_exemption_code subject_to_backup_withholding ' +
    'name citizenship_country incorporation_country chapter3_status chapter4_status ' +
    'securities_market no_foreign_tax_id tax_id_country line_1 line_2 city state postcode country ' +
    'claims_treaty tax_treaty_country tax_treaty_citation tax_treaty_rate tax_treaty_income_type ' +
    'tax_treaty_explanation lob_category lob_article signer_name place_of_work us_work_percent ' +
    'us_indicia_reason us_indicia_explanation',
  'background-check': 'first_name last_name line_1 line_2 city state postcode',
  // The amount in cents, because a text is read otherwise in another language.
  payout: 'amount method_id',
  // By id, as far as `keepsAnswer` says.
  'pdf-form-fill': '',
} as const;

/** What was typed, by field. */
export type Draft = Readonly<Record<string, string>>;

export const hasDraft = (step: string): step is keyof typeof kept => Object.hasOwn(kept, step);

/** Returns the fields of a step that are kept; none for a step without drafts. */
export const draftFields = (step: string): readonly string[] => (hasDraft(step) ? kept[step].split(' ') : []);
