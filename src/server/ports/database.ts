/**
 * The database port. It has two adapters (`db/pglite.ts`, `db/pg.ts`), and one test suite runs on both. SQL
 * is written in `db/` only.
 *
 * Both adapters return the same types: `timestamptz` as Date, `jsonb` parsed, `bytea` as Buffer, `bigint` as
 * number, arrays as arrays. Both take the same types: pass `jsonb` as `JSON.stringify(value)`, because the
 * `pg` driver turns a plain array into an SQL array and a plain string into something that is not JSON.
 */

export type Row = Record<string, unknown>;

/** Runs one parameterised statement. Parameters are never logged. */
export interface Queryable {
  query<T extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The client lent inside `transaction`. */
export interface Transaction extends Queryable {
  /** Runs several statements without parameters inside this transaction. */
  script(sql: string): Promise<void>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'pg';
  /**
   * Runs `work` in one transaction with the client lent to it, and rolls back when `work` throws. Never use
   * the outer handle inside.
   */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs several statements without parameters, for migrations and the job queue's set-up. Returns the last
   * statement's rows.
   */
  script(sql: string): Promise<Row[]>;
  /**
   * Returns how many statements were answered so far, for all callers. The number grows as long as the
   * database works, however many callers wait.
   */
  answered(): number;
  close(): Promise<void>;
}

/**
 * Returns whether the database undid the transaction because of another one (SQLSTATE 40P01 deadlock, 40001
 * serialisation). The same transaction may succeed when it is tried again.
 */
export function isTransactionConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

/** Returns whether a unique index refused the row (SQLSTATE 23505). `constraint` is the index's name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}
