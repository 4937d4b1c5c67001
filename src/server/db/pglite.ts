/**
 * The embedded database: PostgreSQL compiled to WebAssembly. It runs in this process, with its files in a
 * folder or in memory.
 */
import { PGlite, types } from '@electric-sql/pglite';
import { DatabaseUnavailable, isRefusedForNow } from '../ports/database.ts';
import type { Database, Queryable, Row, Transaction } from '../ports/database.ts';
import type { DiskRoom } from './disk-room.ts';
import { createGuard } from './transaction-scope.ts';

type Raw = Pick<PGlite, 'query' | 'exec'>;

/**
 * Without `dataDir` the data is in memory. Only one process at a time may open a folder; `lock-data-dir.ts`
 * sees to that. `image` is what a new database starts with, as PGlite's `dumpDataDir` returns it. `room` is
 * the room on the folder's disk.
 */
export async function openPglite(dataDir?: string, image?: Blob, room?: DiskRoom): Promise<Database> {
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
  const outer = client(engine, onAnswer, room);
  let closing: Promise<void> | undefined;

  return {
    kind: 'pglite',
    async query(sql, params) {
      guard.assertOutside();
      await room?.look();
      return outer.query(sql, params);
    },
    // The engine has one connection, so its transactions run one after the other. On PostgreSQL they run side
    // by side, and the locks in `db/` do the same work.
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      guard.assertOutside();
      await room?.look();
      return guard.run<T>((body) => engine.transaction((tx) => body(client(tx, onAnswer, room))), work);
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
function client(raw: Raw, onAnswer: () => void, room?: DiskRoom): Transaction {
  return {
    async query<T extends Row = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
      room?.assertRoomFor(sql);
      const asked = raw.query<T>(
        sql,
        params.map((value) => value ?? null),
      );
      const { rows } = await asked.catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        throw isRefusedForNow(code) ? new DatabaseUnavailable(error) : error;
      });
      onAnswer();
      return rows;
    },
    async script(sql: string): Promise<void> {
      await raw.exec(sql);
    },
  } satisfies Queryable & Transaction;
}
