/**
 * Tells the partner's server that something about the payee changed. The message does not say what: the
 * partner reads the user.
 */
import type { WebhookEventName } from '../../contract/partner/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import { findUser } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { payeeChanged } from '../db/signals.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';

type UserEvent = Extract<WebhookEventName, `user.${string}`>;

export async function userChanged(
  deps: Deps,
  tx: Queryable,
  user: Pick<UserRow, 'id' | 'app_id'>,
  event: UserEvent = 'user.updated',
): Promise<void> {
  const row = await findUser(tx, user.app_id, user.id);
  if (!row) return;
  await appendMessage(tx, deps, {
    id: newMessageId(deps.newId),
    appId: user.app_id,
    payload: { event, user_id: user.id, metadata: row.metadata },
  });
  payeeChanged(tx, user.id);
}
