/** The user object and webhook endpoints of the partner API, in the vendor's v2 shape. */
import * as z from '../z.ts';
import { metadata, timestamp, uuid } from '../flow.ts';
import { formChanges, usIndicia } from '../forms/indicia.ts';
import { placesOfWork } from '../forms/income.ts';
import { accountTypes } from '../bank/method-inputs.ts';
import { backgroundCheckStatuses } from '../steps/background-check.ts';
import { tinStatuses } from '../steps/compliance.ts';
import { accountHolder } from '../bank/account-holder.ts';
import { payoutRails, vendorRails } from '../bank/rails.ts';
import { webhookEventNames } from './webhooks.ts';

export const year = z
  .int('invalid-number')
  .check(z.minimum(2000, 'invalid-number'), z.maximum(2100, 'invalid-number'));
const cents = z.int('invalid-number').check(z.minimum(0, 'invalid-number'));
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
const monthly = Object.fromEntries(months.map((month) => [month, z.optional(cents)])) as Record<
  (typeof months)[number],
  z.ZodMiniOptional<typeof cents>
>;

/** What the user was paid outside of this platform, in cents. It counts towards what is reported. */
const adjustment1099 = z.discriminatedUnion(
  'form',
  [
    z.object({ year, form: z.literal('1099-NEC'), amount: cents }),
    z.object({
      year,
      form: z.literal('1099-K'),
      monthly_amounts: z.object(monthly),
      transaction_count: z.optional(cents),
    }),
  ],
  'invalid-choice',
);
export type Adjustment1099 = z.infer<typeof adjustment1099>;

/**
 * A payout method as partners see it. Account numbers are masked. Fields that do not apply are absent.
 */
export const partnerPayoutMethod = z.object({
  id: uuid,
  /**
   * The rail. Where a user's methods are shown (the list, `default_payout_method_details`), a
   * bank account abroad is called `intl_transfer`. As a rail, and in the answer to adding one, it
   * is `intl_bank`.
   */
  platform: z.enum([...payoutRails, 'intl_transfer']),
  /** Words for people: `Test Bank, checking`. */
  description: z.string(),
  /** The last digits, when it is a bank account. */
  mask: z.optional(z.string()),
  handle: z.optional(z.string()),
  email: z.optional(z.string()),
  phone_number: z.optional(z.string()),
  cash_tag: z.optional(z.string()),
  /** Masked: `•••6789`. */
  account_number: z.optional(z.string()),
  routing_number: z.optional(z.string()),
  account_type: z.optional(z.enum(accountTypes)),
  /** ISO 3166-1 alpha-2 code of the account's country. */
  country: z.optional(z.string()),
  /** ISO 4217 code of the account's currency. */
  currency: z.optional(z.string()),
  rtp_enabled: z.optional(z.boolean()),
  /** Of a bank account, in the two calls about a user’s methods: whose it is, as it is told to the bank. */
  account_holder: z.optional(accountHolder),
  is_default: z.boolean(),
  /** What the partner stored with the method: any JSON. */
  meta: z.optional(z.unknown()),
});
export type PartnerPayoutMethod = z.infer<typeof partnerPayoutMethod>;

/**
 * The vendor's four words. `disabled`: the user is on a sanctions list. `in_review`: they may be. `verified`:
 * the phone is confirmed.
 */
export const userStatuses = ['verified', 'unverified', 'in_review', 'disabled'] as const;

/** Filters of `GET /users`. */
export const userQuery = z.object({ status: z.optional(z.enum(userStatuses, 'invalid-choice')) });

