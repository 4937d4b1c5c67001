/**
 * Payout links, in the vendor's v2 shape: money for somebody whom the partner knows by phone or email, or not
 * at all. Amounts are integer cents of US dollars.
 */
import { metadata, timestamp, uuid } from '../flow.ts';
import { callingCode, nationalNumber } from '../forms/calling-code.ts';
import { incomeTypes } from '../forms/income.ts';
import { email, optionalText } from '../forms/fields.ts';
import { stepInput } from '../step-input.ts';
import * as z from '../z.ts';
import { feeParties, mostCents } from './transfers.ts';

/**
 * `funds_pending`: the app's wallet does not hold the amount yet. `created`: the money is put aside.
 * `delivery_pending`, `delivery_failed`, `sent`, `delivered`: what became of the message to the payee.
 * `claimed`: the money is in the payee's wallet. `reversed`: of the vendor; nothing here makes it.
 * `canceled`, `expired`: the money went back. `failed`: the money never came.
 */
export const payoutLinkStatuses = [
  'funds_pending',
  'created',
  'delivery_pending',
  'delivery_failed',
  'sent',
  'delivered',
  'claimed',
  'reversed',
  'canceled',
  'expired',
  'failed',
] as const;
export type PayoutLinkStatus = (typeof payoutLinkStatuses)[number];

/** Whether somebody may still claim a link with this status. */
export const isClaimable: Readonly<Record<PayoutLinkStatus, boolean>> = {
  funds_pending: true,
  created: true,
  delivery_pending: true,
  delivery_failed: true,
  sent: true,
  delivered: true,
  claimed: false,
  reversed: false,
  canceled: false,
  expired: false,
  failed: false,
};

/**
 * How the payee gets the link. `link`: the partner gives it to them. `all`: by text and by email.
 */
export const deliveryMethods = ['sms', 'link', 'email', 'all'] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];

/**
 * Why `POST /payouts/send-payout` has made a link in place of paying at once. `payee-unknown`: no user has
 * the phone, or only an email address was given. `user-disabled`, `phone-unverified`,
 * `no-default-payout-method`, `tax-form-due`: of the user. `app-wallet-too-low`: it does not hold the fee.
 * The others are the codes with which `POST /payouts` would have been refused.
 */
const notPaidReasons = [
  'payee-unknown',
  'user-disabled',
  'phone-unverified',
  'no-default-payout-method',
  'payout-method-paused',
  'payout-method-waiting',
  'payout-method-unavailable',
  'amount-below-minimum',
  'amount-above-maximum',
  'tax-form-due',
  'app-wallet-too-low',
] as const;
export type NotPaidReason = (typeof notPaidReasons)[number];
export const isNotPaidReason = (code: string): code is NotPaidReason =>
  notPaidReasons.some((reason) => reason === code);

/**
 * How long nobody may claim a link before its money goes back. The vendor does not say; PayPal gives back
 * what nobody has claimed after 30 days, too (its description of Payouts, `payouts_v1`).
 */
export const linkDays = 30;

/** How often a link is sent, the first time included. It is the vendor's limit. */
export const mostDeliveries = 5;

export const payoutLink = z.object({
  id: uuid,
  created: timestamp,
  /** The page on which the payee claims the money: that of the flow. */
  link: z.url(),
  /** Integer cents of US dollars. */
  amount: z.int(),
  /** Integer cents of US dollars when the link was made. Here it never differs from `amount`. */
  original_amount: z.int(),
  status: z.enum(payoutLinkStatuses),
  /** What is known of the payee. Once the link is claimed, their phone is here. */
  payee: z.object({
    first_name: z.nullable(z.string()),
    last_name: z.nullable(z.string()),
    /** Calling code without plus: `1`. */
    country_code: z.nullable(z.string()),
    /** National digits. */
    phone_number: z.nullable(z.string()),
    email: z.nullable(z.string()),
  }),
  /** How the payee gets the link. */
  delivery: z.object({
    /** `link`: you give it to them. `all`: by text and by email. */
    method: z.enum(deliveryMethods),
    /** What you have added to the message. */
    message: z.nullable(z.string()),
  }),
  /** The money does not count towards the threshold of tax reporting. */
  tax_exempt: z.boolean(),
  /** Ours. What the money is for. Null: the app's usual type counts. */
  income_type: z.nullable(z.enum(incomeTypes)),
  /** The flow that the payee goes through. */
  flow_id: uuid,
  /** No accounting is connected here, so it is null. */
  accounting_data: z.null(),
  /** Where the money comes from: the app's wallet. */
  funding_source: z.literal('dots_balance'),
  /** Who has claimed it; null until then. */
  claimed_user_id: z.nullable(uuid),
  /** The transfer that brings the money: `pending` while the link is open, then `completed` or `canceled`. */
  transfer_id: uuid,
  /** What it is for. Whoever opens the link reads it, as they read the amount. */
  memo: z.nullable(z.string()),
  /** What it is for, in your own words. The payee does not read it. */
  description: z.nullable(z.string()),
  /** Keys have no email address, so it is null. */
  created_by_email: z.null(),
  metadata: z.nullable(metadata),
  /** Ours. Whom it is for, where your app knows them, and later who has claimed it. */
  user_id: z.nullable(uuid),
  /** Ours. When the money goes back, if nobody has claimed it by then. */
  expires_at: timestamp,
  /** Ours. How often it was sent to the payee. Five times are the most. */
  deliveries: z.int(),
  /**
   * Ours. Why `POST /payouts/send-payout` has made a link in place of paying at once: the payee does in the
   * link what is missing. `payee-unknown`: no user has the phone, or only an email address was given.
   * `app-wallet-too-low`: it does not hold the fee. Null where it has paid, while it waits for money, and for
   * links that were to be links.
   */
  not_paid_because: z.nullable(z.enum(notPaidReasons)),
});
export type PayoutLink = z.infer<typeof payoutLink>;

