/**
 * Payments in the vendor's v2 shape: the bank accounts that customers have connected, and debits of those
 * accounts. A payment is a transfer of type `payment`.
 */
import * as z from '../z.ts';
import { metadata, pageQuery, timestamp, uuid } from '../flow.ts';
import { accountTypes } from '../bank/method-inputs.ts';
import { isCalendarDate } from '../forms/dates.ts';
import { createPayoutInput } from './transfers.ts';

const maybe = <T extends z.ZodMiniType>(schema: T) => z.optional(z.nullable(schema));

/** A bank account that a user has connected in the step `manage-payments`. */
export const customerPaymentMethod = z.object({
  id: uuid,
  created: timestamp,
  user_id: uuid,
  platform: z.literal('ach'),
  /** Words for people: `Test Bank, checking`. */
  description: z.string(),
  /** The last digits of the account number. */
  mask: z.string(),
  account_type: z.enum(accountTypes),
  /**
   * `pending`: two small deposits are being sent. `sent`: they wait to be confirmed. `verified`: the
   * account may be debited. `failed`: it may not; the customer connects another. `removed`: by the customer,
   * by you, or because the bank said that it was not authorized; it is never debited again.
   */
  status: z.enum(['pending', 'sent', 'verified', 'failed', 'removed']),
  /** Whether a payment without `account_id` debits this one. */
  is_default: z.boolean(),
  /** What the customer agreed to: the proof that a bank may ask for. */
  authorization: z.object({
    /** The paragraphs exactly as they were shown. */
    text: z.array(z.string()),
    /** When they were agreed to. */
    accepted: timestamp,
    /** When it ended: the customer removed the account, or the bank said that it was not authorized. */
    revoked: z.nullable(timestamp),
  }),
});
export type CustomerPaymentMethod = z.infer<typeof customerPaymentMethod>;

/** Query of `GET /payment-methods`. One of the two is needed. */
export const paymentMethodQuery = z.object({
  limit: pageQuery.shape.limit,
  /** The accounts of this payment customer. */
  customer_id: z.optional(uuid),
  /** The accounts of this user. */
  user_id: z.optional(uuid),
  starting_after: z.optional(uuid),
  ending_before: z.optional(uuid),
});

/** Body of `POST /payment-methods/{id}/detach`. */
export const detachPaymentMethodInput = z.object({
  /** When it is given, the account has to be this customer's. */
  customer_id: maybe(uuid),
});

const day = z.string('invalid-date').check(z.refine((text: string) => isCalendarDate(text), 'invalid-date'));

/** Body of `POST /payments`. `user_id` or `customer_id`. */
export const createPaymentInput = z.object({
  user_id: maybe(uuid),
  /** The payment customer whose account is debited, in place of `user_id`. */
  customer_id: maybe(uuid),
  /** Integer cents of US dollars. */
  amount: createPayoutInput.shape.amount,
  /** How the account is debited. */
  platform: z.literal('ach', 'invalid-choice'),
  /** Id of the account, from `GET /payment-methods`. The customer's default when absent or null. */
  account_id: maybe(uuid),
  /**
   * The day on which the debit is given to the bank, at its first moment in UTC; today and earlier, and
   * absent: at once. 90 days ahead at most. Until then it can be canceled.
   */
  debit_on: maybe(day),
  /**
   * A UUID that makes one payment of the call however often it is repeated. With other contents, or where the
   * key has made something else, it is refused with 409 `idempotency-conflict`.
   */
  idempotency_key: maybe(uuid),
  metadata: maybe(metadata),
});
