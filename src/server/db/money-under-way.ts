/** What of a user's money has not come to rest. */
import type { WithholdingState } from '../../contract/money/withholding.ts';
import type { Queryable } from '../ports/database.ts';
import type { TransferRow } from './transfers.ts';

/**
 * Returns a payout of the user that may still come back into the wallet, or a payment of theirs that is
 * still to come or on its way; null when there is none. A `completed` one does not count, although its bank
 * may still return it.
 */
export async function moneyUnderWay(
  db: Queryable,
  userId: string,
): Promise<Pick<TransferRow, 'id' | 'type' | 'status' | 'debit_on'> | null> {
  const [row] = await db.query<Pick<TransferRow, 'id' | 'type' | 'status' | 'debit_on'>>(
    `select id, type, status, debit_on from transfers where user_id = $1 and type in ('payout', 'payment')
       and status in ('created', 'flagged', 'pending') order by created, id limit 1`,
    [userId],
  );
  return row ?? null;
}

const stillHeld: WithholdingState = 'held';

/** Returns the cents that are withheld of the user's payouts, and neither remitted nor released. */
export async function withheldStill(db: Queryable, userId: string): Promise<number> {
  const [row] = await db.query<{ cents: number }>(
    `select coalesce(sum(withheld), 0)::bigint as cents from transfers
     where user_id = $1 and type = 'payout' and withholding_state = $2`,
    [userId, stillHeld],
  );
  return row?.cents ?? 0;
}
