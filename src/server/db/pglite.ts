/**
 * The embedded database: PostgreSQL compiled to WebAssembly. It runs in this process, with its files in a
 * folder or in memory.
 */
import { PGlite, types } from '@electric-sql/pglite';
import { DatabaseUnavailable, isRefusedForNow } from '../ports/database.ts';
import type { Database, Queryable, Row, Transaction } from '../ports/database.ts';
import type { DiskRoom } from './disk-room.ts';
import { createStatements } from './pglite-statements.ts';
import type { Ask } from './pglite-statements.ts';
import { isLost } from './prepared.ts';
import { createTurns } from './turns.ts';
import { createGuard } from './transaction-scope.ts';

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
  const inTurn = createTurns();
  let answered = 0;
  const ask = createStatements(engine);
  const outer = client(engine, ask, () => void (answered += 1), room);
  let closing: Promise<void> | undefined;

  return {
    kind: 'pglite',
    async query<T extends Row = Row>(sql: string, params?: readonly unknown[]) {
      guard.assertOutside();
      await room?.look();
      const answer = () => inTurn(() => outer.query<T>(sql, params));
      // Where the columns have changed since, it is read anew.
      return answer().catch((error: unknown) => {
        if (!isLost(error)) throw error;
        return answer();
      });
    },
    // The engine has one connection, so its transactions run one after the other. On PostgreSQL they run side
    // by side, and the locks in `db/` do the same work.
    async transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      guard.assertOutside();
      await room?.look();
      return guard.run<T>((body) => inTurn(() => wholly(ask, () => body(outer))), work);
    },
    async script(sql) {
      guard.assertOutside();
      const results = await inTurn(() => engine.exec(sql));
      return results.at(-1)?.rows ?? [];
    },
    answered: () => answered,
    async dump() {
      guard.assertOutside();
      return inTurn(async () => {
        // Whoever opens the copy has less to do again.
        await engine.exec('checkpoint');
        return new Uint8Array(await (await engine.dumpDataDir('none')).arrayBuffer());
      });
    },
    close: () => (closing ??= inTurn(() => engine.close())),
  };
}

/** Commits what `body` did, or undoes all of it. */
async function wholly<T>(ask: Ask, body: () => Promise<T>): Promise<T> {
  await ask('begin', []);
  try {
    const result = await body();
    await ask('commit', []);
    return result;
  } catch (error) {
    await ask('rollback', []);
    throw error;
  }
}

/** `pg` sends an absent value as null, so this does it too. Several statements need `script`. */
function client(engine: PGlite, ask: Ask, onAnswer: () => void, room?: DiskRoom): Transaction {
  return {
    async query<T extends Row = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
      room?.assertRoomFor(sql);
      const rows = await ask(sql, params).catch((error: unknown) => {
        const code = error instanceof Error && 'code' in error ? error.code : null;
        throw isRefusedForNow(code) ? new DatabaseUnavailable(error) : error;
      });
      onAnswer();
      return rows as T[];
    },
    async script(sql: string): Promise<void> {
      await engine.exec(sql);
    },
  } satisfies Queryable & Transaction;
}
