/**
 * Which tax numbers a payee of each country can give, and what they look like: one rule for the page, where
 * the number is typed, and for the server.
 *
 * A right number that is refused keeps somebody from being paid, which is worse than a wrong one that is
 * accepted. So a country of which we know only some kinds, or old ones (Indonesia before 2024, Korea before
 * 2020), is left out and takes any text.
 */
import { across, filled } from './fields.ts';
import type { CountryCode } from './countries.ts';
import { kinds, type Kind } from './tax-id-kinds.ts';
import { mexican } from './tax-id-sums.ts';

export type Payee = 'person' | 'business';

/** Kinds of numbers, one of which it has to be, and what the usual ones look like. Examples are made up. */
type Rule = readonly [kinds: readonly Kind[], looks: string];
type Rules = Readonly<Partial<Record<Payee, Rule>>>;

const same = (...rule: Rule): Rules => ({ person: rule, business: rule });

const rules: Readonly<Record<string, Rules>> = {
  AR: same(['AR cuit'], '20-12345678-9'),
  AT: { person: [['AT tin'], '12-345/6789'], business: [['AT tin', 'AT uid'], '12-345/6789, ATU12345678'] },
  BE: { person: [['BE nn'], '12.34.56-789.01'], business: [['BE vat'], '0123.456.789'] },
  BG: { person: [['BG egn'], '1234567890'], business: [['BG vat'], '123456789'] },
  BR: { person: [['BR cpf'], '123.456.789-01'], business: [['BR cnpj'], '12.345.678/0001-90'] },
  CA: { person: [['CA sin'], '123 456 789'], business: [['CA bn'], '12345 6789'] },
  CH: { person: [['CH ssn'], '756.1234.5678.90'], business: [['CH uid'], 'CHE-123.456.789'] },
  CL: same(['CL rut'], '12.345.678-9'),
  CN: { person: [['CN ric'], '123456 20010203 4567'], business: [['CN uscc'], '91123456MA12345678'] },
  CZ: { person: [['CZ rc', 'CZ ico'], '123456/7890'], business: [['CZ ico', 'CZ rc'], 'CZ12345678'] },
  DE: {
    person: [['DE idnr', 'DE stnr'], '12 345 678 901, 12/345/67890'],
    business: [['DE stnr', 'DE vat'], '12/345/67890, DE123456789'],
  },
  DK: { person: [['DK cpr'], '010203-4567'], business: [['DK cvr'], '12345678'] },
  EE: {
    person: [['EE ik'], '12345678901'],
    business: [['EE kmkr', 'EE registrikood'], '12345678, EE123456789'],
  },
  ES: {
    person: [['ES dni', 'ES nie', 'ES nif', 'ES cif'], '12345678A, X1234567A'],
    business: [['ES cif', 'ES dni', 'ES nie', 'ES nif'], 'B12345678'],
  },
  FI: { person: [['FI hetu'], '010203-456A'], business: [['FI alv'], '1234567-8'] },
  FR: {
    person: [['FR nif'], '01 23 456 789 012'],
    business: [['FR siren', 'FR siret', 'FR tva', 'FR nif'], '123 456 789'],
  },
  GB: {
    person: [['GB nino', 'GB utr'], 'AB 12 34 56 C, 12345 67890'],
    business: [['GB utr', 'GB vat'], '12345 67890'],
  },
  GR: same(['GR vat'], '123456789'),
  HR: same(['HR oib'], '12345678901'),
  IE: same(['IE pps'], '1234567A'),
  IL: same(['IL idnr'], '123456789'),
  IN: { person: [['IN pan'], 'ABCPD1234E'], business: [['IN pan', 'IN gstin'], 'ABCCD1234E'] },
  IS: same(['IS kennitala'], '010203-4567'),
  IT: {
    person: [['IT codicefiscale'], 'ABCDEF01A23B456C'],
    business: [['IT iva', 'IT codicefiscale'], '12345678901'],
  },
  JP: { business: [['JP cn'], '1234567890123'] },
  LT: { person: [['LT asmens'], '12345678901'] },
  MX: { person: [['MX rfc'], 'ABCD010203AB1'], business: [['MX rfc'], 'ABC010203AB1'] },
  NL: { person: [['NL bsn'], '123456789'], business: [['NL bsn', 'NL btw'], '123456789'] },
  NO: { person: [['NO fodselsnummer'], '010203 45678'], business: [['NO orgnr'], '123 456 789'] },
  NZ: same(['NZ ird'], '123-456-789'),
  PL: {
    person: [['PL pesel', 'PL nip'], '12345678901, 123-456-78-90'],
    business: [['PL nip'], '123-456-78-90'],
  },
  PT: same(['PT nif'], '123 456 789'),
  RO: { person: [['RO cnp'], '1234567890123'], business: [['RO cui', 'RO cnp'], 'RO12345678'] },
  SE: { business: [['SE orgnr', 'SE vat'], '123456-7890'] },
  SI: same(['SI ddv'], '12345678'),
  TR: { person: [['TR tckimlik', 'TR vkn'], '12345678901'], business: [['TR vkn'], '1234567890'] },
  ZA: same(['ZA tin'], '0123456789'),
} satisfies Partial<Record<CountryCode, Rules>>;

