/** What the app's wallet did between two moments. It is read from the books, and nothing is stored. */
import type { Queryable, Row } from '../ports/database.ts';
import type { NewMovement } from './ledger.ts';
import type { TransferRow } from './transfers.ts';

/** What an entry of the wallet was for, as far as the books know it. */
export interface WalletPart {
  readonly kind: NewMovement['kind'];
  /** Null for an opening. */
  readonly type: TransferRow['type'] | null;
  /** Whether money came in. */
  readonly comes: boolean;
  /** Whether it is about a payout link. */
  readonly link: boolean;
}

export interface WalletSum extends Row, WalletPart {
  /** The day in UTC, as `2026-11-30`. */
  day: string;
  entries: number;
  /** Cents. */
  amount: number;
}

export interface WalletSums {
  /** Cents before the first of `sums`. */
  readonly opening: number;
  /** In the order of the days. */
  readonly sums: readonly WalletSum[];
}

/** The entries of the app's wallet, with what they were for. `$1` is the app. */
const entries = `ledger_movements m
  join ledger_entries e on e.movement_id = m.id
  join ledger_accounts a on a.id = e.account_id and a.kind = 'app_wallet'
  left join transfers t on t.id = m.transfer_id
  where m.app_id = $1`;

/**
 * Sums the entries from `from` on and before `to`, by days. What the wallet had before is what it has now
 * less everything since; one statement reads both, so nothing comes in between.
 */
export async function walletSums(db: Queryable, appId: string, from: Date, to: Date): Promise<WalletSums> {
  const rows = await db.query<WalletSum & { is_in: boolean | null; balance: number }>(
    `with since as (
       select m.created < $3 as is_in, to_char(m.created at time zone 'UTC', 'YYYY-MM-DD') as day, m.kind, t.type,
         e.amount > 0 as comes, t.payout_link_id is not null as link, count(*)::int as entries, sum(e.amount)::bigint as amount
       from ${entries} and m.created >= $2 group by 1, 2, 3, 4, 5, 6
     )
     select since.*, coalesce((select balance from ledger_accounts
       where app_id = $1 and kind = 'app_wallet' and user_id is null and rail is null), 0) as balance
     from (select 1) one left join since on true order by day, kind, type, comes, link`,
    [appId, from, to],
  );
  const since = rows.filter(({ is_in }) => is_in !== null);
  return {
    opening: (rows[0]?.balance ?? 0) - since.reduce((sum, { amount }) => sum + amount, 0),
    sums: since.filter(({ is_in }) => is_in),
  };
}

export interface WalletEntry extends Row, WalletPart {
  /** The number of the movement. Together with `created` it is the entry's place in the list. */
  movement: number;
  created: Date;
  transfer_id: string | null;
  user_id: string | null;
  /** What the operator called a refill. */
  reference: string | null;
  /** Cents. */
  amount: number;
}

/** Returns the entries of the wallet, oldest first, `limit` at a time: those after `after`. */
export function walletEntries(
  db: Queryable,
  appId: string,
  { from, to, after, limit }: { from: Date; to: Date; after: WalletEntry | null; limit: number },
): Promise<WalletEntry[]> {
  return db.query<WalletEntry>(
    `select m.number as movement, m.created, m.kind, t.type, e.amount > 0 as comes, t.payout_link_id is not null as link, m.transfer_id, t.user_id,
       case when t.type = 'refill' then t.metadata ->> 'reference' end as reference, e.amount
     from ${entries} and m.created >= $2 and m.created < $3
       ${after === null ? '' : 'and (m.created, m.number) > ($5::timestamptz, $6::bigint)'}
     order by m.created, m.number limit $4`,
    [appId, from, to, limit, ...(after === null ? [] : [after.created, after.movement])],
  );
}
