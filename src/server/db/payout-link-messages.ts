/** What is written to payees about payout links. Each row is one message, sent or about to be sent. */
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface LinkMessageRow extends Row {
  id: string;
  app_id: string;
  link_id: string;
  /** The first time 1. */
  delivery: number;
  channel: 'sms' | 'email';
  created: Date;
  /** Null until the provider has answered. */
  done: Date | null;
  sent: boolean;
  language: string | null;
  subject: string | null;
  text: string | null;
}

const columns = 'id, app_id, link_id, delivery, channel, created, done, sent, language, subject, text';

export async function insertLinkMessage(
  tx: Queryable,
  row: Pick<LinkMessageRow, 'id' | 'app_id' | 'link_id' | 'delivery' | 'channel' | 'created'>,
): Promise<void> {
  await tx.query(
    `insert into payout_link_messages (id, app_id, link_id, delivery, channel, created)
     values ($1, $2, $3, $4, $5, $6)`,
    [row.id, row.app_id, row.link_id, row.delivery, row.channel, row.created],
  );
}

export async function findLinkMessage(db: Queryable, id: string): Promise<LinkMessageRow | null> {
  const [row] = await db.query<LinkMessageRow>(`select ${columns} from payout_link_messages where id = $1`, [
    id,
  ]);
  return row ?? null;
}

export const linkMessagesOf = (tx: Queryable, linkId: string, delivery: number): Promise<LinkMessageRow[]> =>
  tx.query<LinkMessageRow>(
    `select ${columns} from payout_link_messages where link_id = $1 and delivery = $2`,
    [linkId, delivery],
  );

export const updateLinkMessage = (
  tx: Queryable,
  id: string,
  patch: Partial<LinkMessageRow>,
): Promise<LinkMessageRow> => updateById<LinkMessageRow>(tx, 'payout_link_messages', id, patch, columns);

export interface SentLinkMessage extends LinkMessageRow {
  flow_id: string;
}

/** Returns the newest hundred messages that were sent about links of an app, newest first. */
export const sentLinkMessages = (db: Queryable, appId: string): Promise<SentLinkMessage[]> =>
  db.query<SentLinkMessage>(
    `select m.*, l.flow_id from payout_link_messages m join payout_links l on l.id = m.link_id
     where m.app_id = $1 and m.sent order by m.done desc, m.id limit 100`,
    [appId],
  );

export const allLinkMessagesOf = (db: Queryable, userId: string): Promise<LinkMessageRow[]> =>
  db.query<LinkMessageRow>(
    `select m.* from payout_link_messages m where m.sent
       and m.link_id = any(array(select id from payout_links where user_id = $1)) order by m.created, m.id`,
    [userId],
  );
