/**
 * The versions of the sanctions lists by which everybody was screened, and how far that has got. They are of
 * no app: a real list is the same for everybody, and a server has one app that is open (`closeOtherApps`),
 * so nobody else sees or changes what a partner puts on the list of their sandbox.
 */
import type { Queryable, Row } from '../ports/database.ts';
import { userColumns } from './users.ts';
import type { UserRow } from './users.ts';

export interface ListRow extends Row {
  version: string;
  created: Date;
  /** In a sandbox: the words that are on it. */
  names: string[];
  /** The last user who was screened by it; null before the first. */
  place: string | null;
  finished: Date | null;
}

const listColumns = 'version, created, names, place, finished';

export async function newestList(db: Queryable): Promise<ListRow | null> {
  const [row] = await db.query<ListRow>(
    `select ${listColumns} from screening_lists order by number desc limit 1`,
  );
  return row ?? null;
}

/** Does nothing when the version is known. */
export async function insertList(
  tx: Queryable,
  { version, created, names }: Pick<ListRow, 'version' | 'created' | 'names'>,
): Promise<void> {
  await tx.query(
    'insert into screening_lists (version, created, names) values ($1, $2, $3) on conflict do nothing',
    [version, created, names],
  );
}

/** Returns living users of every app behind one of them, in an order that does not change. */
export const usersBehind = (db: Queryable, place: string | null, count: number): Promise<UserRow[]> =>
  db.query<UserRow>(
    `select ${userColumns} from users where deleted is null and id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
     order by id limit $2`,
    [place, count],
  );

/** Writes down how far it got. Returns false when somebody else has gone on from there. */
export async function moveOn(
  tx: Queryable,
  { version, place }: Pick<ListRow, 'version' | 'place'>,
  next: Pick<ListRow, 'place' | 'finished'>,
): Promise<boolean> {
  const rows = await tx.query(
    `update screening_lists set place = $3, finished = $4
     where version = $1 and place is not distinct from $2::uuid and finished is null returning version`,
    [version, place, next.place, next.finished],
  );
  return rows.length > 0;
}
