/** What of a filled PDF form is signed: the file, the answers in it, and where it came from. */
import { createHash } from 'node:crypto';
import type { DocumentRow } from '../db/documents.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openContent, openValues } from './document-file.ts';

/** Returns null when the file is gone. */
export async function documentPaper(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  document: DocumentRow,
): Promise<object | null> {
  const bytes = await openContent(deps, db, document);
  return bytes && documentContentOf(document, openValues(deps, document), bytes);
}

export const documentContentOf = (
  document: Omit<DocumentRow, 'values_sealed'>,
  values: Readonly<Record<string, string>>,
  bytes: Uint8Array,
): object => ({
  id: document.id,
  app_id: document.app_id,
  user_id: document.user_id,
  flow_id: document.flow_id,
  step: document.step,
  template_id: document.template_id,
  created: document.created,
  confirmed: document.confirmed,
  file_name: document.file_name,
  size: document.size,
  sha256: document.sha256,
  file: createHash('sha256').update(bytes).digest('hex'),
  values,
});
