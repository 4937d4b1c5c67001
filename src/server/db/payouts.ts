/** Payouts of a user or a flow, among the transfers. */
import type { Queryable } from '../ports/database.ts';
import { transferColumns } from './transfers.ts';
import type { TransferRow } from './transfers.ts';

/**
 * Returns the payouts that wait for the user to be cleared, oldest first, and locks them until the
 * transaction ends.
 */
export function flaggedPayouts(tx: Queryable, userId: string): Promise<TransferRow[]> {
  return tx.query<TransferRow>(
    `select ${transferColumns} from transfers where user_id = $1 and type = 'payout' and status = 'flagged' order by created, id for update`,
    [userId],
  );
}

/** Returns the id of the newest payout that was made in the flow, or null. */
export async function lastPayoutOfFlow(db: Queryable, flowId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    `select id from transfers where flow_id = $1 and type = 'payout' order by created desc, id desc limit 1`,
    [flowId],
  );
  return row?.id ?? null;
}
