/**
 * The money of payout links in the books. It is put aside when the link is made, or as soon as the app's
 * wallet holds it. From there it goes to the wallet of whoever claims the link, or back to the app: one of
 * the two, once, because the transfer ends once (`ledger_movements_once`). The caller has locked the flow,
 * the user if there is one, and the link.
 */
import type { Queryable } from '../ports/database.ts';
import { walletBalance } from '../db/ledger.ts';
import { giveTransferTo, updatePayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import { updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { flowChanged } from '../db/signals.ts';
import { changeStatus } from '../db/transfers.ts';
import type { UserRow } from '../db/users.ts';
import { flowStatus } from '../flows/flow-object.ts';
import { hurryWaitingLinks } from '../ledger/hurry-links.ts';
import { linkChanged, linkFailed } from '../ledger/link-events.ts';
import { appWallet, book, lockAppWallet, lockWalletsOf, reserved, userWallet } from '../ledger/movements.ts';
import { transferChanged } from '../ledger/transfer-events.ts';
import type { Deps } from '../ports/deps.ts';

/**
 * Returns the cents in the app's wallet, and locks it; with the user's, whom it may be paid to at once. Both
 * are locked together, in the order of all.
 */
export async function lockAppWalletFor(
  deps: Deps,
  tx: Queryable,
  appId: string,
  user: UserRow | null,
): Promise<number> {
  if (!user) return lockAppWallet(deps, tx, appId);
  await lockWalletsOf(deps, tx, appId, user.id);
  return walletBalance(tx, { appId });
}

/** Puts the money aside. The app's wallet is locked and holds it. */
export async function reserveFor(deps: Deps, tx: Queryable, link: PayoutLinkRow): Promise<void> {
  await book(deps, tx, {
    ...{ appId: link.app_id, kind: 'balance', transferId: link.transfer_id, phase: 'open' },
    lines: [
      { account: appWallet, amount: -link.amount },
      { account: reserved, amount: link.amount },
    ],
  });
  const now = deps.clock.now();
  const look = { look_at: link.expires_at };
  await transferChanged(deps, tx, await changeStatus(tx, link.transfer_id, 'pending', now, look));
}

/** Gives the money to the payee. The link does not expire any more. */
export async function giveTo(
  deps: Deps,
  tx: Queryable,
  { link, flow, user }: { readonly link: PayoutLinkRow; readonly flow: FlowRow; readonly user: UserRow },
): Promise<{ readonly link: PayoutLinkRow; readonly flow: FlowRow }> {
  const now = deps.clock.now();
  await book(deps, tx, {
    ...{ appId: link.app_id, kind: 'balance', transferId: link.transfer_id, phase: 'close' },
    lines: [
      { account: reserved, amount: -link.amount },
      { account: userWallet(user.id), amount: link.amount },
    ],
  });
  await giveTransferTo(tx, link.transfer_id, user.id);
  const transfer = await changeStatus(tx, link.transfer_id, 'completed', now, { look_at: null });
  await transferChanged(deps, tx, transfer);
  const claimed = await updatePayoutLink(tx, link.id, {
    ...{ status: 'claimed', claimed: now, updated: now, user_id: user.id },
    // By which the partner finds it.
    phone_e164: link.phone_e164 ?? user.phone_e164,
    email: link.email ?? user.email,
  });
  await linkChanged(deps, tx, claimed, 'payout_link.claimed');
  return { link: claimed, flow: await updateFlow(tx, flow.id, { expires_at: null, updated: now }) };
}

/** Why the money of a link that nobody claimed goes back. */
export type LinkEnd = 'canceled' | 'expired';

const neverFunded = 'The app’s wallet did not hold the amount in time.';

/** Ends a link that nobody has claimed, and gives the app its money back. `flow`: null when it is gone. */
export async function endLink(
  deps: Deps,
  tx: Queryable,
  { link, flow }: { readonly link: PayoutLinkRow; readonly flow: FlowRow | null },
  end: LinkEnd,
): Promise<PayoutLinkRow> {
  const now = deps.clock.now();
  const isFunded = link.status !== 'funds_pending';
  const failed = !isFunded && end === 'expired';
  if (isFunded)
    await book(deps, tx, {
      ...{ appId: link.app_id, kind: 'returned', transferId: link.transfer_id, phase: 'close' },
      lines: [
        { account: reserved, amount: -link.amount },
        { account: appWallet, amount: link.amount },
      ],
    });
  const transfer = await changeStatus(tx, link.transfer_id, failed ? 'failed' : 'canceled', now, {
    ...(failed ? { failure: neverFunded } : {}),
    look_at: null,
  });
  await transferChanged(deps, tx, transfer);
  if (flow && end === 'canceled' && ['created', 'in_progress'].includes(flowStatus(flow, now))) {
    flowChanged(tx, flow.id);
    await updateFlow(tx, flow.id, { status: 'canceled', updated: now });
  }
  const ended = await updatePayoutLink(tx, link.id, { status: failed ? 'failed' : end, updated: now });
  if (failed) await linkFailed(deps, tx, ended, neverFunded);
  else await linkChanged(deps, tx, ended);
  // Whoever waited behind it has their turn. Where money went back, `book` has seen to that.
  if (!isFunded) await hurryWaitingLinks(deps, tx, link.app_id);
  return ended;
}
