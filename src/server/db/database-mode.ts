/** The mode in which the database was begun. */
import type { Queryable } from '../ports/database.ts';

export type Mode = 'sandbox' | 'live';

/**
 * Returns the mode that is stored, or stores `mode`. Of two servers that start together, one is first, and
 * both get that one's mode. The table has room for one row.
 */
export async function keepMode(db: Queryable, mode: Mode): Promise<Mode> {
  await db.query('insert into database_mode (mode) values ($1) on conflict do nothing', [mode]);
  const [row] = await db.query<{ mode: Mode }>('select mode from database_mode');
  return row?.mode ?? mode;
}