/** VAT identification numbers of the European Union (Directive 2006/112/EC Art. 214, 215). */
const vatRules: Readonly<Record<string, Rule>> = {
  AT: [['AT uid'], 'ATU12345678'],
  BE: [['BE vat'], 'BE0123456789'],
  BG: [['BG vat'], 'BG123456789'],
  CY: [['CY vat'], 'CY12345678A'],
  CZ: [['CZ ico', 'CZ rc'], 'CZ12345678'],
  DE: [['DE vat'], 'DE123456789'],
  DK: [['DK cvr'], 'DK12345678'],
  EE: [['EE kmkr'], 'EE123456789'],
  ES: [['ES cif', 'ES dni', 'ES nie', 'ES nif'], 'ESB12345678'],
  FI: [['FI alv'], 'FI12345678'],
  FR: [['FR tva'], 'FR12123456789'],
  GR: [['GR vat'], 'EL123456789'],
  HR: [['HR oib'], 'HR12345678901'],
  HU: [['HU anum'], 'HU12345678'],
  IE: [['IE pps'], 'IE1234567A'],
  IT: [['IT iva'], 'IT12345678901'],
  LT: [['LT pvm'], 'LT123456789'],
  LU: [['LU tva'], 'LU12345678'],
  LV: [['LV pvn'], 'LV12345678901'],
  MT: [['MT vat'], 'MT12345678'],
  NL: [['NL btw'], 'NL123456789B01'],
  PL: [['PL nip'], 'PL1234567890'],
  PT: [['PT nif'], 'PT123456789'],
  RO: [['RO cui', 'RO cnp'], 'RO12345678'],
  SE: [['SE vat'], 'SE123456789001'],
  SI: [['SI ddv'], 'SI12345678'],
  SK: [['SK dph'], 'SK1234567890'],
} satisfies Partial<Record<CountryCode, Rule>>;

const own = <T>(table: Readonly<Record<string, T>>, country: string): T | undefined =>
  Object.hasOwn(table, country) ? table[country] : undefined;

/**
 * Eleven digits of a person in Germany are the Steuer-ID, and so are ten with one left out. So a Steuernummer
 * has its groups, as on letters of the tax office: `12/345/67890`, `013 815 08153`, `12345/67890`.
 */
const germanGroups = /^(?:\d{2,3}[\s/-]+\d{3,4}[\s/-]+\d{4,5}|\d{5}[\s/-]+\d{5}|\d{13})$/;

const compact = (number: string): string => number.replace(/[\s./,:()-]/g, '').toUpperCase();

function agrees(rule: Rule | undefined, country: string, number: string, payee?: Payee): boolean {
  if (!rule) return true;
  const text = compact(number);
  // A code may have the letters of its country in front, although it is not one of value added tax.
  const bare = text.startsWith(country) ? text.slice(country.length) : text;
  return rule[0].some(
    (kind) =>
      (kind !== 'DE stnr' || payee !== 'person' || germanGroups.test(number.trim())) &&
      (kinds[kind](text) || kinds[kind](bare)),
  );
}

/** Returns whether the number can be one of that country; true where that is not known. */
export const isTaxId = (country: string, payee: Payee, number: string): boolean =>
  agrees(own(rules, country)?.[payee], country, number, payee);

/**
 * Returns whether the number is one of that country whose check digit does not fit. Mexico's SAT has given
 * out such numbers, so they are taken, and the payee is asked to compare.
 */
export function isOddTaxId(country: string, payee: Payee, number: string): boolean {
  const [, bare = ''] = /^(?:MX)?([A-Z&Ñ]{3,4}\d{6}[\dA-Z]{3})$/.exec(compact(number)) ?? [];
  return country === 'MX' && isTaxId(country, payee, number) && bare !== '' && !mexican(bare);
}

/**
 * Returns whether the number can be a VAT number of that country; true where that is not known. The country's
 * prefix may stand in front or not.
 */
export const isVatId = (country: string, number: string): boolean =>
  agrees(own(vatRules, country), country, number);

/** Returns whether the number can be an Australian Business Number, which has its own check digits. */
export const isAbn = (number: string): boolean => kinds['AU abn'](number.replace(/[\s.-]/g, ''));

/** Returns what a tax number of that country looks like; an empty text where that is not known. */
export const looksOfTaxId = (country: string, payee: Payee): string =>
  own(rules, country)?.[payee]?.[1] ?? '';

/** Returns what a VAT number of that country looks like; an empty text where that is not known. */
export const looksOfVatId = (country: string): string => own(vatRules, country)?.[1] ?? '';

const textOf = (value: unknown): string => (typeof value === 'string' && value.trim() ? value : '');

/** What the schemas of the forms for payees abroad say of their numbers. */
export const taxIdChecks = (payee: Payee) =>
  [
    across(
      'foreign_tax_id',
      'invalid-foreign-tax-id',
      (form) =>
        !filled(form['foreign_tax_id']) ||
        isTaxId(
          textOf(form['tax_id_country']) || textOf(form['country']),
          payee,
          textOf(form['foreign_tax_id']),
        ),
    ),
    across(
      'vat_id',
      'invalid-vat-id',
      (form) => !filled(form['vat_id']) || isVatId(textOf(form['country']), textOf(form['vat_id'])),
    ),
    across('abn', 'invalid-abn', (form) => !filled(form['abn']) || isAbn(textOf(form['abn']))),
  ] as const;
