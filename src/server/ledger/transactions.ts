/** The lines of all movements of an app, page by page, newest first. */
import type { Transaction } from '../../contract/money/transactions.ts';
import { entriesFrom, placeOfEntry } from '../db/transactions.ts';
import type { ListedEntry } from '../db/transactions.ts';
import type { Page } from '../db/pages.ts';
import type { Queryable } from '../ports/database.ts';
import { transactionsOf } from './transfer-object.ts';

export interface TransactionPage {
  readonly limit: number;
  /** Id of the line before the page. */
  readonly starting_after?: number | undefined;
  /** Id of the line after the page. */
  readonly ending_before?: number | undefined;
}

/** Returns null when the named line is not in the list. */
export async function listTransactions(
  db: Queryable,
  appId: string,
  { limit, starting_after, ending_before }: TransactionPage,
): Promise<Page<Transaction> | null> {
  const newer = ending_before !== undefined;
  const cursor = ending_before ?? starting_after;
  const from = cursor === undefined ? null : await placeOfEntry(db, appId, cursor);
  if (cursor !== undefined && !from) return null;
  // Each movement has a line at least. One more tells whether there are more, and all lines of the movement
  // of the cursor may lie before the page.
  const entries = await entriesFrom(db, appId, { from, newer, limit: limit + 2 });
  const lines = linesInOrder(entries, newer);
  const at = cursor === undefined ? -1 : lines.findIndex(({ id }) => id === cursor);
  if (cursor !== undefined && at < 0) return null;
  const rest = lines.slice(at + 1);
  const data = rest.slice(0, limit);
  return { data: newer ? data.reverse() : data, has_more: rest.length > limit };
}

/** Returns the line with this id, or null. */
export async function findTransaction(db: Queryable, appId: string, id: number): Promise<Transaction | null> {
  const from = await placeOfEntry(db, appId, id);
  if (!from) return null;
  const entries = await entriesFrom(db, appId, { from, newer: false, limit: 1 });
  return linesInOrder(entries, false).find((line) => line.id === id) ?? null;
}

/** Within a movement the later number is the newer line. */
function linesInOrder(entries: readonly ListedEntry[], newer: boolean): Transaction[] {
  const movements = new Map<number, ListedEntry[]>();
  for (const entry of entries)
    movements.set(entry.movement, [...(movements.get(entry.movement) ?? []), entry]);
  return [...movements.values()].flatMap((booked) => {
    // The first money of a sandbox is of no transfer.
    const lines = transactionsOf(booked, booked[0]?.type ?? 'refill').map((line) => ({
      ...line,
      transfer_id: booked[0]?.transfer_id ?? null,
    }));
    return newer ? lines : lines.reverse();
  });
}
