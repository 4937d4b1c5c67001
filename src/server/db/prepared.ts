/**
 * Statements that PostgreSQL keeps, so that it reads and plans each once on a connection and not at every
 * request. A pooler that lends a connection for one transaction (PgBouncer before 1.21) would send the next
 * one to a connection that does not have them. Therefore `auto` keeps them only where the other end of a
 * connection is PostgreSQL itself.
 */
import { createHash } from 'node:crypto';
import type pg from 'pg';

export const preparedSettings = ['auto', 'on', 'off'] as const;
export type Prepared = (typeof preparedSettings)[number];

/** Of one connection. PostgreSQL keeps each until the connection ends. */
const mostNames = 400;

/**
 * What is better read each time. Parameters that switch a condition off need a plan of their own. The columns
 * of a `*` change when another process brings the database up to date, and a kept statement fails then.
 */
const unfit = /\$\d+(?:::[\w[\]]+)? is null or\b|[^(]\*/;
export const isFitToKeep = (sql: string): boolean => !unfit.test(sql);

/** The connection does not have the statement; it has one of that name; the columns of its rows changed. */
const lost: readonly string[] = ['26000', '42P05'];
const changed = '0A000';

/** Whether a statement failed because it was kept. */
export const isLost = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && [...lost, changed].includes(String(error.code));

/** `onGivenUp` is called when no statement is kept any more. */
export function createPrepared(setting: Prepared, onGivenUp: () => void) {
  const names = new Map<string, string | undefined>();
  /** Those whose columns changed. */
  const dropped = new Set<string>();
  let isOn = setting === 'on';
  let asks = setting === 'auto';

  return {
    /**
     * Asks who is at the other end of a new connection. A pooler has told a number of its own for the
     * process of PostgreSQL, because it takes cancellations itself.
     */
    async meet(connection: pg.ClientBase & { readonly processID?: number | null }): Promise<void> {
      if (!asks) return;
      const { rows } = await connection.query<{ pid: number }>('select pg_backend_pid() as pid');
      isOn = rows[0]?.pid === connection.processID;
      // One pooler is enough.
      asks = isOn;
    },

    /**
     * Returns the name under which the statement is kept; undefined: it is not. The name is made of the text:
     * whoever else has the connection means the same by it.
     */
    nameOf(sql: string): string | undefined {
      if (!isOn || dropped.has(sql)) return undefined;
      if (!names.has(sql) && names.size < mostNames)
        names.set(sql, isFitToKeep(sql) ? createHash('sha256').update(sql).digest('base64url') : undefined);
      return names.get(sql);
    },

    /**
     * Returns whether it failed because it was kept. It is not kept from now on, and others that are under
     * way may fail in the same way.
     */
    isOutdated(error: unknown, sql: string): boolean {
      if (names.get(sql) === undefined || !isLost(error)) return false;
      dropped.add(sql);
      if ((error as { code?: unknown }).code === changed) return true;
      if (isOn) onGivenUp();
      isOn = false;
      asks = false;
      return true;
    },
  };
}
