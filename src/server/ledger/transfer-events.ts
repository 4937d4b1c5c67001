/** Tells the partner's server that a transfer changed, and the payee's window, when it was made in one. */
import type { Queryable } from '../ports/database.ts';
import { updateFlow } from '../db/flows.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { flowChanged } from '../flows/flow-signals.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';
import { transferObject } from './transfer-object.ts';

const own = ['completed', 'failed', 'flagged'] as const;

/** After the row was changed, in the same transaction. The caller holds the flow's row, when there is one. */
export async function transferChanged(deps: Deps, tx: Queryable, row: TransferRow): Promise<void> {
  const transfer = await transferObject(tx, row);
  const particular = own.find((status) => status === row.status);
  for (const event of particular
    ? (['transfer.updated', `transfer.${particular}`] as const)
    : (['transfer.updated'] as const)) {
    await appendMessage(tx, deps, {
      id: newMessageId(deps.newId),
      appId: row.app_id,
      payload: { event, transfer_id: row.id, transfer, metadata: row.metadata },
    });
  }
  if (row.flow_id !== null) {
    await updateFlow(tx, row.flow_id, { updated: deps.clock.now() });
    flowChanged(tx, row.flow_id);
  }
}
