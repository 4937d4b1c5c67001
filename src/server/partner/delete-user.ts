/**
 * Deletes a user. Nobody finds them any more, their open flows end, and their phone number is free for
 * another user. What they have not claimed goes back to the app. What is known of them is removed, but for
 * what the law wants kept (`db/erase-user.ts`). A user who still has money cannot be deleted, because nobody
 * could pay it out afterwards.
 */
import type { Queryable } from '../ports/database.ts';
import { openFlowsOf } from '../db/flows.ts';
import { walletBalance } from '../db/ledger.ts';
import { hasMoneyUnderWay } from '../db/money-under-way.ts';
import { eraseUser } from '../db/erase-user.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { cancelFlow } from '../flows/cancel-flow.ts';
import { cancelLinksOf } from '../payout-links/end.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';

/**
 * The caller has locked the user's row and their flows. Open flows are canceled, because nobody can work on
 * a flow without its user, and it would stay `in_progress` for the partner.
 */
export async function removeUser(deps: Deps, tx: Queryable, user: UserRow): Promise<void> {
  if ((await walletBalance(tx, { userId: user.id })) !== 0 || (await hasMoneyUnderWay(tx, user.id)))
    throw new ProblemError('wallet-not-empty');
  const now = deps.clock.now();
  await cancelLinksOf(deps, tx, user.id);
  for (const id of await openFlowsOf(tx, user.id, now)) await cancelFlow(deps, tx, id);
  await eraseUser(tx, user.id, now);
}
