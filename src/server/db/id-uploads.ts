/**
 * Pictures of documents and faces: what was announced, the pieces that came, and the sealed picture. The
 * rows go when the picture goes; only the verdict stays (`payee/id-verification/retention.ts`).
 */
import type { FieldCode } from '../../contract/problems.ts';
import type { ImageSide, ImageType } from '../../contract/steps/id-documents.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface IdUploadRow extends Row {
  id: string;
  check_id: string;
  /** A try has one upload for each side. Announcing the same side again replaces the earlier one. */
  side: ImageSide;
  created: Date;
  /** Bytes that the browser announced. The picture is complete when as many have come. */
  size: number;
  /** Bytes that have come so far, which is the offset of the next piece. */
  received: number;
  state: 'receiving' | 'complete' | 'refused';
  /** Why the bytes are no picture that can be used. Set exactly when the state is `refused`. */
  refusal: FieldCode | null;
  /** What the bytes really are, whatever the browser called them. Null until all have come. */
  media_type: ImageType | null;
  /** When the picture is removed. Null while a verdict is awaited. */
  delete_at: Date | null;
}

const columns = 'id, check_id, side, created, size, received, state, refusal, media_type, delete_at';

export async function insertIdUpload(
  tx: Queryable,
  upload: Pick<IdUploadRow, 'id' | 'check_id' | 'side' | 'created' | 'size' | 'delete_at'>,
): Promise<IdUploadRow> {
  const [row] = await tx.query<IdUploadRow>(
    `insert into id_uploads (id, check_id, side, created, size, delete_at) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [upload.id, upload.check_id, upload.side, upload.created, upload.size, upload.delete_at],
  );
  return row as IdUploadRow;
}

export const idUploadsOf = (db: Queryable, checkId: string): Promise<IdUploadRow[]> =>
  db.query<IdUploadRow>(`select ${columns} from id_uploads where check_id = $1 order by created, side`, [
    checkId,
  ]);

/** Finds an upload of this very try only. An id of another try or flow finds nothing. */
export async function findIdUpload(db: Queryable, checkId: string, id: string): Promise<IdUploadRow | null> {
  const [row] = await db.query<IdUploadRow>(
    `select ${columns} from id_uploads where check_id = $1 and id = $2`,
    [checkId, id],
  );
  return row ?? null;
}

export const updateIdUpload = (
  tx: Queryable,
  id: string,
  patch: Partial<IdUploadRow>,
): Promise<IdUploadRow> => updateById<IdUploadRow>(tx, 'id_uploads', id, patch, columns);

/**
 * Sets when the pictures of a try are removed. Null: they stay until the verdict, however long it takes.
 * Those of a payee whom the partner has deleted go in any case, whatever a verdict says that comes later.
 */
export async function keepIdUploadsUntil(tx: Queryable, checkId: string, until: Date | null): Promise<void> {
  await tx.query(
    `update id_uploads set delete_at = $2 where check_id = $1 and not exists (
       select from id_checks c join flows f on f.id = c.flow_id join users u on u.id = f.user_id
       where c.id = $1 and u.deleted is not null)`,
    [checkId, until],
  );
}

/**
 * Deletes the row and its pieces. When pictures are stored in the database, the picture goes along (`on
 * delete cascade`). With another store the caller removes the picture first.
 */
export async function deleteIdUpload(tx: Queryable, id: string): Promise<void> {
  await tx.query('delete from id_uploads where id = $1', [id]);
}

/**
 * Returns up to `limit` pictures whose time is over. What was made at `longAgo` goes even while a verdict is
 * awaited.
 */
export async function idUploadsToDelete(
  db: Queryable,
  now: Date,
  longAgo: Date,
  limit: number,
): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    'select id from id_uploads where delete_at <= $1 or created <= $2 limit $3',
    [now, longAgo, limit],
  );
  return rows.map((row) => row.id);
}

/**
 * Stores one piece, sealed under its place in the file. The primary key refuses a second piece at the same
 * offset, so two requests with the same piece never store it twice.
 */
export async function insertUploadPart(
  tx: Queryable,
  uploadId: string,
  start: number,
  sealed: Buffer,
): Promise<void> {
  await tx.query('insert into id_upload_parts (upload_id, start, sealed) values ($1, $2, $3)', [
    uploadId,
    start,
    sealed,
  ]);
}

/** Returns the pieces in the order of the file. */
export const uploadPartsOf = (
  db: Queryable,
  uploadId: string,
): Promise<{ start: number; sealed: Buffer }[]> =>
  db.query<{ start: number; sealed: Buffer }>(
    'select start, sealed from id_upload_parts where upload_id = $1 order by start',
    [uploadId],
  );

export async function deleteUploadParts(tx: Queryable, uploadId: string): Promise<void> {
  await tx.query('delete from id_upload_parts where upload_id = $1', [uploadId]);
}

/** The database as an `ImageStore` (`images/image-store.ts`), with the two functions below. */
export async function insertIdImage(tx: Queryable, id: string, sealed: Buffer): Promise<void> {
  await tx.query('insert into id_images (id, sealed) values ($1, $2)', [id, sealed]);
}

export async function findIdImage(db: Queryable, id: string): Promise<Buffer | null> {
  const [row] = await db.query<{ sealed: Buffer }>('select sealed from id_images where id = $1', [id]);
  return row?.sealed ?? null;
}

export async function deleteIdImage(tx: Queryable, id: string): Promise<void> {
  await tx.query('delete from id_images where id = $1', [id]);
}
