/**
 * Looks at a payout link when its time is over, and every minute while it waits for money. `ledger/rescue.ts`
 * finds it by the date of its transfer.
 */
import { isClaimable } from '../../contract/money/payout-links.ts';
import { findPayoutLink, lockPayoutLink } from '../db/payout-links.ts';
import { findTransfer, lookAgain } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import { endIfOpen } from './end.ts';
import { fundWaitingLinks } from './fund.ts';

/** How often a link is looked at that waits for money. `ledger/hurry-links.ts` hurries it. */
export const waitingLookMs = 60_000;

/** The handler of the job `advance-payout-link`. Running it twice does no harm. */
export async function advancePayoutLink(deps: Deps, transferId: string): Promise<void> {
  const transfer = await findTransfer(deps.db, transferId);
  if (transfer?.type !== 'balance' || transfer.payout_link_id === null) return;
  const seen = await findPayoutLink(deps.db, transfer.payout_link_id);
  if (!seen || !isClaimable[seen.status]) return;
  if (seen.expires_at <= deps.clock.now()) {
    await deps.db.transaction((tx) => endIfOpen(deps, tx, seen, 'expired'));
    return;
  }
  if (seen.status === 'funds_pending') await fundWaitingLinks(deps, seen.app_id);
  await deps.db.transaction(async (tx) => {
    const link = await lockPayoutLink(tx, seen.id);
    if (!link || !isClaimable[link.status]) return;
    const soon = new Date(deps.clock.now().getTime() + waitingLookMs);
    const waits = link.status === 'funds_pending' && soon < link.expires_at;
    await lookAgain(tx, transferId, { look_at: waits ? soon : link.expires_at, tries: 0 });
  });
}
