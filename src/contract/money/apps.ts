/**
 * The app and its wallet, in the vendor's v2 shape: what it holds, what comes in, what is taken out, and the
 * statement of a month. Amounts are integer cents of US dollars, where nothing else is said.
 */
import { timestamp, uuid } from '../flow.ts';
import * as z from '../z.ts';
import { incomeTypes } from '../forms/income.ts';
import { mostCents } from './transfers.ts';

/** Whole cents as text: the vendor's format for the metrics of an app. */
const centsAsText = z.string().check(z.regex(/^-?\d+$/));

export const appObject = z.object({
  id: uuid,
  name: z.string(),
  /** Whether the app may pay. Here the operator decides that by starting the server. */
  status: z.enum(['created', 'in_review', 'approved']),
  /** Sums and counts of the app. */
  metrics: z.object({
    /** Cents of US dollars in the app's wallet. Transfers to users, and payouts with `fund`, come from it. */
    wallet_balance: centsAsText,
    /** Cents of US dollars that have arrived at payees in all. What came back is not counted. */
    money_out: centsAsText,
    /** Users of the app, the deleted ones left out. */
    connected_users: z.int(),
  }),
  metadata: z.null(),
  /**
   * When the wallet falls below this many cents, the webhook `app.low_balance` is sent. Null: never.
   */
  refill_threshold: z.nullable(z.int()),
  /** What payments to users are for when the call does not say so. */
  income_type: z.enum(incomeTypes),
});
export type AppObject = z.infer<typeof appObject>;

/** The body of `deposit` and of `withdraw`. */
export const moveFundsInput = z.strictObject({
  /** Integer cents of US dollars. */
  amount: z
    .int('invalid-number')
    .check(z.minimum(1, 'invalid-number'), z.maximum(mostCents, 'invalid-number')),
  /** A UUID that makes the call safe to repeat, for ever. The header `Idempotency-Key` does for 24 hours. */
  idempotency_key: z.optional(z.nullable(uuid)),
});

/** The body of `change_settings`. */
export const appSettingsInput = z.strictObject({
  /** Cents, at least 1. Null: no webhook. */
  refill_threshold: z.optional(
    z.nullable(
      z.int('invalid-number').check(z.minimum(1, 'invalid-number'), z.maximum(mostCents, 'invalid-number')),
    ),
  ),
  /** What payments to users are for when the call does not say so. */
  income_type: z.optional(z.enum(incomeTypes, 'invalid-choice')),
});

/** `2026-11`. */
export const monthPattern = /^(?:20\d\d|21\d\d)-(?:0[1-9]|1[0-2])$/;

/** What an entry of the app's wallet was for. `_undone`: it came back, or was taken back. */
export const walletPurposes = [
  'opening',
  'refills',
  'withdrawals',
  'refills_undone',
  'to_users',
  'from_users',
  'transfers_undone',
  'payments',
  'payments_undone',
  'payout_links',
  'payout_links_undone',
  'payout_fees',
  'payout_fees_undone',
] as const;
export type WalletPurpose = (typeof walletPurposes)[number];

/** What the app's wallet did in a month, in UTC. */
export const statement = z.object({
  /** The id of the app. */
  app_id: uuid,
  /** `2026-11`. */
  month: z.string().check(z.regex(monthPattern)),
  /** The first moment of the month. */
  from: timestamp,
  /** The first moment after it. */
  to: timestamp,
  /** Whether the month is over. Until then the statement grows. */
  complete: z.boolean(),
  currency: z.literal('USD'),
  /** What the wallet held at the beginning. Integer cents of US dollars. */
  opening_balance: z.int(),
  /** `opening_balance` and all of `totals`. Integer cents of US dollars. */
  closing_balance: z.int(),
  /** What the entries were for, each with how many there were and their sum. What left is negative. */
  totals: z.array(
    z.object({
      /** What they were for. */
      purpose: z.enum(walletPurposes),
      /** How many there were. */
      entries: z.int(),
      /** Their sum. Integer cents of US dollars. */
      amount: z.int(),
    }),
  ),
  /** Days on which something was booked. */
  days: z.array(
    z.object({
      /** `YYYY-MM-DD`, in UTC. */
      date: z.iso.date(),
      /** What came in. Integer cents of US dollars. */
      money_in: z.int(),
      /** What left, as a negative number. Integer cents of US dollars. */
      money_out: z.int(),
      /** At the end of the day. Integer cents of US dollars. */
      balance: z.int(),
    }),
  ),
});
export type Statement = z.infer<typeof statement>;
