/** When what a tax form says has changed since, so that another one is due. */
import type { TaxFormName } from '../forms/tax.ts';
import type { FormChange } from '../forms/indicia.ts';

/**
 * Days for another form. Whoever signed one has 30 days to tell of a change (Treas. Reg.
 * §1.1441-1(e)(4)(ii)(D), §1.1471-3(c)(6)(ii)(E)(2)). A payer may wait for 90 (§1.1441-1(b)(3)(iv)); we do
 * not.
 */
const graceDays = 30;

/** What is known now, beside what the form says. Countries are ISO alpha-2; null: nothing new. */
export interface Circumstances {
  readonly form: TaxFormName;
  /** Where the payee lives according to the form. */
  readonly residence: string;
  /** Whether the form gives a reason for what hints at the US. */
  readonly isExplained: boolean;
  /** The country of an address, or of a profile, that was given since. */
  readonly country: string | null;
  /** The country of a phone that was given since, by its area code. */
  readonly phone: string | null;
}

/**
 * Returns what has changed, or null. An address in the same country changes nothing, and a phone only where
 * it is one of the US (§1.1471-3(c)(6)(ii)(E)(1)). Another country makes the permanent residence on a W-8, a
 * treaty claim, and what the payee’s own country is told, wrong.
 */
export function changeOf({ form, residence, isExplained, country, phone }: Circumstances): FormChange | null {
  if (country !== null && country !== residence) return country === 'US' ? 'us-address' : 'country';
  if (form === 'w8ben' && phone === 'US' && !isExplained) return 'us-phone';
  return null;
}

/** Returns the first moment at which a form that was changed at `changed` no longer holds. */
export const graceEnds = (changed: Date): Date =>
  new Date(changed.getTime() + graceDays * 24 * 60 * 60 * 1000);
