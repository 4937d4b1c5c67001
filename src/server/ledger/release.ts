/** Lets the payouts go that waited for a payee's identity to be cleared. */
import { flaggedPayouts } from '../db/payouts.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { isHeld } from './held.ts';

/**
 * Call it with the user's row after screening or review changed it; without the call the release takes up to
 * a minute. It does nothing while the user is still held. Each payout is freed by a job
 * (`advance-payout.ts`): it may be of a flow, and whoever has the user's row must not wait for one.
 */
export async function releaseHeldPayouts(
  deps: Pick<Deps, 'jobs'>,
  tx: Queryable,
  user: UserRow,
): Promise<void> {
  if (isHeld(user)) return;
  for (const transferId of await flaggedPayouts(tx, user.id))
    await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId });
}
