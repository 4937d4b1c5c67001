/**
 * Nothing outside is waited for inside a transaction: a vendor that takes ten seconds would keep a connection
 * and rows for as long, and ten such calls would stop the whole server. Every test server watches that.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Database } from '../../src/server/ports/database.ts';

const transaction = new AsyncLocalStorage<{ open: boolean }>();

/** Returns the same database, whose transactions are noticed. */
export const noticed = (db: Database): Database => ({
  ...db,
  transaction: (work) => {
    const state = { open: true };
    return db.transaction((tx) => transaction.run(state, () => work(tx).finally(() => (state.open = false))));
  },
});

/** Returns the same thing, whose methods must not be waited for inside a transaction. */
export function outside<T extends object>(thing: T, name: string): T {
  return new Proxy(thing, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      const path = `${name}.${String(key)}`;
      if (typeof value === 'object' && value !== null) return outside(value, path);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        const answer: unknown = Reflect.apply(value, target, args);
        if (answer instanceof Promise && transaction.getStore()?.open)
          throw new Error(`${path} is waited for inside a transaction.`);
        return answer;
      };
    },
  });
}
