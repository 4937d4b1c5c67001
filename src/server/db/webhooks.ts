/**
 * Webhook endpoints, messages (the outbox) and deliveries. A message is written once, in the transaction of
 * what it reports; it has one delivery for each endpoint that wanted it at that moment.
 */
import type { Queryable, Row } from '../ports/database.ts';

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
 * Writes a message. The column is `json` and not `jsonb`, which keeps the text as it is: a signature is over
 * bytes.
 */
export async function insertMessage(tx: Queryable, message: MessageInsert): Promise<void> {
  await tx.query(
    'insert into webhook_messages (id, app_id, created, event, payload) values ($1, $2, $3, $4, $5)',
    [message.id, message.appId, message.created, message.event, message.body],
  );
}

/** Returns the enabled endpoints that want this event, or all events. */
export function wantingEndpoints(tx: Queryable, appId: string, event: string): Promise<{ id: string }[]> {
  return tx.query(
    `select id from webhook_endpoints
     where app_id = $1 and enabled and (cardinality(events) = 0 or $2 = any(events)) order by created, id`,
    [appId, event],
  );
}

/** Makes a delivery that is due at once. The caller enqueues its job in the same transaction. */
export async function insertDelivery(
  tx: Queryable,
  delivery: {
    readonly id: string;
    readonly messageId: string;
    readonly endpointId: string;
    readonly created: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at) values ($1, $2, $3, $4, $4)`,
    [delivery.id, delivery.messageId, delivery.endpointId, delivery.created],
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
    `select ${endpointColumns} from webhook_endpoints where app_id = $1 and id = $2`,
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
    `select ${endpointColumns} from webhook_endpoints where app_id = $1 and url = $2 order by created limit 1`,
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

/** Deletes the endpoint with its deliveries. Returns false when the app has no such endpoint. */
export async function deleteEndpoint(tx: Queryable, appId: string, id: string): Promise<boolean> {
  return (
    (await tx.query('delete from webhook_endpoints where app_id = $1 and id = $2 returning id', [appId, id]))
      .length > 0
  );
}

export interface DeliveryRow extends Row {
  id: string;
  message_id: string;
  endpoint_id: string;
  created: Date;
  status: 'pending' | 'delivered' | 'failed';
  /** How many attempts have ended. It is also the index of the next wait in `retryDelays`. */
  attempts: number;
  /** The receiver's HTTP status at the last attempt. Null: no answer came. */
  last_status: number | null;
  /** What the partner reads about the last attempt, without anything of our insides. */
  last_error: string | null;
  /** When the next attempt is due. Null once the delivery is done or given up. */
  next_attempt_at: Date | null;
  delivered_at: Date | null;
  event: string;
  /** The message's body, byte for byte. */
  body: string;
}

const deliveryColumns = `d.id, d.message_id, d.endpoint_id, d.created, d.status, d.attempts, d.last_status, d.last_error,
  d.next_attempt_at, d.delivered_at, m.event, m.payload::text as body`;

/** The caller has checked that the endpoint belongs to the app. */
export async function findDelivery(
  db: Queryable,
  endpointId: string,
  id: string,
): Promise<DeliveryRow | null> {
  const [row] = await db.query<DeliveryRow>(
    `select ${deliveryColumns} from webhook_deliveries d join webhook_messages m on m.id = d.message_id where d.endpoint_id = $1 and d.id = $2`,
    [endpointId, id],
  );
  return row ?? null;
}

/** All that one attempt needs. */
export interface AttemptRow extends DeliveryRow {
  url: string;
  secret_sealed: Buffer;
  /** The app of the endpoint. */
  app_id: string;
}

/**
 * Takes a pending delivery for as long as an attempt may last, so that a job that runs twice does not send
 * twice at the same time. Returns null when the delivery is done, taken, gone or due much later. A little
 * later is taken: the job goes by the database's clock, which may differ from ours.
 */
export async function takeDelivery(
  db: Queryable,
  id: string,
  now: Date,
  until: Date,
): Promise<AttemptRow | null> {
  const [row] = await db.query<AttemptRow>(
    `update webhook_deliveries d set held_until = $3
     from webhook_messages m, webhook_endpoints e
     where d.id = $1 and d.status = 'pending' and (d.held_until is null or d.held_until <= $2)
       and d.next_attempt_at <= $2 + interval '1 minute' and m.id = d.message_id and e.id = d.endpoint_id
     returning ${deliveryColumns}, e.url, e.secret_sealed, e.app_id`,
    [id, now, until],
  );
  return row ?? null;
}

/** Returns when a delivery that `takeDelivery` did not return can be taken. Null when it is done or gone. */
export async function deliveryDue(db: Queryable, id: string): Promise<Date | null> {
  const [row] = await db.query<{ due: Date | null }>(
    `select greatest(held_until, next_attempt_at) as due from webhook_deliveries where id = $1 and status = 'pending'`,
    [id],
  );
  return row?.due ?? null;
}

/** Ends the attempts of a process that died. Only for a database that no other process uses. */
export async function releaseDeliveries(db: Queryable): Promise<void> {
  await db.query('update webhook_deliveries set held_until = null where held_until is not null');
}

export interface AttemptResult {
  readonly status: DeliveryRow['status'];
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly nextAttemptAt: Date | null;
  readonly deliveredAt: Date | null;
}

/**
 * Counts the attempt and gives the delivery back. The caller enqueues the next attempt in the same
 * transaction, so that no crash loses it.
 */
export async function recordAttempt(tx: Queryable, id: string, result: AttemptResult): Promise<void> {
  await tx.query(
    `update webhook_deliveries set attempts = attempts + 1, status = $2, last_status = $3, last_error = $4, next_attempt_at = $5, delivered_at = $6,
       held_until = null
     where id = $1`,
    [id, result.status, result.lastStatus, result.lastError, result.nextAttemptAt, result.deliveredAt],
  );
}

/**
 * Starts over: the same message with the same id goes through the whole schedule again. It also frees a
 * delivery that is being attempted right now, so that attempt and the new one may both arrive.
 */
export async function resetDelivery(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx.query(
    `update webhook_deliveries set status = 'pending', attempts = 0, last_error = null, next_attempt_at = $2, held_until = null, delivered_at = null where id = $1`,
    [id, now],
  );
}
