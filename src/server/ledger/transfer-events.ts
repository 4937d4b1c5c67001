/**
 * Tells the partner's server that a transfer changed. Also tells the payee's window, when the transfer was
 * made in a flow.
 */
import type { Transfer, TransferStatus } from '../../contract/money/transfers.ts';
import type { WebhookEventName } from '../../contract/partner/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import { updateFlow } from '../db/flows.ts';
import { payoutOfBatchEnded } from '../db/payout-batches.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { flowChanged } from '../db/signals.ts';
import { appendMessage, appendMessages, newMessageId, type Sending } from '../webhooks/outbox.ts';
import { transferObject } from './transfer-object.ts';

/** The event of a status, which is sent besides `transfer.updated`. */
const statusEvents = {
  created: null,
  flagged: 'transfer.flagged',
  pending: null,
  completed: 'transfer.completed',
  failed: 'transfer.failed',
  reversed: null,
  canceled: null,
} as const satisfies Record<TransferStatus, WebhookEventName | null>;

/** What can only be undone from then on. */
export const hasEnded = {
  created: false,
  flagged: false,
  pending: false,
  completed: true,
  failed: true,
  reversed: true,
  canceled: true,
} as const satisfies Record<TransferStatus, boolean>;

/**
 * Call it in the same transaction, after the row was changed. The caller has locked the flow's row, when
 * there is a flow. Returns the transfer as it was told.
 */
export async function transferChanged(
  deps: Sending & Pick<Deps, 'meters'>,
  tx: Queryable,
  row: TransferRow,
): Promise<Transfer> {
  const transfer = await transferObject(tx, row);
  const statusEvent = statusEvents[row.status];
  const told = { transfer_id: row.id, transfer, metadata: row.metadata };
  const events = ['transfer.updated', ...(statusEvent ? [statusEvent] : [])] as const;
  const messages = events.map((event) => ({ id: newMessageId(deps.newId), payload: { event, ...told } }));
  await appendMessages(tx, deps, row.app_id, messages);
  // Payouts of batches have a key, and with it an intent.
  if (row.type === 'payout' && row.intent !== null && hasEnded[row.status])
    await payoutOfBatchEnded(tx, row.id);
  countPayout(deps, tx, row);
  if (row.flow_id !== null) {
    await updateFlow(tx, row.flow_id, { updated: deps.clock.now() });
    flowChanged(tx, row.flow_id);
  }
  return transfer;
}

/**
 * Tells the partner alone: what a transfer says has changed, and not what became of it. The caller needs no
 * flow.
 */
export async function transferToldAnew(deps: Sending, tx: Queryable, row: TransferRow): Promise<void> {
  const transfer = await transferObject(tx, row);
  const told = { transfer_id: row.id, transfer, metadata: row.metadata };
  const payload = { event: 'transfer.updated', ...told } as const;
  await appendMessage(tx, deps, { id: newMessageId(deps.newId), appId: row.app_id, payload });
}

/** Counts a payout that got a status, once that is committed. */
export function countPayout(
  { meters }: Pick<Deps, 'meters'>,
  tx: Queryable,
  { type, status }: Pick<TransferRow, 'type' | 'status'>,
): void {
  if (type === 'payout') afterCommit(tx, () => meters?.add('payouts', { status }));
}
