/** Tells the partner that the app's wallet has fallen below what they want to have there. */
import { findApp } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';
import { appendMessage, newMessageId, type Sending } from '../webhooks/outbox.ts';

/**
 * Call it in the transaction that books, while the wallet is locked: of all who take money, one is the first
 * to be below. Once the wallet has been filled again, the next fall is told again.
 */
export async function noticeLowBalance(
  deps: Sending,
  tx: Queryable,
  appId: string,
  { before, after }: { readonly before: number; readonly after: number },
): Promise<void> {
  if (after >= before) return;
  const threshold = (await findApp(tx, appId))?.refill_threshold ?? null;
  if (threshold === null || before < threshold || after >= threshold) return;
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId,
    payload: {
      event: 'app.low_balance',
      app_id: appId,
      wallet_balance: after,
      refill_threshold: threshold,
    },
  });
}
