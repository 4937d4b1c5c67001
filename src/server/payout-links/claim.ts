/** Gives the money of a payout link to whoever has shown that it is meant for them. */
import { isClaimable } from '../../contract/money/payout-links.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { FlowRow } from '../db/flows.ts';
import { lockPayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import type { UserRow } from '../db/users.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { giveTo } from './money.ts';

/**
 * Call it once the payee of the flow is known and has confirmed their phone in it. The caller has locked the
 * flow and the user. Does nothing where the flow is of no link, and where there is no money yet: it comes as
 * soon as there is (`fund.ts`). Returns the flow as it is afterwards.
 * @throws ProblemError `step-not-current` when the link is for another phone
 */
export async function claimLinkOf(deps: Deps, tx: Queryable, flow: FlowRow, user: UserRow): Promise<FlowRow> {
  const link = flow.payout_link_id === null ? null : await lockPayoutLink(tx, flow.payout_link_id);
  if (!link || !isClaimable[link.status] || link.expires_at <= deps.clock.now()) return flow;
  if (!isFor(link, user)) throw new ProblemError('step-not-current');
  if (link.status === 'funds_pending') return flow;
  return (await giveTo(deps, tx, { link, flow, user })).flow;
}

/** A phone that the partner named counts as long as it has named no user, whose phone may change. */
const isFor = (link: PayoutLinkRow, user: UserRow): boolean =>
  link.user_id === null
    ? link.phone_e164 === null || link.phone_e164 === user.phone_e164
    : link.user_id === user.id;
