/**
 * Deliveries of webhook messages. The table is the queue: what is pending and due is taken from it, and
 * nothing else has to be written down for an attempt to be made.
 */
import type { Queryable, Row } from '../ports/database.ts';
import type { SecretsRow } from './webhooks.ts';

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
export interface AttemptRow extends DeliveryRow, SecretsRow {
  url: string;
  /** The app of the endpoint. */
  app_id: string;
}

/** How many attempts may be under way at one time, on all machines together (`ports/places.ts`). */
export interface Places {
  readonly app: number;
  readonly endpoint: number;
}

/**
 * Takes up to `count` deliveries that are due, for as long as an attempt may last. A flood of one app, and
 * receivers that hang, must not hold up the others, so each app and each endpoint has its places. An
 * endpoint whose last attempt failed has one, and all such endpoints of an app have half of the app's
 * places.
 *
 * The search goes from endpoint to endpoint over an index. Its cost grows with the endpoints that wait for
 * something, and not with what waits.
 */
export async function takeDeliveries(
  db: Queryable,
  now: Date,
  until: Date,
  count: number,
  places: Places,
): Promise<AttemptRow[]> {
  return db.query<AttemptRow>(
    `with recursive waiting as (
       (select endpoint_id from webhook_deliveries where status = 'pending' order by endpoint_id limit 1)
       union all
       select (select d.endpoint_id from webhook_deliveries d
               where d.status = 'pending' and d.endpoint_id > w.endpoint_id order by d.endpoint_id limit 1)
       from waiting w where w.endpoint_id is not null
     ), under_way as (
       select d.endpoint_id, e.app_id, e.failing_since is not null as failing
       from webhook_deliveries d join webhook_endpoints e on e.id = d.endpoint_id
       where d.held_until > $1
     ), by_endpoint as (
       select e.app_id, e.failing_since is not null as failing, due.id, due.next_attempt_at,
         (select count(*) from under_way u where u.endpoint_id = e.id)
           + row_number() over (partition by e.id order by due.next_attempt_at, due.id) as place
       from waiting w
       join webhook_endpoints e on e.id = w.endpoint_id and e.removed is null and e.enabled
       cross join lateral (
         select d.id, d.next_attempt_at from webhook_deliveries d
         where d.endpoint_id = e.id and d.status = 'pending' and d.next_attempt_at <= $1
           and (d.held_until is null or d.held_until <= $1)
         order by d.next_attempt_at limit $5
       ) due
     ), by_app as (
       select id, next_attempt_at,
         (select count(*) from under_way u where u.app_id = b.app_id)
           + row_number() over (partition by app_id order by failing, place, next_attempt_at, id) as place,
         case when failing then (select count(*) from under_way u where u.app_id = b.app_id and u.failing)
           + row_number() over (partition by app_id, failing order by place, next_attempt_at, id) else 0 end as failing_place
       from by_endpoint b
       where place <= case when failing then 1 else $5 end
     )
     update webhook_deliveries d set held_until = $2
     from webhook_messages m, webhook_endpoints e
     where d.id in (
         select id from by_app where place <= $4 and failing_place <= greatest($4 / 2, 1)
         order by place, next_attempt_at, id limit $3
       )
       and d.status = 'pending' and (d.held_until is null or d.held_until <= $1)
       and m.id = d.message_id and e.id = d.endpoint_id
     returning ${deliveryColumns}, e.url, e.secret_sealed, e.previous_secret_sealed, e.previous_secret_until,
       e.older_secret_sealed, e.older_secret_until, e.app_id`,
    [now, until, count, places.app, places.endpoint],
  );
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

/** Counts the attempt and gives the delivery back. Done twice, it counts once. */
export async function recordAttempt(
  tx: Queryable,
  { id, attempts }: Pick<AttemptRow, 'id' | 'attempts'>,
  result: AttemptResult,
): Promise<void> {
  await tx.query(
    `update webhook_deliveries set attempts = attempts + 1, status = $2, last_status = $3, last_error = $4, next_attempt_at = $5, delivered_at = $6,
       held_until = null
     where id = $1 and attempts = $7`,
    [
      id,
      result.status,
      result.lastStatus,
      result.lastError,
      result.nextAttemptAt,
      result.deliveredAt,
      attempts,
    ],
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
