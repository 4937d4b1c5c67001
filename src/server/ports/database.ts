/**
 * The database port. Two adapters (`pglite.ts`, `pg.ts`), one suite run on both. SQL lives only in this folder.
 *
 * Values arrive alike from both: `timestamptz` as Date, `jsonb` parsed, `bytea` as Buffer, `bigint` as number, arrays as arrays.
 * Values are given alike to both: pass `jsonb` as `JSON.stringify(value)`, because the `pg` driver turns a plain array into
 * an SQL array and a plain string into something that is not JSON.
 */

export type Row = Record<string, unknown>;

/** Runs one parameterised statement. Parameters are never logged. */
export interface Queryable {
  query<T extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<T[]>;
}

/** The client lent inside `transaction`. */
export interface Transaction extends Queryable {
  /** Several statements without parameters, inside this transaction. */
  script(sql: string): Promise<void>;
}

export interface Database extends Queryable {
  readonly kind: 'pglite' | 'pg';
  /** Runs `work` in one transaction with the lent client; inside, never use the outer handle. Rolls back when it throws. */
  transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /** Several statements without parameters, as migrations and the job queue's own set-up need. Answers the last statement's rows. */
  script(sql: string): Promise<Row[]>;
  /** How many statements were answered so far, whosever they were: it grows while the database works, however many wait for it. */
  answered(): number;
  close(): Promise<void>;
}

/** The database undid the transaction because of another one (SQLSTATE 40P01 deadlock, 40001 serialisation): the same may work when tried again. */
export function isTransactionConflict(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === '40P01' || error.code === '40001');
}

/** A unique index refused the row (SQLSTATE 23505). `constraint` is the index's name. */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== '23505') return false;
  return constraint === undefined || ('constraint' in error && error.constraint === constraint);
}
