/**
 * Pays a batch, a bite at a time. Each row is a transaction of its own that makes the payout and writes
 * the row's result, so a process may be killed between any two statements. After a bite the job goes to
 * the end of the queue, behind the payouts that it made: 5,000 rows are never before somebody else's
 * payout.
 */
import type { BatchItem } from '../../contract/money/payout-batches.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { defaultFeeParty } from '../../contract/rails/offers.ts';
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { tryLockKey } from '../db/idempotency.ts';
import {
  claimLateBatches,
  endItem,
  hasWaitingItem,
  insertBatch,
  lookAtBatch,
  nextBatch,
  takeItem,
} from '../db/payout-batches.ts';
import type { BatchItemRow, BatchRow } from '../db/payout-batches.ts';
import { findTransferByIntent, lockTransfer } from '../db/transfers.ts';
import { findUser } from '../db/users.ts';
import { DatabaseUnavailable, isTransactionConflict } from '../ports/database.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { noSuchUser } from '../users/refusals.ts';
import { chosenMethod } from './chosen-method.ts';
import { createPayout, rescueAfterMs } from './payouts.ts';
import { assertKeyMadeNothingElse, assertSamePayout, intentOf } from './same-request.ts';
import { hasEnded } from './transfer-events.ts';

/** Rows of a bite. */
export const biteRows = 25;

/** How long a bite waits whose rows are all locked: by a request with the same key, or by another process. */
const busyMs = 1_000;

/** Returns null when the app has a batch with this key. */
export async function makeBatch(
  deps: Pick<Deps, 'newId' | 'clock' | 'jobs'>,
  tx: Queryable,
  app: Pick<App, 'id'>,
  batch: Pick<BatchRow, 'idempotency_key' | 'request_hash' | 'metadata'> & {
    readonly items: readonly BatchItem[];
  },
): Promise<BatchRow | null> {
  const { items, ...about } = batch;
  const created = deps.clock.now();
  const lookAt = new Date(created.getTime() + rescueAfterMs);
  const row = await insertBatch(tx, { id: deps.newId(), app_id: app.id, created, lookAt, ...about }, items);
  if (row) await deps.jobs.enqueue(tx, { kind: 'pay-batches', appId: app.id });
  return row;
}

/** The job: a bite of the app's oldest batch. */
export async function payBatches(deps: Deps, appId: string): Promise<void> {
  const app = await findApp(deps.db, appId);
  const batchId = app && (await nextBatch(deps.db, appId));
  if (!app || !batchId) return;
  let done = 0;
  for (let [taken, after] = [0, 0]; taken < biteRows; taken += 1) {
    const next = await payNext(deps, app, batchId, after);
    if (!next) break;
    after = next.number;
    if (next.isDone) done += 1;
  }
  const now = deps.clock.now();
  await deps.db.transaction(async (tx) => {
    const waits = await hasWaitingItem(tx, batchId);
    await lookAtBatch(tx, batchId, waits ? new Date(now.getTime() + rescueAfterMs) : null);
    // Another batch of the app may wait for this one.
    if (waits || (await nextBatch(tx, appId)))
      await deps.jobs.enqueue(
        tx,
        { kind: 'pay-batches', appId },
        waits && done === 0 ? new Date(now.getTime() + busyMs) : undefined,
      );
  });
}

/**
 * Works on the first row behind `after` that nobody else works on. Returns its number, and whether it has its
 * result; null when there is none.
 */
async function payNext(
  deps: Deps,
  app: App,
  batchId: string,
  after: number,
): Promise<{ readonly number: number; readonly isDone: boolean } | null> {
  const state: { item?: BatchItemRow; isDone?: boolean } = {};
  try {
    await deps.db.transaction(async (tx) => {
      const item = await takeItem(tx, batchId, after);
      if (!item) return;
      state.item = item;
      // No request with the same key, and no row of another batch, is at work meanwhile.
      if (!(await tryLockKey(tx, `${app.id} body`, item.idempotency_key))) return;
      await endItem(tx, item, await payRow(deps, tx, app, item));
      state.isDone = true;
    });
  } catch (error) {
    const { item } = state;
    // Whether it was paid is not known, or it may be in a moment. The next bite looks again.
    if (!item || error instanceof DatabaseUnavailable || isTransactionConflict(error)) throw error;
    if (error instanceof ProblemError && error.code === 'resource-busy')
      return { number: item.number, isDone: false };
    if (!(error instanceof ProblemError)) deps.log.error({ err: error, batchId }, 'a row of a batch failed');
    await deps.db.transaction((tx) => endItem(tx, item, refusalOf(error)));
    state.isDone = true;
  }
  return state.item ? { number: state.item.number, isDone: state.isDone ?? false } : null;
}

/** Makes the payout of a row, or finds the one that was made for its key. */
async function payRow(
  deps: Deps,
  tx: Queryable,
  app: App,
  { user_id, idempotency_key, request }: BatchItemRow,
): Promise<{ transferId: string; hasEnded: boolean }> {
  const { amount, platform, account_id, payout_fee_party, tax_exempt, income_type, metadata } =
    request as BatchItem;
  const intent = intentOf(idempotency_key);
  const found = await findTransferByIntent(tx, app.id, intent);
  // It must not end between the look at its status and the end of this transaction.
  const known = found && (await lockTransfer(tx, found.id));
  if (known) {
    await assertSamePayout(tx, known, {
      ...{ user_id, amount, platform, account_id, fund: true, tax_exempt: tax_exempt ?? false },
      ...{ fee_party: payout_fee_party ?? defaultFeeParty, metadata: metadata ?? null },
      income_type: income_type ?? null,
    });
    return { transferId: known.id, hasEnded: hasEnded[known.status] };
  }
  await assertKeyMadeNothingElse(tx, app.id, idempotency_key, 'payout');
  const user = await findUser(tx, app.id, user_id);
  if (!user) throw noSuchUser(user_id);
  const row = await createPayout(deps, tx, {
    ...{ app, user, amount, intent, fund: true },
    method: await chosenMethod(tx, { user_id, platform, account_id }),
    feeParty: payout_fee_party ?? defaultFeeParty,
    tax_exempt: tax_exempt ?? false,
    income_type: income_type ?? null,
    metadata: metadata ?? null,
  });
  return { transferId: row.id, hasEnded: false };
}

/** Says what is wrong with a row. Its transaction was undone, so nothing was paid. */
function refusalOf(error: unknown): { errorCode: string; errorMessage: string } {
  if (!(error instanceof ProblemError))
    return {
      errorCode: 'internal-error',
      errorMessage: 'The server failed at this row, and paid nothing. Send it in a new batch.',
    };
  const { code, extra, message } = error;
  return {
    // The one code that the vendor's guide to batches names, in the vendor's spelling.
    errorCode: code === 'no-such-resource' ? 'no_such_resource' : code,
    errorMessage: extra.detail ?? extra.errors?.[0]?.message ?? message,
  };
}

/** Finds batches whose job was lost. Returns of how many apps there were some. */
export async function rescueBatches(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const apps = await claimLateBatches(tx, now, new Date(now.getTime() + rescueAfterMs), 100);
    for (const appId of apps) await deps.jobs.enqueue(tx, { kind: 'pay-batches', appId });
    return apps.length;
  });
}
