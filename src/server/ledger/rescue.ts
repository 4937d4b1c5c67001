/**
 * Nothing is left undecided: a payout whose job was lost (a process killed with the job in its hands gives it back only
 * after a minute, a job that fails ten times is dropped) is found here by its date and given a new one. A job too many
 * does no harm.
 */
import { claimOverdue } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { rescueAfterMs } from './payouts.ts';

export const rescueEveryMs = 5_000;
const batch = 100;

/** Answers how many it found. */
export async function rescuePayouts(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const overdue = await claimOverdue(tx, now, new Date(now.getTime() + rescueAfterMs), batch);
    for (const { id } of overdue) await deps.jobs.enqueue(tx, { kind: 'advance-payout', transferId: id });
    return overdue.length;
  });
}
