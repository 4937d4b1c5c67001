/** Form W-9 of a business. */
import { normaliseCode } from '../input/normalise.ts';
import * as z from '../z.ts';
import { across, ein, filled, type optionalCodeText, optionalText, usAddress, words } from './fields.ts';
import type { placeAbroad } from './w9-abroad.ts';
import { inTheUs, w9Lines } from './w9.ts';

/**
 * Line 3a of Form W-9 (Rev. March 2024) for everybody but individuals, sole proprietors and LLCs of one
 * person, who are `individual`. `llc_c`, `llc_s` and `llc_p` are the box “LLC” with its letter.
 */
export const businessClassifications = [
  'c_corporation',
  's_corporation',
  'partnership',
  'trust_estate',
  'llc_c',
  'llc_s',
  'llc_p',
  'other',
] as const;

/** W-9 data of a business, as the vendor's clients send it: without a tax classification. */
export const w9Business = z.object({
  form: z.literal('w9'),
  entity_type: z.literal('business'),
  business_name: words(100),
  tax_classification: z.optional(z.enum(businessClassifications, 'invalid-choice')),
  ...w9Lines,
  /** Line 3a, “Other”: what the business is. */
  other_classification: optionalText(60),
  /** Line 4: 1 to 13 (form instructions, “Exempt payee code”). */
  exempt_payee_code: z.optional(
    z
      .string('invalid-type')
      .check(z.overwrite(normaliseCode), z.trim(), z.regex(/^(?:[1-9]|1[0-3])?$/, 'invalid-choice')),
  ),
  /** Line 4: A to M. Only for accounts outside the United States, which ours are not. */
  fatca_exemption_code: z.optional(
    z.string('invalid-type').check(
      z.overwrite(normaliseCode),
      z.trim(),
      z.overwrite((code: string) => code.toUpperCase()),
      z.regex(/^[A-M]?$/, 'invalid-choice'),
    ),
  ),
  tin: ein,
  ...inTheUs,
  ...usAddress,
});

/** The rules of what a payee says, and partners need not. */
const businessChecks = [
  across(
    'other_classification',
    'required',
    (form) => form['tax_classification'] !== 'other' || filled(form['other_classification']),
  ),
  // Form instructions, line 4: an S corporation must not enter a code. It is exempt only in a case that no
  // payout is.
  across(
    'exempt_payee_code',
    'invalid-choice',
    (form) =>
      !/^(?:s_corporation|llc_s)$/.test(String(form['tax_classification'])) ||
      !filled(form['exempt_payee_code']),
  ),
  // Form instructions, line 4: code 5 says “a corporation”.
  across(
    'exempt_payee_code',
    'invalid-choice',
    (form) =>
      /^(?:c_corporation|llc_c)$/.test(String(form['tax_classification'])) ||
      String(form['exempt_payee_code']).trim() !== '5',
  ),
] as const;

const filledIn = z.extend(w9Business, { tax_classification: z.enum(businessClassifications, 'required') });

/** The same form as a payee fills it in: Form W-9 asks for the classification (line 3a). */
export const w9BusinessForm = filledIn.check(...businessChecks);

/** The same with an address abroad. */
export const businessAbroad = (place: PlaceOfBusiness) => z.extend(filledIn, place).check(...businessChecks);

type PlaceOfBusiness = typeof placeAbroad & {
  readonly business_registration_number: ReturnType<typeof optionalCodeText>;
};
