/**
 * What was booked for a transfer, as the vendor shows it: lines with a source and a destination. The books
 * have entries, of which a movement has as many as there are accounts in it.
 */
import type { Transfer } from '../../contract/money/transfers.ts';
import type { BookedEntry } from '../db/ledger.ts';

type Line = Transfer['transactions'][number];

/** What an account gives or gets in a movement. */
interface Share {
  readonly entry: BookedEntry;
  /** Cents that no line has yet. Never negative. */
  open: number;
}

/**
 * Returns the lines of all movements, in order. Whatever becomes of the transfer, they add up: for each
 * account, what comes in less what goes out is what the books have.
 */
export function linesOf(entries: readonly BookedEntry[], type: Transfer['type']): Line[] {
  return groups(entries, ({ movement }) => movement).flatMap((booked) => linesOfMovement(booked, type));
}

function linesOfMovement(booked: readonly BookedEntry[], type: Transfer['type']): Line[] {
  const shares = sharesOf(booked);
  const givers = shares.filter(({ entry }) => entry.amount < 0);
  const getters = shares.filter(({ entry }) => entry.amount > 0);
  const lines: Line[] = [];
  const move = (giver: Share, getter: Share) => {
    const amount = Math.min(giver.open, getter.open);
    if (amount === 0) return;
    giver.open -= amount;
    getter.open -= amount;
    // Each line uses up one entry at least, so no two lines have the number of the same one.
    const { number } = getter.open === 0 ? getter.entry : giver.entry;
    lines.push({
      id: number,
      amount,
      created: getter.entry.created.toISOString(),
      source_name: nameOf(giver.entry),
      destination_name: nameOf(getter.entry),
      type: [giver, getter].some(({ entry }) => entry.account === 'fees') ? 'fee' : type,
      metadata: null,
    });
  };
  // A giver of this very amount is who it is from: the fee that the app bears is not the payee's money.
  for (const getter of getters)
    for (const giver of givers.filter(({ open }) => open === getter.open).slice(0, 1)) move(giver, getter);
  for (const getter of getters) for (const giver of givers) move(giver, getter);
  return lines.sort((one, other) => one.id - other.id);
}

/**
 * Returns one share for each account, by its first entry. An account through which money only passes, like
 * the rail's when a payout comes back after it had arrived, has none.
 */
function sharesOf(booked: readonly BookedEntry[]): Share[] {
  return groups(booked, nameOf).flatMap((same) => {
    const amount = same.reduce((sum, entry) => sum + entry.amount, 0);
    const [entry] = same;
    return entry && amount !== 0 ? [{ entry: { ...entry, amount }, open: Math.abs(amount) }] : [];
  });
}

function groups(entries: readonly BookedEntry[], key: (entry: BookedEntry) => unknown): BookedEntry[][] {
  const found = new Map<unknown, BookedEntry[]>();
  for (const entry of entries) found.set(key(entry), [...(found.get(key(entry)) ?? []), entry]);
  return [...found.values()];
}

function nameOf({ account, rail }: Pick<BookedEntry, 'account' | 'rail'>): string {
  switch (account) {
    case 'app_wallet':
      return 'App wallet';
    case 'user_wallet':
      return 'User wallet';
    case 'rail_clearing':
      return rail ?? 'Rail';
    case 'fees':
      return 'Fees';
    case 'outside':
      return 'Outside';
  }
}
