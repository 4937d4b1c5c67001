/** Batches of payouts and their rows. The money itself is in `transfers.ts`. */
import type { BatchItem, BatchStatus } from '../../contract/money/payout-batches.ts';
import type { TransferStatus } from '../../contract/money/transfers.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';
import { asJson } from './update.ts';

export interface BatchRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  idempotency_key: string | null;
  request_hash: Buffer;
  metadata: string | Record<string, unknown> | null;
  /** Derived of the rows. */
  status: BatchStatus;
}

const waits = `exists (select from payout_batch_items i where i.batch_id = t.id and i.state = 'waiting')`;
const pays = `exists (select from payout_batch_items i where i.batch_id = t.id and i.state = 'paying')`;
/** Rows are taken in their order. */
const begun = `exists (select from payout_batch_items i
  where i.batch_id = t.id and i.number = 1 and i.state <> 'waiting')`;
const batchColumns = `t.id, t.app_id, t.created, t.idempotency_key, t.request_hash, t.metadata,
  case when ${waits} then case when ${begun} then 'processing' else 'created' end
    when ${pays} then 'paying_out' else 'completed' end as status`;

/** Returns null when the app has a batch with this key already. */
export async function insertBatch(
  tx: Queryable,
  batch: Pick<BatchRow, 'id' | 'app_id' | 'created' | 'idempotency_key' | 'request_hash' | 'metadata'> & {
    readonly lookAt: Date;
  },
  items: readonly BatchItem[],
): Promise<BatchRow | null> {
  const inserted = await tx.query(
    `insert into payout_batches (id, app_id, created, idempotency_key, request_hash, metadata, look_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (app_id, idempotency_key) where idempotency_key is not null do nothing returning id`,
    [
      batch.id,
      batch.app_id,
      batch.created,
      batch.idempotency_key,
      batch.request_hash,
      asJson(batch.metadata),
      batch.lookAt,
    ],
  );
  if (inserted.length === 0) return null;
  // One parameter for all rows, because a statement takes 65,535 at most.
  await tx.query(
    `insert into payout_batch_items (batch_id, number, user_id, idempotency_key, request)
     select $1, item.number, (item.request ->> 'user_id')::uuid, (item.request ->> 'idempotency_key')::uuid, item.request
     from jsonb_array_elements($2::jsonb) with ordinality as item (request, number)`,
    [batch.id, JSON.stringify(items)],
  );
  return findBatch(tx, batch.app_id, batch.id);
}

export async function findBatch(db: Queryable, appId: string, id: string): Promise<BatchRow | null> {
  const [row] = await db.query<BatchRow>(
    `select ${batchColumns} from payout_batches t where t.app_id = $1 and t.id = $2`,
    [appId, id],
  );
  return row ?? null;
}

export async function findBatchByKey(db: Queryable, appId: string, key: string): Promise<BatchRow | null> {
  const [row] = await db.query<BatchRow>(
    `select ${batchColumns} from payout_batches t where t.app_id = $1 and t.idempotency_key = $2`,
    [appId, key],
  );
  return row ?? null;
}

export const listBatches = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<BatchRow> | null> =>
  pageOf(
    db,
    { columns: batchColumns, from: 'payout_batches t', where: 't.app_id = $1', params: [appId] },
    request,
  );

export interface BatchItemRow extends Row {
  batch_id: string;
  number: number;
  user_id: string;
  idempotency_key: string;
  request: Partial<BatchItem>;
  transfer_id: string | null;
  transfer_status: TransferStatus | null;
  error_code: string | null;
  error_message: string | null;
}

/** Returns up to `limit` rows of a batch, with their payouts, in the order of the batch. */
export async function itemsOfBatch(
  db: Queryable,
  batchId: string,
  { after, before, limit }: { after: number | null; before: number | null; limit: number },
): Promise<BatchItemRow[]> {
  const newestFirst = before === null ? '' : 'desc';
  const rows = await db.query<BatchItemRow>(
    `select i.batch_id, i.number, i.user_id, i.idempotency_key, i.request, i.transfer_id,
       t.status as transfer_status, i.error_code, i.error_message
     from payout_batch_items i left join transfers t on t.id = i.transfer_id
     where i.batch_id = $1 and i.number > $2 and i.number < $3 order by i.number ${newestFirst} limit $4`,
    [batchId, after ?? 0, before ?? 2 ** 31 - 1, limit],
  );
  return before === null ? rows : rows.reverse();
}

