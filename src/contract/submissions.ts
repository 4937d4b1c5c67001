/**
 * The forms a payee can submit, one schema each; `requests.ts` has what only the server needs on top. The element checks with these before it sends and the server
 * checks with the same ones after it receives. A failed check's message is a code of `fieldCatalogue`.
 *
 * Field names are those of the vendor's API (`tin`, `line_1`, `postcode`, …) and of the native inputs; submissions are flat.
 */
import { z } from './z.ts';
import { countryCodes } from './countries.ts';
import { usStates } from './us-states.ts';
import { isEin, isRoutingNumber, isSsn } from './numbers.ts';
import type { IntlBankInput } from './intl-bank.ts';
import { isAdultEnough, isCalendarDate, isPast, isRecent } from './dates.ts';

type Code = string;

/** No field here has lines; what is invisible was pasted by mistake, and would be printed on a form or sent to a bank. */
const plain = z.regex(/^\P{Cc}*$/u, 'invalid-characters');

/** Text that is trimmed, required and at most `max` characters. */
export const text = (max: number, code: Code = 'required') =>
  z.string(code).check(z.trim(), z.minLength(1, code), z.maxLength(max, 'too-long'), plain);

export const optionalText = (max: number) => z.optional(z.string('invalid-type').check(z.trim(), z.maxLength(max, 'too-long'), plain));
export const digits = (code: Code) =>
  z.string('required').check(
    z.overwrite((s: string) => s.replace(/[\s\-–.()]/g, '')),
    z.minLength(1, 'required'),
    z.regex(/^\d+$/, code),
  );

export const country = z.string('required').check(
  z.minLength(1, 'required'),
  z.refine((c: string) => countryCodes.includes(c as never), 'invalid-country'),
);

/**
 * Any letters of any script, marks, spaces and the punctuation that names really have; no digits, no markup. An apostrophe
 * may come first ('t Hart), and the zero width joiners stand before a letter as Persian and Sinhala write them.
 */
const name = z.regex(/^['‘’]?[\p{L}\p{M}](?:[\u200c\u200d]?[\p{L}\p{M}]|[ .,'‘’·‐-―-](?![\u200c\u200d]))*$/u, 'invalid-name');
export const personName = text(50).check(name);
export const fullName = text(101).check(name);

/** At most 254 characters (RFC 5321 §4.5.3.1.3), one @, a domain with a dot. Deliberately lenient otherwise. */
export const email = text(254).check(z.regex(/^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\.]{2,}$/u, 'invalid-email'));

/** `YYYY-MM-DD`; a real day, not in the future, at least 13 and at most 120 years ago. */
export const dateOfBirth = text(10).check(
  z.refine((date: string) => !date || isCalendarDate(date), 'invalid-date'),
  z.refine((date: string) => !isCalendarDate(date) || isPast(date), 'date-in-future'),
  z.refine((date: string) => !isCalendarDate(date) || !isPast(date) || isAdultEnough(date), 'too-young'),
  z.refine((date: string) => !isCalendarDate(date) || isRecent(date), 'too-old'),
);

/* onboarding: only the fields that the snapshot asks for are sent */

export const onboardingInput = z.object({
  first_name: z.optional(personName),
  last_name: z.optional(personName),
  email: z.optional(email),
  country: z.optional(country),
});

/* compliance */

export const address = {
  line_1: text(100),
  line_2: optionalText(100),
  city: text(60),
  postcode: text(20),
};
export const usAddress = {
  ...address,
  state: z.string('required').check(
    z.minLength(1, 'required'),
    z.refine((s: string) => Object.hasOwn(usStates, s), 'invalid-state'),
  ),
  postcode: text(10).check(z.regex(/^\d{5}(-?\d{4})?$/, 'invalid-postcode')),
};

export const ssn = digits('invalid-ssn').check(z.refine(isSsn, 'invalid-ssn'));
export const ein = digits('invalid-ein').check(z.refine(isEin, 'invalid-ein'));

/**
 * Line 3a of Form W-9 (Rev. March 2024) for everything but individuals, sole proprietors and LLCs of one person, who are
 * `individual`. `llc_c`, `llc_s` and `llc_p` are the box “LLC” with its letter.
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

const w9Lines = {
  /** Line 2: trade name, or the name of an LLC that is disregarded for tax. */
  doing_business_as: optionalText(100),
};

/** W-9 data of a person: also a sole proprietor, and the owner of an LLC that is disregarded for tax. */
export const w9Individual = z.object({
  form: z.literal('w9'),
  entity_type: z.literal('individual'),
  ...w9Lines,
  first_name: personName,
  last_name: personName,
  date_of_birth: dateOfBirth,
  tin: ssn,
  ...usAddress,
});

