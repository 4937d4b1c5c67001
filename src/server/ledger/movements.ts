/**
 * Books a movement: opens accounts as needed, locks the wallets, and says in the API's words when a wallet
 * has too little.
 */
import type { Queryable } from '../ports/database.ts';
import { accountsOf, insertMovement, lockWallets } from '../db/ledger.ts';
import type { AccountName, AccountRow, NewMovement } from '../db/ledger.ts';
import { payeeChanged } from '../db/signals.ts';
import type { TransferRow } from '../db/transfers.ts';
import type { Sending } from '../webhooks/outbox.ts';
import type { Deps } from '../ports/deps.ts';
import { ProblemError, fieldProblem } from '../../contract/input/problem-error.ts';
import { hurryWaitingLinks } from './hurry-links.ts';
import { noticeLowBalance } from './low-balance.ts';

export interface Line {
  readonly account: AccountName;
  /** Cents. Positive: the account has more afterwards. The lines of a movement sum to zero. */
  readonly amount: number;
}

export type Movement = Pick<NewMovement, 'appId' | 'kind'> &
  Partial<Pick<NewMovement, 'transferId' | 'phase'>> & { readonly lines: readonly Line[] };

export const appWallet: AccountName = { kind: 'app_wallet' };
export const fees: AccountName = { kind: 'fees' };
export const outside: AccountName = { kind: 'outside' };
export const reserved: AccountName = { kind: 'reserved' };
export const withheldMoney: AccountName = { kind: 'withheld' };
export const userWallet = (userId: string): AccountName => ({ kind: 'user_wallet', userId });
export const railClearing = (rail: string): AccountName => ({ kind: 'rail_clearing', rail });

/**
 * Returns whose transfer it is. Only refills, and what a payout link brings, are nobody's, and whoever asks
 * has something else.
 */
export function payeeOf({ user_id }: Pick<TransferRow, 'user_id'>): string {
  if (user_id === null) throw new Error('The transfer is of no user.');
  return user_id;
}

/**
 * Locks the app's wallet and the user's until the transaction ends, and returns the cents in the user's. A
 * transaction that will need both, in one movement or in two, begins with this. `book` locks the wallets of
 * its own movement in the same order, so two transactions cannot wait for each other.
 */
export async function lockWalletsOf(
  deps: Pick<Deps, 'newId' | 'clock'>,
  tx: Queryable,
  appId: string,
  userId: string,
): Promise<number> {
  const locked = await lockNamed(deps, tx, appId, [appWallet, userWallet(userId)]);
  return locked.find(({ kind }) => kind === 'user_wallet')?.balance ?? 0;
}

async function lockNamed(
  { newId, clock }: Pick<Deps, 'newId' | 'clock'>,
  tx: Queryable,
  appId: string,
  wallets: readonly AccountName[],
): Promise<AccountRow[]> {
  const accounts = await accountsOf(tx, appId, wallets, { newId, now: clock.now() });
  const ids = accounts.map(({ id }) => id);
  return lockWallets(tx, ids);
}

/** Locks the app's wallet alone until the transaction ends, and returns its cents. */
export async function lockAppWallet(
  deps: Pick<Deps, 'newId' | 'clock'>,
  tx: Queryable,
  appId: string,
): Promise<number> {
  return (await lockNamed(deps, tx, appId, [appWallet]))[0]?.balance ?? 0;
}

/** @throws ProblemError `transaction-insufficient-funds` when a wallet would go below zero. */
export async function book(deps: Sending, tx: Queryable, movement: Movement): Promise<void> {
  const now = deps.clock.now();
  const lines = movement.lines.filter((line) => line.amount !== 0);
  const names = lines.map(({ account }) => account);
  const accounts = await accountsOf(tx, movement.appId, names, { newId: deps.newId, now });
  const entries = accounts.map(({ id }, at) => ({ accountId: id, amount: lines[at]?.amount ?? 0 }));
  const ids = entries.map(({ accountId }) => accountId);
  for (const wallet of await lockWallets(tx, ids)) {
    const change = entries
      .filter(({ accountId }) => accountId === wallet.id)
      .reduce((sum, { amount }) => sum + amount, 0);
    const before = wallet.balance ?? 0;
    if (before + change < 0) throw insufficient(wallet.kind);
    if (wallet.kind === 'app_wallet')
      await noticeAppWallet(deps, tx, movement.appId, { before, after: before + change });
  }
  await insertMovement(
    tx,
    {
      id: deps.newId(),
      created: now,
      appId: movement.appId,
      kind: movement.kind,
      transferId: movement.transferId ?? null,
      phase: movement.phase ?? null,
    },
    entries,
  );
  for (const { account } of movement.lines)
    if (account.userId !== undefined) payeeChanged(tx, account.userId);
}

/** Tells the partner of too little, and the payout links that wait for money of more. */
async function noticeAppWallet(
  deps: Sending,
  tx: Queryable,
  appId: string,
  holds: { readonly before: number; readonly after: number },
): Promise<void> {
  await noticeLowBalance(deps, tx, appId, holds);
  if (holds.after > holds.before) await hurryWaitingLinks(deps, tx, appId, holds.after);
}

function insufficient(kind: string): ProblemError {
  return new ProblemError('transaction-insufficient-funds', {
    detail:
      kind === 'app_wallet'
        ? 'The app’s wallet holds less than that. Fill it with POST /apps/{id}/deposit, or move less.'
        : 'The user’s wallet holds less than that. Take at most what `wallet` of GET /users/{id} says.',
    errors: [fieldProblem('amount', 'transaction-insufficient-funds')],
  });
}
