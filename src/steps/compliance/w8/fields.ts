/**
 * Which fields the two W-8s have, in the order on screen. Their templates are in `w8ben.ts` and `w8bene.ts`.
 */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countriesWithoutTaxId, w8ben } from '../../../contract/forms/tax-forms.ts';
import type { PlatformField } from '../../../contract/forms/tax.ts';
import { statusesWithGiin, w8bene } from '../../../contract/forms/w8bene.ts';
import type { Raw } from '../../../ui/form-controller.ts';
import { usAddress, type FormSpec } from '../read-forms.ts';

/** `w8ben` is for persons, `w8bene` for businesses. */
export type W8 = 'w8ben' | 'w8bene';
type Compliance = RequirementOf<'compliance'>;

/** Returns whether the payee claims a lower rate under a treaty. */
export const claimsTreaty = (raw: Raw): boolean => raw['claims_treaty'] === 'true';
/** Returns whether the payee says that their country gives them no tax number. */
export const hasNoTaxId = (raw: Raw): boolean => raw['no_foreign_tax_id'] === 'true';

/** Returns whether citizenship or residence says that there may be no number to ask for. */
export const isTaxIdOptional = (raw: Raw): boolean =>
  [raw['citizenship_country'], raw['country']].some((code) => countriesWithoutTaxId.includes(code as never));

/**
 * Returns what the payee's own country asks on top, as far as it applies to what was typed.
 *
 * The country that gave the number is asked with a number, and the place of birth without one.
 */
export function extrasOf(form: W8, { reporting }: Compliance, raw: Raw): readonly PlatformField[] {
  const asked = reporting?.[form === 'w8ben' ? 'person' : 'business'] ?? [];
  const none = hasNoTaxId(raw) || (isTaxIdOptional(raw) && !raw['foreign_tax_id']?.trim());
  return asked.filter((field) => field !== (none ? 'tax_id_country' : 'place_of_birth'));
}

/**
 * The fields of a treaty claim come in two groups: W-8BEN-E asks for the limitation on benefits between them.
 */
const treaty = ['claims_treaty', 'tax_treaty_country'];
const rates = ['tax_treaty_income_type', 'tax_treaty_rate', 'tax_treaty_citation', 'tax_treaty_explanation'];

/** Left out when empty. Most of them are required in some case only, and the schema knows the cases. */
const optional = new Set([
  'line_2',
  'state',
  'postcode',
  'foreign_tax_id',
  'tax_id_country',
  'place_of_birth',
  'vat_id',
  'abn',
  'business_registration_number',
  'giin',
  'securities_market',
  'lob_category',
  'lob_article',
  ...treaty.slice(1),
  ...rates,
]);

/** Returns what one of the W-8s asks for. The rules of the payee's country come with the requirement. */
export function w8SpecOf(form: W8, requirement: Compliance): FormSpec {
  const taxId = (raw: Raw) => [
    ...(hasNoTaxId(raw) ? [] : ['foreign_tax_id']),
    ...(isTaxIdOptional(raw) ? [] : ['no_foreign_tax_id']),
    ...extrasOf(form, requirement, raw),
  ];
  const address = ['country', ...usAddress];
  if (form === 'w8ben') {
    return {
      schema: w8ben,
      optional,
      fields: (raw) => [
        'form',
        'name',
        'date_of_birth',
        'citizenship_country',
        ...address,
        ...taxId(raw),
        ...(claimsTreaty(raw) ? [...treaty, ...rates] : ['claims_treaty']),
        'signature',
        'consent',
      ],
    };
  }
  return {
    schema: w8bene,
    optional,
    fields: (raw) => [
      'form',
      'business_name',
      'incorporation_country',
      'chapter3_status',
      'chapter4_status',
      ...(raw['chapter4_status'] === 'publicly_traded_nffe' ? ['securities_market'] : []),
      ...(statusesWithGiin.includes(raw['chapter4_status'] as never) ? ['giin'] : []),
      ...(raw['chapter4_status'] ? ['status_certified'] : []),
      ...address,
      ...taxId(raw),
      ...(claimsTreaty(raw)
        ? [...treaty, 'lob_category', ...(raw['lob_category'] === 'other' ? ['lob_article'] : []), ...rates]
        : ['claims_treaty']),
      'signer_name',
      'signature',
      'capacity',
      'consent',
    ],
  };
}
