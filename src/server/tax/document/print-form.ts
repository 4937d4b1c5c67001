/**
 * A payee's finished form. It is printed once after it was filed and sealed, and the partner gets it as it
 * was then.
 */
import { findAppOfUser } from '../../db/apps.ts';
import type { App } from '../../db/apps.ts';
import { findTaxForm, sealedPdf, updateTaxForm } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Place } from '../../ports/vault.ts';
import { openTaxFields } from '../sealed-fields.ts';
import { taxDocumentOf } from '../../../contract/tax/document.ts';
import { printTaxDocument } from './pdf.ts';

const place = ({ id, user_id }: { readonly id: string; readonly user_id: string }): Place => ({
  what: `tax form pdf ${id}`,
  owner: user_id,
});

/**
 * The handler of a job, which may be run twice. Printing is not a part of filing, because drawing takes long
 * enough to hold others up.
 */
export async function printTaxForm(deps: Deps, taxFormId: string): Promise<void> {
  const form = await findTaxForm(deps.db, taxFormId);
  if (!form || (await sealedPdf(deps.db, form.id))) return;
  const app = await findAppOfUser(deps.db, form.user_id);
  if (!app) return;
  const pdf = Buffer.from(await draw(deps, app, form)).toString('base64');
  await deps.db.transaction((tx) =>
    updateTaxForm(tx, form.id, { pdf_sealed: deps.vault.seal(place(form), pdf) }),
  );
}

/** Returns the bytes of the PDF. Until the job has printed it, it is drawn anew from the same data. */
export async function taxFormPdf(deps: Deps, app: App, form: TaxFormRow): Promise<Uint8Array> {
  const sealed = await sealedPdf(deps.db, form.id);
  return sealed ? Buffer.from(deps.vault.open(place(form), sealed), 'base64') : draw(deps, app, form);
}

function draw(deps: Deps, app: App, form: TaxFormRow): Promise<Uint8Array> {
  const fields = openTaxFields(deps, form);
  return printTaxDocument(taxDocumentOf(fields, form.created.getUTCFullYear()), {
    status: { signedBy: 'signature' in fields ? fields.signature : null, id: form.id },
    at: form.created,
    requester: app.name,
    fields,
  });
}
