/**
 * Countries and states as the vendor's clients write them: its description takes any text for both. What
 * names one is read as its code; what names none is left for the schema to judge.
 */
import { stateOf } from '../../contract/forms/addresses.ts';
import { usStateCode } from '../../contract/forms/us-states.ts';
import { countryNamed } from './country-names.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Returns an address with the codes of its country and state. */
export function spelledAddress(address: Fields): Fields {
  const placed = withCountries(address, ['country']);
  const { country, state } = placed;
  return typeof state === 'string' ? { ...placed, state: stateCode(String(country), state) } : placed;
}

/** The same of the body of `PUT /users/{id}/compliance`. */
export function spelledForms(body: Fields): Fields {
  return Object.fromEntries(
    Object.entries(body).map(([name, form]) => [
      name,
      isForm(name) && isObject(form) ? spelledForm(form) : form,
    ]),
  );
}

function spelledForm(form: Fields): Fields {
  const placed = withCountries(form, ['citizenship_country', 'tax_treaty_country', 'tax_id_country']);
  const { address } = placed;
  return isObject(address) ? { ...placed, address: spelledAddress(address) } : placed;
}

const stateCode = (country: string, state: string): string =>
  country === 'US' ? (usStateCode(state) ?? state) : stateOf(country, state);

function withCountries(fields: Fields, names: readonly string[]): Fields {
  const read = names.flatMap((name) => {
    const value = fields[name];
    const code = typeof value === 'string' ? countryNamed(value) : null;
    return code ? [[name, code] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(read) };
}

const isForm = (name: string) => name === 'w9' || name === 'w8ben';
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
