/** An address outside the United States. */
import type { TemplateResult } from 'lit';
import {
  addressShape,
  examplePostcode,
  partName,
  postcodeOf,
  stateOf,
  type AddressField,
} from '../../../contract/forms/addresses.ts';
import { addressFields } from '../../shared/address-fields.ts';
import type { Scope } from '../scope.ts';

/** Returns the fields that the chosen country has, called what they are called there. */
export function foreignAddress(scope: Scope): readonly TemplateResult[] {
  const { view } = scope;
  const country = view.form.value('country');
  nameProblems(scope, country);
  return addressFields(view, {
    shape: addressShape(country),
    label: (field) => labelOf(scope, country, field),
    spell: (field, typed) =>
      field === 'state' ? stateOf(country, typed) : (postcodeOf(country, typed) ?? typed),
    digits: /^\d+$/.test(examplePostcode(country)),
  });
}

function labelOf({ t }: Scope, country: string, field: AddressField): string {
  switch (field) {
    case 'line_1':
    case 'line_2':
      return t(`compliance.${field}.label`);
    case 'city': {
      const name = partName('city', country);
      return t(name === 'city' ? 'compliance.city.label' : `compliance.city.label.${name}`);
    }
    case 'state':
      return t(
        country ? `compliance.state.label.${partName('state', country)}` : 'compliance.state.label.foreign',
      );
    case 'postcode': {
      const name = partName('postcode', country);
      if (name === 'zip') return t('compliance.postcode.label');
      return t(name === 'postal' ? 'compliance.postcode.label.foreign' : `compliance.postcode.label.${name}`);
    }
    default:
      return field satisfies never;
  }
}

/** The words for what is missing or wrong call the fields what their labels call them. */
function nameProblems(scope: Scope, country: string): void {
  const { t, view } = scope;
  const missing = (field: AddressField) =>
    t('compliance.address.missing', { name: labelOf(scope, country, field) });
  const example = examplePostcode(country);
  view.localizer.put({
    'field.city.address-incomplete':
      partName('city', country) === 'city' ? t('field.city.required') : missing('city'),
    'field.state.address-incomplete': missing('state'),
    'field.postcode.address-incomplete': example
      ? t('compliance.address.missing.example', { name: labelOf(scope, country, 'postcode'), example })
      : missing('postcode'),
    'field.postcode.invalid-postcode': t('compliance.postcode.wrong', { example }),
  });
}