const maybe = <T extends z.ZodMiniType>(field: T) => z.optional(z.nullable(field));
const words = (most: number) => maybe(optionalText(most));

/** Body of `POST /payout-links`, and of `POST /payouts/send-payout`. */
export const createPayoutLinkInput = z.object({
  /**
   * Integer cents of US dollars. The least is 100, what the first rails take; to a user whom you name, what
   * the rails of their country take. Below it: `amount-below-minimum`.
   */
  amount: z
    .int('invalid-number')
    .check(z.minimum(1, 'invalid-number'), z.maximum(mostCents, 'invalid-number')),
  /** A user of the app. Without one, `payee` says who may claim it; without both, whoever has the link. */
  user_id: maybe(uuid),
  /** What you know of the payee. With a phone number, nobody else can claim the money. */
  payee: maybe(
    z.object({
      first_name: words(50),
      last_name: words(50),
      /** Calling code, 1 to 3 digits: `1`. A plus before it is left aside. */
      country_code: maybe(callingCode),
      /** National digits. */
      phone_number: maybe(nationalNumber),
      email: maybe(email),
    }),
  ),
  /**
   * How the payee gets the link. Without it you give it to them; `send-payout` writes to their phone or,
   * where it has none, by email.
   */
  delivery: maybe(
    z.object({
      method: z.enum(deliveryMethods, 'invalid-choice'),
      /** It is added to the message. At most 300 characters. */
      message: words(300),
    }),
  ),
  /** `true`: the payee files a tax form, even below the threshold of the law. */
  force_collect_compliance_information: maybe(z.boolean('invalid-boolean')),
  /** `true`: the money does not count towards the threshold of tax reporting. */
  tax_exempt: maybe(z.boolean('invalid-boolean')),
  /** Ours. What the money is for, which decides what is withheld. Without it the app's usual type counts. */
  income_type: maybe(z.enum(incomeTypes, 'invalid-choice')),
  metadata: maybe(metadata),
  /** What it is for. Whoever opens the link reads it, before any code. At most 255 characters. */
  memo: words(255),
  /** What it is for, in your own words. The payee does not read it. At most 255 characters. */
  description: words(255),
  /**
   * A UUID. The same key answers the link that was made with it, for ever. With other contents, or where the
   * key has made something else, it is refused with 409 `idempotency-conflict`, and `errors` names what is
   * other.
   */
  idempotency_key: maybe(uuid),
  /** Who bears the fee when the payee withdraws. */
  payout_fee_party: maybe(z.enum(feeParties, 'invalid-choice')),
  /** What the payee goes through before the payout, as in `steps` of a flow. */
  additional_steps: maybe(z.array(stepInput, 'invalid-type').check(z.maxLength(8, 'too-long'))),
  /** No accounting is connected here: an id in it is refused. */
  accounting_data: maybe(
    z.object({
      /** Refused: put it into `metadata`. */
      quickbooks_account_id: maybe(z.string('invalid-type')),
      /** Refused: put it into `metadata`. */
      quickbooks_class_id: maybe(z.string('invalid-type')),
    }),
  ),
  /** `dots_balance`, the app's wallet. `ach` is refused: deposit the money first. */
  funding_source: maybe(z.enum(['dots_balance', 'ach'], 'invalid-choice')),
  hide_go_to_dashboard_on_complete: maybe(z.boolean('invalid-boolean')),
  /**
   * Ours. Seconds until the money goes back, if nobody has claimed it, 60 to 31,536,000. 30 days if absent.
   */
  expires_in: maybe(
    z.int('invalid-number').check(z.minimum(60, 'invalid-number'), z.maximum(31_536_000, 'invalid-number')),
  ),
});
export type CreatePayoutLinkInput = z.infer<typeof createPayoutLinkInput>;

/** Filters of `GET /payout-links`. */
export const payoutLinkQuery = z.object({
  status: z.optional(z.enum(payoutLinkStatuses, 'invalid-choice')),
  /** Links for this user, and those that they have claimed. */
  user_id: z.optional(uuid),
  /** The whole number with its calling code, in digits: `14155550100`. A plus before it is fine. */
  phone_number: z.optional(
    z.string('invalid-type').check(z.regex(/^[ +]?[0-9]{5,20}$/, 'invalid-phone-number')),
  ),
  /** Capitals do not count. */
  email: z.optional(email),
});
