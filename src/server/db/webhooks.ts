/**
 * Webhook endpoints and messages (the outbox). A message is written once, in the transaction of what it
 * reports; it has one delivery (`deliveries.ts`) for each endpoint that wanted it at that moment.
 */
import type { Queryable, Row } from '../ports/database.ts';
import { deleteFrom, inBites } from './bites.ts';
import { updateById } from './update.ts';

/** What signs. Of the secrets that were replaced, each does until its time. */
export interface SecretsRow {
  secret_sealed: Buffer;
  previous_secret_sealed: Buffer | null;
  previous_secret_until: Date | null;
  /** The one before the previous, if both were replaced within a day. */
  older_secret_sealed: Buffer | null;
  older_secret_until: Date | null;
}

export interface EndpointRow extends Row, SecretsRow {
  id: string;
  app_id: string;
  created: Date;
  url: string;
  /** The events that the endpoint wants. Empty: all of them, those of later versions too. */
  events: string[];
  description: string | null;
  /** A keyed hash of the secret that the environment gave it; null for endpoints made by the API. */
  seeded: Buffer | null;
  /** A disabled endpoint gets no new deliveries. Those that were made before wait. */
  enabled: boolean;
  /** Since when every attempt has failed. */
  failing_since: Date | null;
  /** The first attempt that fails from then on disables it. Null: nobody was told yet. */
  disables_at: Date | null;
  disabled_at: Date | null;
  disabled_reason: 'requested' | 'gone' | 'failing' | null;
  /** Since when it may lack messages, though it is well again: nobody has sent them by `recover` yet. */
  missed_since: Date | null;
}

type EndpointInsert = Pick<
  EndpointRow,
  'id' | 'app_id' | 'created' | 'url' | 'events' | 'description' | 'secret_sealed' | 'seeded'
>;

export interface MessageInsert {
  readonly id: string;
  readonly appId: string;
  readonly created: Date;
  readonly event: string;
  /** The body as it will be sent, byte for byte. */
  readonly body: string;
}

/**
 * Writes messages of one app at one time, in their order. Each has a delivery that is due at once for each
 * enabled endpoint that wants this event, or all events; `notTo` gets none. The column is `json` and not
 * `jsonb`, which keeps the text as it is: a signature is over bytes. `deliveriesMade` of the queue wakes
 * whoever sends them. Returns the number of deliveries.
 */
export async function insertMessages(
  tx: Queryable,
  [first, ...rest]: readonly [MessageInsert, ...MessageInsert[]],
  notTo: string | null = null,
): Promise<number> {
  const messages = [first, ...rest];
  const deliveries = await tx.query(
    `with given as (select id, event, body, n from unnest($1::text[], $2::text[], $3::text[]) with ordinality m (id, event, body, n)),
       written as (
         insert into webhook_messages (id, app_id, created, event, payload) select id, $4, $5, event, body::json from given order by n)
     insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at)
     select gen_random_uuid(), given.id, e.id, $5::timestamptz, $5::timestamptz from given, webhook_endpoints e
     where e.app_id = $4 and e.enabled and e.removed is null and (cardinality(e.events) = 0 or given.event = any(e.events))
       and e.id is distinct from $6 order by given.n, e.created, e.id returning 1`,
    [
      messages.map(({ id }) => id),
      messages.map(({ event }) => event),
      messages.map(({ body }) => body),
      first.appId,
      first.created,
      notTo,
    ],
  );
  return deliveries.length;
}

/** Writes a message for one endpoint alone, whatever events it wants. Returns the id of its delivery. */
export async function insertMessageTo(
  tx: Queryable,
  endpointId: string,
  message: MessageInsert,
): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `with message as (
       insert into webhook_messages (id, app_id, created, event, payload, endpoint_id) values ($1, $2, $3, $4, $5, $6))
     insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at)
     values (gen_random_uuid(), $1, $6, $3, $3) returning id`,
    [message.id, message.appId, message.created, message.event, message.body, endpointId],
  );
  return row?.id ?? '';
}

export const endpointColumns = `id, app_id, created, url, events, description, secret_sealed, previous_secret_sealed,
  previous_secret_until, older_secret_sealed, older_secret_until, seeded, enabled, failing_since, disables_at, disabled_at, disabled_reason, missed_since`;

export async function insertEndpoint(tx: Queryable, row: EndpointInsert): Promise<EndpointRow> {
  const [inserted] = await tx.query<EndpointRow>(
    `insert into webhook_endpoints (id, app_id, created, url, events, description, secret_sealed, seeded)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning ${endpointColumns}`,
    [row.id, row.app_id, row.created, row.url, row.events, row.description, row.secret_sealed, row.seeded],
  );
  return inserted as EndpointRow;
}

export async function findEndpoint(db: Queryable, appId: string, id: string): Promise<EndpointRow | null> {
  const [row] = await db.query<EndpointRow>(endpointById, [appId, id]);
  return row ?? null;
}

/** Finds the endpoint, and keeps others from changing it until `tx` ends. */
export async function lockEndpoint(tx: Queryable, appId: string, id: string): Promise<EndpointRow | null> {
  const [row] = await tx.query<EndpointRow>(`${endpointById} for update`, [appId, id]);
  return row ?? null;
}

const endpointById = `select ${endpointColumns} from webhook_endpoints where app_id = $1 and id = $2 and removed is null`;

export const updateEndpoint = (
  tx: Queryable,
  id: string,
  patch: Partial<EndpointRow>,
): Promise<EndpointRow> => updateById<EndpointRow>(tx, 'webhook_endpoints', id, patch, endpointColumns);

/** What an endpoint has that is well. */
const asWell = {
  enabled: true,
  failing_since: null,
  disables_at: null,
  disabled_at: null,
  disabled_reason: null,
} as const satisfies Partial<EndpointRow>;

/** Returns since when it may lack messages. Null: it has got all of them, or will. */
export function missingSince({ missed_since, failing_since, disabled_at }: EndpointRow): Date | null {
  const times = [missed_since, failing_since, disabled_at].flatMap((time) => time?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** It is on again, and lacks what it has missed. */
export const switchedOn = (endpoint: EndpointRow) => ({ ...asWell, missed_since: missingSince(endpoint) });

/** It is on again, and what it has missed is sent. */
export const recovered = { ...asWell, missed_since: null } as const satisfies Partial<EndpointRow>;

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
 * Removes the endpoint: nobody sees it any more, and nothing is sent to it. It may have a million
 * deliveries, which `sweepEndpoints` deletes. Returns false when the app has no such endpoint.
 */
export async function removeEndpoint(tx: Queryable, appId: string, id: string, now: Date): Promise<boolean> {
  const removed = await tx.query(
    `update webhook_endpoints set removed = $3, enabled = false, secret_sealed = '', previous_secret_sealed = null, older_secret_sealed = null
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

/** Forgets the secrets that sign no more. */
export async function endSecrets(db: Queryable, now: Date): Promise<void> {
  await db.query(
    `update webhook_endpoints set previous_secret_sealed = null, previous_secret_until = null
     where previous_secret_until <= $1`,
    [now],
  );
  await db.query(
    `update webhook_endpoints set older_secret_sealed = null, older_secret_until = null
     where older_secret_until <= $1`,
    [now],
  );
}
