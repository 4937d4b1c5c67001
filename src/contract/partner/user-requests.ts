/**
 * What a partner may send about a user, in the vendor's v2 shape. What is not known is left aside
 * (`server/partner/ignored-fields.ts`).
 */
import { callingCode, nationalNumber } from '../forms/calling-code.ts';
import * as z from '../z.ts';
import { metadata } from '../flow.ts';
import { accountHolderInput } from '../bank/account-holder.ts';
import { accountTypes } from '../bank/method-inputs.ts';
import { codeText, country, dateOfBirth, email, optionalText, plain, text, words } from '../forms/fields.ts';
import { claimExtras, foreignExtras } from '../forms/w8ben.ts';
import { homeNumbers } from '../forms/w9-abroad.ts';
import { tinTypes, w9Lines } from '../forms/w9.ts';
import { businessClassifications } from '../forms/w9-business.ts';
import { codeIn, normaliseText } from '../input/normalise.ts';
import { payoutRails, vendorRails } from '../bank/rails.ts';
import { adjustmentInput } from './adjustment-input.ts';

/**
 * Cents of 2024: an older spelling of `1099_adjustment`, which wins where both are sent.
 */
const adjustmentOf2024 = z.optional(
  z.nullable(z.int('invalid-number').check(z.minimum(1, 'invalid-number'))),
);

const excludeList = z
  .array(z.enum(vendorRails, 'invalid-choice'), 'invalid-type')
  .check(z.refine((list: readonly string[]) => new Set(list).size === list.length, 'invalid-choice'));

/**
 * 1 to 50 characters of any kind, as there. A tax form is stricter about them when it is filed: what it
 * prints is a name.
 */
const name = z
  .string('required')
  .check(
    z.overwrite(normaliseText),
    z.trim(),
    z.minLength(1, 'required'),
    z.regex(/^.{0,50}$/su, 'too-long'),
    plain,
  );
/** Body of `POST /users`. */
export const createUserInput = z.object({
  first_name: name,
  last_name: name,
  email,
  /** Calling code, 1 to 3 digits: `1`. A plus before it is left aside. */
  country_code: callingCode,
  /** National digits. */
  phone_number: nationalNumber,
  /** Unique within the app. It is made up when absent. */
  username: z.optional(
    z.string('invalid-type').check(z.trim(), z.minLength(1, 'too-short'), z.maxLength(50, 'too-long')),
  ),
  date_of_birth: z.optional(z.nullable(dateOfBirth)),
  /** What you paid the user elsewhere, by year and month, which counts for forms 1099. */
  '1099_adjustment': z.optional(z.nullable(adjustmentInput)),
  '1099_adjustment_2024': adjustmentOf2024,
  metadata: z.optional(z.nullable(metadata)),
  /** Rails that this user is not offered and not paid on. */
  payout_options_exclude_list: z.optional(z.nullable(excludeList)),
});

/** Body of `PATCH /users/{id}`. What is absent stays as it is; `null` clears. */
export const updateUserInput = z.object({
  /** The user needs a method on this rail; the newest one becomes the default. */
  default_payout_method: z.optional(z.enum(payoutRails, 'invalid-choice')),
  auto_payout_enabled: z.optional(z.boolean('invalid-boolean')),
  date_of_birth: z.optional(z.nullable(dateOfBirth)),
  /**
   * What you paid the user elsewhere in a year, which counts for forms 1099. That of another year stays.
   * `null` clears the one that the user has here.
   */
  '1099_adjustment': z.optional(z.nullable(adjustmentInput)),
  '1099_adjustment_2024': adjustmentOf2024,
  metadata: z.optional(z.nullable(metadata)),
  /** Replaces the list; `[]` clears it. */
  payout_options_exclude_list: z.optional(z.nullable(excludeList)),
});

/** Body of `PUT /users/{id}/phone`, in the spelling of `POST /users`. */
export const changePhoneInput = z.object({ country_code: callingCode, phone_number: nationalNumber });

/** Body of `POST /users/{id}/send-verification-token`. */
export const sendVerificationTokenInput = z.object({
  /** `true`: the code comes by a call instead of a text. */
  use_voice: z._default(z.boolean('invalid-boolean'), false),
});

/** Body of `POST /users/{id}/verify`: the token that the user was sent. */
export const verifyUserInput = z.object({
  /** The code that the user was sent. In a sandbox: 123456. */
  token: z
    .string('required')
    .check(z.overwrite(codeIn), z.minLength(6, 'invalid-code'), z.maxLength(20, 'invalid-code')),
});

