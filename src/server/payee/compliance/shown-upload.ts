/** An upload as its payee sees it. */
import type { ShownUpload } from '../../../contract/steps/compliance-uploads.ts';
import { newestTaxUpload } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import type { Queryable } from '../../ports/database.ts';

/** Only of what was refused the reason is the payee's to read. */
export const shownUpload = ({ form, state, reason }: TaxUploadRow): ShownUpload | null => {
  if (state === 'submitted') return { form, state };
  return state === 'refused' ? { form, state, reason: reason ?? '' } : null;
};

/** Returns the upload that waits, or that was refused; null where another form has followed. */
export async function uploadOf(tx: Queryable, userId: string | undefined): Promise<ShownUpload | null> {
  const newest = userId === undefined ? null : await newestTaxUpload(tx, userId);
  return newest && shownUpload(newest);
}
