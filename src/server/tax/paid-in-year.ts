/** What counts as paid to a user, in integer cents. */
import { reportablePaid } from '../db/reportable-payments.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Returns the cents that count for tax reporting in that calendar year. A payment counts when it leaves for
 * the payee, whoever funded it, and not when it came into the wallet, so no dollar counts twice. Tax-exempt
 * transfers do not count; that money is taken to leave the wallet first. `paying` is about to be paid, and
 * counts as if it had been.
 */
export const paidInYear = (db: Queryable, userId: string, year: number, paying = 0): Promise<number> =>
  reportablePaid(db, userId, year, paying);
