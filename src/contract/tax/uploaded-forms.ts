/**
 * What a form counts for that was uploaded and approved. A pure rule: a row for each form, with its source.
 *
 * It is simplified. A Form W-8EXP without end (Treas. Reg. §1.1441-1(e)(4)(ii)(B)) is asked for again after
 * three years, as a Form W-8BEN is. A Form W-8IMY has one rate for all whom the payee passes money on to: the
 * partner works it out from the withholding statement (§1.1441-1(e)(3)(iv)).
 */
import type { IncomeType, WithholdingReason } from '../forms/income.ts';
import { incomeTypes } from '../forms/income.ts';
import type { UploadedForm } from '../forms/tax-uploads.ts';

interface Row {
  /** Fractions that the partner may choose from. Null: any from 0 to 0.3. */
  readonly rates: readonly number[] | null;
  /** The rate when the partner names none. Null: they have to. */
  readonly usual: number | null;
  /** What it may count for. */
  readonly incomeTypes: readonly IncomeType[];
  /** `three-years`: to the end of the third year after the one in which it was signed. */
  readonly holds: 'three-years' | 'this-year' | 'until-changed';
  readonly reason: WithholdingReason;
}

export const uploadedFormRows: Readonly<Record<UploadedForm, Row>> = {
  // 26 USC §1441(c)(4)(A), Treas. Reg. §1.1441-4(b)(1)(iv): pay for services, as far as a treaty frees it.
  // One form for each year and each payer (§1.1441-4(b)(2)(iii); Instructions for Form 8233, “When To File”).
  '8233': { rates: null, usual: 0, incomeTypes: ['services'], holds: 'this-year', reason: 'treaty-services' },
  // 26 USC §1441(c)(1): none is withheld. Treas. Reg. §1.1441-1(e)(4)(ii)(A): three years.
  w8eci: { rates: [0], usual: 0, incomeTypes, holds: 'three-years', reason: 'effectively-connected' },
  // Treas. Reg. §1.1441-1(e)(4)(ii)(B): without end. Whose the money is decides about the rate.
  w8imy: { rates: null, usual: null, incomeTypes, holds: 'until-changed', reason: 'intermediary' },
  // 26 USC §892, §895, §501(a): none; of a private foundation 4 % (26 USC §1443(b), §4948(a)).
  w8exp: { rates: [0, 0.04], usual: 0, incomeTypes, holds: 'three-years', reason: 'exempt-organization' },
  // As Form W-8BEN-E: 30 %, or the rate of a treaty that is claimed on it (§1.1441-6(b)).
  w8bene: { rates: null, usual: null, incomeTypes, holds: 'three-years', reason: 'approved-form' },
};

/**
 * Days for which the IRS may object to a Form 8233, from the day on which it was mailed there. Until they are
 * over the tax is withheld; it may be paid back afterwards, because the form counts from the first payment on
 * (Treas. Reg. §1.1441-4(b)(2)(iv), (v); Instructions for Form 8233, Part IV).
 */
const objectionDays = 10;
const day = 24 * 60 * 60 * 1000;

/** Returns from when on the form lowers the rate. `from`: when it was approved, or mailed to the IRS. */
export const countsFrom = (form: UploadedForm, from: Date): Date =>
  form === '8233' ? new Date(from.getTime() + objectionDays * day) : from;

/** Returns the first moment at which the form no longer holds; null: until something in it changes. */
export function uploadHoldsUntil(form: UploadedForm, signed: Date): Date | null {
  const { holds } = uploadedFormRows[form];
  const year = signed.getUTCFullYear();
  switch (holds) {
    case 'three-years':
      return new Date(Date.UTC(year + 4, 0, 1));
    case 'this-year':
      return new Date(Date.UTC(year + 1, 0, 1));
    case 'until-changed':
      return null;
  }
}

/** What counts of the upload that was approved last. */
export interface ApprovedUpload {
  readonly form: UploadedForm;
  /** A fraction. */
  readonly rate: number;
  readonly income_types: readonly IncomeType[];
  readonly counts_from: Date;
  readonly holds_until: Date | null;
}

/** Returns whether it does in place of a form that is filled in here, so that the payee may be paid. */
export const isUploadOnFile = (upload: Pick<ApprovedUpload, 'holds_until'> | null, now: Date): boolean =>
  upload !== null && (upload.holds_until === null || now < upload.holds_until);

/** What the rule of withholding has to know of it. */
export interface UploadFacts extends Pick<ApprovedUpload, 'form' | 'rate' | 'income_types'> {
  /** Whether it counts now: its time has begun and is not over. */
  readonly holds: boolean;
}

export const uploadFacts = (upload: ApprovedUpload, now: Date): UploadFacts => ({
  ...{ form: upload.form, rate: upload.rate, income_types: upload.income_types },
  holds: upload.counts_from <= now && isUploadOnFile(upload, now),
});
