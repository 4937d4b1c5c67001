/**
 * Stores pictures of documents. They are sealed here, and stored by the operator's `ImageStore` or else in
 * the database.
 */
import type { Queryable } from '../ports/database.ts';
import { deleteIdImage, findIdImage, insertIdImage, type IdUploadRow } from '../db/id-uploads.ts';
import type { ImageStore } from '../ports/image-store.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

const databaseImages: ImageStore = { put: insertIdImage, get: findIdImage, remove: deleteIdImage };

/** A picture belongs to the check of an identity for which it was taken. */
const place = ({ id, check_id }: Picture): Place => ({ what: `id image ${id}`, owner: check_id });

type Picture = Pick<IdUploadRow, 'id' | 'check_id'>;
type ImageDeps = Pick<Deps, 'vault' | 'images'>;
const storeOf = (deps: ImageDeps) => deps.images ?? databaseImages;

/** The picture is sealed with AES-256-GCM and bound to its row and its check. */
export const putImage = (deps: ImageDeps, tx: Queryable, picture: Picture, bytes: Buffer): Promise<void> =>
  storeOf(deps).put(tx, picture.id, deps.vault.sealBytes(place(picture), bytes));

export async function getImage(deps: ImageDeps, db: Queryable, picture: Picture): Promise<Buffer | null> {
  const sealed = await storeOf(deps).get(db, picture.id);
  return sealed && deps.vault.openBytes(place(picture), sealed);
}

export const removeImage = (deps: ImageDeps, tx: Queryable, id: string): Promise<void> =>
  storeOf(deps).remove(tx, id);
