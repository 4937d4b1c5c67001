/**
 * Which fields the two W-8s have, in the order on screen. Their templates are in `w8ben.ts` and `w8bene.ts`.
 */
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { addressChecks } from '../../../contract/forms/address-checks.ts';
import { across, filled } from '../../../contract/forms/fields.ts';
import { needsWords, type UsIndicium } from '../../../contract/forms/indicia.ts';
import { withBirthplace } from '../../../contract/tax/us-birthplace.ts';
import { addressShape } from '../../../contract/forms/addresses.ts';
import { countriesWithoutTaxId, w8ben } from '../../../contract/forms/w8ben.ts';
import { taxIdNames } from '../../../contract/forms/tax-id-names.ts';
import { taxIdChecks } from '../../../contract/forms/tax-ids.ts';
import type { PlatformField } from '../../../contract/forms/tax.ts';
import { treaties } from '../../../contract/forms/treaties.ts';
import type { Raw } from '../../../ui/form-controller.ts';
import type * as z from '../../../contract/z.ts';
import type { FormSpec } from '../read-forms.ts';

/** `w8ben` is for persons, `w8bene` for businesses. */
export type W8 = 'w8ben' | 'w8bene';
type Compliance = RequirementOf<'compliance'>;

/** Returns whether the payee claims a lower rate under a treaty. */
export const claimsTreaty = (raw: Raw): boolean => raw['claims_treaty'] === 'true';
/** Returns whether the payee has a treaty to claim: that of where they live, unless they claimed another. */
export const mayClaim = (raw: Raw): boolean =>
  claimsTreaty(raw) || Object.hasOwn(treaties, raw['country'] ?? '');
/** Returns whether the payee says that their country gives them no tax number. */
export const hasNoTaxId = (raw: Raw): boolean => raw['no_foreign_tax_id'] === 'true';

/** Returns whether the country of residence says that there may be no number to ask for. */
export const isTaxIdOptional = (raw: Raw): boolean => countriesWithoutTaxId.includes(raw['country'] as never);

/** Returns whether a claim needs a number of the US, because there is no other. */
export const needsUsNumber = (raw: Raw): boolean => hasNoTaxId(raw) || !raw['foreign_tax_id']?.trim();

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
 * About the number under which the payee pays tax at home. Whichever country it is from can be said in any
 * country, because one that does not fit would be refused.
 */
export const taxIdFields = (form: W8, requirement: Compliance, raw: Raw): readonly string[] => [
  ...new Set([
    ...(hasNoTaxId(raw) ? [] : ['foreign_tax_id']),
    ...(isTaxIdOptional(raw) ? [] : ['no_foreign_tax_id']),
    ...extrasOf(form, requirement, raw),
    ...(hasNoTaxId(raw) ? [] : ['tax_id_country']),
  ]),
];

/** Returns what the number is called in the country that gave it; an empty text where nobody knows. */
export function numberName(form: W8, raw: Raw): string {
  const code = raw['tax_id_country'] || raw['country'] || '';
  const names = Object.hasOwn(taxIdNames, code) ? taxIdNames[code] : undefined;
  return names?.[form === 'w8ben' ? 'person' : 'business'] ?? '';
}

/** Returns whether the payee works inside the United States and outside. */
export const worksInBoth = (raw: Raw): boolean => raw['place_of_work'] === 'both';

interface Claim {
  /** What is in the United States. */
  readonly hints: readonly UsIndicium[];
  /** What is asked because of that, and because another country was said before. */
  readonly fields: readonly string[];
}

/** A W-9 fits whatever is in the United States, and a business is asked about its address alone. */
function claimHints(form: W8 | 'w9', known: readonly UsIndicium[], raw: Raw): readonly UsIndicium[] {
  if (form === 'w8ben') return withBirthplace(known, raw['place_of_birth']);
  return form === 'w9' ? [] : known.filter((name) => name === 'us-address');
}

/** Returns what is asked of a form that does not fit what is known, by the rules of `claimProblems`. */
export function claimOf(
  form: W8 | 'w9',
  { us_indicia = [], said_country: said }: Compliance,
  raw: Raw,
): Claim {
  const country = raw['country'];
  const hints = claimHints(form, us_indicia, raw);
  // Who said the US and files a W-8 gives a reason, which says more.
  const isOther = !!said && (form === 'w9' || said !== 'US') && !!country && country !== said;
  return {
    hints,
    fields: [
      ...(isOther ? ['country_confirmed'] : []),
      ...(hints.length ? ['us_indicia_reason'] : []),
      ...(hints.length && needsWords(raw['us_indicia_reason']) ? ['us_indicia_explanation'] : []),
    ],
  };
}

/** The rules of these questions. */
const claimChecks = (form: W8 | 'w9', requirement: Compliance) =>
  ['country_confirmed', 'us_indicia_reason', 'us_indicia_explanation'].map((field) =>
    across(
      field,
      field === 'country_confirmed' ? 'consent-required' : 'required',
      (typed) =>
        !claimOf(form, requirement, typed as Raw).fields.includes(field) ||
        (field === 'country_confirmed' ? typed[field] === true : filled(typed[field])),
    ),
  );

/** Returns the schema of a form for what is asked of this payee: for nearly all, the schema as it is. */
export const withClaim = <S extends z.ZodMiniType>(schema: S, form: W8 | 'w9', requirement: Compliance): S =>
  requirement.us_indicia || requirement.said_country || requirement.reporting
    ? schema.check(...claimChecks(form, requirement))
    : schema;

/** The address, as far as its country has it, where the payee works, and what does not fit. */
export const address = (form: W8, requirement: Compliance, raw: Raw): readonly string[] => [
  'country',
  ...addressShape(raw['country'] ?? '').fields,
  'place_of_work',
  ...(worksInBoth(raw) ? ['us_work_percent'] : []),
  ...claimOf(form, requirement, raw).fields,
];

/** Payees are asked. What a partner sends may leave it open. */
export const placeAsked = across('place_of_work', 'required', (form) => !!form['place_of_work']);

const rates = ['tax_treaty_income_type', 'tax_treaty_rate', 'tax_treaty_citation', 'tax_treaty_explanation'];

/** `test`: what a business has to say of the treaty as well. */
export const treatyFields = (raw: Raw, test: readonly string[] = []): readonly string[] =>
  claimsTreaty(raw)
    ? ['claims_treaty', ...(needsUsNumber(raw) ? ['us_tax_id'] : []), 'tax_treaty_country', ...test, ...rates]
    : ['claims_treaty'];

/** Left out when empty. Most of them are required in some case only, and the schema knows the cases. */
export const optional: readonly string[] = [
  'line_2',
  'city',
  'state',
  'postcode',
  'foreign_tax_id',
  'tax_id_country',
  'place_of_birth',
  'place_of_work',
  'us_work_percent',
  'us_indicia_reason',
  'us_indicia_explanation',
  'vat_id',
  'abn',
  'us_tax_id',
  'tax_treaty_country',
  ...rates,
];

const wholeForm = w8ben.check(...addressChecks, ...taxIdChecks('person'), placeAsked);

export const w8benSpec = (requirement: Compliance): FormSpec => ({
  schema: withClaim(wholeForm, 'w8ben', requirement),
  optional: new Set(optional),
  numberName: (raw) => numberName('w8ben', raw),
  pages: (raw) => ({
    who: ['form', 'name', 'citizenship_country'],
    number: [...taxIdFields('w8ben', requirement, raw), 'date_of_birth'],
    address: address('w8ben', requirement, raw),
    ...(mayClaim(raw) && { treaty: treatyFields(raw) }),
    check: ['signature', 'consent'],
  }),
});
