/** Form W-8BEN, and what it has in common with the W-8BEN-E, which is in `w8bene.ts`. */
import { isUsCitizenship } from './us-places.ts';
import { placesOfWork } from './income.ts';
import { indiciaReasons } from './indicia.ts';
import * as z from '../z.ts';
import {
  across,
  address,
  country,
  dateOfBirth,
  filled,
  fullName,
  optionalCodeText,
  optionalText,
  text,
} from './fields.ts';
import { sameName } from './names.ts';
import { isSsn } from './numbers.ts';

/**
 * Residents of these countries need not give a foreign tax id (IRS, "List of jurisdictions that do not issue
 * foreign TINs", Notice 2018-20). The vendor's OpenAPI description (`w8ben`) has the same five and speaks of
 * citizens, but a citizen of Japan who lives in Germany has a number there.
 */
export const countriesWithoutTaxId = ['AU', 'BM', 'VG', 'KY', 'JP'] as const;

/**
 * The vendor's spellings of income types for a treaty claim (its OpenAPI description,
 * `tax_treaty_income_type`).
 */
export const treatyIncomeTypes = [
  'interest1',
  'dividend6',
  'dividend7',
  'pension15',
  'socialSecurity',
  'equipment10',
  'knowhow10',
  'patent10',
  'film11',
  'copyright12',
] as const;

/** The largest rate that can be withheld on such income (IRC §871(a)(1)): 30 %. */
const maximumTreatyRate = 0.3;

/**
 * What Forms W-8BEN and W-8BEN-E both ask, and what the laws of other countries ask on top
 * (`platformFields`).
 */
export const foreignExtras = {
  /** Line 6b of the W-8BEN and 9c of the W-8BEN-E: the payee has no tax number and need not have one. */
  no_foreign_tax_id: z._default(z.boolean('invalid-boolean'), false),
  /**
   * Line 5 of the W-8BEN and 8 of the W-8BEN-E: an SSN, ITIN or EIN, when the payee has one. A claim under a
   * treaty needs this or `foreign_tax_id` (form instructions of these lines).
   */
  us_tax_id: optionalCodeText(20),
  /** The country that gave out the tax number; the country of residence when absent. */
  tax_id_country: z.optional(country),
  /** Asked for in place of a tax number. */
  place_of_birth: optionalText(100),
  /** The number for value added tax, when the payee has one. */
  vat_id: optionalCodeText(20),
  /** Australian Business Number, when the payee has one. */
  abn: optionalCodeText(20),
  /**
   * Where the payee does the work: in the United States, outside of them, or in both. It is on no form; it
   * decides what is kept back of payments for services (IRC §861(a)(3)). Absent counts as `inside`.
   */
  place_of_work: z.optional(z.enum(placesOfWork, 'invalid-choice')),
  /** With `both`: the percent of the work that is done in the United States, 1 to 99. */
  us_work_percent: z.optional(
    z.int('invalid-percent').check(z.minimum(1, 'invalid-percent'), z.maximum(99, 'invalid-percent')),
  ),
};

/** What a payee is asked whose form does not fit what is known of them (`tax/indicia.ts`). */
export const claimExtras = {
  /**
   * Why the payee is no US person although something of theirs is in the United States: an address, the
   * phone, an account, the place of birth. Required where that is known.
   */
  us_indicia_reason: z.optional(z.enum(indiciaReasons, 'invalid-choice')),
  /** The reason in words, up to 200 characters. Required with `other` and `no-citizenship`. */
  us_indicia_explanation: optionalText(200),
  /** `true`: the payee lives in this country, and no longer in the one that they named before. */
  country_confirmed: z.optional(z.boolean('invalid-boolean')),
};

/** The rule of the place of work. */
export const placeCheck = across(
  'us_work_percent',
  'required',
  (form) => form['place_of_work'] !== 'both' || typeof form['us_work_percent'] === 'number',
);

/** The claim of a reduced rate: Part II of the W-8BEN, Part III of the W-8BEN-E. */
export const treatyClaim = {
  /**
   * `true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields say which.
   */
  claims_treaty: z._default(z.boolean('invalid-boolean'), false),
  tax_treaty_country: z.optional(country),
  tax_treaty_citation: optionalText(100),
  /** A fraction: `0.15` is 15 %. */
  tax_treaty_rate: z.optional(
    z
      .number('invalid-treaty-rate')
      .check(z.minimum(0, 'invalid-treaty-rate'), z.maximum(maximumTreatyRate, 'invalid-treaty-rate')),
  ),
  tax_treaty_income_type: z.optional(z.enum(treatyIncomeTypes, 'invalid-choice')),
  tax_treaty_explanation: optionalText(500),
};

/** Returns whether a claim is made without any tax number. */
const lacksNumber = (form: Partial<Record<string, unknown>>): boolean =>
  form['claims_treaty'] === true && !filled(form['foreign_tax_id']) && !filled(form['us_tax_id']);

/** The rules of `treatyClaim`, and of the number that it needs. */
export const treatyChecks = [
  ...(
    ['tax_treaty_country', 'tax_treaty_citation', 'tax_treaty_rate', 'tax_treaty_income_type'] as const
  ).map((field) => across(field, 'required', (form) => !form['claims_treaty'] || filled(form[field]))),
  across('us_tax_id', 'required', (form) => !lacksNumber(form)),
];

/** The number of line 5 is one that the US gives out. */
export const usTaxIdCheck = (code: 'invalid-ssn' | 'invalid-ein', isRight: (digits: string) => boolean) =>
  across(
    'us_tax_id',
    code,
    (form) => !filled(form['us_tax_id']) || isRight(String(form['us_tax_id']).replace(/\D/g, '')),
  );

/**
 * Returns whether a number is needed and missing. Without one the payee has to say so, or live in a country
 * where nobody has one.
 */
export const isTaxIdMissing = (form: Partial<Record<string, unknown>>): boolean =>
  !filled(form['foreign_tax_id']) &&
  form['no_foreign_tax_id'] !== true &&
  !countriesWithoutTaxId.includes(form['country'] as never);

/** W-8BEN data, of every person who is not a US person. */
export const w8ben = z
  .object({
    form: z.literal('w8ben'),
    name: fullName,
    /** A US citizen files Form W-9 wherever they live (26 USC §7701(a)(30)), also one of a territory. */
    citizenship_country: country.check(z.refine((c: string) => !isUsCitizenship(c), 'invalid-country')),
    date_of_birth: dateOfBirth,
    foreign_tax_id: optionalCodeText(40),
    ...foreignExtras,
    ...claimExtras,
    ...address,
    country: country.check(z.refine((c: string) => c !== 'US', 'invalid-country')),
    ...treatyClaim,
    /** Typed as a signature. It must be the name above (case and spacing aside). */
    signature: text(101),
    consent: z.literal(true, 'consent-required'),
  })
  .check(
    across('foreign_tax_id', 'required', (form) => !isTaxIdMissing(form)),
    ...treatyChecks,
    placeCheck,
    usTaxIdCheck('invalid-ssn', isSsn),
    across(
      'signature',
      'signature-mismatch',
      (form) => !filled(form.signature) || sameName(form.signature, form.name),
    ),
  );
