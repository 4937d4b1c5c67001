/** Many payouts by one call, and what became of each. */
import {
  createPayoutBatchInput,
  payoutBatch,
  payoutBatchResults,
} from '../../../contract/money/payout-batches.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const batchPage = pageOf(payoutBatch);
const common = { tag: 'Payout batches', security: 'basic', status: 200 } as const;

export const payoutBatchOperations: readonly Operation[] = [
  {
    ...common,
    id: 'createPayoutBatch',
    method: 'post',
    path: '/payout-batches',
    summary: 'Pay up to 5,000 users',
    description:
      'Answers at once; the payouts are made one after the other, in the order of `items`. A row whose shape is not right refuses the whole batch with 422, and `errors` names it (`items[17].amount`): nothing is paid then. Whatever else keeps a row from being paid (no such user, no payout method, too little in the wallet) is the result of that row, and stops no other. A row is paid once for its `idempotency_key`, for ever, in whatever batch it stands; sent to `POST /payouts` in the body, the key is the same one. The same batch with the same `idempotency_key` returns the first one. Keys in bodies are one space of your app: one that has made a payout makes no batch, payment or link, and is 409 `idempotency-conflict`. The body may have 4 MB. A batch with its rows is kept for a year; the transfers stay.',
    body: createPayoutBatchInput,
    idempotent: true,
    answer: payoutBatch,
  },
  {
    ...common,
    id: 'listPayoutBatches',
    method: 'get',
    path: '/payout-batches',
    summary: 'List payout batches, newest first',
    description:
      'Without their rows, each with its `status` as it is now. What became of the rows is in `GET /payout-batches/{id}/results`.',
    query: ['page'],
    answer: batchPage,
  },
  {
    ...common,
    id: 'getPayoutBatch',
    method: 'get',
    path: '/payout-batches/{id}',
    summary: 'Retrieve a payout batch',
    description:
      'A batch stays `paying_out` while one of its payouts has not ended, also when that one is `flagged`. Follow the payouts with the `transfer.*` webhooks, or ask every few seconds.',
    answer: payoutBatch,
  },
  {
    ...common,
    id: 'getPayoutBatchResults',
    method: 'get',
    path: '/payout-batches/{id}/results',
    summary: 'Retrieve what became of each row',
    description:
      'In the order of the batch. Without `limit` all rows are answered. With it they come in pages, whose cursors are the `idempotency_key` of rows.',
    query: ['results'],
    answer: payoutBatchResults,
  },
];
