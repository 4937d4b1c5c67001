/** Ends payout links that nobody has claimed. */
import { isClaimable } from '../../contract/money/payout-links.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { lockFlow } from '../db/flows.ts';
import { lockPayoutLink, openLinksOf } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { endLink } from './money.ts';
import type { LinkEnd } from './money.ts';

/**
 * Cancels a link. Canceling it again changes nothing.
 * @throws ProblemError `invalid-transaction` when its money is the payee's, or went back for another reason
 */
export async function cancelLink(deps: Deps, tx: Queryable, seen: PayoutLinkRow): Promise<PayoutLinkRow> {
  const link = (await endIfOpen(deps, tx, seen, 'canceled')) as PayoutLinkRow;
  if (link.status === 'canceled') return link;
  throw new ProblemError('invalid-transaction', {
    detail:
      link.status === 'claimed'
        ? 'The payout link was claimed: the money is the payee’s. POST /transfers with a positive amount takes back what is still in their wallet.'
        : `The payout link is ${link.status}, and its money is back: there is nothing to cancel.`,
  });
}

/** Cancels the link of a flow that is about to be canceled. One that was claimed stays as it is. */
export async function cancelLinkOf(
  deps: Deps,
  tx: Queryable,
  { id, payout_link_id }: { readonly id: string; readonly payout_link_id: string | null },
): Promise<void> {
  if (payout_link_id !== null) await endIfOpen(deps, tx, { id: payout_link_id, flow_id: id }, 'canceled');
}

/**
 * Cancels what the user has not claimed. The caller has locked the user and their flows.
 * @throws ProblemError `insufficient-scope` when there is something, and it may not be taken back
 */
export async function cancelLinksOf(
  deps: Deps,
  tx: Queryable,
  userId: string,
  mayMoveMoney: boolean,
): Promise<void> {
  const open = await openLinksOf(tx, userId);
  if (open.length > 0 && !mayMoveMoney)
    throw new ProblemError('insufficient-scope', {
      detail:
        'This call needs an API key with the scopes users and money, because the user has not claimed a payout link: its money would go back to the app.',
    });
  for (const link of open) await endIfOpen(deps, tx, link, 'canceled');
}

/** Returns the link as it is afterwards. */
export async function endIfOpen(
  deps: Deps,
  tx: Queryable,
  seen: Pick<PayoutLinkRow, 'id' | 'flow_id'>,
  end: LinkEnd,
): Promise<PayoutLinkRow | null> {
  const flow = await lockFlow(tx, seen.flow_id);
  const link = await lockPayoutLink(tx, seen.id);
  if (!link || !isClaimable[link.status]) return link;
  if (end === 'expired' && link.expires_at > deps.clock.now()) return link;
  return endLink(deps, tx, { link, flow }, end);
}
