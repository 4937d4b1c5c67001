/**
 * One `update … where id` for every repository. Column names come from our own types; values are parameters.
 */
import type { Queryable, Row } from '../ports/database.ts';

/** Columns whose value is written as JSON. */
const jsonColumns = new Set(['steps', 'plan', 'metadata', 'adjustment_1099', 'payout_draft']);

export const asJson = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

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
