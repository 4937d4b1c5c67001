/**
 * Checks tax numbers of other countries with `stdnum`, where it knows every number that a payee of that
 * country could give. A right number that is refused keeps somebody from being paid, which is worse than a
 * wrong one that is accepted. So a country of which stdnum knows only some kinds, or old ones (Indonesia
 * before 2024, Korea before 2020), is left out and takes any text.
 */
import { stdnum } from 'stdnum';
import type { CountryCode } from '../../contract/forms/countries.ts';

export type Payee = 'person' | 'business';

/** The names of stdnum's validators for each country. One of them has to agree. */
type Validators = Readonly<Record<string, { readonly person?: string; readonly business?: string }>>;
const validators: Validators = {
  AR: { person: 'cuit', business: 'cuit' },
  AT: { person: 'tin', business: 'tin uid' },
  BE: { person: 'nn bis insz', business: 'vat' },
  BG: { person: 'egn pnf', business: 'vat' },
  BR: { person: 'cpf', business: 'cnpj' },
  CA: { person: 'sin', business: 'bn' },
  CH: { person: 'ssn', business: 'uid vat' },
  CL: { person: 'rut run', business: 'rut' },
  CN: { person: 'ric', business: 'uscc' },
  CZ: { person: 'rc dic', business: 'dic ico' },
  DE: { person: 'idnr stnr', business: 'stnr vat' },
  DK: { person: 'cpr', business: 'cvr' },
  EE: { person: 'ik', business: 'kmkr registrikood' },
  ES: { person: 'dni nie nif', business: 'nif cif' },
  FI: { person: 'hetu', business: 'ytunnus alv' },
  FR: { person: 'nif', business: 'siren siret tva nif' },
  GB: { person: 'nino utr', business: 'utr vat' },
  GR: { person: 'vat', business: 'vat' },
  HR: { person: 'oib', business: 'oib' },
  IE: { person: 'pps', business: 'vat pps' },
  IL: { person: 'idnr', business: 'hp' },
  IN: { person: 'pan', business: 'pan gstin' },
  IS: { person: 'kennitala', business: 'kennitala' },
  IT: { person: 'codicefiscale', business: 'iva codicefiscale' },
  JP: { business: 'cn' },
  LT: { person: 'asmens' },
  MX: { person: 'rfc', business: 'rfc' },
  NL: { person: 'bsn', business: 'bsn btw' },
  NO: { person: 'fodselsnummer', business: 'orgnr mva' },
  NZ: { person: 'ird', business: 'ird' },
  PL: { person: 'pesel nip', business: 'nip' },
  PT: { person: 'nif', business: 'nif nipc' },
  RO: { person: 'cnp', business: 'cui cif' },
  SE: { business: 'orgnr vat' },
  SI: { person: 'ddv', business: 'ddv' },
  TR: { person: 'tckimlik vkn', business: 'vkn' },
  ZA: { person: 'tin', business: 'tin' },
} satisfies Partial<Record<CountryCode, Validators[string]>>;

/** VAT identification numbers of the European Union (Directive 2006/112/EC Art. 214, 215). */
const vatValidators: Readonly<Record<string, string>> = {
  AT: 'uid',
  BE: 'vat',
  BG: 'vat',
  CY: 'vat',
  CZ: 'dic',
  DE: 'vat',
  DK: 'cvr',
  EE: 'kmkr',
  ES: 'nif',
  FI: 'alv',
  FR: 'tva',
  GR: 'vat',
  HR: 'oib',
  HU: 'anum',
  IE: 'vat',
  IT: 'iva',
  LT: 'pvm',
  LU: 'tva',
  LV: 'pvn',
  MT: 'vat',
  NL: 'btw',
  PL: 'nip',
  PT: 'nif',
  RO: 'cif',
  SE: 'vat',
  SI: 'ddv',
  SK: 'dph',
} satisfies Partial<Record<CountryCode, string>>;

/** Returns whether the number can be one of that country; true where that is not known. */
export function isTaxId(country: string, payee: Payee, number: string): boolean {
  return agrees(
    country,
    Object.hasOwn(validators, country) ? validators[country]?.[payee] : undefined,
    number,
  );
}

/**
 * Returns whether the number can be a VAT number of that country; true where that is not known. The country's
 * prefix may stand in front or not.
 */
export function isVatId(country: string, number: string): boolean {
  return agrees(
    country,
    Object.hasOwn(vatValidators, country) ? vatValidators[country] : undefined,
    withoutPrefix(country, number),
  );
}

/** Returns whether the number can be an Australian Business Number, which has its own check digits. */
export const isAbn = (number: string): boolean => agrees('AU', 'abn', number);

/** All validators that the two tables name. A test checks that `stdnum` has each of them. */
export const validatorNames: readonly [country: string, validator: string][] = [
  ...Object.entries(validators).flatMap(([country, { person = '', business = '' }]) =>
    `${person} ${business}`.split(' ').flatMap((name): [string, string][] => (name ? [[country, name]] : [])),
  ),
  ...Object.entries(vatValidators),
];

/**
 * Returns whether one of the named validators takes the number. Several may be named, because a payee may
 * have one kind or another.
 */
function agrees(country: string, names: string | undefined, number: string): boolean {
  if (!names) return true;
  return names.split(' ').some((name) => stdnum[country]?.[name]?.validate(number.trim()).isValid === true);
}

/** Greece writes EL in front. Some of stdnum's validators take the prefix and some do not. */
function withoutPrefix(country: string, number: string): string {
  const prefix = country === 'GR' ? 'EL' : country;
  const compact = number.replace(/[\s.-]/g, '').toUpperCase();
  return compact.startsWith(prefix) && country !== 'FR' ? compact.slice(2) : compact.replace(/^FR/, '');
}
