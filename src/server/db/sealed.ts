/**
 * Every column that is sealed, for whoever seals all of them anew. A test compares the list with the
 * database.
 */
import type { Queryable, Row } from '../ports/database.ts';

interface Column {
  readonly table: string;
  readonly column: string;
  /** The primary key, by which rows are gone through. */
  readonly key: readonly string[];
  /** What else has to be known of a row to open it. */
  readonly more?: string;
}

export const sealedColumns = {
  address: { table: 'users', column: 'address_sealed', key: ['id'] },
  answer: { table: 'idempotency_keys', column: 'body_sealed', key: ['scope', 'key'] },
  'bank link': { table: 'bank_links', column: 'reference_sealed', key: ['flow_id'], more: 'id' },
  'background check': { table: 'background_checks', column: 'details_sealed', key: ['id'], more: 'user_id' },
  'background check authorization': {
    table: 'background_checks',
    column: 'authorization_sealed',
    key: ['id'],
    more: 'user_id',
  },
  'date of birth': { table: 'users', column: 'date_of_birth_sealed', key: ['id'] },
  deposits: { table: 'payment_methods', column: 'amounts_sealed', key: ['id'], more: 'user_id' },
  'document content': { table: 'documents', column: 'content_sealed', key: ['id'], more: 'flow_id' },
  'document values': { table: 'documents', column: 'values_sealed', key: ['id'], more: 'flow_id' },
  draft: { table: 'drafts', column: 'values_sealed', key: ['flow_id', 'step'] },
  'fingerprint key': { table: 'sealing_key', column: 'fingerprint_key_sealed', key: ['one'] },
  'id image': {
    table: 'id_images',
    column: 'sealed',
    key: ['id'],
    more: '(select u.check_id from id_uploads u where u.id = t.id) as check_id',
  },
  'id upload': {
    table: 'id_upload_parts',
    column: 'sealed',
    key: ['upload_id', 'start'],
    more: '(select u.check_id from id_uploads u where u.id = t.upload_id) as check_id',
  },
  'older webhook secret': {
    table: 'webhook_endpoints',
    column: 'older_secret_sealed',
    key: ['id'],
    more: 'app_id',
  },
  'paper record': { table: 'papers', column: 'record_sealed', key: ['id'], more: 'app_id' },
  'payment customer': { table: 'payment_customers', column: 'details_sealed', key: ['id'], more: 'user_id' },
  'payment method': { table: 'payment_methods', column: 'details_sealed', key: ['id'], more: 'user_id' },
  'payout method': { table: 'payout_methods', column: 'details_sealed', key: ['id'], more: 'user_id' },
  'previous webhook secret': {
    table: 'webhook_endpoints',
    column: 'previous_secret_sealed',
    key: ['id'],
    more: 'app_id',
  },
  'pdf template': { table: 'pdf_templates', column: 'file_sealed', key: ['id'], more: 'app_id' },
  sample: { table: 'sealing_key', column: 'sample_sealed', key: ['one'] },
  'screening match': { table: 'screening_matches', column: 'name_sealed', key: ['id'], more: 'user_id' },
  'tax form': { table: 'tax_forms', column: 'fields_sealed', key: ['id'], more: 'user_id' },
  'tax form pdf': { table: 'tax_forms', column: 'pdf_sealed', key: ['id'], more: 'user_id' },
  'tax upload': { table: 'tax_uploads', column: 'file_sealed', key: ['id'], more: 'user_id' },
  'tax upload person': { table: 'tax_uploads', column: 'person_sealed', key: ['id'], more: 'user_id' },
  'webhook secret': { table: 'webhook_endpoints', column: 'secret_sealed', key: ['id'], more: 'app_id' },
} as const satisfies Readonly<Record<string, Column>>;

export type SealedKind = keyof typeof sealedColumns;
export const sealedKinds = Object.keys(sealedColumns) as SealedKind[];

export interface SealedRow extends Row {
  sealed: Buffer;
}

/**
 * Returns up to `limit` rows behind `after` (a primary key; null: from the first) whose value does not begin
 * with `prefix`, in the order of their keys.
 */
export async function sealedOtherwise(
  db: Queryable,
  kind: SealedKind,
  prefix: Buffer,
  after: readonly unknown[] | null,
  limit: number,
): Promise<SealedRow[]> {
  const { table, column, key, more }: Column = sealedColumns[kind];
  const own = key.join(', ');
  const where = after === null ? '' : `and (${own}) > (${after.map((_, at) => `$${at + 3}`).join(', ')})`;
  const returning = [own, more ?? [], `${column} as sealed`].flat().join(', ');
  return db.query<SealedRow>(
    `select ${returning} from ${table} t where length(${column}) > 0 and substring(${column} from 1 for ${prefix.length}) <> $1 ${where}
     order by ${own} limit $2`,
    [prefix, limit, ...(after ?? [])],
  );
}

/** Returns the primary key of a row. */
export const keyOf = (kind: SealedKind, row: SealedRow): unknown[] =>
  sealedColumns[kind].key.map((name) => row[name]);

/** Replaces a value unless somebody has changed it. Returns whether it did. */
export async function replaceSealed(
  db: Queryable,
  kind: SealedKind,
  row: SealedRow,
  sealed: Buffer,
): Promise<boolean> {
  const { table, column, key }: Column = sealedColumns[kind];
  const own = key.map((name, at) => `${name} = $${at + 3}`).join(' and ');
  const changed = await db.query(
    `update ${table} set ${column} = $1 where ${column} = $2 and ${own} returning 1`,
    [sealed, row.sealed, ...keyOf(kind, row)],
  );
  return changed.length > 0;
}
