/** Payout links that wait for money are looked at as soon as it can be their turn. */
import { firstWaitingLink, hurryTransfer } from '../db/payout-links.ts';
import type { Queryable } from '../ports/database.ts';
import type { Sending } from '../webhooks/outbox.ts';

/**
 * Call it when the app's wallet has more, or a link has ended that others waited behind. `holds`: cents of
 * the wallet, where they are known. The job funds one link after the other. The date of its transfer is
 * written, too: what `dots-flow refill` books has no jobs, and is found by it within five seconds.
 */
export async function hurryWaitingLinks(
  deps: Pick<Sending, 'clock' | 'jobs'>,
  tx: Queryable,
  appId: string,
  holds = Infinity,
): Promise<void> {
  const first = await firstWaitingLink(tx, appId);
  if (!first || first.amount > holds) return;
  await hurryTransfer(tx, first.transfer_id, new Date(deps.clock.now().getTime() - 1));
  await deps.jobs.enqueue(tx, { kind: 'advance-payout-link', transferId: first.transfer_id });
}
