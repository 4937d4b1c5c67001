/** Tax forms that payees upload. All are kept; `state` says which counts. */
import type { IncomeType } from '../../contract/forms/income.ts';
import type { UploadState, UploadedForm } from '../../contract/forms/tax-uploads.ts';
import type { ApprovedUpload } from '../../contract/tax/uploaded-forms.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface TaxUploadRow extends Row {
  id: string;
  user_id: string;
  /** The flow in which it was uploaded. It is not a foreign key, because it outlives every flow. */
  flow_id: string | null;
  created: Date;
  form: UploadedForm;
  state: UploadState;
  /** Bytes of the PDF. */
  size: number;
  /** Hex digest of the PDF. */
  sha256: string;
  decided: Date | null;
  api_key_id: string | null;
  reason: string | null;
  /** A fraction; null until it is approved. */
  rate: number | null;
  income_types: IncomeType[];
  counts_from: Date | null;
  holds_until: Date | null;
  /** Whom it is about, once it is approved (`tax/uploads/person.ts`). */
  person_sealed: Buffer | null;
}

/** Everything but the file, which is only read to be sent. */
const columns = `id, user_id, flow_id, created, form, state, size, sha256, decided, api_key_id, reason, rate, income_types,
  counts_from, holds_until, person_sealed`;

export async function insertTaxUpload(
  tx: Queryable,
  row: Pick<TaxUploadRow, 'id' | 'user_id' | 'flow_id' | 'created' | 'form' | 'size' | 'sha256'>,
  sealed: Buffer,
): Promise<TaxUploadRow> {
  const [inserted] = await tx.query<TaxUploadRow>(
    `insert into tax_uploads (id, user_id, flow_id, created, form, size, sha256, state, file_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, 'submitted', $8) returning ${columns}`,
    [row.id, row.user_id, row.flow_id, row.created, row.form, row.size, row.sha256, sealed],
  );
  return inserted as TaxUploadRow;
}

/** Returns everything that the user uploaded, newest first. */
export const taxUploadsOf = (db: Queryable, userId: string): Promise<TaxUploadRow[]> =>
  db.query<TaxUploadRow>(`select ${columns} from tax_uploads where user_id = $1 order by number desc`, [
    userId,
  ]);

/** Returns the newest one. */
export async function newestTaxUpload(db: Queryable, userId: string): Promise<TaxUploadRow | null> {
  const [row] = await db.query<TaxUploadRow>(
    `select ${columns} from tax_uploads where user_id = $1 order by number desc limit 1`,
    [userId],
  );
  return row ?? null;
}

/**
 * Returns those that were approved and not replaced, whether they still hold or not. No two are about the
 * same income. The first one holds longest.
 */
export const approvedUploads = (db: Queryable, userId: string): Promise<ApprovedUpload[]> =>
  db.query<Row & ApprovedUpload>(
    `select form, rate, income_types, counts_from, holds_until from tax_uploads
     where user_id = $1 and state = 'approved' order by holds_until desc nulls first, number`,
    [userId],
  );

/** Returns those that were approved when nobody asked whom they are about. A refusal takes the rate. */
export const approvedWithoutPerson = (db: Queryable, userId: string): Promise<TaxUploadRow[]> =>
  db.query<TaxUploadRow>(
    `select ${columns} from tax_uploads where user_id = $1 and rate is not null and person_sealed is null`,
    [userId],
  );

/** Returns of each user those from which a return can be filled in, newest first, replaced ones too. */
export const uploadsForReturns = (db: Queryable, userIds: readonly string[]): Promise<TaxUploadRow[]> =>
  db.query<TaxUploadRow>(
    `select ${columns} from tax_uploads where user_id = any($1::uuid[]) and rate is not null
       and person_sealed is not null order by user_id, number desc`,
    [[...userIds]],
  );

export async function findTaxUpload(db: Queryable, id: string): Promise<TaxUploadRow | null> {
  const [row] = await db.query<TaxUploadRow>(`select ${columns} from tax_uploads where id = $1`, [id]);
  return row ?? null;
}

export async function sealedUpload(db: Queryable, id: string): Promise<Buffer | null> {
  const [row] = await db.query<{ file_sealed: Buffer }>('select file_sealed from tax_uploads where id = $1', [
    id,
  ]);
  return row?.file_sealed ?? null;
}

export const updateTaxUpload = (
  tx: Queryable,
  id: string,
  patch: Partial<TaxUploadRow>,
): Promise<TaxUploadRow> => updateById<TaxUploadRow>(tx, 'tax_uploads', id, patch, columns);

/** Ends those of the user that are in one of `states`, but for forms of the kind `spared`. */
export async function replaceTaxUploads(
  tx: Queryable,
  userId: string,
  states: readonly UploadState[],
  spared: UploadedForm | null = null,
): Promise<void> {
  await tx.query(
    `update tax_uploads set state = 'replaced' where user_id = $1 and state = any($2) and form is distinct from $3`,
    [userId, [...states], spared],
  );
}

/** Ends what was approved of the user for some of this income, but for the upload `id`. */
export async function replaceApproved(
  tx: Queryable,
  { id, user_id }: Pick<TaxUploadRow, 'id' | 'user_id'>,
  incomeTypes: readonly IncomeType[],
): Promise<void> {
  await tx.query(
    `update tax_uploads set state = 'replaced'
     where user_id = $1 and state = 'approved' and id <> $2 and income_types && $3::text[]`,
    [user_id, id, [...incomeTypes]],
  );
}
