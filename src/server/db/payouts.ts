/** Payouts of a user or a flow, among the transfers. */
import type { Queryable } from '../ports/database.ts';

/** Returns the ids of the payouts that wait for the user to be cleared, the oldest first. */
export async function flaggedPayouts(tx: Queryable, userId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `select id from transfers where user_id = $1 and type = 'payout' and status = 'flagged' order by created, id`,
    [userId],
  );
  return rows.map(({ id }) => id);
}

/** Returns the id of the newest payout that was made in the flow, or null. */
export async function lastPayoutOfFlow(db: Queryable, flowId: string): Promise<string | null> {
  const [row] = await db.query<{ id: string }>(
    `select id from transfers where flow_id = $1 and type = 'payout' order by created desc, id desc limit 1`,
    [flowId],
  );
  return row?.id ?? null;
}
