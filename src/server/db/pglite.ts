/**
 * The embedded database: PostgreSQL compiled to WebAssembly. It runs in this process, with its files in a
 * folder or in memory.
 */
import { PGlite, types } from '@electric-sql/pglite';
import type { Database, Queryable, Row, Transaction } from '../ports/database.ts';
import { createGuard } from './transaction-scope.ts';

type Raw = Pick<PGlite, 'query' | 'exec'>;

/**
 * Without `dataDir` the data is in memory. Only one process at a time may open a folder; `lock-data-dir.ts`
 * sees to that. `image` is what a new database starts with, as PGlite's `dumpDataDir` returns it.
 */
export async function openPglite(dataDir?: string, image?: Blob): Promise<Database> {
  const engine = await PGlite.create({
    ...(dataDir === undefined ? {} : { dataDir }),
    ...(image === undefined ? {} : { loadDataDir: image }),
    // The engine hands values over as text. `pg` makes the same values of them by itself; bytea is `\x` and
    // hex digits.
    parsers: {
      [types.INT8]: Number,
      [types.BYTEA]: (text: string) => Buffer.from(text.slice(2), 'hex'),
    },
  });
  const guard = createGuard();
  let answered = 0;
  const onAnswer = () => void (answered += 1);
  const outer = client(engine, onAnswer);
  let closing: Promise<void> | undefined;

  return {
    kind: 'pglite',
    query(sql, params) {
      guard.assertOutside();
      return outer.query(sql, params);
    },
    // The engine has one connection, so its transactions run one after the other. On PostgreSQL they run side
    // by side, and the locks in `db/` do the same work.
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      guard.assertOutside();
      return guard.run<T>((body) => engine.transaction((tx) => body(client(tx, onAnswer))), work);
    },
    async script(sql) {
      guard.assertOutside();
      const results = await engine.exec(sql);
      return results.at(-1)?.rows ?? [];
    },
    answered: () => answered,
    async dump() {
      guard.assertOutside();
      // Whoever opens the copy has less to do again.
      await engine.exec('checkpoint');
      return new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer());
    },
    close: () => (closing ??= engine.close()),
  };
}

/**
 * PGlite runs one statement per `query`; several need `exec`. `pg` sends an absent value as null, so this
 * does it too.
 */
function client(raw: Raw, onAnswer: () => void): Transaction {
  return {
    async query<T extends Row = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
      const { rows } = await raw.query<T>(
        sql,
        params.map((value) => value ?? null),
      );
      onAnswer();
      return rows;
    },
    async script(sql: string): Promise<void> {
      await raw.exec(sql);
    },
  } satisfies Queryable & Transaction;
}