/** W-9 data of a business, as the vendor's clients send it: without a tax classification. */
export const w9Business = z.object({
  form: z.literal('w9'),
  entity_type: z.literal('business'),
  business_name: text(100),
  tax_classification: z.optional(z.enum(businessClassifications, 'invalid-choice')),
  ...w9Lines,
  /** Line 3a, “Other”: what it is. */
  other_classification: optionalText(60),
  /** Line 4: 1 to 13 (form instructions, “Exempt payee code”). */
  exempt_payee_code: z.optional(z.string('invalid-type').check(z.trim(), z.regex(/^(?:[1-9]|1[0-3])?$/, 'invalid-choice'))),
  /** Line 4: A to M; only for accounts outside the United States, which ours are not. */
  fatca_exemption_code: z.optional(
    z.string('invalid-type').check(
      z.trim(),
      z.overwrite((code: string) => code.toUpperCase()),
      z.regex(/^[A-M]?$/, 'invalid-choice'),
    ),
  ),
  tin: ein,
  ...usAddress,
});

/** The same as a payee fills it in: Form W-9 asks for the classification (line 3a). */
export const w9BusinessForm = z.extend(w9Business, { tax_classification: z.enum(businessClassifications, 'required') }).check(
  across('other_classification', 'required', (form) => form['tax_classification'] !== 'other' || filled(form['other_classification'])),
  // Form instructions, line 4: an S corporation must not enter a code; it is exempt only in a case that no payout is.
  across(
    'exempt_payee_code',
    'invalid-choice',
    (form) => !/^(?:s_corporation|llc_s)$/.test(String(form['tax_classification'])) || !filled(form['exempt_payee_code']),
  ),
);

/**
 * Citizens of these countries need not give a foreign tax id (vendor reference §5). The same five are the IRS's "List of
 * jurisdictions that do not issue foreign TINs" (Notice 2018-20), where it is residence that counts: both are taken.
 */
export const countriesWithoutTaxId = ['AU', 'BM', 'VG', 'KY', 'JP'] as const;

/** The vendor's spellings of income types for a treaty claim (vendor reference §5). */
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

/** Largest rate that can be withheld on such income (IRC §871(a)(1)): 30 %. */
export const maximumTreatyRate = 0.3;

/** What Forms W-8BEN and W-8BEN-E ask alike, and what the laws of other countries ask on top (`platformFields`). */
export const foreignExtras = {
  /** Line 6b, and 9c of the W-8BEN-E: the payee has no tax number and need not have one. */
  no_foreign_tax_id: z._default(z.boolean('invalid-boolean'), false),
  /** Who gave the tax number out; the country of residence when absent. */
  tax_id_country: z.optional(country),
  /** In place of a tax number. */
  place_of_birth: optionalText(100),
  /** For value added tax, when the payee has one. */
  vat_id: optionalText(20),
  /** Australian Business Number, when the payee has one. */
  abn: optionalText(20),
};

/** The claim of a reduced rate: Part II of the W-8BEN, Part III of the W-8BEN-E. */
export const treatyClaim = {
  /** `true` when the payee claims a reduced rate under a tax treaty. The five `tax_treaty_*` fields follow. */
  claims_treaty: z._default(z.boolean('invalid-boolean'), false),
  tax_treaty_country: z.optional(country),
  tax_treaty_citation: optionalText(100),
  /** A fraction: `0.15` is 15 %. */
  tax_treaty_rate: z.optional(
    z.number('invalid-treaty-rate').check(z.minimum(0, 'invalid-treaty-rate'), z.maximum(maximumTreatyRate, 'invalid-treaty-rate')),
  ),
  tax_treaty_income_type: z.optional(z.enum(treatyIncomeTypes, 'invalid-choice')),
  tax_treaty_explanation: optionalText(500),
};

/** The rules of `treatyClaim`. */
export const treatyChecks = (['tax_treaty_country', 'tax_treaty_citation', 'tax_treaty_rate', 'tax_treaty_income_type'] as const).map(
  (field) => across(field, 'required', (form) => !form['claims_treaty'] || filled(form[field])),
);

/** Without a number the payee has to say so, or live where nobody has one. */
export const isTaxIdMissing = (form: Partial<Record<string, unknown>>): boolean =>
  !filled(form['foreign_tax_id']) &&
  form['no_foreign_tax_id'] !== true &&
  ![form['citizenship_country'], form['country']].some((one) => countriesWithoutTaxId.includes(one as never));

