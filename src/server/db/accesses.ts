/** Who read what is known of whom. */
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';

export interface AccessRow extends Row {
  id: string;
  created: Date;
  app_id: string;
  /** Of the key that was used. It opens nothing. */
  api_key_id: string;
  /** Method and pattern, like `GET /users/{id}`. */
  call: string;
  /** Whom it was about. A list is about everybody on its page. */
  user_ids: string[];
}

export async function insertAccess(db: Queryable, row: AccessRow): Promise<void> {
  await db.query(
    'insert into accesses (id, created, app_id, api_key_id, call, user_ids) values ($1, $2, $3, $4, $5, $6)',
    [row.id, row.created, row.app_id, row.api_key_id, row.call, row.user_ids],
  );
}

export const listAccesses = (
  db: Queryable,
  appId: string,
  userId: string,
  request: PageRequest,
): Promise<Page<AccessRow> | null> =>
  pageOf(
    db,
    {
      columns: 't.*',
      // `offset 0` has PostgreSQL find the user's rows first. It would go through everybody's, newest first,
      // because it takes a user for more frequent than any is.
      from: '(select * from accesses where user_ids @> array[$2::uuid] offset 0) t',
      where: 't.app_id = $1',
      params: [appId, userId],
    },
    request,
  );
