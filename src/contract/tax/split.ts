/** What a payout from a wallet is made of. */
import { incomeTypes } from '../forms/income.ts';
import type { IncomeType } from '../forms/income.ts';

/** Cents by what they were paid for. `exempt`: the partner said that they are no income. */
export type Holdings = Readonly<Record<IncomeType | 'exempt', number>>;

export interface Share {
  readonly income: IncomeType | 'exempt';
  /** Cents, more than 0. */
  readonly amount: number;
}

const order = ['exempt', ...incomeTypes] as const;

/**
 * Returns of what a payout of `amount` consists: exempt money first (`server/tax/paid-in-year.ts`), then in
 * the order of the types. So once the wallet is empty, each cent has left as what it came in as. A type that
 * is below zero (money was taken back as something else) is made up for by the next ones. What nobody can
 * account for is of the `usual` type.
 */
export function splitOf(amount: number, holdings: Holdings, usual: IncomeType): Share[] {
  let missing = order.reduce((sum, income) => sum + Math.max(0, -holdings[income]), 0);
  let left = amount;
  const shares = new Map<Share['income'], number>();
  for (const income of order) {
    const owed = Math.min(missing, Math.max(0, holdings[income]));
    missing -= owed;
    const taken = Math.min(left, Math.max(0, holdings[income]) - owed);
    left -= taken;
    if (taken > 0) shares.set(income, taken);
  }
  if (left > 0) shares.set(usual, (shares.get(usual) ?? 0) + left);
  return [...shares].map(([income, cents]) => ({ income, amount: cents }));
}
