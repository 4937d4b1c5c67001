/**
 * A payee's finished form. It is printed once after it was filed and sealed, and the partner gets it as it
 * was then.
 */
import type { ComplianceInput } from '../../../contract/steps/compliance-requests.ts';
import { findAppOfUser } from '../../db/apps.ts';
import type { App } from '../../db/apps.ts';
import { paperOf } from '../../db/papers.ts';
import { findTaxForm, keepPdf, sealedPdf } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import { openRecord, signPaper } from '../../papers/chain.ts';
import { requesterOf } from '../../papers/signing.ts';
import type { Deps } from '../../ports/deps.ts';
import { printed } from '../paper.ts';
import { openTaxFields } from '../sealed-fields.ts';
import { taxDocumentOf } from '../../../contract/tax/document.ts';
import type { Certificate } from './certificate.ts';
import { printTaxDocument } from './pdf.ts';
import { openPdf, sealPdf } from '../sealed-pdf.ts';

/**
 * The handler of a job, which may be run twice. Printing is not a part of filing, because drawing takes long
 * enough to hold others up.
 */
export async function printTaxForm(deps: Deps, taxFormId: string): Promise<void> {
  const form = await findTaxForm(deps.db, taxFormId);
  if (!form || (await sealedPdf(deps.db, form.id))) return;
  const app = await findAppOfUser(deps.db, form.user_id);
  if (!app) return;
  const pdf = await draw(deps, app, form);
  await deps.db.transaction(async (tx) => {
    // Another process may have been faster, and the chain has the other print.
    if (!(await keepPdf(tx, form.id, sealPdf(deps, form, pdf)))) return;
    await signPaper(deps, tx, app.id, {
      ...{ kind: 'tax-form-pdf', subject_id: form.id, user_id: form.user_id, signing: null },
      content: printed(form, pdf),
    });
  });
}

/** Returns the bytes of the PDF. Until the job has printed it, it is drawn anew from the same data. */
export async function taxFormPdf(deps: Deps, app: App, form: TaxFormRow): Promise<Uint8Array> {
  const sealed = await sealedPdf(deps.db, form.id);
  return sealed ? openPdf(deps, form, sealed) : draw(deps, app, form);
}

async function draw(deps: Deps, app: App, form: TaxFormRow): Promise<Uint8Array> {
  const fields = openTaxFields(deps, form);
  const certificate = await certificateOf(deps, form);
  return printTaxDocument(taxDocumentOf(fields, form.created.getUTCFullYear()), {
    form: form.form,
    status: {
      ...{ id: form.id, signer: signerOf(fields), certificate },
      signedBy: fields.signature || null,
    },
    at: form.created,
    // As it was when the form was filed.
    requester: certificate?.record.signing?.requester ?? requesterOf(app),
    fields,
  });
}

/** Returns the link of the form; null for forms that are older than the chain. */
async function certificateOf(deps: Deps, form: TaxFormRow): Promise<Certificate | null> {
  const paper = await paperOf(deps.db, 'tax-form', form.id);
  return paper && paper.record_sealed.length > 0 ? { paper, record: openRecord(deps, paper) } : null;
}

/** Returns who signs, as the last line of a W-8 has it. */
const signerOf = (fields: ComplianceInput): string | undefined =>
  fields.form === 'w8bene' ? fields.signer_name : fields.form === 'w8ben' ? fields.name : undefined;
