/** A partner's PDF as it is stored: sealed, and bound to its row. */
import type { Queryable } from '../ports/database.ts';
import { pdfTemplateFile } from '../db/pdf-templates.ts';
import type { Deps } from '../ports/deps.ts';
import type { Place } from '../ports/vault.ts';

interface Template {
  readonly id: string;
  readonly app_id: string;
}
const place = ({ id, app_id }: Template): Place => ({ what: `pdf template ${id}`, owner: app_id });

export const sealTemplate = (deps: Pick<Deps, 'vault'>, template: Template, bytes: Buffer): Buffer =>
  deps.vault.seal(place(template), bytes.toString('base64'));

/** Returns the partner's file as it was uploaded. Throws when there is no such template. */
export const openTemplate = async (
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  template: Template,
): Promise<Buffer> =>
  Buffer.from(deps.vault.open(place(template), await pdfTemplateFile(db, template.id)), 'base64');
