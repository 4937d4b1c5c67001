/** Runs that make information returns (1099-NEC, 1099-MISC, 1042-S) of a year. Only the server reads it. */
import { timestamp, uuid } from '../flow.ts';
import { ein, text, usAddress, words } from '../forms/fields.ts';
import * as z from '../z.ts';
import { taxYear } from './tax-totals.ts';

export const taxReturnForms = ['1099-nec', '1099-misc', '1042-s'] as const;
export type TaxReturnForm = (typeof taxReturnForms)[number];

/** Whoever files: the payer of a 1099, and the withholding agent of a 1042-S. */
const payer = z.object({
  /** The legal name of the business. */
  name: words(100),
  /** Its EIN: nine digits. */
  tin: ein,
  ...usAddress,
  /** Ten digits. */
  phone: text(20).check(z.regex(/^\d{10}$/, 'invalid-phone-number')),
});
export type TaxPayer = z.infer<typeof payer>;

/** Body of `POST /tax-returns`. */
export const createTaxReturnInput = z.object({
  /** A year that is over. */
  year: taxYear,
  form: z.enum(taxReturnForms, 'invalid-choice'),
  payer,
});
export type CreateTaxReturnInput = z.infer<typeof createTaxReturnInput>;

/** Of a file: first returns, or those that correct one of an earlier run. */
export const taxReturnKinds = ['original', 'corrected'] as const;
export type TaxReturnKind = (typeof taxReturnKinds)[number];

export const taxReturnFileQuery = z.object({
  /** `original` when absent. `corrected`: the returns that correct those of an earlier run. */
  kind: z._default(z.enum(taxReturnKinds, 'invalid-choice'), 'original'),
});

/** A run: what had to be reported of a year on one form when it was made. */
export const taxReturn = z.object({
  id: uuid,
  created: timestamp,
  /** The calendar year that it is about. */
  year: z.int(),
  form: z.enum(taxReturnForms),
  /** How many returns are new: nothing was made of these payees before. */
  originals: z.int(),
  /** How many correct a return of an earlier run, because its amounts have changed since. */
  corrections: z.int(),
  /** How many of both have no tax number, because the payee gave none that counts. */
  without_number: z.int(),
});
export type TaxReturn = z.infer<typeof taxReturn>;
