/** How far the sandbox's clock is ahead of real time, in milliseconds. */
import type { Queryable } from '../ports/database.ts';

const read = async (db: Queryable, lock: '' | 'for share' | 'for update'): Promise<number> => {
  const [row] = await db.query<{ ahead_ms: number }>(`select ahead_ms from test_clock ${lock}`);
  return row?.ahead_ms ?? 0;
};

/** Reads it without a lock. It may be out of date by the time it is used. */
export const readAhead = (db: Queryable): Promise<number> => read(db, '');

/**
 * Reads it, and keeps everybody from advancing the clock until the transaction ends. Many transactions may do
 * this at once.
 */
export const readAheadShared = (tx: Queryable): Promise<number> => read(tx, 'for share');

/**
 * Reads it in order to advance the clock. Until the transaction ends, nobody else can advance it, nor read it
 * by `readAheadShared`. Without this lock, two advances at once would count as one.
 */
export const readAheadAlone = (tx: Queryable): Promise<number> => read(tx, 'for update');

export async function setAhead(tx: Queryable, ms: number): Promise<void> {
  await tx.query('update test_clock set ahead_ms = $1', [ms]);
}
