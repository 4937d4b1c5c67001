/**
 * Brings requests into an order by locks, on PostgreSQL. It waits for no time: it waits until the others
 * wait.
 */
import type { Database, Queryable } from '../../../src/server/ports/database.ts';

/**
 * Takes locks, and starts `works` one after the other, each when those before it have ended or wait for a
 * lock. Then does `then`. Throws what any of them threw. `works` begin outside of the locking transaction,
 * whose guard would take their statements for its own.
 */
export async function meanwhile(
  db: Database,
  lock: (tx: Queryable) => Promise<unknown>,
  works: (() => Promise<unknown>)[],
  then: (tx: Queryable) => Promise<unknown> = lock,
): Promise<void> {
  const begin: (() => void)[] = [];
  let ended = 0;
  const running = Promise.allSettled(
    works.map((work) =>
      new Promise<void>((resolve) => begin.push(resolve)).then(work).finally(() => (ended += 1)),
    ),
  );
  await db.transaction(async (tx) => {
    await lock(tx);
    for (const [index, start] of begin.entries()) {
      start();
      while (ended + (await waitingFor(tx)) <= index);
    }
    await then(tx);
  });
  for (const result of await running) if (result.status === 'rejected') throw result.reason;
}

/** Returns how many transactions wait for this one, or for one that waits for it. */
async function waitingFor(tx: Queryable): Promise<number> {
  const [row] = await tx.query<{ waiting: number }>(
    `with recursive blocked(pid) as (select distinct pid from pg_locks where not granted),
     waiting(pid) as (
       select pid from blocked where pg_backend_pid() = any(pg_blocking_pids(pid))
       union select b.pid from blocked b join waiting w on w.pid = any(pg_blocking_pids(b.pid)))
     select count(*) as waiting from waiting`,
  );
  return row?.waiting ?? 0;
}
