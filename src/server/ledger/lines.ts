/**
 * The lines of a movement. The books have entries, each on one account; the vendor shows lines, each with a
 * source and a destination. The lines of a movement say the same: what they take from an account and bring to
 * it is what its entries sum to, to the cent.
 */
import type { BookedEntry } from '../db/ledger.ts';

/** The part of an entry that lines are made of. */
export type LineEntry = Pick<BookedEntry, 'account_id' | 'account' | 'rail' | 'number' | 'amount'>;

export interface Line<E extends LineEntry = LineEntry> {
  /** The number of an entry of the movement. No other line has it. */
  readonly id: number;
  /** Cents, more than 0. */
  readonly amount: number;
  readonly from: E;
  readonly to: E;
}

/**
 * Returns the lines of one movement, by their ids. Whoever gave the very amount that another got is paired
 * with them; the rest is dealt out in the order in which it was booked. Each line uses up an entry and bears
 * its number.
 */
export function linesOf<E extends LineEntry>(entries: readonly E[]): Line<E>[] {
  const sums = perAccount(entries);
  const givers = sums.filter(({ left }) => left < 0);
  const takers = sums.filter(({ left }) => left > 0);
  const lines: Line<E>[] = [];
  const pay = (from: Sum<E>, to: Sum<E>) => {
    const amount = Math.min(-from.left, to.left);
    from.left += amount;
    to.left -= amount;
    const used = to.left === 0 ? to : from;
    lines.push({ id: used.entry.number, amount, from: from.entry, to: to.entry });
  };
  for (const to of takers) {
    const from = givers.find(({ left }) => left === -to.left);
    if (from) pay(from, to);
  }
  for (const to of takers) for (const from of givers) if (to.left > 0 && from.left < 0) pay(from, to);
  return lines.sort((a, b) => a.id - b.id);
}

interface Sum<E> {
  readonly entry: E;
  left: number;
}

/** What goes through an account and out again is left out: two of its entries may cancel each other. */
function perAccount<E extends LineEntry>(entries: readonly E[]): Sum<E>[] {
  const sums = new Map<string, Sum<E>>();
  for (const entry of entries) {
    const known = sums.get(entry.account_id);
    if (known) known.left += entry.amount;
    else sums.set(entry.account_id, { entry, left: entry.amount });
  }
  return [...sums.values()];
}
