/**
 * One `update … where id` for every repository. Column names come from our own types and stand in the
 * statement as they are, so a patch must never have names from a request; values are parameters.
 */
import type { Queryable, Row } from '../ports/database.ts';

/**
 * Columns whose value is written as JSON. `pg` would turn an array into an SQL array. A new `jsonb` column
 * that is updated by patch has to be added here.
 */
const jsonColumns = new Set(['steps', 'plan', 'metadata', 'adjustments_1099', 'payout_draft', 'b_notices']);

/** Returns the text for a `jsonb` parameter. Null stays SQL null and does not become the JSON word `null`. */
export const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

/**
 * Returns the row as it is afterwards. Throws when there is none: callers have read the row before, so its
 * absence is our mistake. An empty patch is no statement, so callers always give at least one column.
 */
export async function updateById<T extends Row>(
  tx: Queryable,
  table: string,
  id: string,
  patch: Partial<T>,
  returning: string,
): Promise<T> {
  const columns = Object.keys(patch);
  const values = columns.map((column) => (jsonColumns.has(column) ? asJson(patch[column]) : patch[column]));
  const assignments = columns.map((column, index) => `${column} = $${index + 2}`).join(', ');
  const [row] = await tx.query<T>(`update ${table} set ${assignments} where id = $1 returning ${returning}`, [
    id,
    ...values,
  ]);
  if (!row) throw new Error(`There is no row with this id in ${table}.`);
  return row;
}
