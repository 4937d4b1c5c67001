/**
 * What a payee has typed in a step and not sent yet. The server keeps it sealed for an hour, so that a reload
 * or a return through the link loses nothing. There is no schema here, so nobody loads zod for it.
 */

/** Milliseconds for which a draft is kept after the last change. */
export const draftLifetime = 3_600_000;

/** Characters of a draft as JSON. */
export const largestDraft = 8 * 1024;

/**
 * Whether a field may be kept. Numbers from governments and banks, dates and places of birth, signatures and
 * what belongs to them are never kept, and typed anew.
 */
const isKept = {
  onboarding: { first_name: true, last_name: true, email: true, country: true },
  compliance: {
    form: true,
    entity_type: true,
    first_name: true,
    last_name: true,
    date_of_birth: false,
    business_name: true,
    tax_classification: true,
    doing_business_as: true,
    other_classification: true,
    exempt_payee_code: true,
    fatca_exemption_code: true,
    subject_to_backup_withholding: true,
    tin: false,
    name: true,
    citizenship_country: true,
    incorporation_country: true,
    chapter3_status: true,
    chapter4_status: true,
    securities_market: true,
    giin: false,
    foreign_tax_id: false,
    no_foreign_tax_id: true,
    tax_id_country: true,
    place_of_birth: false,
    vat_id: false,
    abn: false,
    business_registration_number: false,
    line_1: true,
    line_2: true,
    city: true,
    state: true,
    postcode: true,
    country: true,
    claims_treaty: true,
    tax_treaty_country: true,
    tax_treaty_citation: true,
    tax_treaty_rate: true,
    tax_treaty_income_type: true,
    tax_treaty_explanation: true,
    lob_category: true,
    lob_article: true,
    status_certified: false,
    signer_name: true,
    signature: false,
    capacity: false,
    consent: false,
  },
  'background-check': {
    first_name: true,
    last_name: true,
    date_of_birth: false,
    ssn: false,
    line_1: true,
    line_2: true,
    city: true,
    state: true,
    postcode: true,
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, boolean>>>>;

export type DraftStep = keyof typeof isKept;
/** What was typed, by field. */
export type Draft = Readonly<Record<string, string>>;

/** Returns the fields of a step that are kept; none for a step without drafts. */
export function draftFields(step: string): readonly string[] {
  const fields: Readonly<Record<string, boolean>> = Object.hasOwn(isKept, step)
    ? isKept[step as DraftStep]
    : {};
  return Object.keys(fields).filter((field) => fields[field]);
}
