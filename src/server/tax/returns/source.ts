/** From which paper a return is filled in: a tax form, or a form that was uploaded and approved. */
import type { TaxReturnForm } from '../../../contract/money/tax-returns.ts';
import { findTaxForm } from '../../db/tax-forms.ts';
import type { TaxFormRow } from '../../db/tax-forms.ts';
import { findTaxUpload } from '../../db/tax-uploads.ts';
import type { TaxUploadRow } from '../../db/tax-uploads.ts';
import type { ReturnedRow } from '../../db/tax-returns.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { openTaxFields } from '../sealed-fields.ts';
import { openPaper } from '../uploads/person.ts';
import { recipientOf, recipientOnPaper } from './recipient.ts';
import type { Recipient } from './recipient.ts';

/** One of the two, or none. */
export interface Source {
  readonly form: TaxFormRow | null;
  readonly upload: TaxUploadRow | null;
}

export const idsOf = ({ form, upload }: Source): Pick<ReturnedRow, 'tax_form_id' | 'tax_upload_id'> => ({
  tax_form_id: form?.id ?? null,
  tax_upload_id: upload?.id ?? null,
});

/** Returns what is left of it: a paper goes once the law lets it go. */
export async function findSource(
  db: Queryable,
  { tax_form_id, tax_upload_id }: Pick<ReturnedRow, 'tax_form_id' | 'tax_upload_id'>,
): Promise<Source> {
  return {
    form: tax_form_id === null ? null : await findTaxForm(db, tax_form_id),
    upload: tax_upload_id === null ? null : await findTaxUpload(db, tax_upload_id),
  };
}

/**
 * Returns the newest paper of the return's own kind. Form 8233 is for services beside a Form W-8BEN, which
 * has more of the payee. Both lists begin with the newest.
 */
export function sourceFor(
  form: TaxReturnForm,
  forms: readonly TaxFormRow[],
  uploads: readonly TaxUploadRow[],
): Source {
  const isDomestic = form !== '1042-s';
  const filed = forms.find((one) => (one.form === 'w9') === isDomestic) ?? null;
  const upload = isDomestic ? undefined : uploads.find((one) => !filed || one.form !== '8233');
  return upload && (!filed || upload.created > filed.created)
    ? { form: null, upload }
    : { form: filed, upload: null };
}

export function recipientFrom(
  deps: Pick<Deps, 'vault'>,
  { form, upload }: Source,
  user: Parameters<typeof recipientOf>[1],
): Recipient {
  const paper = upload && openPaper(deps, upload);
  if (upload && paper) return recipientOnPaper(upload.form, paper, user);
  return recipientOf(form && openTaxFields(deps, form), user);
}

export function hasNumber(deps: Pick<Deps, 'vault'>, source: Source): boolean {
  const { tin, foreignTin } = recipientFrom(deps, source, null);
  return tin !== '' || foreignTin !== '';
}
