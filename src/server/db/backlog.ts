/** How much waits to be done, for whoever watches the server. */
import type { Queryable, Row } from '../ports/database.ts';
import { bossSchema } from './boss.ts';

export interface Backlog extends Row {
  kind: string;
  state: 'due' | 'later' | 'active';
  count: number;
  /** For how long the oldest has been due. */
  seconds: number;
}

/** Jobs, by kind. They go by the database's own clock. */
export const jobBacklog = (db: Queryable): Promise<Backlog[]> =>
  db.query<Backlog>(
    `select data->>'kind' as kind,
       case when state = 'active' then 'active' when start_after <= now() then 'due' else 'later' end as state,
       count(*)::int as count, extract(epoch from now() - min(start_after))::float8 as seconds
     from ${bossSchema}.job where name like 'dots-flow%' and state <= 'active' group by 1, 2`,
  );

/** Deliveries of webhooks that can be sent. What is read are those that are not done, by an index. */
export const deliveryBacklog = (db: Queryable, now: Date): Promise<Backlog[]> =>
  db.query<Backlog>(
    `select 'deliver-webhook' as kind,
       case when held_until > $1 then 'active' when next_attempt_at <= $1 then 'due' else 'later' end as state,
       count(*)::int as count, extract(epoch from $1 - min(next_attempt_at))::float8 as seconds
     from webhook_deliveries
     where status = 'pending' and endpoint_id not in (select id from webhook_endpoints where not enabled)
     group by 1, 2`,
    [now],
  );