/** The user object of `GET /users/{id}`. */
export const user = z.object({
  id: uuid,
  created: timestamp,
  first_name: z.string(),
  last_name: z.string(),
  email: z.string(),
  username: z.string(),
  phone_number: z.object({ country_code: z.string(), phone_number: z.string() }),
  /** ISO 3166-1 alpha-2 code of the country where the payee lives. */
  country: z.nullable(z.string()),
  /**
   * The default method's rail. It is absent, with its details, while there is none.
   */
  default_payout_method: z.optional(z.enum(payoutRails)),
  default_payout_method_details: z.optional(partnerPayoutMethod),
  auto_payout_enabled: z.boolean(),
  /** What the app owes the user. Integer cents of US dollars. */
  wallet: z.object({ amount: z.int(), withdrawable_amount: z.int(), credit_balance: z.int() }),
  status: z.enum(userStatuses),
  compliance: z.object({
    /** Whether a tax number is on file. Read the one in `w9` instead. */
    tax_id_collected: z.boolean(),
    address_collected: z.boolean(),
    tax_id_verification: z.enum(tinStatuses),
    date_of_birth_collected: z.boolean(),
    must_collect_1099: z.boolean(),
    '1099_collected': z.boolean(),
    w8_ben_collected: z.boolean(),
    flagged: z.boolean(),
    id_verified: z.boolean(),
    /** Whether the newest background check came back as `failed`. */
    has_criminal_activity: z.boolean(),
    /** The newest one. Absent while there is none. */
    background_check: z.optional(
      z.object({ status: z.enum(backgroundCheckStatuses), updated: z.nullable(timestamp) }),
    ),
    /** The form W-9. Null when the user is no US person. */
    w9: z.nullable(
      z.object({
        /** Of whom the form is. Absent until it was filed. */
        entity_type: z.optional(z.enum(['individual', 'business'])),
        business_name: z.nullable(z.string()),
        tax_id_collected: z.boolean(),
        address_collected: z.boolean(),
        /**
         * Whether the payee crossed out item 2 of the certification, because the IRS has notified them of
         * backup withholding: 24 % of interest and dividends has to be kept back (26 USC §3406(a)(2)).
         */
        subject_to_backup_withholding: z.boolean(),
      }),
    ),
    /** Where the user works, as they said on a W-8. Null: a US person, or it was not said. */
    place_of_work: z.nullable(z.enum(placesOfWork)),
    /** With `both`: the percent of the work that is done in the United States. */
    us_work_percent: z.nullable(z.int()),
    /**
     * What is known to be in the United States of a user who filed a W-8: an address, the phone, an account,
     * the place of birth. Ask them for documents where that matters to you (Treas. Reg. §1.1441-7(b)(5)).
     */
    us_indicia: z.array(z.enum(usIndicia)),
    /** Whether the form on file says why they are no US person all the same. The reason is in its PDF. */
    us_indicia_explained: z.boolean(),
    /** What has changed since the form on file was signed. Null: nothing. */
    tax_form_change: z.nullable(
      z.object({
        /** Another country, an address in the US, or a phone there. */
        what: z.enum(formChanges),
        /** When it became known. */
        since: timestamp,
        /** Until then the form holds: 30 days. From then on nothing is paid until there is another one. */
        due_by: timestamp,
      }),
    ),
    flags: z.object({
      ofac: z.boolean(),
      ofac_status: z.enum(['unflagged', 'id_verification_required', 'in_review', 'flagged']),
      /** Whether another user of the app is paid to the same account. */
      payout_method: z.boolean(),
      /** Whether methods were added and removed again and again within a day. */
      payout_method_cycle: z.boolean(),
      /**
       * Whether the name on the newest identity document, or the owner of a bank account abroad, is another
       * one.
       */
      name_mismatch: z.boolean(),
    }),
  }),
  metadata: z.nullable(metadata),
  payout_options_exclude_list: z.array(z.enum(vendorRails)),
  '1099_adjustment': z.optional(adjustment1099),
});
export type User = z.infer<typeof user>;

/** Body of `POST /webhook-endpoints`. */
export const createWebhookEndpointInput = z.object({
  url: z.string('required').check(z.maxLength(2048, 'too-long')),
  /** Which events to send. All are sent when it is absent or empty. */
  events: z.optional(z.array(z.enum(webhookEventNames, 'invalid-choice'))),
  /** What it is for, in the partner's words: at most 500 characters. */
  description: z.optional(z.nullable(z.string('invalid-type').check(z.maxLength(500, 'too-long')))),
});

/** An address to which webhooks are sent. */
export const webhookEndpoint = z.object({
  id: uuid,
  created: timestamp,
  url: z.string(),
  events: z.array(z.string()),
  /** What it is for, in your words. */
  description: z.nullable(z.string()),
  /** `false`: nothing is sent. What waits is sent when it is `true` again. */
  enabled: z.boolean(),
  /** Since when every attempt has failed. Null: the last one went well, or there was none. */
  failing_since: z.nullable(timestamp),
  /** The first attempt that fails from then on disables the endpoint. Set after three days of failing. */
  disables_at: z.nullable(timestamp),
  /** When sending stopped, or null while it goes on. */
  disabled_at: z.nullable(timestamp),
  /** `requested`: by a call. `gone`: it answered 410. `failing`: nothing arrived for five days. */
  disabled_reason: z.nullable(z.enum(['requested', 'gone', 'failing'])),
  /** Until then the secret before the last one signs as well; one before that, until its own day is over. */
  previous_secret_until: z.nullable(timestamp),
  /** `whsec_…`. Only the answers to creating and to rotating have it. */
  secret: z.optional(z.string()),
});

/** One message to one endpoint, and what came of it. */
export const webhookDelivery = z.object({
  id: uuid,
  message_id: z.string(),
  event: z.string(),
  created: timestamp,
  status: z.enum(['pending', 'delivered', 'failed']),
  attempts: z.int(),
  last_status: z.nullable(z.int()),
  last_error: z.nullable(z.string()),
  next_attempt_at: z.nullable(timestamp),
  payload: z.unknown(),
});
