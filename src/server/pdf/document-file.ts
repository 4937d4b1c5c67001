/** A document as it is stored: its bytes and answers are sealed and bound to their row. */
import type { Queryable } from '../ports/database.ts';
import { documentContent, type DocumentRow } from '../db/documents.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

type Whose = Pick<DocumentRow, 'id' | 'flow_id'>;

/** The two seals of a document differ, so its answers cannot be taken for its file. */
const place = ({ id, flow_id }: Whose, what: 'content' | 'values'): Place => ({
  what: `document ${id} ${what}`,
  owner: flow_id,
});

/** The vault seals text here, so the bytes go in as base64. */
export const sealContent = (deps: Pick<Deps, 'vault'>, document: Whose, bytes: Uint8Array): Buffer =>
  deps.vault.seal(place(document, 'content'), Buffer.from(bytes).toString('base64'));

/** Returns the PDF; null when there is no such document. The caller has checked whose it is. */
export async function openContent(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  document: Whose,
): Promise<Buffer | null> {
  const sealed = await documentContent(db, document.id);
  return sealed && Buffer.from(deps.vault.open(place(document, 'content'), sealed), 'base64');
}

export const sealValues = (
  deps: Pick<Deps, 'vault'>,
  document: Whose,
  values: Readonly<Record<string, string>>,
): Buffer => deps.vault.seal(place(document, 'values'), JSON.stringify(values));

export const openValues = (
  deps: Pick<Deps, 'vault'>,
  document: Whose & { readonly values_sealed: Buffer },
): Record<string, string> =>
  JSON.parse(deps.vault.open(place(document, 'values'), document.values_sealed)) as Record<string, string>;
