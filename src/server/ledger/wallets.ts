/** What a user has and may withdraw, in integer cents. */
import type { Queryable } from '../ports/database.ts';
import { walletBalance } from '../db/ledger.ts';
import { isHeld } from './held.ts';
import { findUserById } from '../db/users.ts';
import type { UserRow } from '../db/users.ts';

export interface Wallet {
  readonly amount: number;
  /** 0 while the payee is held: a payout made now would wait. */
  readonly withdrawable_amount: number;
}

export async function walletOf(db: Queryable, userId: string): Promise<Wallet> {
  const amount = await walletBalance(db, { userId });
  return walletWith(await findUserById(db, userId), amount);
}

/** The same for whoever has read user and balance already. */
export const walletWith = (user: UserRow | null, amount: number): Wallet => ({
  amount,
  withdrawable_amount: user && !isHeld(user) && user.status !== 'disabled' ? amount : 0,
});