/** W-8BEN data: every person who is not a US person. */
export const w8ben = z
  .object({
    form: z.literal('w8ben'),
    name: fullName,
    /** A US citizen files Form W-9 wherever they live (IRC §7701(a)(30)). */
    citizenship_country: country.check(z.refine((c: string) => c !== 'US', 'invalid-country')),
    date_of_birth: dateOfBirth,
    foreign_tax_id: optionalText(40),
    ...foreignExtras,
    ...address,
    postcode: optionalText(20),
    state: optionalText(60),
    country: country.check(z.refine((c: string) => c !== 'US', 'invalid-country')),
    ...treatyClaim,
    /** Typed as a signature; must be the name above (case and spacing aside). */
    signature: text(101),
    consent: z.literal(true, 'consent-required'),
  })
  .check(
    across('foreign_tax_id', 'required', (form) => !isTaxIdMissing(form)),
    ...treatyChecks,
    across('signature', 'signature-mismatch', (form) => !filled(form.signature) || sameName(form.signature) === sameName(form.name)),
  );

/**
 * A rule over several fields. zod would run it only once every field is right on its own; the payee should see all
 * problems at once, so it always runs and its predicate must bear missing values.
 */
export function across(field: string, code: Code, holds: (form: Partial<Record<string, unknown>>) => boolean) {
  return z.refine((form: unknown) => holds(form as Record<string, unknown>), { path: [field], error: code, when: () => true });
}

export function filled(value: unknown): boolean {
  return typeof value === 'string' ? value.trim() !== '' : value !== undefined && value !== null;
}

/** Two spellings of one name: a typed signature need not copy capitals and spaces. */
export function sameName(name: unknown): string {
  return (typeof name === 'string' ? name : '').normalize('NFKC').toLocaleLowerCase('en').replace(/\s+/g, ' ').trim();
}

/* manage-payouts */

/** Rails whose methods a payee can add in this version. */
export const addableRails = ['ach', 'paypal', 'venmo', 'cash_app', 'intl_bank', 'airtm', 'payoneer'] as const;
export type AddableRail = (typeof addableRails)[number];

export const accountTypes = ['checking', 'savings'] as const;
export type AccountType = (typeof accountTypes)[number];
const routingNumber = digits('invalid-routing-number').check(z.refine(isRoutingNumber, 'invalid-routing-number'));
const accountNumber = digits('invalid-account-number').check(
  z.minLength(4, 'invalid-account-number'),
  z.maxLength(17, 'invalid-account-number'),
);

export const achMethod = z.object({
  platform: z.literal('ach'),
  routing_number: routingNumber,
  account_number: accountNumber,
  account_type: z.enum(accountTypes, 'required'),
});
export const paypalMethod = z.object({ platform: z.literal('paypal'), email });
/** Venmo finds a person by handle or by US phone number. */
export const venmoMethod = z.object({
  platform: z.literal('venmo'),
  handle: text(31).check(z.regex(/^@?[A-Za-z0-9_-]{5,30}$/, 'invalid-handle')),
});
/** The partner API takes either; the payee's form asks for the handle. */
export const venmoByPhone = z.object({
  platform: z.literal('venmo'),
  /** Ten digits of a US number, with or without the 1 in front. */
  phone_number: digits('invalid-phone-number').check(
    z.regex(/^1?[2-9]\d{9}$/, 'invalid-phone-number'),
    z.overwrite((number: string) => number.slice(-10)),
  ),
});
export const cashAppMethod = z.object({
  platform: z.literal('cash_app'),
  /** `$` then up to 20 letters or digits, at least one letter (cash.app help, "$Cashtag"). */
  cash_tag: text(21).check(z.regex(/^\$?(?=.*[A-Za-z])[A-Za-z0-9_]{1,20}$/, 'invalid-cash-tag')),
  routing_number: routingNumber,
  account_number: accountNumber,
});
/** Airtm and Payoneer, as PayPal, find an account by its e-mail address. */
export const airtmMethod = z.object({ platform: z.literal('airtm'), email });
export const payoneerMethod = z.object({ platform: z.literal('payoneer'), email });

/** Those whose fields are the same everywhere; a bank account abroad has a schema for each country (`intl-bank.ts`). */
export const methodInputs = {
  ach: achMethod,
  paypal: paypalMethod,
  venmo: venmoMethod,
  cash_app: cashAppMethod,
  airtm: airtmMethod,
  payoneer: payoneerMethod,
} as const satisfies Record<Exclude<AddableRail, 'intl_bank'>, z.ZodMiniType>;
export type PayoutMethodInput =
  z.infer<(typeof methodInputs)[Exclude<AddableRail, 'intl_bank'>]> | z.infer<typeof venmoByPhone> | IntlBankInput;
