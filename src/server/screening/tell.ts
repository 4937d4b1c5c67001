/** Tells the partner of a match. The message has ids and no name. */
import type { WebhookPayload } from '../../contract/partner/webhooks.ts';
import type { MatchRow } from '../db/screening.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { appendMessage, newMessageId } from '../webhooks/outbox.ts';

export async function tellOfMatch(deps: Deps, tx: Queryable, match: MatchRow): Promise<void> {
  const { id, app_id, user_id, role, list, entry, verdict, state } = match;
  const payload: WebhookPayload = {
    event: `screening_match.${state}`,
    screening_match_id: id,
    ...{ user_id, role, list, entry, verdict, state },
  };
  await appendMessage(tx, deps, { id: newMessageId(deps.newId), appId: app_id, payload });
}
