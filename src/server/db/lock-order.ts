/**
 * The one order in which rows are locked, so that two requests never wait for each other:
 *
 * 1. flows, by id, where there are several;
 * 2. the user;
 * 3. all else: sessions and codes, payout methods, transfers, wallets (`ledger/movements.ts` has their
 *    order).
 *
 * A payee's request locks its flow and may go on to the user. So whoever has the user must not reach for a
 * flow. A partner's call that changes the flows of a user begins here. One that changes the user alone
 * locks the user.
 */
import type { Queryable } from '../ports/database.ts';
import { lockUser } from './users.ts';
import type { UserRow } from './users.ts';

/** Flows of the user, and flows where somebody with a right code is asked for what the user knows. */
const about = `select id from flows
  where user_id = $1 or id = any(array(select flow_id from sessions where asks_known = $1)) order by id`;

/**
 * Locks everything that payees' requests about the user lock. A flow may become the user's while this waits
 * for their row. Then it lets go of all locks and begins anew.
 */
export async function lockUserWithFlows(tx: Queryable, appId: string, id: string): Promise<UserRow | null> {
  for (;;) {
    await tx.query('savepoint before_locks');
    const locked = new Set(
      (await tx.query<{ id: string }>(`${about} for update`, [id])).map((flow) => flow.id),
    );
    const user = await lockUser(tx, appId, id);
    const flows = await tx.query<{ id: string }>(about, [id]);
    if (flows.every((flow) => locked.has(flow.id))) return user;
    await tx.query('rollback to savepoint before_locks');
  }
}

/** Locks a flow, and those of the user that are open to the browser. */
export async function lockFlowsOpenTo(
  tx: Queryable,
  flowId: string,
  userId: string | null,
  browser: Buffer,
): Promise<void> {
  await tx.query(
    'select id from flows where id = $1 or (user_id = $2 and open_to = $3) order by id for update',
    [flowId, userId, browser],
  );
}
