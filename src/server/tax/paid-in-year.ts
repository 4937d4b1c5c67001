/** What counts as paid to a user, in integer cents. */
import { paidSums } from '../db/reportable-payments.ts';
import type { PaidSums } from '../db/reportable-payments.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the cents that count for tax reporting in that calendar year. A payment counts when it leaves for
 * the payee, whoever funded it, and not when it came into the wallet, so no dollar counts twice. Tax-exempt
 * transfers do not count; that money is taken to leave the wallet first. `paying` is about to be paid, and
 * counts as if it had been.
 */
export const paidInYear = async (db: Queryable, userId: string, year: number, paying = 0): Promise<number> =>
  reportable(await paidSums(db, userId, year), paying);

/**
 * Exempt money is taken to leave first, so exempt money of earlier years is used up before that of the year.
 */
export function reportable(sums: PaidSums, paying = 0): number {
  const exemptLeft = Math.max(0, sums.exempt_before - sums.paid_before) + sums.exempt;
  return Math.max(0, sums.paid + paying - exemptLeft);
}
