/**
 * The books: accounts, movements and entries. The database itself refuses what must not be booked (migration
 * 002).
 */
import type { Queryable, Row } from '../ports/database.ts';

/**
 * Wallets have an owner who cannot overdraw them. `rail_clearing` is money on its way, `fees` is what was
 * earned, `reserved` is put aside for payout links that nobody has claimed, `withheld` is kept back for a tax
 * authority, and `outside` is the rest of the world. Each app has its own of each.
 */
export type AccountKind =
  'app_wallet' | 'user_wallet' | 'rail_clearing' | 'fees' | 'outside' | 'reserved' | 'withheld';

/** Names an account of an app. A user's wallet has `userId`; a rail's clearing account has `rail`. */
export interface AccountName {
  readonly kind: AccountKind;
  readonly userId?: string;
  readonly rail?: string;
}

export interface AccountRow extends Row {
  id: string;
  kind: AccountKind;
  user_id: string | null;
  rail: string | null;
  /** Cents. Null for accounts whose balance is not stored. */
  balance: number | null;
}

/** The app's own accounts, as `ledger_accounts_app` has them. */
const ofApp = 'user_id is null and rail is null';

/**
 * Returns the accounts in the order of their names, and opens those first that are new. Of two transactions
 * that open the same account, the second waits for the first at the unique index and then reads its row.
 * `newId` is asked only for a new account.
 */
export async function accountsOf(
  tx: Queryable,
  appId: string,
  names: readonly AccountName[],
  { newId, now }: { newId: () => string; now: Date },
): Promise<AccountRow[]> {
  const [known, missing] = await findAccounts(tx, appId, names);
  if (missing.length === 0) return known;
  for (const { kind, userId, rail } of missing)
    await tx.query(
      `insert into ledger_accounts (id, app_id, kind, user_id, rail, created, balance)
       values ($1, $2, $3, $4, $5, $6, case when $3 in ('app_wallet', 'user_wallet') then 0 end) on conflict do nothing`,
      [newId(), appId, kind, userId ?? null, rail ?? null, now],
    );
  return (await findAccounts(tx, appId, names))[0];
}

/** Returns the accounts that there are, and the names of those that are not. */
async function findAccounts(
  tx: Queryable,
  appId: string,
  names: readonly AccountName[],
): Promise<[known: AccountRow[], missing: AccountName[]]> {
  const params: string[] = [appId];
  const param = (value: string) => `$${params.push(value)}`;
  // Each kind of name has an index. One condition for all of them could use none.
  const parts = names.map(({ kind, userId, rail }, at) => {
    const named = [
      `kind = ${param(kind)}`,
      ...(userId === undefined ? [] : [`user_id = ${param(userId)}`]),
      ...(rail === undefined ? [] : [`rail = ${param(rail)}`]),
      ...(userId === undefined && rail === undefined ? [ofApp] : []),
    ];
    return `select ${at} as at, id, kind, user_id, rail, balance from ledger_accounts where app_id = $1 and ${named.join(' and ')}`;
  });
  if (parts.length === 0) return [[], []];
  const rows = await tx.query<AccountRow & { at: number }>(
    `select at, id, kind, user_id, rail, balance from (${parts.join(' union all ')}) as found order by at`,
    params,
  );
  const found = new Set(rows.map(({ at }) => at));
  return [rows, names.filter((_, at) => !found.has(at))];
}

/**
 * Locks the wallets among these accounts until the transaction ends. The order is always the same (by id),
 * so two transactions cannot wait for each other. The other accounts have no stored balance and need no
 * lock. `no key update` is enough, and lets foreign keys to the account be checked meanwhile.
 */
export function lockWallets(tx: Queryable, ids: readonly string[]): Promise<AccountRow[]> {
  return tx.query<AccountRow>(
    `select id, kind, user_id, rail, balance from ledger_accounts
     where id = any($1::uuid[]) and balance is not null order by id for no key update`,
    [[...ids]],
  );
}

export interface NewMovement {
  readonly id: string;
  readonly appId: string;
  readonly created: Date;
  readonly kind:
    | 'opening'
    | 'refill'
    | 'balance'
    | 'payout'
    | 'settled'
    | 'returned'
    | 'reversed'
    | 'released'
    | 'remitted';
  /** Null for an `opening` and nothing else. */
  readonly transferId: string | null;
  /**
   * `open`: the money leaves the wallet. `close`: it arrives, or comes back. `reverse`: it comes back
   * although it had arrived. `remit`: what was withheld of it leaves for the tax authority. A transfer has
   * each phase at most once (`ledger_movements_once`).
   */
  readonly phase: 'open' | 'close' | 'reverse' | 'remit' | null;
}

/**
 * Books a movement. A trigger adds each entry to the balance of its wallet; another checks at commit that
 * the entries sum to zero. The caller has locked the wallets (`ledger/movements.ts`), so a wallet that
 * would go below zero is noticed before the database refuses it.
 */
export async function insertMovement(
  tx: Queryable,
  movement: NewMovement,
  entries: readonly { readonly accountId: string; readonly amount: number }[],
): Promise<void> {
  await tx.query(
    `with movement as (
       insert into ledger_movements (id, app_id, created, kind, transfer_id, phase) values ($1, $2, $3, $4, $5, $6)
       returning id, app_id)
     insert into ledger_entries (app_id, movement_id, account_id, amount)
     select app_id, id, entry.account_id, entry.amount
     from movement, unnest($7::uuid[], $8::bigint[]) with ordinality as entry (account_id, amount, n) order by n`,
    [
      ...[movement.id, movement.appId, movement.created, movement.kind, movement.transferId, movement.phase],
      entries.map(({ accountId }) => accountId),
      entries.map(({ amount }) => amount),
    ],
  );
}

export interface BookedEntry extends Row {
  /** Null for an opening. */
  transfer_id: string | null;
  movement: number;
  created: Date;
  kind: NewMovement['kind'];
  number: number;
  account_id: string;
  account: AccountKind;
  rail: string | null;
  /** Cents. Positive: the account has more afterwards. */
  amount: number;
}

/** Returns what was booked for transfers, in order. */
export function entriesOf(db: Queryable, transferIds: readonly string[]): Promise<BookedEntry[]> {
  return db.query<BookedEntry>(
    `select m.transfer_id, m.number as movement, m.created, m.kind, e.number, e.account_id, a.kind as account, a.rail, e.amount
     from ledger_movements m join ledger_entries e on e.movement_id = m.id join ledger_accounts a on a.id = e.account_id
     where m.transfer_id = any($1::uuid[]) order by e.number`,
    [transferIds],
  );
}

/**
 * Returns whether a sandbox app got its first money already. It gets it once, however often the server
 * starts.
 */
export async function hasOpening(tx: Queryable, appId: string): Promise<boolean> {
  return (
    (await tx.query(`select 1 from ledger_movements where app_id = $1 and kind = 'opening'`, [appId]))
      .length > 0
  );
}

/**
 * Returns the cents in a wallet; 0 when nothing was ever booked on it. Reads without a lock, so the balance
 * may have changed by the time it is used. Whoever is about to take money locks the wallets first.
 */
export async function walletBalance(
  db: Queryable,
  wallet: { readonly userId: string } | { readonly appId: string },
): Promise<number> {
  const [row] =
    'userId' in wallet
      ? await db.query<{ balance: number }>('select balance from ledger_accounts where user_id = $1', [
          wallet.userId,
        ])
      : await db.query<{ balance: number }>(
          `select balance from ledger_accounts where app_id = $1 and kind = 'app_wallet' and ${ofApp}`,
          [wallet.appId],
        );
  return row?.balance ?? 0;
}
