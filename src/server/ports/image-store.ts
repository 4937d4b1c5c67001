/**
 * Where pictures of documents are stored: in the database by default. Then a picture and the row that tells
 * of it are written together or not at all, and one backup has both. An operator with many payees puts an
 * object store here. The pictures are sealed before they get here.
 */
import type { Queryable } from './database.ts';

export interface ImageStore {
  /**
   * Runs within the transaction of the upload. A store elsewhere may end up with a picture whose row was
   * rolled back.
   */
  put(tx: Queryable, id: string, sealed: Buffer): Promise<void>;
  /** Returns null when the picture is gone. */
  get(db: Queryable, id: string): Promise<Buffer | null>;
  remove(tx: Queryable, id: string): Promise<void>;
}
