/** Lets the payouts go that waited for a payee's identity to be cleared. */
import type { Queryable } from '../ports/database.ts';
import { flaggedPayouts } from '../db/payouts.ts';
import { changeStatus } from '../db/transfers.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { isHeld } from './held.ts';
import { rescueAfterMs } from './payouts.ts';
import { transferChanged } from './transfer-events.ts';

/**
 * Call it with the user's row after screening or review changed it; without the call the release takes up to
 * a minute. It does nothing while the user is still held.
 */
export async function releaseHeldPayouts(deps: Deps, tx: Queryable, user: UserRow): Promise<void> {
  if (isHeld(user)) return;
  const now = deps.clock.now();
  for (const { id } of await flaggedPayouts(tx, user.id)) {
    const row = await changeStatus(tx, id, 'created', now, {
      look_at: new Date(now.getTime() + rescueAfterMs),
    });
    await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId: id });
    await transferChanged(deps, tx, row);
  }
}
