/**
 * Where pictures of documents lie. The database by default: a picture and the row that tells of it are then written together or not at
 * all, and one backup has both. An operator with many payees puts an object store here. What is given to it is sealed already.
 */
import type { Queryable } from './database.ts';

export interface ImageStore {
  /** Within the transaction of the upload; a store elsewhere may have to bear a picture whose row was rolled back. */
  put(tx: Queryable, id: string, sealed: Buffer): Promise<void>;
  /** Null when it is gone. */
  get(db: Queryable, id: string): Promise<Buffer | null>;
  remove(tx: Queryable, id: string): Promise<void>;
}
