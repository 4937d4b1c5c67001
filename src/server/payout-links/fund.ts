/** What happens once the money of a link is put aside, and how links get theirs that had to wait. */
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { lockFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { firstWaitingLink, lockPayoutLink, updatePayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { lockUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import { flowStatus } from '../flows/flow-object.ts';
import { linkChanged } from '../ledger/link-events.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { beginDelivery } from './begin-delivery.ts';
import { giveTo, lockAppWalletFor, reserveFor } from './money.ts';
import { payAtOnce } from './pay-at-once.ts';

export interface LockedLink {
  readonly app: App;
  readonly link: PayoutLinkRow;
  readonly flow: FlowRow;
  /** Whom the link is for, or who went through the flow before there was money. */
  readonly user: UserRow | null;
}

/**
 * Puts the money aside and goes on: pays, gives the money to whoever waits for it, or writes to the payee.
 * The caller has locked all, and the app's wallet, which holds the amount.
 */
export async function fundLink(deps: Deps, tx: Queryable, locked: LockedLink): Promise<PayoutLinkRow> {
  const { flow, user } = locked;
  let { link } = locked;
  await reserveFor(deps, tx, link);
  if (link.pays_at_once) {
    const paid = user ? await payAtOnce(deps, tx, { ...locked, user }) : 'payee-unknown';
    if (typeof paid === 'object') return paid;
    link = await updatePayoutLink(tx, link.id, { not_paid_because: paid });
  }
  const isKnown = flow.plan.some(({ name, state }) => name === 'authentication' && state === 'completed');
  if (user && isKnown && !user.disabled) return (await giveTo(deps, tx, { link, flow, user })).link;
  if (link.delivery_method !== 'link') return beginDelivery(deps, tx, link);
  const wasWaiting = link.status === 'funds_pending';
  const made = await updatePayoutLink(tx, link.id, { status: 'created', updated: deps.clock.now() });
  if (wasWaiting) await linkChanged(deps, tx, made);
  return made;
}

/**
 * Funds the links of an app that wait for money, the oldest first, until the wallet does not hold the next.
 */
export async function fundWaitingLinks(deps: Deps, appId: string): Promise<void> {
  for (;;) {
    const next = await firstWaitingLink(deps.db, appId);
    if (!next || next.expires_at <= deps.clock.now() || !(await fundNext(deps, next))) return;
  }
}

/** Returns whether it was funded, now or by somebody else. */
const fundNext = (deps: Deps, seen: PayoutLinkRow): Promise<boolean> =>
  deps.db.transaction(async (tx) => {
    const locked = await lockLink(tx, seen);
    if (!locked) return false;
    if (locked.link.status !== 'funds_pending') return true;
    if ((await lockAppWalletFor(deps, tx, seen.app_id, locked.user)) < seen.amount) return false;
    if (flowStatus(locked.flow, deps.clock.now()) === 'expired') return false;
    await fundLink(deps, tx, locked);
    return true;
  });

/** Locks the flow, the user and the link, in this order. Null: the flow or the app is gone. */
async function lockLink(tx: Queryable, { id, app_id, flow_id }: PayoutLinkRow): Promise<LockedLink | null> {
  const flow = await lockFlow(tx, flow_id);
  const app = await findApp(tx, app_id);
  const user = flow?.user_id ? await lockUser(tx, app_id, flow.user_id) : null;
  const link = await lockPayoutLink(tx, id);
  return flow && app && link ? { app, link, flow, user } : null;
}
