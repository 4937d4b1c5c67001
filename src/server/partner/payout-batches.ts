/**
 * `/payout-batches`: many payouts by one call. What is wrong with the shape of a row refuses the whole batch
 * and names the row; what is wrong with how things stand is that row's result.
 */
import { Hono } from 'hono';
import type { output } from 'zod/v4/core';
import { batchItem, batchResultsQuery, createPayoutBatchInput } from '../../contract/money/payout-batches.ts';
import type { BatchResult, PayoutBatch, PayoutBatchResults } from '../../contract/money/payout-batches.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import type { FieldProblem } from '../../contract/problems.ts';
import { findBatch, findBatchByKey, itemsOfBatch, listBatches, placeOfItem } from '../db/payout-batches.ts';
import type { BatchItemRow, BatchRow } from '../db/payout-batches.ts';
import type { Transaction } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { checkMetadata, isMetadataTooLarge } from '../http/metadata.ts';
import { makeBatch } from '../ledger/batches.ts';
import { assertSameBatch, hashOfBatch } from '../ledger/same-batch.ts';
import { assertKeyMadeNothingElse } from '../ledger/same-request.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { readQuery } from './queries.ts';
import { fieldsOf, idParam, oneEnd, pageAnswer, readObject, readPage } from './requests.ts';

/** Bytes. About 800 for each of 5,000 rows. */
const maximumBody = 4 * 1024 * 1024;

/** What is wrong is named so many times at most. */
const mostErrors = 100;

export function payoutBatchRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'money');

  return new Hono<PartnerEnv>()
    .post('/payout-batches', partner, async (c) => {
      const body = await readObject(c, { maximum: maximumBody });
      const input = few(() => fieldsOf(c, createPayoutBatchInput, body, { wrong: wrongIn(body) }));
      checkMetadata(input.metadata);
      const app = c.get('partner');
      const { items, metadata = null } = input;
      const key = input.idempotency_key ?? null;
      const request_hash = hashOfBatch(deps, { items, metadata });
      const once = async (tx: Transaction) => {
        const known = key === null ? null : await findBatchByKey(tx, app.id, key);
        if (known) await assertSameBatch(tx, known, { items, metadata }, request_hash);
        else if (key !== null) await assertKeyMadeNothingElse(tx, app.id, key, 'payout batch');
        const batch = { items, metadata, idempotency_key: key, request_hash };
        const row = known ?? (await makeBatch(deps, tx, app, batch));
        // Another transaction made it since the look.
        if (!row) throw new ProblemError('resource-busy', { retryAfter: 1 });
        return { status: 200, body: batchObject(row) } as const;
      };
      return idempotent(c, deps, app.id, once, { key, lasts: true });
    })
    .get('/payout-batches', partner, async (c) => {
      const page = await listBatches(deps.db, c.get('partner').id, readPage(c));
      return c.json(pageAnswer(page, batchObject));
    })
    .get('/payout-batches/:id', partner, async (c) => {
      const row = await findBatch(deps.db, c.get('partner').id, idParam(c));
      if (!row) throw new ProblemError('no-such-resource');
      return c.json(batchObject(row));
    })
    .get('/payout-batches/:id/results', partner, async (c) => {
      const query = oneEnd(readQuery(c, batchResultsQuery));
      const row = await findBatch(deps.db, c.get('partner').id, idParam(c));
      if (!row) throw new ProblemError('no-such-resource');
      return c.json(await resultsOf(deps, row, query));
    });
}

/** Says what no schema of a row can say: keys that stand twice, and notes that are too large. */
function wrongIn({ items, idempotency_key }: Readonly<Record<string, unknown>>): FieldProblem[] {
  if (!Array.isArray(items)) return [];
  const first = new Map<string, number>();
  const ofBatch = typeof idempotency_key === 'string' ? idempotency_key.toLowerCase() : null;
  return items.flatMap((item: unknown, at): FieldProblem[] => {
    const { success, data } = batchItem.safeParse(item);
    if (!success) return [];
    const key = data.idempotency_key.toLowerCase();
    const before = first.get(key);
    if (before === undefined) first.set(key, at);
    const field = (name: string) => `items[${at}].${name}`;
    const who = before === undefined ? (key === ofBatch ? 'The batch' : null) : `items[${before}]`;
    return [
      ...(who === null
        ? []
        : [
            fieldProblem(
              field('idempotency_key'),
              'invalid-choice',
              `${who} has the same key. Give each row a key of its own.`,
            ),
          ]),
      ...(isMetadataTooLarge(data.metadata) ? [fieldProblem(field('metadata'), 'invalid-metadata')] : []),
    ];
  });
}

/** Names the first of what is wrong. Of 5,000 rows that lack a field, nobody reads all. */
function few<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { errors = [], detail } = error instanceof ProblemError ? error.extra : {};
    if (!(error instanceof ProblemError) || errors.length <= mostErrors) throw error;
    throw new ProblemError(error.code, {
      detail: detail ?? `${errors.length} fields are not right; errors has the first ${mostErrors}.`,
      errors: errors.slice(0, mostErrors),
    });
  }
}

async function resultsOf(
  { db }: Deps,
  batch: BatchRow,
  { limit, starting_after, ending_before, include_request }: output<typeof batchResultsQuery>,
): Promise<PayoutBatchResults> {
  const cursor = starting_after ?? ending_before;
  const place = cursor === undefined ? null : await placeOfItem(db, batch.id, cursor);
  const ends = ending_before !== undefined;
  // One more tells whether there are more.
  const found =
    cursor !== undefined && place === null
      ? null
      : await itemsOfBatch(db, batch.id, {
          after: ends ? null : place,
          before: ends ? place : null,
          limit: limit + 1,
        });
  const hasMore = (found?.length ?? 0) > limit;
  const { data, has_more } = pageAnswer(
    found && { data: ends ? found.slice(-limit) : found.slice(0, limit), has_more: hasMore },
    (item) => resultOf(item, include_request === 'true'),
  );
  return { ...batchObject(batch), items: data, has_more };
}

const batchObject = ({ id, created, idempotency_key, status, metadata }: BatchRow): PayoutBatch => ({
  id,
  created: created.toISOString(),
  ...(idempotency_key === null ? {} : { idempotency_key }),
  status,
  ...(metadata === null ? {} : { metadata }),
});

const resultOf = (item: BatchItemRow, withRequest: boolean): BatchResult => ({
  user_id: item.user_id,
  idempotency_key: item.idempotency_key,
  metadata: item.request.metadata ?? null,
  transfer:
    item.transfer_id === null || item.transfer_status === null
      ? null
      : { id: item.transfer_id, status: item.transfer_status },
  error_code: item.error_code,
  error_message: item.error_message,
  ...(withRequest ? { request: item.request } : {}),
});
