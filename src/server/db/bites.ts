/** Works through many rows a bite at a time, so that whoever has years to do keeps nobody waiting. */
import type { Queryable } from '../ports/database.ts';

/** Rows at once. */
export const bite = 1000;

/**
 * Runs `work` on what is found, a bite at a time, until nothing is. Each bite is a transaction. `found` is
 * what follows `select t.ctid`; `work` gets it as an array of such places, and returns one row for each.
 */
export async function inBites(
  db: Queryable,
  size: number,
  found: string,
  work: (rows: string) => string,
  params: readonly unknown[],
): Promise<void> {
  const statement = work(`any(array(select t.ctid ${found} limit ${size}))`);
  let done: readonly unknown[];
  do done = await db.query(statement, params);
  while (done.length === size);
}

/** The usual work. */
export const deleteFrom =
  (table: string) =>
  (rows: string): string =>
    `delete from ${table} where ctid = ${rows} returning 1`;
