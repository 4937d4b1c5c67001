/** The messages that tell payees of a result. Each row is one message, sent or about to be sent. */
import type { NotifyingStep } from '../../contract/steps/notifications.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface NotificationRow extends Row {
  id: string;
  flow_id: string;
  step: NotifyingStep;
  /** What the result is of: the id of a check, a form, an account or a payout. */
  about: string;
  created: Date;
  /** Null until it was sent. */
  sent: Date | null;
  /** Set when it was sent, like `text`. */
  language: string | null;
  text: string | null;
}

const columns = 'id, flow_id, step, about, created, sent, language, text';

/** Returns false when there is one about the same already. */
export async function insertNotification(
  tx: Queryable,
  row: Pick<NotificationRow, 'id' | 'flow_id' | 'step' | 'about' | 'created'>,
): Promise<boolean> {
  const made = await tx.query(
    `insert into notifications (id, flow_id, step, about, created) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [row.id, row.flow_id, row.step, row.about, row.created],
  );
  return made.length > 0;
}

export async function findNotification(db: Queryable, id: string): Promise<NotificationRow | null> {
  const [row] = await db.query<NotificationRow>(`select ${columns} from notifications where id = $1`, [id]);
  return row ?? null;
}

export const updateNotification = (
  tx: Queryable,
  id: string,
  patch: Pick<NotificationRow, 'sent' | 'language' | 'text'>,
): Promise<NotificationRow> => updateById<NotificationRow>(tx, 'notifications', id, patch, columns);

/** Returns the newest hundred messages that were sent to payees of an app, newest first. */
export const sentNotifications = (db: Queryable, appId: string): Promise<NotificationRow[]> =>
  db.query<NotificationRow>(
    `select ${columns
      .split(', ')
      .map((column) => `n.${column}`)
      .join(', ')}
     from notifications n join flows f on f.id = n.flow_id
     where f.app_id = $1 and n.sent is not null order by n.sent desc, n.id limit 100`,
    [appId],
  );
