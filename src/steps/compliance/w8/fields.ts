/** The fields that both W-8s have, and those of Form W-8BEN, in the order on screen. */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countriesWithoutTaxId, w8ben } from '../../../contract/forms/tax-forms.ts';
import type { PlatformField } from '../../../contract/forms/tax.ts';
import type { Raw } from '../../../ui/form-controller.ts';
import { usAddress, type FormSpec } from '../read-forms.ts';

export type W8 = 'w8ben' | 'w8bene';
type Compliance = RequirementOf<'compliance'>;

export const claimsTreaty = (raw: Raw): boolean => raw['claims_treaty'] === 'true';
export const hasNoTaxId = (raw: Raw): boolean => raw['no_foreign_tax_id'] === 'true';

/** Citizenship or residence says that there is no number to ask for. */
export const isTaxIdOptional = (raw: Raw): boolean =>
  [raw['citizenship_country'], raw['country']].some((code) => countriesWithoutTaxId.includes(code as never));

/** What the payee's own country asks on top, as far as it applies to what was typed. */
export function extrasOf(form: W8, { reporting }: Compliance, raw: Raw): readonly PlatformField[] {
  const asked = reporting?.[form === 'w8ben' ? 'person' : 'business'] ?? [];
  const none = hasNoTaxId(raw) || (isTaxIdOptional(raw) && !raw['foreign_tax_id']?.trim());
  return asked.filter((field) => field !== (none ? 'tax_id_country' : 'place_of_birth'));
}

/** About the number under which the payee pays tax at home. */
export const taxIdFields = (form: W8, requirement: Compliance, raw: Raw): readonly string[] => [
  ...(hasNoTaxId(raw) ? [] : ['foreign_tax_id']),
  ...(isTaxIdOptional(raw) ? [] : ['no_foreign_tax_id']),
  ...extrasOf(form, requirement, raw),
];

export const address = ['country', ...usAddress];

const rates = ['tax_treaty_income_type', 'tax_treaty_rate', 'tax_treaty_citation', 'tax_treaty_explanation'];

/** `test`: what a business has to say of the treaty as well. */
export const treatyFields = (raw: Raw, test: readonly string[] = []): readonly string[] =>
  claimsTreaty(raw) ? ['claims_treaty', 'tax_treaty_country', ...test, ...rates] : ['claims_treaty'];

export const optional: readonly string[] = [
  'line_2',
  'state',
  'postcode',
  'foreign_tax_id',
  'tax_id_country',
  'place_of_birth',
  'vat_id',
  'abn',
  'tax_treaty_country',
  ...rates,
];

export const w8benSpec = (requirement: Compliance): FormSpec => ({
  schema: w8ben,
  optional: new Set(optional),
  fields: (raw) => [
    'form',
    'name',
    'date_of_birth',
    'citizenship_country',
    ...address,
    ...taxIdFields('w8ben', requirement, raw),
    ...treatyFields(raw),
    'signature',
    'consent',
  ],
});
