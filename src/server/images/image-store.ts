/**
 * Where pictures of documents lie. The database by default: a picture and the row that tells of it are then written together or not at
 * all, and one backup has both. An operator with many payees puts an object store here. What is given to it is sealed already.
 */
import type { Queryable } from '../db/database.ts';
import { deleteIdImage, findIdImage, insertIdImage } from '../db/id-uploads.ts';
import type { Deps } from '../deps.ts';

export interface ImageStore {
  /** Within the transaction of the upload; a store elsewhere may have to bear a picture whose row was rolled back. */
  put(tx: Queryable, id: string, sealed: Buffer): Promise<void>;
  /** Null when it is gone. */
  get(db: Queryable, id: string): Promise<Buffer | null>;
  remove(tx: Queryable, id: string): Promise<void>;
}

const databaseImages: ImageStore = { put: insertIdImage, get: findIdImage, remove: deleteIdImage };

const purpose = (id: string) => `id image ${id}`;

type ImageDeps = Pick<Deps, 'vault' | 'images'>;
const storeOf = (deps: ImageDeps) => deps.images ?? databaseImages;

/** Sealed with AES-256-GCM and bound to its id: bytes copied to another row do not open. */
export const putImage = (deps: ImageDeps, tx: Queryable, id: string, bytes: Buffer): Promise<void> =>
  storeOf(deps).put(tx, id, deps.vault.sealBytes(purpose(id), bytes));

export async function getImage(deps: ImageDeps, db: Queryable, id: string): Promise<Buffer | null> {
  const sealed = await storeOf(deps).get(db, id);
  return sealed && deps.vault.openBytes(purpose(id), sealed);
}

export const removeImage = (deps: ImageDeps, tx: Queryable, id: string): Promise<void> => storeOf(deps).remove(tx, id);
