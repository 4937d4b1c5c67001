/**
 * The one order in which rows are locked, so that two requests never wait for each other:
 *
 * 1. flows, by id, where there are several;
 * 2. the user;
 * 3. sessions and codes, payout methods, forms, transfers: the older transfer first;
 * 4. the end of the app's chain of papers (`papers.ts`), which all who sign something wait for;
 * 5. wallets (`ledger/movements.ts` has their order). Whoever has them signs nothing.
 *
 * A payee's request locks its flow and may go on to the user. So whoever has the user must not reach for a
 * flow: held payouts, which may be of any flow, are freed by a job for each (`ledger/release.ts`). A
 * partner's call that changes the flows of a user begins here. One that changes the user alone locks the
 * user.
 *
 * A row that is inserted locks those that it refers to, against their deletion alone (`for key share`).
 * Two locks are of the key and have them wait: that of a flow, about which whoever has a user's or a wallet's
 * row writes nothing new; and that of a user who is deleted. So whoever has wallets refers to the user before
 * them (`keepUser`).
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
