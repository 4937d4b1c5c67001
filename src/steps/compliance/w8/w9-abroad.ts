/**
 * Form W-9 of a US person who lives abroad. It has the address of the W-8s, and asks what the payee's own
 * country wants to hear.
 */
import { html, type TemplateResult } from 'lit';
import { addressShape } from '../../../contract/forms/addresses.ts';
import { foreignAddressChecks } from '../../../contract/forms/address-checks.ts';
import { optionalCodeText } from '../../../contract/forms/fields.ts';
import { taxIdChecks } from '../../../contract/forms/tax-ids.ts';
import { placeAbroad, w9IndividualAbroad } from '../../../contract/forms/w9-abroad.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import type { Raw } from '../../../ui/form-controller.ts';
import { usAddress, type FormSpec, type Page } from '../read-forms.ts';
import type { Scope } from '../scope.ts';
import { w9Templates } from '../w9.ts';
import { foreignAddress } from './address.ts';
import { claimOf, numberName, optional, taxIdFields, withClaim, type W8 } from './fields.ts';
import { countries, renderTaxId } from './parts.ts';
import { longSelect } from '../../../ui/long-select.ts';

type Compliance = RequirementOf<'compliance'>;

/** The W-8 of the same payee, whose words and fields these are. */
const likeOf = (raw: Raw): W8 => (raw['entity_type'] === 'business' ? 'w8bene' : 'w8ben');
const isInUs = (raw: Raw): boolean => raw['country'] === 'US';
/** Returns whether the country that the server knows wants to hear of the payments. */
const isTold = ({ reporting, country }: Compliance, raw: Raw): boolean =>
  reporting !== null && raw['country'] === country;

/** The schema of a business comes with the chunk of businesses, and is put together once. */
const schemas = new WeakMap<FormSpec, FormSpec['schema']>();
function businessSchema(base: FormSpec): FormSpec['schema'] | undefined {
  const made =
    schemas.get(base) ??
    base
      .abroad?.({ ...placeAbroad, business_registration_number: optionalCodeText(40) })
      .check(...foreignAddressChecks, ...taxIdChecks('business'));
  if (made) schemas.set(base, made);
  return made;
}

/** Returns the spec of a W-9 with an address abroad. `base` is that of one in the United States. */
export function abroadSpec(base: FormSpec, requirement: Compliance, raw: Raw): FormSpec {
  const like = likeOf(raw);
  const schema = like === 'w8ben' ? w9IndividualAbroad : (businessSchema(base) ?? base.schema);
  return {
    schema: isInUs(raw) ? base.schema : withClaim(schema, 'w9', requirement),
    optional: new Set([...base.optional, ...optional, 'business_registration_number', 'no_foreign_tax_id']),
    numberName: (now) => numberName(like, now),
    pages: (now) => {
      const pages = base.pages(now);
      const told = isTold(requirement, now) ? taxIdFields(like, requirement, now) : [];
      return {
        ...pages,
        number: [...(pages.number ?? []), ...told],
        address: [
          'country',
          ...(isInUs(now) ? usAddress : addressShape(now['country'] ?? '').fields),
          ...claimOf('w9', requirement, now).fields,
        ],
      };
    },
  };
}

export const abroadTemplates: Readonly<Partial<Record<Page, (scope: Scope) => TemplateResult>>> = {
  ...w9Templates,
  number: (scope) =>
    html`${w9Templates.number?.(scope)}
    ${isTold(scope.requirement, scope.view.form.raw) ? renderTaxId(scope, likeOf(scope.view.form.raw)) : null}`,
  address: (scope) =>
    html`${longSelect(scope.view, {
      name: 'country',
      label: scope.t('compliance.country.label'),
      autocomplete: 'country',
      list: countries(scope),
    })}
    ${isInUs(scope.view.form.raw) ? scope.usAddress() : foreignAddress(scope)} ${scope.claim('w9')}`,
};
