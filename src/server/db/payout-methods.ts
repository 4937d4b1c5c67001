/**
 * Where a user receives money. The row of a removed method stays for the books, because payouts refer to it,
 * and nobody is shown it.
 */
import type { PayoutRail } from '../../contract/bank/rails.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { asJson } from './update.ts';

export interface PayoutMethodRow extends Row {
  id: string;
  user_id: string;
  created: Date;
  /** `created`, or that of the paused method whose account was added anew. */
  known_since: Date;
  platform: PayoutRail;
  /** Everything that was submitted, as JSON. `payout-methods/sealed-details.ts` opens it. */
  details_sealed: Buffer;
  /**
   * Keyed hash of what identifies the account. It refuses the same account twice for one user, and finds
   * accounts that several users share (`about-users.ts`).
   */
  fingerprint: Buffer;
  /**
   * Enough for the payee to recognise the account. It is the only form in which it goes back to a browser.
   */
  masked: string;
  bank_name: string | null;
  account_type: 'checking' | 'savings' | null;
  /** A user has at most one default (`payout_methods_default`). Automatic payouts go there. */
  is_default: boolean;
  /** The partner's own note; any JSON. */
  meta?: unknown;
}

const inserted =
  'id, user_id, created, known_since, platform, details_sealed, fingerprint, masked, bank_name, account_type, is_default';
export const methodColumns = `${inserted}, meta`;

/** Returns the user's methods in the order in which they were added, without removed ones. */
export function payoutMethodsOf(db: Queryable, userId: string): Promise<PayoutMethodRow[]> {
  return db.query<PayoutMethodRow>(
    `select ${methodColumns} from payout_methods where user_id = $1 and removed is null order by number`,
    [userId],
  );
}

/** Finds a removed one too: a payout that was on its way when it was removed still goes there. */
export async function findPayoutMethod(db: Queryable, id: string): Promise<PayoutMethodRow | null> {
  const [row] = await db.query<PayoutMethodRow>(`select ${methodColumns} from payout_methods where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/**
 * Returns false when the user has this very method already. `is_default` may be true only while the user has
 * no default. Otherwise the index on defaults refuses the row, which is an error and not `false`.
 */
export async function insertPayoutMethod(tx: Queryable, method: PayoutMethodRow): Promise<boolean> {
  const rows = await tx.query(
    `insert into payout_methods (${inserted}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     on conflict (user_id, fingerprint) where removed is null do nothing returning id`,
    [
      method.id,
      method.user_id,
      method.created,
      method.known_since,
      method.platform,
      method.details_sealed,
      method.fingerprint,
      method.masked,
      method.bank_name,
      method.account_type,
      method.is_default,
    ],
  );
  return rows.length > 0;
}

/**
 * Returns false when the user has no such method, or removed it before. No other method becomes the default
 * here; the caller decides that.
 */
export async function removePayoutMethod(
  tx: Queryable,
  userId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await tx.query(
    'update payout_methods set removed = $3, is_default = false where user_id = $1 and id = $2 and removed is null returning id',
    [userId, id, now],
  );
  return rows.length > 0;
}

/** It takes two statements, because the index that allows one default per user is checked row by row. */
export async function setDefaultPayoutMethod(tx: Queryable, userId: string, id: string): Promise<void> {
  await tx.query('update payout_methods set is_default = false where user_id = $1 and is_default', [userId]);
  await tx.query(
    'update payout_methods set is_default = true where user_id = $1 and id = $2 and removed is null',
    [userId, id],
  );
}

/** Returns whether there was a default. */
export async function clearDefaultPayoutMethod(tx: Queryable, userId: string): Promise<boolean> {
  const rows = await tx.query(
    'update payout_methods set is_default = false where user_id = $1 and is_default returning id',
    [userId],
  );
  return rows.length > 0;
}

/** Finds the user's own method, not that of another user with the same account. */
export async function findPayoutMethodByFingerprint(
  db: Queryable,
  userId: string,
  fingerprint: Buffer,
): Promise<PayoutMethodRow | null> {
  const [row] = await db.query<PayoutMethodRow>(
    `select ${methodColumns} from payout_methods where user_id = $1 and fingerprint = $2 and removed is null`,
    [userId, fingerprint],
  );
  return row ?? null;
}

export async function setPayoutMethodMeta(tx: Queryable, id: string, meta: unknown): Promise<void> {
  await tx.query('update payout_methods set meta = $2 where id = $1', [id, asJson(meta)]);
}

export async function setPayoutMethodDetails(tx: Queryable, id: string, sealed: Buffer): Promise<void> {
  await tx.query('update payout_methods set details_sealed = $2 where id = $1', [id, sealed]);
}
