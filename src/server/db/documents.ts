/**
 * Documents that steps produce. Each step of a flow has one, which is a draft until the payee confirms it.
 * The same row becomes the filed document, so a reload during reading leaves no second copy behind.
 */
import type { Queryable, Row } from '../ports/database.ts';

export interface DocumentRow extends Row {
  id: string;
  app_id: string;
  /** Null when the flow has no user yet. */
  user_id: string | null;
  flow_id: string;
  step: string;
  /** The template that was filled in. A deleted template keeps its row, so this stays a valid reference. */
  template_id: string | null;
  created: Date;
  /**
   * When the payee said that it is right, and signed it where there is a place for that. Null: a draft, which
   * the partner does not see.
   */
  confirmed: Date | null;
  file_name: string;
  size: number;
  /**
   * Hex digest of the PDF as it is downloaded, so that a partner can prove later that a copy is unchanged.
   */
  sha256: string;
  /**
   * The answers by field id, as JSON. They are stored beside the PDF so that a draft can be filled in again.
   */
  values_sealed: Buffer;
}

/** Everything but the file, which is only read to be sent. */
export const documentColumns =
  'id, app_id, user_id, flow_id, step, template_id, created, confirmed, file_name, size, sha256, values_sealed';

/**
 * Replaces the draft of the same step. The id is a new one each time: both seals are bound to it, so content
 * of one version cannot be taken for that of another.
 */
export async function keepDocument(
  tx: Queryable,
  row: DocumentRow & { readonly content_sealed: Buffer },
): Promise<void> {
  await tx.query(
    `insert into documents (${documentColumns}, content_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
     on conflict (flow_id, step) do update set
       id = excluded.id, created = excluded.created, confirmed = excluded.confirmed, file_name = excluded.file_name, size = excluded.size,
       sha256 = excluded.sha256, values_sealed = excluded.values_sealed, content_sealed = excluded.content_sealed`,
    [
      row.id,
      row.app_id,
      row.user_id,
      row.flow_id,
      row.step,
      row.template_id,
      row.created,
      row.confirmed,
      row.file_name,
      row.size,
      row.sha256,
      row.values_sealed,
      row.content_sealed,
    ],
  );
}

export async function documentOfStep(
  db: Queryable,
  flowId: string,
  step: string,
): Promise<DocumentRow | null> {
  const [row] = await db.query<DocumentRow>(
    `select ${documentColumns} from documents where flow_id = $1 and step = $2`,
    [flowId, step],
  );
  return row ?? null;
}

export async function findDocument(db: Queryable, id: string): Promise<DocumentRow | null> {
  const [row] = await db.query<DocumentRow>(`select ${documentColumns} from documents where id = $1`, [id]);
  return row ?? null;
}

export async function documentContent(db: Queryable, id: string): Promise<Buffer | null> {
  const [row] = await db.query<{ content_sealed: Buffer }>(
    'select content_sealed from documents where id = $1',
    [id],
  );
  return row?.content_sealed ?? null;
}

export const confirmedDocuments = (db: Queryable, flowId: string): Promise<DocumentRow[]> =>
  db.query<DocumentRow>(
    `select ${documentColumns} from documents where flow_id = $1 and confirmed is not null order by created, id`,
    [flowId],
  );
