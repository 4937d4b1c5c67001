/** What of a tax form is signed, and what was shown with it. */
import { createHash } from 'node:crypto';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import { taxDocumentOf } from '../../contract/tax/document.ts';
import { sealedPdf } from '../db/tax-forms.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import { shownText } from '../papers/signing.ts';
import type { ShownText } from '../papers/signing.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { openPdf } from './sealed-pdf.ts';
import { openTaxFields } from './sealed-fields.ts';

/** The verdict about the number is not in it: that is somebody else's, and changes. */
export const taxFormContent = (deps: Pick<Deps, 'vault'>, form: TaxFormRow): object => ({
  id: form.id,
  user_id: form.user_id,
  flow_id: form.flow_id,
  created: form.created,
  form: form.form,
  entity_type: form.entity_type,
  tin_last4: form.tin_last4,
  fields: openTaxFields(deps, form),
});

/** The printed PDF, by its digest. Null when there is none. */
export async function printedContent(
  deps: Pick<Deps, 'vault'>,
  db: Queryable,
  form: Pick<TaxFormRow, 'id' | 'user_id'>,
): Promise<object | null> {
  const sealed = await sealedPdf(db, form.id);
  return sealed && printed(form, openPdf(deps, form, sealed));
}

export const printed = ({ id }: Pick<TaxFormRow, 'id'>, pdf: Uint8Array): object => ({
  id,
  sha256: createHash('sha256').update(pdf).digest('hex'),
});

/** The certification stands above the signature in the words of the form, whatever the page speaks. */
export function textsOf(fields: ComplianceInput, year: number): readonly ShownText[] {
  const { title, certification } = taxDocumentOf(fields, year);
  return [shownText('Certification', title, certification)];
}
