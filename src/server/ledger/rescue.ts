/**
 * Finds payouts, refills and payments whose job was lost, by their date, and gives them a new job, so
 * that none stays undecided. A process that is killed gives its job back only after a minute. A job that
 * fails ten times is dropped. A job too many does no harm.
 */
import { claimOverdue } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { rescueAfterMs } from './payouts.ts';

export const rescueEveryMs = 5_000;
const batch = 100;

/** Returns how many it found. */
export async function rescuePayouts(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const overdue = await claimOverdue(tx, now, new Date(now.getTime() + rescueAfterMs), batch);
    for (const { id, type } of overdue)
      await deps.jobs.enqueue(tx, {
        kind: type === 'payout' ? 'advance-payout' : 'advance-refill',
        transferId: id,
      });
    return overdue.length;
  });
}
