/** What `payout` waits for: the next status of the payout that is on screen. */
import { findTransfer } from '../../db/transfers.ts';
import type { IsAwaited } from '../session/step.ts';

export const isAwaited: IsAwaited<'payout'> = async (_deps, tx, { flow }) => {
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
};
