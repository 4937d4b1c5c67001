/** The step in which a payee withdraws from their wallet. Amounts are integer cents of US dollars. */
import { timestamp, uuid } from '../flow.ts';
import { newMethodsWait, payoutMethod, railOffer, railsNotOffered } from '../bank/payout-methods.ts';
import { payoutFailures } from '../money/payout-failures.ts';
import { withheldWhys } from '../forms/income.ts';
import { transferStatuses } from '../money/transfers.ts';
import * as z from '../z.ts';
import { typed } from './base.ts';
import { notification } from './notifications.ts';

/**
 * Why the payee is asked to look again. `insufficient-funds`: the wallet holds less than when the amount was
 * typed. `method-removed`: the method is gone. `quote-changed`: the fee or a limit changed.
 */
export const payoutNotices = ['insufficient-funds', 'method-removed', 'quote-changed'] as const;
export type PayoutNotice = (typeof payoutNotices)[number];

/** A new schema for each use. */
const withheld = () =>
  z.object({
    /** Integer cents of US dollars. */
    amount: z.int(),
    /** A fraction: `0.3` is 30 %. Null: there are several, or it is for a part of the amount. */
    rate: z.nullable(z.number()),
    /** Why it is kept back. */
    why: z.enum(withheldWhys),
  });

/** The terms of one payout, both while it is confirmed and while it is followed. */
const terms = {
  amount: z.int(),
  /** The part of the fee that the payee bears, in integer cents of US dollars. */
  fee: z.int(),
  /** What arrives, in integer cents of US dollars. */
  net: z.int(),
  method: payoutMethod,
  /** Minutes until the money arrives. */
  arrives_in: z.object({ from: z.int(), to: z.int() }),
};

export const payoutRequirement = z.object({
  step: z.literal('payout'),
  notification,
  hide_continue_button: z.boolean(),
  /** What the payee can withdraw now, in integer cents of US dollars. */
  balance: z.int(),
  /** What cannot be withdrawn until the payee's identity is cleared. */
  held: z.int(),
  methods: z.array(payoutMethod),
  /** Each rail comes with the least and the most that one payout takes. */
  rails: z.array(z.extend(railOffer, { minimum: z.int(), maximum: z.int() })),
  rails_not_offered: railsNotOffered,
  /** As in `manage-payouts`. */
  method_prefill: z.record(z.string(), z.string()),
  new_methods_wait: newMethodsWait,
  auto_payout: z.object({ shown: z.boolean(), enabled: z.boolean() }),
  /** What was typed before the payee had to do something else first. */
  typed,
  draft: z.nullable(z.object({ amount: z.int(), method_id: uuid })),
  notice: z.nullable(z.enum(payoutNotices)),
  /** What the payee confirms. Its `id` is the intent of the payout: the same id is paid once. */
  review: z.nullable(
    z.object({
      id: uuid,
      ...terms,
      /** What the app keeps back of the amount for a tax authority. Absent: nothing. */
      withheld: z.optional(withheld()),
    }),
  ),
  /** The payout that was made. */
  payout: z.nullable(
    z.object({
      ...terms,
      /** What the app keeps back of the amount for a tax authority. Absent: nothing. */
      withheld: z.optional(withheld()),
      status: z.enum(transferStatuses),
      history: z.array(z.object({ status: z.enum(transferStatuses), timestamp })),
      /** By which partner and rail know it. */
      reference: z.optional(uuid),
      /** Why it came back. */
      failure: z.optional(z.enum(payoutFailures)),
      /** Where to ask, when that is the next thing to do: an address of the web or `mailto:`. */
      support: z.optional(z.string()),
      /** Whether another payout may follow: this one came back, or the page is there to stay. */
      again: z.boolean(),
    }),
  ),
});

/** Body of `POST /session/payout`. */
export const payoutInput = z.object({
  amount: z
    .int('invalid-amount')
    .check(z.minimum(1, 'invalid-amount'), z.maximum(100_000_000_000, 'invalid-amount')),
  method_id: z.string('required').check(z.minLength(1, 'required'), z.maxLength(100, 'invalid-choice')),
});
export type PayoutInput = z.infer<typeof payoutInput>;

/** The `id` of the `review` that the payee confirms. */
export const confirmPayoutInput = z.object({
  id: z.string('required').check(z.minLength(1, 'required'), z.maxLength(100, 'too-long')),
});
