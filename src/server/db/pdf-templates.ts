/** PDF templates. A deleted one is found by the flows that use it, and by nothing else. */
import type { PdfDateFormat, PdfField } from '../../contract/steps/pdf-form-fill.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { pageOf } from './pages.ts';
import type { Page, PageRequest } from './pages.ts';
import { asJson } from './update.ts';

export interface PdfTemplateRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  name: string;
  pages: number;
  size: number;
  sha256: string;
  date_format: PdfDateFormat;
  /** The fields as read from the PDF, with the partner's labels, hints and prefills. */
  fields: PdfField[];
  /** When the partner deleted it. Flows that have it go on, and new flows cannot name it. */
  deleted: Date | null;
}

/** Everything but the file, which is only read to be filled in. */
const columns = 'id, app_id, created, name, pages, size, sha256, date_format, fields, deleted';

export async function insertPdfTemplate(
  tx: Queryable,
  row: Omit<PdfTemplateRow, 'deleted'> & { readonly file_sealed: Buffer },
): Promise<PdfTemplateRow> {
  const [inserted] = await tx.query<PdfTemplateRow>(
    `insert into pdf_templates (id, app_id, created, name, pages, size, sha256, date_format, fields, file_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning ${columns}`,
    [
      row.id,
      row.app_id,
      row.created,
      row.name,
      row.pages,
      row.size,
      row.sha256,
      row.date_format,
      asJson(row.fields),
      row.file_sealed,
    ],
  );
  return inserted as PdfTemplateRow;
}

/** Finds a deleted template too. Callers for whom it must not be deleted look at `deleted`. */
export async function findPdfTemplate(
  db: Queryable,
  appId: string,
  id: string,
): Promise<PdfTemplateRow | null> {
  const [row] = await db.query<PdfTemplateRow>(
    `select ${columns} from pdf_templates where app_id = $1 and id = $2`,
    [appId, id],
  );
  return row ?? null;
}

/** Returns the sealed file. Throws when there is no such template: callers have found its row before. */
export async function pdfTemplateFile(db: Queryable, id: string): Promise<Buffer> {
  const [row] = await db.query<{ file_sealed: Buffer }>(
    'select file_sealed from pdf_templates where id = $1',
    [id],
  );
  if (!row) throw new Error('There is no PDF template with this id.');
  return row.file_sealed;
}

/**
 * Changes what a partner may change. The file stays, and so do the ids and names of its fields, because
 * answers refer to them.
 */
export async function updatePdfTemplate(
  tx: Queryable,
  id: string,
  { name, date_format, fields }: Pick<PdfTemplateRow, 'name' | 'date_format' | 'fields'>,
): Promise<PdfTemplateRow> {
  const [row] = await tx.query<PdfTemplateRow>(
    `update pdf_templates set name = $2, date_format = $3, fields = $4 where id = $1 returning ${columns}`,
    [id, name, date_format, asJson(fields)],
  );
  return row as PdfTemplateRow;
}

export async function deletePdfTemplate(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx.query('update pdf_templates set deleted = $2 where id = $1', [id, now]);
}

export const listPdfTemplates = (
  db: Queryable,
  appId: string,
  request: PageRequest,
): Promise<Page<PdfTemplateRow> | null> =>
  pageOf(
    db,
    { columns, from: 'pdf_templates t', where: 't.app_id = $1 and t.deleted is null', params: [appId] },
    request,
  );
