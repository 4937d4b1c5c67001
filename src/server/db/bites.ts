/** Works through many rows a bite at a time, so that whoever has years to do keeps nobody waiting. */
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';

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

/**
 * Does `work` for each id that `find` returns, a bite at a time. One that fails keeps no other from being
 * done, and is tried again next time. Returns how many were done.
 */
export async function oneByOne(
  { log }: Pick<Deps, 'log'>,
  find: (count: number) => Promise<readonly string[]>,
  work: (id: string) => Promise<unknown>,
): Promise<number> {
  for (let done = 0; ;) {
    const ids = await find(bite);
    let failed = 0;
    for (const id of ids)
      await work(id).catch((err: unknown) => {
        failed += 1;
        log.error({ err }, 'sweeping');
      });
    done += ids.length - failed;
    if (ids.length < bite || failed > 0) return done;
  }
}
