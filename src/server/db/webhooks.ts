/**
 * Webhook endpoints and messages (the outbox). A message is written once, in the transaction of what it
 * reports; it has one delivery (`deliveries.ts`) for each endpoint that wanted it at that moment.
 */
import type { Queryable, Row } from '../ports/database.ts';
import { deleteFrom, inBites } from './bites.ts';

export interface EndpointRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  url: string;
  /** The events that the endpoint wants. Empty: all of them, those of later versions too. */
  events: string[];
  secret_sealed: Buffer;
  /** A keyed hash of the secret that the environment gave it; null for endpoints made by the API. */
  seeded: Buffer | null;
  /** A disabled endpoint gets no new deliveries. Those that were made before go on. */
  enabled: boolean;
}

export interface MessageInsert {
  readonly id: string;
  readonly appId: string;
  readonly created: Date;
  readonly event: string;
  /** The body as it will be sent, byte for byte. */
  readonly body: string;
}

/**
 * Writes a message, with a delivery that is due at once for each enabled endpoint that wants this event, or
 * all events. The column is `json` and not `jsonb`, which keeps the text as it is: a signature is over bytes.
 * `deliveriesMade` of the queue wakes whoever sends them.
 */
export async function insertMessage(tx: Queryable, message: MessageInsert): Promise<void> {
  await tx.query(
    `with message as (insert into webhook_messages (id, app_id, created, event, payload) values ($1, $2, $3, $4, $5))
     insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at)
     select gen_random_uuid(), $1, id, $3, $3 from webhook_endpoints
     where app_id = $2 and enabled and removed is null and (cardinality(events) = 0 or $4 = any(events)) order by created, id`,
    [message.id, message.appId, message.created, message.event, message.body],
  );
}

const endpointColumns = 'id, app_id, created, url, events, secret_sealed, seeded, enabled';

export async function insertEndpoint(tx: Queryable, row: EndpointRow): Promise<void> {
  await tx.query(
    `insert into webhook_endpoints (${endpointColumns}) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.app_id, row.created, row.url, row.events, row.secret_sealed, row.seeded, row.enabled],
  );
}

export async function findEndpoint(db: Queryable, appId: string, id: string): Promise<EndpointRow | null> {
  const [row] = await db.query<EndpointRow>(
    `select ${endpointColumns} from webhook_endpoints where app_id = $1 and id = $2 and removed is null`,
    [appId, id],
  );
  return row ?? null;
}

/**
 * Returns the oldest endpoint with this URL. The environment's own endpoint is recognised by it
 * (`start/seed.ts`).
 */
export async function findEndpointByUrl(
  db: Queryable,
  appId: string,
  url: string,
): Promise<EndpointRow | null> {
  const [row] = await db.query<EndpointRow>(
    `select ${endpointColumns} from webhook_endpoints where app_id = $1 and url = $2 and removed is null order by created limit 1`,
    [appId, url],
  );
  return row ?? null;
}

/**
 * Replaces the secret, and enables the endpoint. Messages that are sent from now on, repetitions included,
 * are signed with the new one.
 */
export async function setEndpointSecret(
  tx: Queryable,
  id: string,
  secretSealed: Buffer,
  seeded: Buffer | null = null,
): Promise<void> {
  await tx.query(
    `update webhook_endpoints set secret_sealed = $2, seeded = coalesce($3, seeded), enabled = true where id = $1`,
    [id, secretSealed, seeded],
  );
}

/**
 * Removes the endpoint: nobody sees it any more, and nothing is sent to it. It may have a million
 * deliveries, which `sweepEndpoints` deletes. Returns false when the app has no such endpoint.
 */
export async function removeEndpoint(tx: Queryable, appId: string, id: string, now: Date): Promise<boolean> {
  const removed = await tx.query(
    `update webhook_endpoints set removed = $3, enabled = false, secret_sealed = ''
     where app_id = $1 and id = $2 and removed is null returning id`,
    [appId, id, now],
  );
  return removed.length > 0;
}

/** Deletes removed endpoints with their deliveries, `size` of them at a time. */
export async function sweepEndpoints(db: Queryable, size: number): Promise<void> {
  await inBites(
    db,
    size,
    `from webhook_endpoints e cross join lateral (
       select d.ctid from webhook_deliveries d where d.endpoint_id = e.id limit ${size}
     ) t where e.removed is not null`,
    deleteFrom('webhook_deliveries'),
    [],
  );
  await db.query(
    `delete from webhook_endpoints e where e.removed is not null
       and not exists (select from webhook_deliveries d where d.endpoint_id = e.id)`,
  );
}
