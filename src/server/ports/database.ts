/**
 * The database port. It has two adapters (`db/pglite.ts`, `db/pg.ts`), and one suite runs on both. SQL lives
 * only in `db/`.
 *
 * Both adapters return the same values: `timestamptz` as Date, `jsonb` parsed, `bytea` as Buffer, `bigint` as
 * number, arrays as arrays. Both take the same values. Pass `jsonb` as `JSON.stringify(value)`, because the
 * `pg` driver turns a plain array into an SQL array and a plain string into something that is not JSON.
 */

export type Row = Record<string, unknown>;

/** Runs one parameterised statement. Parameters are never logged. */
export interface Queryable {
  query<T extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The client that `transaction` lends. */
export interface Transaction extends Queryable {
  /** Runs several statements without parameters, inside this transaction. */
  script(sql: string): Promise<void>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'pg';
  /**
   * Runs `work` in one transaction with the lent client. Inside, never use the outer handle. Rolls back when
   * `work` throws.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs several statements without parameters, as migrations and the job queue's own set-up need. Returns
   * the rows of the last statement.
   */
  script(sql: string): Promise<Row[]>;
  /**
   * Returns how many statements were answered so far, for any caller. It grows while the database works,
   * however many callers wait.
   */
  answered(): number;
  /** Returns all files of the embedded database as a tar, as they would be found after a crash just now. */
  dump?(): Promise<Uint8Array>;
  /** Of a pool of connections: how many are used, idle, and waited for. Absent where there is no pool. */
  pool?(): { readonly used: number; readonly idle: number; readonly waiting: number };
  close(): Promise<void>;
}

/** What work was out of time for: a connection, its owner's share of them, a statement, or a lock. */
export type Timeout = 'connection' | 'share' | 'statement' | 'lock';

/**
 * The database undid the transaction because of another one (SQLSTATE 40P01 deadlock, 40001 serialisation).
 * The same work may succeed when it is tried again.
 */
export function isTransactionConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

/** Returns whether a unique index refused the row (SQLSTATE 23505). `constraint` is the index's name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}

/**
 * What PostgreSQL itself says when it cannot go on (its manual, Appendix A): class 08 is the connection, 53
 * its resources, of which 53100 is a full disk, and 57P that it shuts down or starts. 57014 and 55P03 are our
 * limits of time, 25006 is a standby that takes nothing, and 58030 a disk that fails.
 */
const forNow = /^(?:08|53|57P|57014|55P03|25006|58030)/;

/** Returns whether what the database refuses with this code may succeed later, unchanged. */
export const isRefusedForNow = (code: unknown): boolean => typeof code === 'string' && forNow.test(code);

/**
 * The database could not be reached, went away before it answered, or had no time for the statement. Whether
 * what was on its way took effect is not known. The same request may succeed in a moment.
 */
export class DatabaseUnavailable extends Error {
  constructor(cause: unknown) {
    super('The database cannot be used at the moment.', { cause });
    this.name = 'DatabaseUnavailable';
  }
}
