/**
 * What a country wants of an address, for the schemas of the forms that are filled in abroad. The tables are
 * in `addresses.ts`. They have files of their own, so that the form of the US does without them.
 */
import * as z from '../z.ts';
import { addressShape, postcodeOf, stateOf } from './addresses.ts';
import { across, filled } from './fields.ts';

/** These forms are not for the United States, so all that is wrong with an address there is its country. */
const countryOf = ({ country }: Partial<Record<string, unknown>>): string =>
  typeof country === 'string' && country !== 'US' ? country : '';

/** Refuses an address without what the post of its country needs. */
const needs = (field: 'city' | 'state' | 'postcode') =>
  across(
    field,
    'address-incomplete',
    (form) => filled(form[field]) || !addressShape(countryOf(form)).needed.includes(field),
  );

/** Refuses an address without a city where one is needed. It is all that partners are asked. */
export const cityCheck = needs('city');

/**
 * How post office boxes and addresses in care of somebody are written. Form W-8BEN (instructions, line 3) and
 * W-8BEN-E (line 6) want the permanent residence instead, or a description of where streets have no names.
 */
const mail = new RegExp(
  [
    'p\\.?\\s?o\\.?\\s?-?box',
    'post(?:al)? (?:office )?box',
    'postfach',
    'postbus \\d',
    'bo[iî]te postale',
    'b\\.?p\\.? ?\\d',
    'apartado(?: postal| de correos|\\W*\\d)',
    'casilla(?: postal| de correos?|\\W*\\d)',
    'caixa postal',
    'casella postale',
    'c/o',
    '℅',
    'in care of',
  ]
    .map((words) => `(?:^|[\\s,;])${words}`)
    .join('|'),
  'i',
);

/** Refuses a post office box in either line. */
export const residenceChecks = (['line_1', 'line_2'] as const).map((field) =>
  across(field, 'not-a-residence', ({ [field]: line }) => typeof line !== 'string' || !mail.test(line)),
);

interface Address {
  readonly country: string;
  readonly state?: string | undefined;
  readonly postcode?: string | undefined;
}

/** Returns the form with state and postal code as its country writes them. */
function spelled(form: unknown): unknown {
  const { country, state, postcode } = form as Address;
  return {
    ...(form as Address),
    ...(state && { state: stateOf(country, state) }),
    ...(postcode && { postcode: postcodeOf(country, postcode) ?? postcode }),
  };
}

/** Nothing is missing, and the postal code is one of the country. State and code are spelled its way. */
export const foreignAddressChecks = [
  cityCheck,
  needs('state'),
  needs('postcode'),
  across(
    'postcode',
    'invalid-postcode',
    (form) => !filled(form['postcode']) || postcodeOf(countryOf(form), String(form['postcode'])) !== null,
  ),
  z.overwrite(spelled),
] as const;

/** The same of a permanent residence, which is no post office box. */
export const addressChecks = [...residenceChecks, ...foreignAddressChecks] as const;