/** Returns the place of the row with this key; null when the batch has none. */
export async function placeOfItem(db: Queryable, batchId: string, key: string): Promise<number | null> {
  const [row] = await db.query<{ number: number }>(
    'select number from payout_batch_items where batch_id = $1 and idempotency_key = $2',
    [batchId, key],
  );
  return row?.number ?? null;
}

/** Returns the app's oldest batch with rows to work on. */
export async function nextBatch(db: Queryable, appId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    'select id from payout_batches where app_id = $1 and look_at is not null order by created, id limit 1',
    [appId],
  );
  return row?.id ?? null;
}

/**
 * Takes the first row behind `after` that waits, for this transaction alone. Two servers that work on one
 * batch take two rows.
 */
export async function takeItem(tx: Queryable, batchId: string, after: number): Promise<BatchItemRow | null> {
  const [row] = await tx.query<BatchItemRow>(
    `select * from payout_batch_items where batch_id = $1 and state = 'waiting' and number > $2
     order by number limit 1 for update skip locked`,
    [batchId, after],
  );
  return row ?? null;
}

/** Writes what became of a row. */
export async function endItem(
  tx: Queryable,
  { batch_id, number }: Pick<BatchItemRow, 'batch_id' | 'number'>,
  result:
    | { readonly transferId: string; readonly hasEnded: boolean }
    | { readonly errorCode: string; readonly errorMessage: string },
): Promise<void> {
  const paid = 'transferId' in result ? result : null;
  const refused = 'errorCode' in result ? result : null;
  await tx.query(
    `update payout_batch_items set state = $3, transfer_id = $4, error_code = $5, error_message = $6
     where batch_id = $1 and number = $2 and state = 'waiting'`,
    [
      batch_id,
      number,
      paid && !paid.hasEnded ? 'paying' : 'ended',
      paid?.transferId ?? null,
      refused?.errorCode ?? null,
      refused?.errorMessage ?? null,
    ],
  );
}

/** Call it in the transaction in which a payout ends. */
export async function payoutOfBatchEnded(tx: Queryable, transferId: string): Promise<void> {
  await tx.query(
    `update payout_batch_items set state = 'ended' where transfer_id = $1 and state = 'paying'`,
    [transferId],
  );
}

/** Writes when to look again at the latest. Null: no row waits any more. */
export async function lookAtBatch(tx: Queryable, id: string, lookAt: Date | null): Promise<void> {
  await tx.query('update payout_batches set look_at = $2 where id = $1', [id, lookAt]);
}

/** Returns whether a row of the batch waits. */
export async function hasWaitingItem(tx: Queryable, batchId: string): Promise<boolean> {
  return (
    (
      await tx.query(`select 1 from payout_batch_items where batch_id = $1 and state = 'waiting' limit 1`, [
        batchId,
      ])
    ).length > 0
  );
}

/** Puts off batches that are late until `until`, and returns their apps. */
export async function claimLateBatches(tx: Queryable, before: Date, until: Date, limit: number) {
  const rows = await tx.query<{ app_id: string }>(
    `update payout_batches set look_at = $2 where id in
       (select id from payout_batches where look_at < $1 order by look_at limit $3 for update skip locked) returning app_id`,
    [before, until, limit],
  );
  return [...new Set(rows.map(({ app_id }) => app_id))];
}

/** Rows that are about the user, for the export. */
export const batchItemsOfUser = (
  db: Queryable,
  userId: string,
): Promise<(BatchItemRow & { created: Date })[]> =>
  db.query(
    `select i.*, b.created from payout_batch_items i join payout_batches b on b.id = i.batch_id
     where i.user_id = $1 order by b.created, i.batch_id, i.number`,
    [userId],
  );
