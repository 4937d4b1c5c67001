/** How far the sandbox's clock is ahead of real time, in milliseconds. */
import type { Queryable } from '../ports/database.ts';

const read = async (db: Queryable, lock: '' | 'for share' | 'for update'): Promise<number> => {
  const [row] = await db.query<{ ahead_ms: number }>(`select ahead_ms from test_clock ${lock}`);
  return row?.ahead_ms ?? 0;
};

export const readAhead = (db: Queryable): Promise<number> => read(db, '');

/** Until the transaction ends, nobody can advance the clock. */
export const holdAhead = (tx: Queryable): Promise<number> => read(tx, 'for share');

/**
 * Until the transaction ends, nobody else can advance the clock, or read it with `holdAhead` in order to rely
 * on it.
 */
export const takeAhead = (tx: Queryable): Promise<number> => read(tx, 'for update');

export async function setAhead(tx: Queryable, ms: number): Promise<void> {
  await tx.query('update test_clock set ahead_ms = $1', [ms]);
}
