/**
 * What `payout` waits for: the next status of the payout that is on screen; before there is one, and while
 * some of it is held, whatever moves the wallet. A payee must not be told that they have less than they have.
 */
import type { FlowRow } from '../../db/flows.ts';
import { findTransfer } from '../../db/transfers.ts';
import type { Queryable } from '../../ports/database.ts';
import type { IsAwaited } from '../session/step.ts';

export const isAwaited: IsAwaited<'payout'> = async (_deps, tx, { flow }, { held, payout }) =>
  held > 0 || !payout || (await isPayoutAwaited(tx, flow));

/** Returns whether the flow's payout may still arrive or come back. */
export async function isPayoutAwaited(tx: Queryable, flow: FlowRow): Promise<boolean> {
  const transferId = flow.payout_draft?.transfer_id;
  const transfer = transferId ? await findTransfer(tx, transferId) : null;
  switch (transfer?.status) {
    case 'created':
    case 'flagged':
    case 'pending':
      return true;
    case 'completed':
      // The rail is asked again: the receiving bank may still send the money back.
      return transfer.look_at !== null;
    case 'failed':
    case 'reversed':
    case 'canceled':
    case undefined:
      return false;
  }
}
