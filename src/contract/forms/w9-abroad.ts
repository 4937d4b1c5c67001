/**
 * Form W-9 of US persons who live abroad: US citizens file it wherever they live (26 USC §7701(a)(30)(A)).
 * It has a file of its own, so that only those load it. Their own country may want to hear of the payments as
 * well, so the numbers that it asks for come in.
 */
import * as z from '../z.ts';
import { foreignAddressChecks } from './address-checks.ts';
import { address, country, optionalCodeText, optionalText } from './fields.ts';
import { taxIdChecks } from './tax-ids.ts';
import { personChecks, w9Person } from './w9.ts';

/** What the laws of other countries ask of who lives there (`platformFields`). */
export const homeNumbers = {
  /** The number under which the payee pays tax where they live. */
  foreign_tax_id: optionalCodeText(40),
  /** `true`: there is no such number. */
  no_foreign_tax_id: z.optional(z.boolean('invalid-boolean')),
  /** The country that gave out the tax number; the country of the address when absent. */
  tax_id_country: z.optional(country),
  /** Asked for in place of a tax number. */
  place_of_birth: optionalText(100),
  /** The number for value added tax, when the payee has one. */
  vat_id: optionalCodeText(20),
  /** Australian Business Number, when the payee has one. */
  abn: optionalCodeText(20),
};

export const placeAbroad = {
  ...address,
  /** Any country but the United States. */
  country: country.check(z.refine((code: string) => code !== 'US', 'invalid-country')),
  /** `true`: the payee lives there, and no longer in the country that they named before. */
  country_confirmed: z.optional(z.boolean('invalid-boolean')),
  ...homeNumbers,
};

export const w9IndividualAbroad = z
  .extend(w9Person, placeAbroad)
  .check(...personChecks, ...foreignAddressChecks, ...taxIdChecks('person'));
