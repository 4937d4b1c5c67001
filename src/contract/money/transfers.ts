/**
 * Transfers and payouts of the partner API, in the vendor's v2 shape. Amounts are integer cents of US
 * dollars.
 */
import { payoutRails } from '../bank/rails.ts';
import * as z from '../z.ts';
import { metadata, timestamp, uuid } from '../flow.ts';
import { incomeTypes } from '../forms/income.ts';
import { withholding } from './withholding.ts';

/**
 * `refill`: into the app's wallet; negative: out of it. `balance`: between the app's and a user's wallet.
 * `payout`: from a user's wallet to the world. `payment`: from a user's bank account into the app's wallet.
 */
export const transferTypes = ['refill', 'payout', 'balance', 'payment'] as const;
export type TransferType = (typeof transferTypes)[number];

/**
 * `flagged`: held until the payee's identity is cleared. `pending`: with the rail. `failed`: the money came
 * back before it arrived. `reversed`: the money came back after it had arrived.
 */
export const transferStatuses = [
  'created',
  'flagged',
  'pending',
  'completed',
  'failed',
  'reversed',
  'canceled',
] as const;
export type TransferStatus = (typeof transferStatuses)[number];

/** Whether the money of a payout with this status came back. */
export const cameBack: Readonly<Record<TransferStatus, boolean>> = {
  created: false,
  flagged: false,
  pending: false,
  completed: false,
  failed: true,
  reversed: true,
  canceled: true,
};

/** Who bears a payout's fee. `user`: it is taken out of the amount. `platform`: the app pays it on top. */
export const feeParties = ['user', 'platform'] as const;
export type FeeParty = (typeof feeParties)[number];

const statusChange = z.object({ status: z.enum(transferStatuses), timestamp });

/** One line of the books behind a transfer. */
export const line = z.object({
  /** Counts up, with gaps. */
  id: z.int(),
  /** Integer cents of US dollars that went from the source to the destination. More than 0. */
  amount: z.int(),
  created: timestamp,
  source_name: z.string(),
  destination_name: z.string(),
  type: z.enum(['balance', 'refill', 'payout', 'payment', 'fee', 'surrogate', 'withholding']),
  metadata: z.nullable(metadata),
});

export const transfer = z.object({
  id: uuid,
  created: timestamp,
  /** Absent from a refill, which is of no user, and from a payout link’s until it is claimed. */
  user_id: z.optional(uuid),
  status: z.enum(transferStatuses),
  type: z.enum(transferTypes),
  /**
   * Integer cents of US dollars. Negative: from the app to the user, or out of the app's wallet. A payout is
   * positive.
   */
  amount: z.int(),
  /** Empty unless it is a payout or a payment. */
  external_data: z.object({
    /** Id of the payout method, or of the account that a payment debits. */
    account_id: z.optional(z.string()),
    /** The rail's own id for the payout or the payment. */
    external_id: z.optional(z.string()),
    platform: z.optional(z.enum(payoutRails)),
  }),
  transactions: z.array(line),
  /** The payout link that it brings money for, or in whose flow the payee withdrew. Absent without one. */
  payout_link_id: z.optional(uuid),
  metadata: z.nullable(metadata),
  status_history: z.array(statusChange),
  tax_exempt: z.boolean(),
  /**
   * Integer cents of US dollars. On payouts: what arrives is `amount`, less the fee when the user bears
   * it, and less what is withheld.
   */
  fee: z.int(),
  payout_fee_party: z.nullable(z.enum(feeParties)),
  /** Why the transfer failed or was reversed, in the rail's words for developers. */
  failure_reason: z.nullable(z.string()),
  /**
   * On payments: the return reason code of the ACH network with which the debit came back, like `R01`.
   * Null: it did not, or the bank named none.
   */
  return_code: z.optional(z.nullable(z.string())),
  /** On payments: the day on which the debit is given to the bank. Null: at once. */
  debit_on: z.optional(z.nullable(z.string())),
  /** What money between the app and a user is for. Null: it was not said, so the app’s usual type counts. */
  income_type: z.nullable(z.enum(incomeTypes)),
  /**
   * What of a payout is kept back for a tax authority. Null: on what is no payout, and on payouts of US
   * persons of which nothing is kept back.
   */
  withholding: z.nullable(withholding),
});
export type Transfer = z.infer<typeof transfer>;

/**
 * A thousand million dollars: more than anybody moves at once, and far below the largest number that is
 * exact.
 */
export const mostCents = 100_000_000_000;

/** What a payment is for. Without it the app’s usual type counts, which is `services` at first. */
const incomeType = z.optional(z.nullable(z.enum(incomeTypes, 'invalid-choice')));

const once = {
  /** A UUID that makes the call safe to repeat, for ever. The header `Idempotency-Key` does for 24 hours. */
  idempotency_key: z.optional(z.nullable(uuid)),
  metadata: z.optional(z.nullable(metadata)),
};

export const createTransferInput = z.object({
  user_id: z.string('required').check(z.regex(z.regexes.uuid(), 'invalid-uuid')),
  /** Integer cents of US dollars. Negative: from the app to the user. */
  amount: z.int('invalid-number').check(
    z.minimum(-mostCents, 'invalid-number'),
    z.maximum(mostCents, 'invalid-number'),
    z.refine((cents) => cents !== 0, 'invalid-number'),
  ),
  /** `true`: the transfer does not count towards the threshold of tax reporting. */
  tax_exempt: z.optional(z.nullable(z.boolean('invalid-boolean'))),
  income_type: incomeType,
  ...once,
});

export const createPayoutInput = z.object({
  user_id: z.string('required').check(z.regex(z.regexes.uuid(), 'invalid-uuid')),
  /**
   * Integer cents of US dollars. Each rail has a least: 100 for `ach`, `paypal`, `venmo`, `cash_app` and
   * `airtm`, 1000 for `intl_bank`, 2000 for `payoneer`. Below it: `amount-below-minimum`.
   */
  amount: z
    .int('invalid-number')
    .check(z.minimum(1, 'invalid-number'), z.maximum(mostCents, 'invalid-number')),
  /**
   * A rail, `bank_transfer` (the bank account, in the US or abroad), or `default` (the payee's default
   * method). `intl_transfer` is how a user's list of methods spells `intl_bank`.
   */
  platform: z.enum([...payoutRails, 'intl_transfer', 'bank_transfer', 'default'], 'invalid-choice'),
  /** Which of the payee's methods on that rail. It is needed when there are several. */
  account_id: z.optional(z.nullable(z.string('invalid-type').check(z.maxLength(100, 'too-long')))),
  /** Moves the money from the app to the user first. It returns to the app when the payout fails. */
  fund: z.optional(z.nullable(z.boolean('invalid-boolean'))),
  /** About the money that `fund` moves; without it, refused. */
  tax_exempt: z.optional(z.nullable(z.boolean('invalid-boolean'))),
  /** What the money that `fund` moves is paid for; without `fund`, refused. */
  income_type: incomeType,
  payout_fee_party: z.optional(z.nullable(z.enum(feeParties, 'invalid-choice'))),
  /**
   * A UUID that makes one payout of the call, whenever it is repeated. A row of a batch with the same one is
   * the same payout. A key of your app makes one thing: with other contents, or where it has made a payment,
   * a batch or a link, it is refused with 409 `idempotency-conflict`, and `errors` names what is other.
   */
  idempotency_key: once.idempotency_key,
  metadata: once.metadata,
});
export type CreatePayoutInput = z.infer<typeof createPayoutInput>;
