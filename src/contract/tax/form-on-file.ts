/** Whether a filed tax form still counts. */
import type { TaxFormName } from '../forms/tax.ts';
import type { TinStatus } from '../steps/compliance.ts';
import { graceEnds } from './circumstances.ts';

/** A form that was filed. */
export interface FiledForm {
  readonly form: TaxFormName;
  readonly created: Date;
  readonly tin_status: TinStatus;
  /** When something in it turned out to have changed (`circumstances.ts`). */
  readonly changed?: Date | null;
}

/**
 * Returns the first moment at which the form no longer holds; null while nothing in it changes.
 *
 * A W-8BEN or W-8BEN-E holds until the end of the third calendar year after the one it was signed in, unless
 * something in it changes (Treas. Reg. §1.1441-1(e)(4)(ii)(A)). A W-9 holds until something changes. This is
 * simplified: the cases in which a W-8 holds for longer (paragraph (e)(4)(ii)(B)) are not told apart, so
 * those payees are asked again when they need not be.
 */
export function holdsUntil(form: Pick<FiledForm, 'form' | 'created' | 'changed'>): Date | null {
  const end = form.form === 'w9' ? null : new Date(Date.UTC(form.created.getUTCFullYear() + 4, 0, 1));
  if (!form.changed) return end;
  const grace = graceEnds(form.changed);
  return end && end < grace ? end : grace;
}

/**
 * Returns whether a W-9 that follows has to be signed: the payee was told that the number before was wrong
 * (Form W-9 instructions, Part II, item 4: “you do not have to sign the certification unless you have been
 * notified that you have previously given an incorrect TIN”; 26 CFR §31.3406(d)-5(d)(2), (g)(4)).
 */
export const mustSign = (newest: Pick<FiledForm, 'form' | 'tin_status'> | null): boolean =>
  newest?.form === 'w9' && newest.tin_status === 'mismatched';

/**
 * Returns whether the form is one for somebody who lives there (`country`: what they said themselves; null:
 * they did not). A W-8 cannot be relied on where the payee is known to live in the United States (Treas. Reg.
 * §1.1441-7(b)(5)). A US citizen files a W-9 wherever they live.
 */
export const fits = (form: Pick<FiledForm, 'form' | 'changed'>, country: string | null): boolean =>
  form.form === 'w9' || country !== 'US' || Boolean(form.changed);

/**
 * Returns whether there is a form that still holds, that the tax authority did not contradict, and that is
 * one for somebody who lives in `country`.
 */
export function isOnFile(form: FiledForm | null, now: Date, country: string | null = null): boolean {
  if (!form || form.tin_status === 'mismatched' || !fits(form, country)) return false;
  const until = holdsUntil(form);
  return until === null || now < until;
}
