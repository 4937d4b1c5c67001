/** Tells the partner's server what became of a payout link. Call it in the transaction of the change. */
import type { Queryable } from '../ports/database.ts';
import { findPayoutLink } from '../db/payout-links.ts';
import type { PayoutLinkRow } from '../db/payout-links.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Deps } from '../ports/deps.ts';
import type { WebhookPayload } from '../../contract/partner/webhooks.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';
import { payoutLinkObject } from './link-object.ts';

/** Sends `payout_link.updated`, and before it the event of what was reached, if there is one. */
export async function linkChanged(
  deps: Deps,
  tx: Queryable,
  row: PayoutLinkRow,
  reached?: 'payout_link.claimed' | 'payout_link.sent',
): Promise<void> {
  const link = payoutLinkObject(deps, row);
  for (const event of [...(reached ? [reached] : []), 'payout_link.updated' as const])
    await send(deps, tx, row, { event, payout_link_id: row.id, ...link });
}

/** Says that the money never came, and why. */
export async function linkFailed(
  deps: Deps,
  tx: Queryable,
  row: PayoutLinkRow,
  reason: string,
): Promise<void> {
  await send(deps, tx, row, {
    event: 'payout_link.failed',
    payout_link_id: row.id,
    payout_link: payoutLinkObject(deps, row),
    funding_transfer_id: row.transfer_id,
    amount: row.amount,
    status: 'failed',
    memo: row.memo,
    reason,
  });
  await linkChanged(deps, tx, row);
}

/** Says that a payout has arrived which the payee made in the flow of a link. */
export async function linkPaidOut(deps: Deps, tx: Queryable, transfer: TransferRow): Promise<void> {
  if (transfer.payout_link_id === null || transfer.platform === null) return;
  const row = await findPayoutLink(tx, transfer.payout_link_id);
  if (!row) return;
  await send(deps, tx, row, {
    event: 'payout_link.paid_out',
    payout_link_id: row.id,
    ...payoutLinkObject(deps, row),
    method: transfer.platform,
    withdrew_amount: transfer.amount,
  });
}

const send = (deps: Deps, tx: Queryable, { app_id }: PayoutLinkRow, payload: WebhookPayload) =>
  appendMessage(tx, deps, { id: newMessageId(deps.newId), appId: app_id, payload });
