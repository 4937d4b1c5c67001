/**
 * Shares of the pool of connections. A transaction that waits for a row keeps its connection, so whoever
 * wants the same row many times would keep all of them, and everybody else would wait too. Of what is done
 * for one owner (an app, a flow, the jobs of this process) at most half of the pool is under way at one time,
 * and the rest waits without a connection.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseUnavailable } from '../ports/database.ts';

/** Whoever waits for a place has waited long enough. */
export class NoPlace extends Error {
  constructor() {
    super('Too much is under way for the same owner.');
    this.name = 'NoPlace';
  }
}

const owners = new AsyncLocalStorage<string>();

/** Runs `work`, whose transactions then count for `owner`. */
export const forOwner = <T>(owner: string, work: () => Promise<T>): Promise<T> => owners.run(owner, work);

interface Share {
  underWay: number;
  /** Each gets the place of whoever is done, in the order in which they came. */
  readonly waiting: Set<() => void>;
}

/**
 * Returns what runs work when its owner has a place. `places`: of each owner. What has no owner never waits.
 * Whoever has waited for `patienceMs` is told that the database cannot be used.
 */
export function createShares(places: number, patienceMs: number): <T>(work: () => Promise<T>) => Promise<T> {
  const shares = new Map<string, Share>();
  return async (work) => {
    const owner = owners.getStore();
    if (owner === undefined) return work();
    const share = shares.get(owner) ?? { underWay: 0, waiting: new Set() };
    shares.set(owner, share);
    if (share.underWay < places) share.underWay += 1;
    else await placeIn(share, patienceMs);
    try {
      return await work();
    } finally {
      // A place goes from hand to hand, so that nobody who comes now is before those who wait.
      const [next] = share.waiting;
      if (next) next();
      else if ((share.underWay -= 1) === 0) shares.delete(owner);
    }
  };
}

function placeIn({ waiting }: Share, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      waiting.delete(begin);
      reject(new DatabaseUnavailable(new NoPlace()));
    }, patienceMs);
    const begin = () => {
      clearTimeout(timer);
      waiting.delete(begin);
      resolve();
    };
    waiting.add(begin);
  });
}
