/** A document as it is stored: its bytes and answers are sealed and bound to their row. */
import type { Queryable } from '../ports/database.ts';
import { documentContent } from '../db/documents.ts';
import type { Deps } from '../ports/deps.ts';

/** The two seals of a document differ, so its answers cannot be taken for its file. */
const purpose = (id: string, what: 'content' | 'values') => `document ${id} ${what}`;

/** The vault seals text here, so the bytes go in as base64. */
export const sealContent = (deps: Pick<Deps, 'vault'>, id: string, bytes: Uint8Array): Buffer =>
  deps.vault.seal(purpose(id, 'content'), Buffer.from(bytes).toString('base64'));

/** Returns the PDF; null when there is no such document. The caller has checked whose it is. */
export async function openContent(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  id: string,
): Promise<Buffer | null> {
  const sealed = await documentContent(db, id);
  return sealed && Buffer.from(deps.vault.open(purpose(id, 'content'), sealed), 'base64');
}

export const sealValues = (
  deps: Pick<Deps, 'vault'>,
  id: string,
  values: Readonly<Record<string, string>>,
): Buffer => deps.vault.seal(purpose(id, 'values'), JSON.stringify(values));

export const openValues = (
  deps: Pick<Deps, 'vault'>,
  document: { readonly id: string; readonly values_sealed: Buffer },
): Record<string, string> =>
  JSON.parse(deps.vault.open(purpose(document.id, 'values'), document.values_sealed)) as Record<
    string,
    string
  >;
