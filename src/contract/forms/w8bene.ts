/**
 * Form W-8BEN-E (Rev. October 2021), the form of businesses outside the US. It has a file of its own, so that
 * only those who fill it in load it.
 *
 * The statuses are those that a business can have that is paid for its work. A partnership, a simple or a
 * grantor trust files Form W-8IMY; a government or tax-exempt organization files Form W-8EXP. A passive NFFE
 * with substantial US owners has to list them on paper.
 */
import { normaliseCode } from '../input/normalise.ts';
import {
  across,
  address,
  country,
  filled,
  fullName,
  optionalCodeText,
  optionalText,
  text,
  words,
} from './fields.ts';
import { sameName } from './names.ts';
import { isEin } from './numbers.ts';
import {
  claimExtras,
  foreignExtras,
  isTaxIdMissing,
  placeCheck,
  treatyChecks,
  treatyClaim,
  usTaxIdCheck,
} from './w8ben.ts';
import * as z from '../z.ts';

/** Line 4. */
export const chapter3Statuses = ['corporation', 'complex_trust', 'estate'] as const;
export type Chapter3Status = (typeof chapter3Statuses)[number];

/** Line 5. Some statuses are certified in a part of the form; the GIIN proves the others. */
export const chapter4Statuses = [
  'active_nffe',
  'passive_nffe',
  'publicly_traded_nffe',
  'nonprofit',
  'excepted_startup',
  'excepted_territory_nffe',
  'excepted_group_entity',
  'direct_reporting_nffe',
  'participating_ffi',
  'reporting_model_1_ffi',
  'reporting_model_2_ffi',
  'registered_deemed_compliant_ffi',
] as const;
export type Chapter4Status = (typeof chapter4Statuses)[number];

/**
 * Businesses with these statuses have registered with the IRS and got a GIIN (form instructions, line 9a).
 */
export const statusesWithGiin: readonly Chapter4Status[] = chapter4Statuses.slice(7);

/** Line 14b, “limitation on benefits”, in the order of the form. */
export const lobCategories = [
  'government',
  'pension',
  'exempt_organization',
  'public_company',
  'public_subsidiary',
  'ownership_base_erosion',
  'derivative_benefits',
  'active_trade',
  'discretionary',
  'no_lob_article',
  'other',
] as const;
export type LobCategory = (typeof lobCategories)[number];

/**
 * XXXXXX.XXXXX.XX.XXX. Only the IRS can tell the letter O and the numeral 0 of the first parts apart (FATCA
 * registration guide).
 */
const giin = z.string('invalid-type').check(
  z.overwrite(normaliseCode),
  z.trim(),
  z.overwrite((code: string) => code.toUpperCase()),
  z.regex(/^(?:[A-Z0-9]{6}\.[A-Z0-9]{5}\.[A-Z]{2}\.\d{3})?$/, 'invalid-giin'),
);

const foreign = () => country.check(z.refine((code: string) => code !== 'US', 'invalid-country'));

/** W-8BEN-E data. */
export const w8bene = z
  .object({
    form: z.literal('w8bene'),
    business_name: words(100),
    incorporation_country: foreign(),
    chapter3_status: z.enum(chapter3Statuses, 'required'),
    chapter4_status: z.enum(chapter4Statuses, 'required'),
    /** Part XXIII: where the stock is traded. */
    securities_market: optionalText(100),
    /**
     * Part XIX, line 33: when the start-up was formed, or its board approved the new line of business. Less
     * than 24 months ago.
     */
    formed_on: optionalText(10),
    giin: z.optional(giin),
    foreign_tax_id: optionalCodeText(40),
    ...foreignExtras,
    ...claimExtras,
    /** As in the register of companies. */
    business_registration_number: optionalCodeText(40),
    ...address,
    country: foreign(),
    ...treatyClaim,
    lob_category: z.optional(z.enum(lobCategories, 'invalid-choice')),
    /** With `other`: article and paragraph. */
    lob_article: optionalText(60),
    /** The text of Part XXV, XXVI or XXIII on the screen is true. */
    status_certified: z.literal(true, 'consent-required'),
    /** The person who signs for the business. */
    signer_name: fullName,
    signature: text(101),
    /** The signer may sign for the business (Part XXX). */
    capacity: z.literal(true, 'consent-required'),
    consent: z.literal(true, 'consent-required'),
  })
  .check(
    across('foreign_tax_id', 'required', (form) => !isTaxIdMissing(form)),
    across(
      'giin',
      'required',
      (form) => !statusesWithGiin.includes(form['chapter4_status'] as never) || filled(form['giin']),
    ),
    across(
      'securities_market',
      'required',
      (form) => form['chapter4_status'] !== 'publicly_traded_nffe' || filled(form['securities_market']),
    ),
    across(
      'formed_on',
      'required',
      (form) => form['chapter4_status'] !== 'excepted_startup' || filled(form['formed_on']),
    ),
    ...treatyChecks,
    placeCheck,
    usTaxIdCheck('invalid-ein', isEin),
    across('lob_category', 'required', (form) => !form['claims_treaty'] || filled(form['lob_category'])),
    across(
      'lob_article',
      'required',
      (form) => !form['claims_treaty'] || form['lob_category'] !== 'other' || filled(form['lob_article']),
    ),
    across(
      'signature',
      'signature-mismatch',
      (form) => !filled(form['signature']) || sameName(form['signature'], form['signer_name']),
    ),
  );
