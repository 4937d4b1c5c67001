/** Changes one byte somewhere in what is stored of what was signed. */
import type { Database, Row } from '../../../src/server/ports/database.ts';

/**
 * Where something of what was signed is stored. What the database itself refuses to hold otherwise is left
 * out: references to other rows, and words of a list.
 */
const places: Readonly<Record<string, readonly string[]>> = {
  tax_forms: ['id', 'flow_id', 'created', 'fields_sealed', 'tin_last4', 'pdf_sealed'],
  documents: ['id', 'created', 'confirmed', 'file_name', 'size', 'sha256', 'values_sealed', 'content_sealed'],
  background_checks: ['id', 'flow_id', 'disclosed_at', 'authorization_sealed'],
  payment_methods: [
    ...['id', 'flow_id', 'created', 'details_sealed', 'fingerprint', 'masked', 'bank_name'],
    ...['mandate_version', 'mandate_text', 'mandate_accepted'],
  ],
  papers: [
    ...['id', 'number', 'created', 'subject_id', 'user_id'],
    ...['record_sealed', 'content_hash', 'previous', 'hash'],
  ],
  paper_chains: ['number', 'hash'],
};
const columns = Object.entries(places).flatMap(([table, names]) =>
  names.map((name) => [table, name] as const),
);

/** Numbers from 0 on below `below`, each from the one before (Numerical Recipes' generator). */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** Changes a byte, and returns where that was and how to put it back. */
export async function flipOne(
  db: Database,
  next: (below: number) => number,
): Promise<{ readonly where: string; readonly undo: () => Promise<unknown> }> {
  for (;;) {
    const [table, column] = columns[next(columns.length)] ?? ['', ''];
    const rows = await db.query<Row & { place: string; value: unknown }>(
      `select ctid::text as place, ${column} as value from ${table} where ${column} is not null order by 1`,
    );
    const row = rows[next(rows.length)];
    if (!row || (row.value instanceof Buffer && row.value.length === 0)) continue;
    const write = async (at: string, value: unknown) => {
      const [written] = await db.query<{ place: string }>(
        `update ${table} set ${column} = $1 where ctid = $2::tid returning ctid::text as place`,
        [value, at],
      );
      return written?.place ?? '';
    };
    const at = await write(row.place, changed(row.value, next));
    return { where: `${table}.${column}`, undo: () => write(at, asStored(row.value)) };
  }
}

const asStored = (value: unknown): unknown => (Array.isArray(value) ? JSON.stringify(value) : value);

/** Returns the value with one bit of one byte, or the last digit of a number or moment, changed. */
function changed(value: unknown, next: (below: number) => number): unknown {
  if (value instanceof Buffer) {
    const bytes = Buffer.from(value);
    const at = next(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
    return bytes;
  }
  if (value instanceof Date) return new Date(value.getTime() + 1);
  if (typeof value === 'number') return value + 1000;
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  const places = [...text.matchAll(/[0-8a-eA-E]/g)].map(({ index }) => index);
  const at = places[next(places.length)] ?? 0;
  return `${text.slice(0, at)}${String.fromCharCode(text.charCodeAt(at) + 1)}${text.slice(at + 1)}`;
}
