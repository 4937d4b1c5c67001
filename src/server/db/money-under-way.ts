/** Whether money of a user has not come to rest. */
import type { Queryable } from '../ports/database.ts';

/**
 * Returns whether a payout of the user may still come back into the wallet, or a payment of theirs is
 * still on its way. A `completed` one does not count, although its bank may still return it.
 */
export async function hasMoneyUnderWay(db: Queryable, userId: string): Promise<boolean> {
  const rows = await db.query(
    `select 1 from transfers where user_id = $1 and type in ('payout', 'payment') and status in ('created', 'flagged', 'pending') limit 1`,
    [userId],
  );
  return rows.length > 0;
}
