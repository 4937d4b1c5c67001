/**
 * Stores pictures of documents. The default is the database: a picture and the row that describes it are then
 * written together or not at all, and one backup has both. An operator with many payees passes an object
 * store instead. What is put here is sealed already.
 */
import type { Queryable } from './database.ts';

export interface ImageStore {
  /**
   * Stores a picture within the upload's transaction. A store outside the database may be left with a picture
   * whose row was rolled back, and must tolerate that.
   */
  put(tx: Queryable, id: string, sealed: Buffer): Promise<void>;
  /** Returns null when the picture was removed. */
  get(db: Queryable, id: string): Promise<Buffer | null>;
  remove(tx: Queryable, id: string): Promise<void>;
}
