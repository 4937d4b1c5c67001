/**
 * The books as they are listed: movements with their entries, newest first. A partner pages by the ids of
 * lines, which are numbers of entries (`ledger/lines.ts`); a line leads to its movement, and the page begins
 * there.
 */
import type { Queryable, Row } from '../ports/database.ts';
import type { BookedEntry } from './ledger.ts';
import type { TransferRow } from './transfers.ts';

/** Where a movement stands in the list. */
export interface Place extends Row {
  created: Date;
  number: number;
}

export interface ListedEntry extends BookedEntry {
  /** Null for an opening. */
  type: TransferRow['type'] | null;
}

/** Returns the place of the movement that the entry belongs to; null when the app has no such entry. */
export async function placeOfEntry(db: Queryable, appId: string, entry: number): Promise<Place | null> {
  const [place] = await db.query<Place>(
    `select m.created, m.number from ledger_entries e join ledger_movements m on m.id = e.movement_id
     where e.number = $2 and e.app_id = $1`,
    [appId, entry],
  );
  return place ?? null;
}

/**
 * Returns the entries of up to `limit` movements from `from` on, itself included, in the order of the list:
 * older and older, or with `newer` the other way. Without `from` it begins at the end of the books.
 */
export function entriesFrom(
  db: Queryable,
  appId: string,
  { from, newer, limit }: { from: Place | null; newer: boolean; limit: number },
): Promise<ListedEntry[]> {
  const order = newer ? 'asc' : 'desc';
  return db.query<ListedEntry>(
    `select m.transfer_id, m.number as movement, m.created, m.kind, e.number, e.account_id, a.kind as account, a.rail,
       e.amount, t.type
     from (select id, app_id, created, number, kind, transfer_id from ledger_movements where app_id = $1
         ${from === null ? '' : `and (created, number) ${newer ? '>=' : '<='} ($3::timestamptz, $4::bigint)`}
         order by created ${order}, number ${order} limit $2) m
       join ledger_entries e on e.movement_id = m.id
       join ledger_accounts a on a.id = e.account_id
       left join transfers t on t.id = m.transfer_id
     order by m.created ${order}, m.number ${order}, e.number`,
    [appId, limit, ...(from === null ? [] : [from.created, from.number])],
  );
}
