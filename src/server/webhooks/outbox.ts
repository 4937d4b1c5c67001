/**
 * Writes a webhook message in the transaction of the change that it reports, with one delivery for each
 * endpoint that wants it.
 */
import type { WebhookPayload } from '../../contract/partner/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import { insertMessage } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';

/**
 * A message id is `msg_` and 32 hex digits. It is the `webhook-id` header and the `eventId` of the DOM event.
 */
export function newMessageId(newId: () => string): string {
  return `msg_${newId().replaceAll('-', '')}`;
}

export interface OutboxMessage {
  /** From `newMessageId`. */
  readonly id: string;
  readonly appId: string;
  readonly payload: WebhookPayload;
}

export type AppendMessage = (
  tx: Queryable,
  deps: Pick<Deps, 'clock' | 'jobs'>,
  message: OutboxMessage,
) => Promise<void>;

export const appendMessage: AppendMessage = async (tx, deps, { id, appId, payload }) => {
  const created = deps.clock.now();
  await insertMessage(tx, { id, appId, created, event: payload.event, body: JSON.stringify(payload) });
  deps.jobs.deliveriesMade(tx);
};
