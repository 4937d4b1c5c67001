/** Sends messages of the past to one endpoint once more, or for the first time. */
import type { Queryable } from '../ports/database.ts';
import type { EndpointRow } from './webhooks.ts';

export interface Replay {
  /** From this moment on. */
  readonly since: Date;
  /** Before this moment; null: up to now. */
  readonly until: Date | null;
  /** Which events; empty: all. */
  readonly events: readonly string[];
  /** Whether what arrived is sent as well. */
  readonly delivered: boolean;
}

/**
 * Makes deliveries due, the oldest message first: those that there are begin their schedule anew, and a
 * message without one gets one. At most `most` messages. Returns how many they are, and when the first one
 * was made that was left out. A test of another endpoint is not among them, and
 * neither is what was told to the others about this one.
 */
export async function replayMessages(
  tx: Queryable,
  { id, app_id }: Pick<EndpointRow, 'id' | 'app_id'>,
  { since, until, events, delivered }: Replay,
  now: Date,
  most: number,
): Promise<{ readonly messages: number; readonly continuesAt: Date | null }> {
  const chosen = await tx.query<{ id: string; created: Date }>(
    `select m.id, m.created from webhook_messages m
     where m.app_id = $2 and m.created >= $3 and ($4::timestamptz is null or m.created < $4)
       and (cardinality($5::text[]) = 0 or m.event = any($5)) and (m.endpoint_id is null or m.endpoint_id = $1)
       and not (m.event like 'webhook_endpoint.%' and m.endpoint_id is null
         and m.payload->>'webhook_endpoint_id' = $1::uuid::text)
       and ($6 or not exists (select from webhook_deliveries d
         where d.message_id = m.id and d.endpoint_id = $1 and d.status = 'delivered'))
     order by m.created, m.id limit $7`,
    [id, app_id, since, until, events, delivered, most + 1],
  );
  const ids = chosen.slice(0, most).map((message) => message.id);
  await tx.query(
    `with chosen as (
       -- In the order of the messages, which is kept as far as attempts at the same time keep it.
       select message, $3::timestamptz - (cardinality($2::text[]) - place) * interval '1 microsecond' as due
       from unnest($2::text[]) with ordinality as t (message, place)
     ), again as (
       update webhook_deliveries d set status = 'pending', attempts = 0, last_error = null, next_attempt_at = c.due,
         held_until = null, delivered_at = null
       from chosen c where d.message_id = c.message and d.endpoint_id = $1 returning d.message_id
     )
     insert into webhook_deliveries (id, message_id, endpoint_id, created, next_attempt_at)
     select gen_random_uuid(), c.message, $1, $3, c.due from chosen c
     where not exists (select from webhook_deliveries d where d.message_id = c.message and d.endpoint_id = $1)`,
    [id, ids, now],
  );
  return { messages: ids.length, continuesAt: chosen[most]?.created ?? null };
}
