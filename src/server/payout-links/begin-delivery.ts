/** Has a link sent to its payee. A job sends it (`deliver.ts`), because nobody outside is waited for here. */
import { isClaimable, mostDeliveries } from '../../contract/money/payout-links.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { lockFlow } from '../db/flows.ts';
import { insertLinkMessage } from '../db/payout-link-messages.ts';
import { lockPayoutLink, updatePayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { findUser } from '../db/users.ts';
import { linkChanged } from '../ledger/link-events.ts';
import { disabled } from '../users/refusals.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';

/** The caller has locked the link, whose money is put aside. */
export async function beginDelivery(deps: Deps, tx: Queryable, link: PayoutLinkRow): Promise<PayoutLinkRow> {
  const now = deps.clock.now();
  const delivery = link.deliveries + 1;
  const { delivery_method: method } = link;
  for (const channel of method === 'all' ? (['sms', 'email'] as const) : [method]) {
    if (channel === 'link') continue;
    const id = deps.newId();
    const message = { id, app_id: link.app_id, link_id: link.id, delivery, channel, created: now };
    await insertLinkMessage(tx, message);
    await deps.jobs.enqueue(tx, { kind: 'deliver-payout-link', messageId: id });
  }
  const begun = await updatePayoutLink(tx, link.id, {
    ...{ status: 'delivery_pending', deliveries: delivery, updated: now },
  });
  await linkChanged(deps, tx, begun);
  return begun;
}

/** Sends a link once more. @throws ProblemError `invalid-transaction` where that makes no sense */
export async function redeliver(deps: Deps, tx: Queryable, seen: PayoutLinkRow): Promise<PayoutLinkRow> {
  await lockFlow(tx, seen.flow_id);
  const link = (await lockPayoutLink(tx, seen.id)) as PayoutLinkRow;
  const user = link.user_id === null ? null : await findUser(tx, link.app_id, link.user_id);
  const refusal = user?.disabled ? disabled : whyNot(link, deps.clock.now());
  if (refusal) throw new ProblemError('invalid-transaction', { detail: refusal });
  return beginDelivery(deps, tx, link);
}

function whyNot(link: PayoutLinkRow, now: Date): string | null {
  if (!isClaimable[link.status] || link.expires_at <= now)
    return `The payout link is ${isClaimable[link.status] ? 'expired' : link.status}, so it is sent to nobody. Make another one.`;
  if (link.status === 'funds_pending')
    return 'The app’s wallet does not hold the amount yet. The link is sent as soon as it does.';
  if (link.delivery_method === 'link')
    return 'The link was made with delivery.method `link`: give it to the payee yourself.';
  if (link.deliveries >= mostDeliveries)
    return `The link was sent ${mostDeliveries} times, which is the most. It can still be claimed.`;
  return null;
}
