/** What a user has and may withdraw, in integer cents. */
import type { Queryable } from '../ports/database.ts';
import { walletBalance } from '../db/ledger.ts';
import { isHeld } from './held.ts';
import { findUserById } from '../db/users.ts';

export interface Wallet {
  readonly amount: number;
  /** 0 while the payee is held: a payout made now would wait. */
  readonly withdrawable_amount: number;
}

export async function walletOf(db: Queryable, userId: string): Promise<Wallet> {
  const amount = await walletBalance(db, { userId });
  const user = await findUserById(db, userId);
  return { amount, withdrawable_amount: user && !isHeld(user) && user.status !== 'disabled' ? amount : 0 };
}
