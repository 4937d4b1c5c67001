/**
 * Finds payouts, refills and payments whose job was lost, by their date, and gives them a new job, so
 * that none stays undecided; and payout links whose time is over, or that wait for money. A process that is
 * killed gives its job back only after a minute. A job that fails ten times is dropped. A job too many does
 * no harm.
 */
import type { TransferType } from '../../contract/money/transfers.ts';
import { claimOverdue } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import type { Job } from '../ports/queue.ts';
import { rescueAfterMs } from './payouts.ts';

export const rescueEveryMs = 5_000;
const batch = 100;

/** What looks at a transfer of each type. Of those between two wallets only payout links' have a date. */
const jobs = {
  refill: 'advance-refill',
  payout: 'advance-payout',
  balance: 'advance-payout-link',
  payment: 'advance-refill',
} as const satisfies Readonly<Record<TransferType, Job['kind']>>;

/** Returns how many it found. */
export async function rescuePayouts(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const now = deps.clock.now();
    const overdue = await claimOverdue(tx, now, new Date(now.getTime() + rescueAfterMs), batch);
    for (const { id, type } of overdue)
      await deps.jobs.enqueue(tx, {
        kind: jobs[type],
        transferId: id,
      });
    return overdue.length;
  });
}
