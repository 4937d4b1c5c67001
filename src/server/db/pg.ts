/** PostgreSQL 14 or newer, through a pool. */
import pg from 'pg';
import { DatabaseUnavailable, isRefusedForNow } from '../ports/database.ts';
import type { Database, Row, Timeout, Transaction } from '../ports/database.ts';
import { createPrepared } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { createShares } from './shares.ts';
import { timeoutOf } from './timeouts.ts';
import { createGuard } from './transaction-scope.ts';

/** Milliseconds after which PostgreSQL ends a statement, and a wait for somebody else's row. */
const statementLimit = 15_000;
const lockLimit = 5_000;
/** Milliseconds that somebody waits for a connection. */
const patience = 10_000;

export interface PgOptions {
  readonly connectionString: string;
  /** The largest number of connections; 10 when absent. */
  readonly max?: number;
  /** Whether PostgreSQL keeps statements; `auto` when absent. */
  readonly prepared?: Prepared;
  /** Called when a pooler lost statements that were kept. None is kept from then on. */
  readonly onUnprepared?: () => void;
  /** Called when an idle connection broke. The pool has replaced it by then. */
  readonly onError?: (error: Error) => void;
  /** Called when the time of some work was over. */
  readonly onTimeout?: (limit: Timeout) => void;
}

export function openPg(options: PgOptions): Database {
  const max = options.max ?? 10;
  const parsers = new pg.TypeOverrides();
  // `pg` returns bigint as text, because not every bigint fits a number. Ours are cents, row numbers and
  // milliseconds, which stay far below 2^53.
  parsers.setTypeParser(pg.types.builtins.INT8, Number);
  const prepared = createPrepared(options.prepared ?? 'auto', () => options.onUnprepared?.());
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max,
    // A request that finds no free connection waits this long, and fails then instead of waiting for ever.
    connectionTimeoutMillis: patience,
    // Ours, for what is no transaction. PostgreSQL's own would have to be set when connecting, which poolers
    // refuse.
    query_timeout: statementLimit,
    application_name: 'dots-flow',
    types: parsers,
    // What is asked leaves at once, also while an answer is on its way (`inTransaction`).
    pipeline: true,
    verify: (connection, done) => void prepared.meet(connection).then(() => done(), done),
  });
  // Without a listener, a connection that breaks would end the process: the pool hears of those that are
  // idle, and while it lends one, or lends it out, nobody else does.
  pool.on('error', (error) => options.onError?.(error));
  pool.on('connect', (connection) => void connection.on('error', () => {}));
  const guard = createGuard();
  const inShare = createShares(Math.max(1, Math.floor(max / 2)), patience);
  let answered = 0;
  const ask: Ask = async (raw, sql, params, named = true) => {
    const name = named ? prepared.nameOf(sql) : undefined;
    const { rows } = await answerOf(
      (raw as pg.Pool).query<Row>({ text: sql, values: [...params], ...(name !== undefined && { name }) }),
    );
    answered += 1;
    return rows;
  };
  const askInside: Ask = (raw, sql, params) =>
    ask(raw, sql, params).catch((error: unknown) => {
      // The transaction is broken, and what it did before must not be done twice. The request may be.
      throw prepared.isOutdated(error, sql) ? new DatabaseUnavailable(error) : error;
    });
  /** Transactions whose owner has no place. The pool knows those alone that ask it. */
  let waiting = 0;
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    let waits = true;
    const begin = () => {
      if (waits) waiting -= 1;
      waits = false;
    };
    waiting += 1;
    return inShare(() => {
      begin();
      return work();
    }).finally(begin);
  };
  const noted = <T>(work: Promise<T>): Promise<T> =>
    work.catch((error: unknown) => {
      const limit = timeoutOf(error);
      if (limit) options.onTimeout?.(limit);
      throw error;
    });
  let closing: Promise<void> | undefined;

  return {
    kind: 'pg',
    query(sql, params = []) {
      guard.assertOutside();
      const asked = ask(pool, sql, params).catch((error: unknown) => {
        if (!prepared.isOutdated(error, sql)) throw error;
        return ask(pool, sql, params, false);
      });
      return noted(asked) as Promise<never>;
    },
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      guard.assertOutside();
      return noted(guard.run<T>((body) => inTurn(() => inTransaction(pool, askInside, body)), work));
    },
    // Statements without parameters go by the simple protocol, which takes several at once.
    async script(sql) {
      guard.assertOutside();
      const result = (await answerOf(pool.query(sql))) as pg.QueryResult<Row> | pg.QueryResult<Row>[];
      return (Array.isArray(result) ? result.at(-1) : result)?.rows ?? [];
    },
    answered: () => answered,
    pool: () => ({
      used: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: waiting + pool.waitingCount,
    }),
    close: () => (closing ??= pool.end()),
  };
}

/** Waits for an answer. What is no answer of the database is about the way to it. */
async function answerOf<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const isAnswer =
      error instanceof pg.DatabaseError ? !isRefusedForNow(error.code) : error instanceof TypeError;
    throw isAnswer ? error : new DatabaseUnavailable(error);
  }
}

/** Asks the pool, or one connection of it. */
type Ask = (
  raw: Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>,
  sql: string,
  params: readonly unknown[],
  named?: boolean,
) => Promise<Row[]>;

/**
 * Runs `body` between `begin` and `commit`. The isolation is PostgreSQL's default (read committed), and all
 * of `db/` relies on it: a statement that waited for a lock sees what the other transaction committed.
 */
async function inTransaction<T>(pool: pg.Pool, ask: Ask, body: (tx: Transaction) => Promise<T>): Promise<T> {
  const connection = await answerOf(pool.connect());
  let broken: Error | undefined;
  try {
    const begun = answerOf(connection.query(begin));
    // Whoever asks first hears of it.
    begun.catch(() => {});
    const result = await body(lent(connection, ask, begun));
    await begun;
    await answerOf(connection.query('commit'));
    return result;
  } catch (error) {
    await connection.query('rollback').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('The rollback failed.');
    });
    throw error;
  } finally {
    // A connection that could not roll back is thrown away and never lent again.
    connection.release(broken);
  }
}

/**
 * One round trip. The limits are those of this transaction, so a pooler may lend the connection to others.
 */
const begin = `begin; set local statement_timeout = ${statementLimit}; set local lock_timeout = ${lockLimit}`;

/**
 * The client of one transaction. A read leaves together with `begin`. Whatever changes something waits for
 * it: where nothing has begun, it could not be undone.
 */
function lent(connection: pg.PoolClient, ask: Ask, begun: Promise<unknown>): Transaction {
  return {
    async query<T extends Row = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
      if (!/^\s*select\b/i.test(sql)) await begun;
      const rows = await ask(connection, sql, params);
      await begun;
      return rows as T[];
    },
    async script(sql: string): Promise<void> {
      await begun;
      await answerOf(connection.query(sql));
    },
  };
}
