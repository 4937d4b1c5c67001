/** What a user has, and what they were paid. Integer cents. */
import type { Queryable } from '../db/database.ts';
import { walletBalance } from '../db/ledger.ts';
import { reportablePaid } from '../db/transfers.ts';
import { isHeld } from './held.ts';
import { findUserById } from '../db/users.ts';

export interface Wallet {
  readonly amount: number;
  /** 0 while the payee's identity is in question: a payout made now would be held. */
  readonly withdrawable_amount: number;
}

export async function walletOf(db: Queryable, userId: string): Promise<Wallet> {
  const amount = await walletBalance(db, { userId });
  const user = await findUserById(db, userId);
  return { amount, withdrawable_amount: user && !isHeld(user) && user.status !== 'disabled' ? amount : 0 };
}

/**
 * Cents that count for tax reporting in that calendar year. A payment counts when it leaves for the payee, whoever it was
 * funded by, and not when it came into the wallet: one dollar is one dollar. Tax-exempt transfers do not count; that money
 * is taken to leave the wallet first. `paying`: what is about to be paid, counted as if it had been.
 */
export const paidInYear = (db: Queryable, userId: string, year: number, paying = 0): Promise<number> =>
  reportablePaid(db, userId, year, paying);
