/** What counts as paid to a user, in integer cents. */
import { reportablePaid } from '../db/transfers.ts';
import type { Queryable } from '../ports/database.ts';

/**
 * Cents that count for tax reporting in that calendar year. A payment counts when it leaves for the payee, whoever it was
 * funded by, and not when it came into the wallet: one dollar is one dollar. Tax-exempt transfers do not count; that money
 * is taken to leave the wallet first. `paying`: what is about to be paid, counted as if it had been.
 */
export const paidInYear = (db: Queryable, userId: string, year: number, paying = 0): Promise<number> =>
  reportablePaid(db, userId, year, paying);
