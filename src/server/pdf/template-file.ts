/** A partner's PDF as it is stored: sealed, and bound to its row. */
import type { Queryable } from '../ports/database.ts';
import { pdfTemplateFile } from '../db/pdf-templates.ts';
import type { Deps } from '../ports/deps.ts';

const purpose = (id: string) => `pdf template ${id}`;

export const sealTemplate = (deps: Pick<Deps, 'vault'>, id: string, bytes: Buffer): Buffer =>
  deps.vault.seal(purpose(id), bytes.toString('base64'));

/** Returns the partner's file as it was uploaded. Throws when there is no such template. */
export const openTemplate = async (deps: Pick<Deps, 'vault'>, db: Queryable, id: string): Promise<Buffer> =>
  Buffer.from(deps.vault.open(purpose(id), await pdfTemplateFile(db, id)), 'base64');
