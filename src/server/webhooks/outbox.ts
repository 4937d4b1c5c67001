/**
 * Writes a webhook message in the transaction of the change that it reports, with one delivery for each
 * endpoint that wants it.
 */
import { apiVersion } from '../../contract/partner/webhooks.ts';
import type { WebhookPayload } from '../../contract/partner/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import { messageWritten } from '../db/signals.ts';
import { insertMessages, insertMessageTo } from '../db/webhooks.ts';
import type { EndpointRow, MessageInsert } from '../db/webhooks.ts';
import type { AppConfig, Deps } from '../ports/deps.ts';

/**
 * A message id is `msg_` and 32 hex digits. It is the `webhook-id` header and the `eventId` of the DOM event.
 */
export function newMessageId(newId: () => string): string {
  return `msg_${newId().replaceAll('-', '')}`;
}

export interface OutboxMessage {
  /** From `newMessageId`. */
  readonly id: string;
  readonly payload: WebhookPayload;
}

interface AloneMessage extends OutboxMessage {
  readonly appId: string;
  /** The endpoint that the message is about, and that is not told of it. */
  readonly notTo?: string;
}

/** What a message is written with. */
export type Sending = Pick<Deps, 'clock' | 'jobs' | 'newId'> & {
  readonly config: Pick<AppConfig, 'sandbox'>;
};

/** Returns to how many endpoints the message goes. */
export async function appendMessage(
  tx: Queryable,
  deps: Sending,
  { id, appId, payload, notTo }: AloneMessage,
): Promise<number> {
  const endpoints = await insertMessages(tx, [written(deps, id, appId, payload)], notTo);
  sent(tx, deps, appId);
  return endpoints;
}

/** Writes the same of several events, in their order. */
export async function appendMessages(
  tx: Queryable,
  deps: Sending,
  appId: string,
  messages: readonly OutboxMessage[],
): Promise<void> {
  const [first, ...rest] = messages.map(({ id, payload }) => written(deps, id, appId, payload));
  if (!first) return;
  await insertMessages(tx, [first, ...rest]);
  sent(tx, deps, appId);
}

/** Writes a message to one endpoint alone, whatever events it wants. Returns the id of its delivery. */
export async function appendMessageTo(
  tx: Queryable,
  deps: Deps,
  endpoint: Pick<EndpointRow, 'id' | 'app_id'>,
  payload: WebhookPayload,
): Promise<string> {
  const message = written(deps, newMessageId(deps.newId), endpoint.app_id, payload);
  const deliveryId = await insertMessageTo(tx, endpoint.id, message);
  sent(tx, deps, endpoint.app_id);
  return deliveryId;
}

const written = ({ clock }: Sending, id: string, appId: string, payload: WebhookPayload): MessageInsert => ({
  id,
  appId,
  created: clock.now(),
  event: payload.event,
  body: JSON.stringify({ ...payload, api_version: apiVersion }),
});

/** Wakes whoever sends messages, and in a sandbox whoever listens to them. */
function sent(tx: Queryable, { jobs, config }: Sending, appId: string): void {
  jobs.deliveriesMade(tx);
  if (config.sandbox) messageWritten(tx, appId);
}
