/** What counts as paid to a user, in integer cents. */
import type { PaidSums } from '../db/reportable-payments.ts';

/**
 * Returns the cents that count for tax reporting in the calendar year of the sums. A payment counts when it
 * leaves for the payee, whoever funded it, and not when it came into the wallet, so no dollar counts twice.
 * Tax-exempt transfers do not count; that money is taken to leave the wallet first, so exempt money of
 * earlier years is used up before that of the year. `paying` is about to be paid, and counts as if
 * it had been.
 */
export function reportable(
  sums: Pick<PaidSums, 'paid' | 'paid_before' | 'exempt' | 'exempt_before'>,
  paying = 0,
): number {
  const exemptLeft = Math.max(0, sums.exempt_before - sums.paid_before) + sums.exempt;
  return Math.max(0, sums.paid + paying - exemptLeft);
}

/** Returns the same of the year before. */
export const reportableLastYear = (sums: Omit<PaidSums, 'backup_last'>): number =>
  reportable({
    paid: sums.paid_last,
    paid_before: sums.paid_before - sums.paid_last,
    exempt: sums.exempt_last,
    exempt_before: sums.exempt_before - sums.exempt_last,
  });
