/** What a payee can withdraw now, and whether that is enough for a payout. */
import type { UserRow } from '../../db/users.ts';
import { walletBalance } from '../../db/ledger.ts';
import { walletWith } from '../../ledger/wallets.ts';
import type { Queryable } from '../../ports/database.ts';
import { leastPayoutOf } from '../../payout-methods/rail-offers.ts';

/** Returns both in cents. `least`: of all the ways to be paid that this payee can have. */
export async function purseOf(tx: Queryable, user: UserRow): Promise<{ balance: number; least: number }> {
  const balance = walletWith(user, await walletBalance(tx, { userId: user.id })).withdrawable_amount;
  return { balance, least: leastPayoutOf(user) };
}
