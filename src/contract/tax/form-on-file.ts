/** Whether a filed tax form still counts. */
import type { TaxFormName } from '../forms/tax.ts';
import type { TinStatus } from '../steps/compliance.ts';

/** A form that was filed. */
export interface FiledForm {
  readonly form: TaxFormName;
  readonly created: Date;
  readonly tin_status: TinStatus;
}

/**
 * Returns the first moment at which the form no longer holds; null while nothing in it changes.
 *
 * A W-8BEN or W-8BEN-E holds until the end of the third calendar year after the one it was signed in, unless
 * something in it changes (Treas. Reg. §1.1441-1(e)(4)(ii)(A)). A W-9 holds until something changes. This is
 * simplified: the cases in which a W-8 holds for longer (paragraph (e)(4)(ii)(B)) are not told apart, so
 * those payees are asked again when they need not be.
 */
export function holdsUntil(form: Pick<FiledForm, 'form' | 'created'>): Date | null {
  return form.form === 'w9' ? null : new Date(Date.UTC(form.created.getUTCFullYear() + 4, 0, 1));
}

/**
 * Returns whether a W-9 that follows has to be signed: the payee was told that the number before was wrong
 * (Form W-9 instructions, Part II, item 4: “you do not have to sign the certification unless you have been
 * notified that you have previously given an incorrect TIN”; 26 CFR §31.3406(d)-5(d)(2), (g)(4)).
 */
export const mustSign = (newest: Pick<FiledForm, 'form' | 'tin_status'> | null): boolean =>
  newest?.form === 'w9' && newest.tin_status === 'mismatched';

/** Returns whether there is a form that still holds and that the tax authority did not contradict. */
export function isOnFile(form: FiledForm | null, now: Date): boolean {
  if (!form || form.tin_status === 'mismatched') return false;
  const until = holdsUntil(form);
  return until === null || now < until;
}
