/**
 * Stores pictures of documents. They are sealed here, and stored by the operator's `ImageStore` or else in
 * the database.
 */
import type { Queryable } from '../ports/database.ts';
import { deleteIdImage, findIdImage, insertIdImage } from '../db/id-uploads.ts';
import type { ImageStore } from '../ports/image-store.ts';
import type { Deps } from '../ports/deps.ts';

const databaseImages: ImageStore = { put: insertIdImage, get: findIdImage, remove: deleteIdImage };

const purpose = (id: string) => `id image ${id}`;

type ImageDeps = Pick<Deps, 'vault' | 'images'>;
const storeOf = (deps: ImageDeps) => deps.images ?? databaseImages;

/** The picture is sealed with AES-256-GCM and bound to its id: bytes copied to another row do not open. */
export const putImage = (deps: ImageDeps, tx: Queryable, id: string, bytes: Buffer): Promise<void> =>
  storeOf(deps).put(tx, id, deps.vault.sealBytes(purpose(id), bytes));

export async function getImage(deps: ImageDeps, db: Queryable, id: string): Promise<Buffer | null> {
  const sealed = await storeOf(deps).get(db, id);
  return sealed && deps.vault.openBytes(purpose(id), sealed);
}

export const removeImage = (deps: ImageDeps, tx: Queryable, id: string): Promise<void> =>
  storeOf(deps).remove(tx, id);
