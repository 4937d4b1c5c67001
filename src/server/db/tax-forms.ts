/** Tax forms. Every submission is kept, and the newest one counts. */
import type { TaxFormName } from '../../contract/forms/tax.ts';
import type { FormChange } from '../../contract/forms/indicia.ts';
import type { TinStatus } from '../../contract/steps/compliance.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface TaxFormRow extends Row {
  id: string;
  user_id: string;
  /**
   * The flow in which the form was filed. Null: the partner filed it. It is not a foreign key, because a tax
   * form outlives every flow.
   */
  flow_id: string | null;
  created: Date;
  form: TaxFormName;
  entity_type: 'individual' | 'business' | null;
  /**
   * Everything that was submitted, as JSON, tax number and signature included. `tax/sealed-fields.ts` opens
   * it.
   */
  fields_sealed: Buffer;
  /** The last four digits of the US tax number, by which the payee recognises it. Null on a W-8. */
  tin_last4: string | null;
  /**
   * Whether the tax authority knows this number under this name. `unsubmitted` for a W-8BEN or W-8BEN-E:
   * there is no US number to match.
   */
  tin_status: TinStatus;
  tin_checked: Date | null;
  tin_attempts: number;
  /** When something in it turned out to have changed since, and what; null while nothing did. */
  changed: Date | null;
  change: FormChange | null;
}

export const taxFormColumns = [
  'id',
  'user_id',
  'flow_id',
  'created',
  'form',
  'entity_type',
  'fields_sealed',
  'tin_last4',
  'tin_status',
  'tin_checked',
  'tin_attempts',
  'changed',
  'change',
] as const satisfies readonly (keyof TaxFormRow)[];

const columns = taxFormColumns.join(', ');

export async function insertTaxForm(tx: Queryable, form: TaxFormRow): Promise<void> {
  await tx.query(
    `insert into tax_forms (${columns}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      form.id,
      form.user_id,
      form.flow_id,
      form.created,
      form.form,
      form.entity_type,
      form.fields_sealed,
      form.tin_last4,
      form.tin_status,
      form.tin_checked,
      form.tin_attempts,
      form.changed,
      form.change,
    ],
  );
}

export async function findTaxForm(db: Queryable, id: string): Promise<TaxFormRow | null> {
  const [row] = await db.query<TaxFormRow>(`select ${columns} from tax_forms where id = $1`, [id]);
  return row ?? null;
}

/** By number and not by time: two forms of the same moment have an order. */
const newestFirst = 'order by number desc limit 1';

/** Returns the form that counts now, whether it still holds or not (`tax/form-on-file.ts` says that). */
export async function newestTaxForm(db: Queryable, userId: string): Promise<TaxFormRow | null> {
  const [row] = await db.query<TaxFormRow>(
    `select ${columns} from tax_forms where user_id = $1 ${newestFirst}`,
    [userId],
  );
  return row ?? null;
}

/** Returns of each of these users the newest W-9 and the newest W-8, the newer one first. */
export const newestTaxFormsOf = (db: Queryable, userIds: readonly string[]): Promise<TaxFormRow[]> =>
  db.query<TaxFormRow>(
    `select ${columns} from (
       select distinct on (user_id, form = 'w9') * from tax_forms where user_id = any($1::uuid[])
       order by user_id, form = 'w9', number desc
     ) as newest order by user_id, number desc`,
    [[...userIds]],
  );

/** Returns the newest form that was filed in this very flow. */
export async function newestTaxFormOfFlow(
  db: Queryable,
  userId: string,
  flowId: string,
): Promise<TaxFormRow | null> {
  const [row] = await db.query<TaxFormRow>(
    `select ${columns} from tax_forms where user_id = $1 and flow_id = $2 ${newestFirst}`,
    [userId, flowId],
  );
  return row ?? null;
}

/** Returns everything that the user filed, newest first. */
export const taxFormsOf = (db: Queryable, userId: string): Promise<TaxFormRow[]> =>
  db.query<TaxFormRow>(`select ${columns} from tax_forms where user_id = $1 order by number desc`, [userId]);

/**
 * Returns the sealed PDF; null until it was printed. It is not a part of the row: whoever reads forms does
 * not want kilobytes of PDF along.
 */
export async function sealedPdf(db: Queryable, id: string): Promise<Buffer | null> {
  const [row] = await db.query<{ pdf_sealed: Buffer | null }>(
    'select pdf_sealed from tax_forms where id = $1',
    [id],
  );
  return row?.pdf_sealed ?? null;
}

/** Stores the PDF where there is none. Returns whether it did. */
export async function keepPdf(tx: Queryable, id: string, sealed: Buffer): Promise<boolean> {
  const kept = await tx.query(
    'update tax_forms set pdf_sealed = $2 where id = $1 and pdf_sealed is null returning 1',
    [id, sealed],
  );
  return kept.length > 0;
}

export const updateTaxForm = (tx: Queryable, id: string, patch: Partial<TaxFormRow>): Promise<TaxFormRow> =>
  updateById<TaxFormRow>(tx, 'tax_forms', id, patch, columns);
