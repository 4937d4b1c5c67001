/**
 * The sandbox's clock: real time plus what partners have advanced it by. It keeps running, and can only be
 * advanced. How far it is ahead is stored in the database, so that a restart keeps it (rows are dated by it)
 * and all processes on the database share it. A process looks for the advances of others whenever it looks
 * for jobs, which is every second. Its own advance counts as soon as it is committed.
 */
import { readAhead, setAhead, readAheadAlone } from '../db/test-clock.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import type { TestClock } from '../ports/clock.ts';
import type { Queryable } from '../ports/database.ts';

export async function openTestClock(db: Queryable, real: () => Date = () => new Date()): Promise<TestClock> {
  let ahead = await readAhead(db);
  const listeners = new Set<() => void>();
  /** Two reads may arrive in the wrong order. The one that is further ahead is the newer one. */
  const learn = (ms: number) => {
    if (ms <= ahead) return;
    ahead = ms;
    for (const listener of listeners) listener();
  };

  return {
    now: () => new Date(real().getTime() + ahead),
    real,
    ahead: () => ahead,
    async advance(tx, target) {
      const from = await readAheadAlone(tx);
      const now = new Date(real().getTime() + from);
      const then = target(now);
      const by = then.getTime() - now.getTime();
      if (!(by > 0)) return null;
      await setAhead(tx, from + by);
      afterCommit(tx, () => learn(from + by));
      return { by, ahead: from + by, now: then };
    },
    refresh: async (other) => learn(await readAhead(other)),
    onAdvance(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
