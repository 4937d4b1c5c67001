/** Payout batches in the vendor's v2 shape: up to 5,000 payouts by one call, each with its own result. */
import type { FieldCode } from '../problems.ts';
import * as z from '../z.ts';
import { metadata, timestamp, uuid } from '../flow.ts';
import { createPayoutInput, transferStatuses } from './transfers.ts';

/** What a batch may have at most. */
const mostItems = 5_000;

/**
 * `created`: nothing was done yet. `processing`: payouts are being made of the rows. `paying_out`: every row
 * has its payout or its error, and some payouts have not ended. `completed`: all have ended.
 */
const batchStatuses = ['created', 'processing', 'paying_out', 'completed'] as const;
export type BatchStatus = (typeof batchStatuses)[number];

const key = z.string('required').check(z.regex(z.regexes.uuid(), 'invalid-uuid'));

/** One payout of a batch. It is asked for as `POST /payouts` is, and always brings its money along. */
export const batchItem = z.object({
  user_id: createPayoutInput.shape.user_id,
  /** Integer cents of US dollars. */
  amount: createPayoutInput.shape.amount,
  /**
   * A rail, `bank_transfer` (the bank account, in the US or abroad), or `default` (the payee's default
   * method).
   */
  platform: createPayoutInput.shape.platform,
  /** Which of the payee's methods on that rail. It is needed when there are several. */
  account_id: createPayoutInput.shape.account_id,
  /**
   * The row's own UUID. The app pays once for it, for ever: the same key in another batch, or as the
   * `idempotency_key` of `POST /payouts`, is the same payout. With other contents, or where the key has made
   * something else, the row is refused with `idempotency-conflict`. The key of the batch is none for a row.
   */
  idempotency_key: key,
  /** Always `true`: the money of each row comes from the app's wallet, and returns there when it fails. */
  fund: z.literal(true, 'invalid-choice'),
  /** `true`: the money does not count towards the threshold of tax reporting. */
  tax_exempt: createPayoutInput.shape.tax_exempt,
  /** What the money is paid for. Without it the app’s usual type counts. */
  income_type: createPayoutInput.shape.income_type,
  /** Who bears the fee: `user` takes it out of the amount, `platform` (the default) pays it on top. */
  payout_fee_party: createPayoutInput.shape.payout_fee_party,
  metadata: createPayoutInput.shape.metadata,
});
export type BatchItem = z.infer<typeof batchItem>;

/** Body of `POST /payout-batches`. */
export const createPayoutBatchInput = z.object({
  /** 1 to 5,000 payouts. No two have the same `idempotency_key`. */
  items: z.array(batchItem, 'required').check(z.minLength(1, 'required'), z.maxLength(mostItems, 'too-long')),
  /**
   * A UUID of the batch. The same batch with the same key is the first one, for as long as it is kept. With
   * other contents, or where the key has made something else, it is refused with 409 `idempotency-conflict`.
   */
  idempotency_key: z.optional(z.nullable(uuid)),
  metadata: z.optional(z.nullable(metadata)),
});

/** A batch, without its rows. */
export const payoutBatch = z.object({
  id: uuid,
  created: timestamp,
  /** The key with which the batch was made; absent when it was made without one. */
  idempotency_key: z.optional(uuid),
  /**
   * `created`: nothing was done yet. `processing`: payouts are being made of the rows. `paying_out`: every
   * row has its payout or its error, and some payouts have not ended. `completed`: all have ended.
   */
  status: z.enum(batchStatuses),
  /** The note on the batch; absent when there is none. */
  metadata: z.optional(metadata),
});
export type PayoutBatch = z.infer<typeof payoutBatch>;

/** What became of a row. */
export const batchResult = z.object({
  user_id: uuid,
  /** The key of the row. */
  idempotency_key: uuid,
  /** The note of the row. Null when there is none, and once the user was deleted. */
  metadata: z.nullable(metadata),
  /** The payout, as it stands now. Null before it was made, and where `error_code` says why there is none. */
  transfer: z.nullable(
    z.object({
      /** `GET /transfers/{id}` has all of it. */
      id: uuid,
      status: z.enum(transferStatuses),
    }),
  ),
  /**
   * Why nothing was paid: the code with which `POST /payouts` would have been refused, and
   * `no_such_resource` where the app has no such user. Null otherwise.
   */
  error_code: z.nullable(z.string()),
  /** The same as a sentence for developers. */
  error_message: z.nullable(z.string()),
  /** The row as it was sent, with `include_request=true` only. */
  request: z.optional(z.record(z.string(), z.unknown())),
});
export type BatchResult = z.infer<typeof batchResult>;

/** A batch with what became of its rows. */
export const payoutBatchResults = z.extend(payoutBatch, {
  /** In the order in which they were sent. */
  items: z.array(batchResult),
  /** Whether there are further rows in the direction of reading. */
  has_more: z.boolean(),
});
export type PayoutBatchResults = z.infer<typeof payoutBatchResults>;

/** Query of `GET /payout-batches/{id}/results`. Rows are named by their keys. */
export const batchResultsQuery = z.object({
  /** `true`: each row comes with what was sent. */
  include_request: z.optional(z.enum(['true', 'false'], 'invalid-boolean')),
  /** How many rows, 1 to 5,000. All of them when absent. */
  limit: z._default(
    z.coerce
      .number('invalid-number' satisfies FieldCode)
      .check(z.int('invalid-number'), z.minimum(1, 'invalid-number'), z.maximum(mostItems, 'invalid-number')),
    mostItems,
  ),
  /** The `idempotency_key` of the row before the page. */
  starting_after: z.optional(uuid),
  /** The `idempotency_key` of the row after the page. */
  ending_before: z.optional(uuid),
});
