/**
 * The sandbox's clock: real time plus what partners have advanced it by. It runs on, is only ever advanced, and stands in the database,
 * so that a restart keeps it (rows are dated by it) and every process on the database shares it. A process learns of another's advance
 * whenever it looks for jobs, which is every second; its own it knows as soon as that is committed.
 */
import { readAhead, setAhead, takeAhead } from '../db/test-clock.ts';
import { afterCommit } from '../db/transaction-scope.ts';
import type { TestClock } from '../ports/clock.ts';
import type { Queryable } from '../ports/database.ts';

export async function openTestClock(db: Queryable, real: () => Date = () => new Date()): Promise<TestClock> {
  let ahead = await readAhead(db);
  const listeners = new Set<() => void>();
  /** Of two answers that overtake each other, the one that is further is the newer one. */
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
      const from = await takeAhead(tx);
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
