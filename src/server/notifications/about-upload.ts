/**
 * What a message about an uploaded tax form is about: the form, and what was decided. So a payee is told
 * again when a decision is taken back, or another form refused.
 */
import { newestTaxUpload } from '../db/tax-uploads.ts';
import type { TaxUploadRow } from '../db/tax-uploads.ts';
import type { Queryable } from '../ports/database.ts';

export const aboutUpload = ({ id, state, decided }: TaxUploadRow): string =>
  `upload ${id} ${state} ${decided?.toISOString() ?? ''}`;

export const isAboutUpload = (about: string): boolean => about.startsWith('upload ');

/** Returns the upload, if what was decided of it is still the last word. */
export async function uploadTold(db: Queryable, userId: string, about: string): Promise<TaxUploadRow | null> {
  const upload = await newestTaxUpload(db, userId);
  return upload && aboutUpload(upload) === about ? upload : null;
}
