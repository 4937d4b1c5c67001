/** PostgreSQL 14 or newer, through a pool. */
import pg from 'pg';
import { DatabaseUnavailable } from '../ports/database.ts';
import type { Database, Row, Timeout, Transaction } from '../ports/database.ts';
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
  });
  // Without a listener, a connection that breaks would end the process: the pool hears of those that are
  // idle, and while it lends one, or lends it out, nobody else does.
  pool.on('error', (error) => options.onError?.(error));
  pool.on('connect', (connection) => void connection.on('error', () => {}));
  const guard = createGuard();
  const inShare = createShares(Math.max(1, Math.floor(max / 2)), patience);
  let answered = 0;
  const onAnswer = () => void (answered += 1);
  const outer = client(pool, onAnswer);
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
    query(sql, params) {
      guard.assertOutside();
      return noted(outer.query(sql, params));
    },
    transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
      guard.assertOutside();
      return noted(guard.run<T>((body) => inTurn(() => inTransaction(pool, onAnswer, body)), work));
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

/**
 * What PostgreSQL itself says when it cannot go on (its manual, Appendix A): class 08 is the connection, 53
 * its resources, 57P that it shuts down or starts; 57014 and 55P03 are the limits above.
 */
const unavailable = /^(?:08|53|57P|57014|55P03)/;

/** Waits for an answer. What is no answer of the database is about the way to it. */
async function answerOf<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    const isAnswer =
      error instanceof pg.DatabaseError ? !unavailable.test(error.code ?? '') : error instanceof TypeError;
    throw isAnswer ? error : new DatabaseUnavailable(error);
  }
}

/**
 * Runs `body` between `begin` and `commit`. The isolation is PostgreSQL's default (read committed), and all
 * of `db/` relies on it: a statement that waited for a lock sees what the other transaction committed.
 */
async function inTransaction<T>(
  pool: pg.Pool,
  onAnswer: () => void,
  body: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await answerOf(pool.connect());
  let broken: Error | undefined;
  try {
    await answerOf(connection.query(begin));
    const result = await body(client(connection, onAnswer));
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
 * Wraps the pool, or one connection of it. Both have the same `query`, whose overloads TypeScript cannot
 * unite.
 */
function client(
  raw: Pick<pg.Pool, 'query'> | Pick<pg.PoolClient, 'query'>,
  onAnswer: () => void,
): Transaction {
  return {
    async query<T extends Row = Row>(sql: string, params: readonly unknown[] = []): Promise<T[]> {
      const { rows } = await answerOf((raw as pg.Pool).query<T>(sql, [...params]));
      onAnswer();
      return rows;
    },
    async script(sql: string): Promise<void> {
      await answerOf((raw as pg.Pool).query(sql));
    },
  };
}
