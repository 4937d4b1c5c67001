/** Answers the question before any payment: does the law want a tax form of this payee first? */
import type { Adjustment1099 } from '../../contract/partner/users.ts';
import type { Queryable } from '../ports/database.ts';
import { newestTaxForm } from '../db/tax-forms.ts';
import { approvedUploads } from '../db/tax-uploads.ts';
import { paidSums } from '../db/reportable-payments.ts';
import type { PaidSums } from '../db/reportable-payments.ts';
import type { UserRow } from '../db/users.ts';
import type { Deps } from '../ports/deps.ts';
import { isOnFile } from '../../contract/tax/form-on-file.ts';
import type { FiledForm } from '../../contract/tax/form-on-file.ts';
import { reportable, reportableLastYear } from './paid-in-year.ts';
import { countryOf } from './residence.ts';
import { isUploadOnFile } from '../../contract/tax/uploaded-forms.ts';
import type { ApprovedUpload } from '../../contract/tax/uploaded-forms.ts';
import { noticeState } from '../../contract/tax/b-notices.ts';
import { taxAnswer, wasReported } from '../../contract/tax/rules.ts';
import type { TaxAnswer } from '../../contract/tax/rules.ts';

/**
 * Returns what the tax rules say of this payee now. `must` is false when a form that still holds is on file.
 * `paying` is the cents that are about to be paid on top of this year's.
 */
export async function taxFormDue(
  deps: Pick<Deps, 'clock'>,
  tx: Queryable,
  user: Taxed & Pick<UserRow, 'id'>,
  { paying }: { readonly paying: number },
): Promise<TaxDue> {
  const now = deps.clock.now();
  const sums = await paidSums(tx, user.id, now.getUTCFullYear());
  const [form, [upload = null]] = [await newestTaxForm(tx, user.id), await approvedUploads(tx, user.id)];
  return taxFormDueOf(user, { now, sums, paying, form, upload });
}

/** The same for whoever has read the sums of this year and the newest form already. */
export function taxFormDueOf(user: Taxed, { now, sums, paying = 0, form, upload }: Known): TaxDue {
  const year = now.getUTCFullYear();
  const notices = noticeState(user.b_notices, form, now);
  const answer = taxAnswer({
    country: countryOf(user),
    year,
    paid: reportable(sums, paying) + paidElsewhere(user.adjustments_1099, year),
    paidLastYear: reportableLastYear(sums) + paidElsewhere(user.adjustments_1099, year - 1),
    withheldLastYear: sums.backup_last,
    isContradicted: form?.tin_status === 'mismatched',
  });
  const isDue = answer.must && !isUploadOnFile(upload, now) && !isOnFile(form, now, user.country);
  // The IRS's notice decides what is withheld, and the payee is paid the rest. A W-9 answers the first one
  // only, so after the second nobody is asked for it.
  const must = form?.form === 'w9' && notices.isOpen ? notices.wantsForm : isDue;
  return { ...answer, must, refuses: must && !(form?.form === 'w9' && notices.isOpen) };
}

export interface TaxDue extends TaxAnswer {
  /** Nothing is paid until the form is there. */
  readonly refuses: boolean;
}

/**
 * Returns the cents that count this year, wherever they were paid, with `paying` on top, and whether the year
 * before leaves nothing of the threshold.
 */
export async function paidOf(
  deps: Pick<Deps, 'clock'>,
  tx: Queryable,
  user: Taxed & Pick<UserRow, 'id'>,
  paying: number,
): Promise<{ readonly paid: number; readonly hadLastYear: boolean }> {
  const year = deps.clock.now().getUTCFullYear();
  const sums = await paidSums(tx, user.id, year);
  return {
    paid: reportable(sums, paying) + paidElsewhere(user.adjustments_1099, year),
    hadLastYear: wasReported({
      ...{ country: 'US', year, withheldLastYear: sums.backup_last },
      paidLastYear: reportableLastYear(sums) + paidElsewhere(user.adjustments_1099, year - 1),
    }),
  };
}

type Taxed = Pick<UserRow, 'country' | 'phone_e164' | 'adjustments_1099' | 'b_notices'>;

interface Known {
  readonly now: Date;
  readonly sums: PaidSums;
  /** Cents that are about to be paid. */
  readonly paying?: number;
  readonly form: FiledForm | null;
  /** Of the forms that were uploaded and approved, the one that holds longest. */
  readonly upload: Pick<ApprovedUpload, 'holds_until'> | null;
}

/**
 * Returns the cents that the partner paid in that year outside of this server (`1099_adjustment`). The vendor
 * has one threshold for both forms. The law would leave what a 1099-K reports out of the others (Treas. Reg.
 * §1.6041-1(a)(1)(iv)). Counting it may ask for a form too early, and never too late.
 */
function paidElsewhere(adjustments: readonly Adjustment1099[], year: number): number {
  const adjustment = adjustments.find((said) => said.year === year);
  if (!adjustment) return 0;
  if (adjustment.form === '1099-NEC') return adjustment.amount;
  return Object.values(adjustment.monthly_amounts).reduce<number>((sum, cents) => sum + (cents ?? 0), 0);
}
