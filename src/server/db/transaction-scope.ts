/**
 * What both adapters share about a running transaction. The guard throws when the outer handle is used inside
 * a transaction: on PGlite that would wait for itself for ever, on PostgreSQL it would silently act outside
 * the transaction. It throws as well when the lent client is used after the transaction, in which somebody
 * else's may run by then. The list has what is to be done once the transaction was committed.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Queryable, Transaction } from '../ports/database.ts';

interface OpenTransaction {
  open: boolean;
  readonly after: (() => void)[];
}

const transactions = new WeakMap<Queryable, OpenTransaction>();

/** Makes the guard of one database. Each has its own, because work on two databases may nest. */
export function createGuard() {
  const running = new AsyncLocalStorage<OpenTransaction>();
  return {
    /** Throws when called inside a transaction of the same database. */
    assertOutside(): void {
      if (running.getStore()?.open)
        throw new Error('Inside a transaction use the lent client, not the outer database handle.');
    },
    /** Runs `work` as the body of a transaction. After the commit it calls what `afterCommit` registered. */
    async run<T>(
      begin: (body: (tx: Transaction) => Promise<T>) => Promise<T>,
      work: (tx: Transaction) => Promise<T>,
    ): Promise<T> {
      const transaction: OpenTransaction = { open: true, after: [] };
      try {
        const result = await running.run(transaction, () =>
          begin(async (tx) => {
            const { client, takeBack } = lend(tx);
            transactions.set(client, transaction);
            return work(client).finally(takeBack);
          }),
        );
        transaction.open = false;
        for (const callback of transaction.after) callback();
        return result;
      } finally {
        transaction.open = false;
      }
    },
  };
}

/** Returns a client that asks `tx` until it is taken back. */
function lend(tx: Transaction): { client: Transaction; takeBack: () => void } {
  let isLent = true;
  const lent = (): Transaction => {
    if (!isLent) throw new Error('The transaction of this client is over.');
    return tx;
  };
  return {
    client: {
      query: async (sql, params) => lent().query(sql, params),
      script: async (sql) => lent().script(sql),
    },
    takeBack: () => void (isLent = false),
  };
}

/**
 * Calls `callback` once `tx` was committed, and never when it was rolled back. Calls it at once when `tx` is
 * not a transaction. `callback` must not throw: the work is committed, and nobody could undo it. A process
 * that is killed right after the commit never calls it, so it may only make things faster.
 */
export function afterCommit(tx: Queryable, callback: () => void): void {
  const transaction = transactions.get(tx);
  if (transaction?.open) transaction.after.push(callback);
  else callback();
}