const state = z.optional(z.nullable(optionalText(60)));
const line = z.optional(z.nullable(optionalText(100)));

/** Body of `PUT /users/{id}/addresses`. */
export const userAddress = z.object({
  line_1: words(100),
  line_2: line,
  line_3: line,
  city: words(60),
  state: text(60),
  postcode: codeText(20),
  country,
});
export type UserAddress = z.infer<typeof userAddress>;

/** Only the shape. What the payee's own form asks of a W-9 and a W-8BEN is checked by that form's schema. */
const formAddress = z.object({
  line_1: z.string(),
  line_2: line,
  city: z.string(),
  state,
  country: z.string(),
  postcode: z.string(),
});
/** What Form W-9 asks and the vendor does not. */
const ownW9 = {
  ...w9Lines,
  tax_classification: z.optional(z.enum(businessClassifications)),
  /** Line 3a, where `tax_classification` is `other`. */
  other_classification: z.optional(z.string()),
  /** Line 4: the code of an exempt payee. */
  exempt_payee_code: z.optional(z.string()),
  /** Line 4: the code of an exemption from FATCA reporting. */
  fatca_exemption_code: z.optional(z.string()),
};

/** Body of `PUT /users/{id}/compliance`: one of the two forms. */
export const userComplianceInput = z.object({
  w9: z.optional(
    z.object({
      entity_type: z.enum(['individual', 'business']),
      business_name: z.optional(z.string()),
      /** Of an individual. Without them the user's own names are taken. */
      first_name: z.optional(z.string()),
      last_name: z.optional(z.string()),
      /** Of an individual. */
      date_of_birth: z.optional(z.string()),
      /** Nine digits: the SSN of an individual, the EIN of a business. */
      tin: z.string(),
      /** Of an individual: `ein` where the number is that of a sole proprietor's business. */
      tin_type: z.optional(z.enum(tinTypes)),
      address: formAddress,
      /** `true`: the user lives in the country of the address, and no longer in the one known before. */
      country_confirmed: claimExtras.country_confirmed,
      ...ownW9,
      ...homeNumbers,
      /** Of a business abroad: as in the register of companies. */
      business_registration_number: z.optional(z.string()),
    }),
  ),
  w8ben: z.optional(
    z.object({
      name: z.string(),
      citizenship_country: z.string(),
      date_of_birth: z.string(),
      /**
       * The tax number of the payee's country. Residents of AU, BM, VG, KY and JP need none (form
       * instructions, line 6a). The vendor goes by citizenship instead.
       */
      foreign_tax_id: z.optional(z.string()),
      tax_treaty_country: z.optional(z.string()),
      tax_treaty_citation: z.optional(z.string()),
      tax_treaty_rate: z.optional(z.number()),
      tax_treaty_income_type: z.optional(z.string()),
      tax_treaty_explanation: z.optional(z.string()),
      address: formAddress,
      signature: z.object({ consent: z.boolean(), name: z.string(), email: z.string() }),
      ...foreignExtras,
      ...claimExtras,
    }),
  ),
});

/** What may come with a payout method of any rail. The rail's own fields are those of the payee's form. */
export const payoutMethodExtras = z.object({
  is_default: z.optional(z.nullable(z.boolean('invalid-boolean'))),
  auto_payout_enabled: z.optional(z.nullable(z.boolean('invalid-boolean'))),
  metadata: z.optional(z.unknown()),
});

/** For the documentation. Which field a rail needs is decided by the rail's own schema. */
export const addPayoutMethodInput = z.object({
  platform: z.enum(['ach', 'paypal', 'venmo', 'cash_app']),
  routing_number: z.optional(z.string()),
  account_number: z.optional(z.string()),
  account_type: z.optional(z.enum(accountTypes)),
  email: z.optional(z.string()),
  /** Venmo takes the national digits of a US number, or `handle`. */
  phone_number: z.optional(z.string()),
  handle: z.optional(z.string()),
  cash_tag: z.optional(z.string()),
  /**
   * Of a bank account: whose it is, where that is said otherwise than on the user’s tax form or address. The
   * name has to be one of the user’s own, or of their business.
   */
  account_holder: z.optional(z.nullable(accountHolderInput)),
  ...payoutMethodExtras.shape,
});
