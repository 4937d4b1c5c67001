/** Webhook messages as they are written, for a developer who listens to those of a sandbox. */
import type { Queryable, Row } from '../ports/database.ts';

export interface FeedMessage extends Row {
  id: string;
  created: Date;
  event: string;
  /** As it is sent, byte for byte. */
  body: string;
}

/** Returns messages of this moment or later, the oldest first, without those that were seen. */
export const messagesSince = (
  db: Queryable,
  appId: string,
  since: Date,
  seen: readonly string[],
  most: number,
): Promise<FeedMessage[]> =>
  db.query<FeedMessage>(
    `select id, created, event, payload::text as body from webhook_messages
     where app_id = $1 and created >= $2 and id <> all ($3::text[]) order by created, id limit $4`,
    [appId, since, seen, most],
  );
