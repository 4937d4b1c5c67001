/**
 * A tax form's data, sealed at rest. The seal is bound to the row and its user.
 */
import { wholeName } from '../../contract/forms/names.ts';
import { tinTypeOf, type TinType } from '../../contract/forms/w9.ts';
import type { ComplianceInput } from '../../contract/steps/compliance-requests.ts';
import type { TaxFormRow } from '../db/tax-forms.ts';
import type { Deps } from '../ports/deps.ts';
import { sealedRow } from '../users/sealed-row.ts';

const sealed = sealedRow<ComplianceInput>('tax form');

export const sealTaxFields = (
  deps: Pick<Deps, 'vault'>,
  form: Pick<TaxFormRow, 'id' | 'user_id'>,
  fields: ComplianceInput,
): Buffer => sealed.seal(deps, form, fields);

/** Returns the form as it was submitted, with the whole tax number. */
export const openTaxFields = (
  deps: Pick<Deps, 'vault'>,
  form: Pick<TaxFormRow, 'id' | 'user_id' | 'fields_sealed'>,
): ComplianceInput => sealed.open(deps, form, form.fields_sealed);

/** Returns what the tax authority compares: the number, what it is, and the name that it was given to. */
export function tinSubject(
  fields: ComplianceInput,
): { readonly tin: string; readonly tinType: TinType; readonly name: string } | null {
  if (fields.form !== 'w9') return null;
  return {
    tin: fields.tin,
    tinType: tinTypeOf(fields),
    name: fields.entity_type === 'business' ? fields.business_name : wholeName(fields),
  };
}
