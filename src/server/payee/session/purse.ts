/** What a payee can withdraw now, and whether that is enough for a payout. */
import type { UserRow } from '../../db/users.ts';
import { walletBalance } from '../../db/ledger.ts';
import { walletWith } from '../../ledger/wallets.ts';
import type { Queryable } from '../../ports/database.ts';
import { leastPayoutOf } from '../../payout-methods/rail-offers.ts';

/** Returns both in cents. `least`: of all the ways to be paid that this payee can have. */
export const purseOf = async (tx: Queryable, user: UserRow): Promise<Purse> =>
  purseWith(user, await walletBalance(tx, { userId: user.id }));

/** `amount`: what is in the wallet, in cents. */
export const purseWith = (user: UserRow, amount: number): Purse => ({
  balance: walletWith(user, amount).withdrawable_amount,
  least: leastPayoutOf(user),
});

interface Purse {
  readonly balance: number;
  readonly least: number;
}
