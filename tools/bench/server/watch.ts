/** Looks at how the database does each statement: how much it reads, and which tables it goes through. */
import type { Database, Queryable, Row, Transaction } from '../../../src/server/ports/database.ts';

export interface Plan {
  readonly sql: string;
  /** Blocks of 8 kB that were read, from memory or not. Unlike time, it is the same every time. */
  readonly blocks: number;
  /** Rows that were looked at, whether they were wanted or not. */
  readonly rows: number;
  /** Tables that were gone through from one end to the other. */
  readonly scans: readonly string[];
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Rows Removed by Index Recheck'?: number;
  readonly Plans?: readonly Node[];
}

const verbs = /^\s*(?:select|insert|update|delete|with)\b/i;

/**
 * Returns the same database. Each statement is first tried out, undone, and told of to `note`. `asIfLarge`:
 * going through a table is as dear to the planner as if it were large, so it does so where no index helps,
 * and nowhere else.
 */
export function watched(db: Database, note: (plan: Plan) => void, asIfLarge = false): Database {
  const within = (tx: Transaction): Transaction => ({
    ...tx,
    async query<T extends Row>(sql: string, params?: readonly unknown[]): Promise<T[]> {
      await explain(tx, sql, params, note, asIfLarge);
      return tx.query<T>(sql, params);
    },
  });
  return {
    ...db,
    async query<T extends Row>(sql: string, params?: readonly unknown[]): Promise<T[]> {
      await db.transaction((tx) => explain(tx, sql, params, note, asIfLarge));
      return db.query<T>(sql, params);
    },
    transaction: (work) => db.transaction((tx) => work(within(tx))),
  };
}

async function explain(
  tx: Queryable,
  sql: string,
  params: readonly unknown[] | undefined,
  note: (plan: Plan) => void,
  asIfLarge: boolean,
): Promise<void> {
  if (!verbs.test(sql)) return;
  await tx.query('savepoint watched');
  try {
    if (asIfLarge) await tx.query('set local seq_page_cost = 50');
    const [row] = await tx.query<{ 'QUERY PLAN': readonly { readonly Plan: Node }[] }>(
      `explain (analyze, buffers, timing off, format json) ${sql}`,
      params,
    );
    const plan = row?.['QUERY PLAN'][0]?.Plan;
    if (!plan) return;
    const scans = nodes(plan).flatMap((node) =>
      node['Node Type'] === 'Seq Scan' ? [node['Relation Name'] ?? ''] : [],
    );
    const rows = nodes(plan).reduce((sum, node) => sum + rowsOf(node), 0);
    note({ sql, blocks: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'], rows, scans });
  } finally {
    await tx.query('rollback to savepoint watched');
  }
}

/** Of a node that reads a table or an index. PostgreSQL tells the mean of all loops. */
function rowsOf(node: Node): number {
  if (!node['Node Type'].endsWith('Scan') || node.Plans) return 0;
  const removed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0);
  return Math.round((node['Actual Rows'] + removed) * node['Actual Loops']);
}

const nodes = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodes)];
