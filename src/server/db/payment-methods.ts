/**
 * Bank accounts of users that the partner may debit. The row of a removed one stays: it proves what the payee
 * agreed to (Nacha Operating Rules: two years from the end of the authorization).
 */
import type { PaymentMethod } from '../../contract/steps/manage-payments.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface PaymentMethodRow extends Row {
  id: string;
  user_id: string;
  created: Date;
  /**
   * `link`: the bank itself named the account, so it is verified at once. `manual`: the numbers were typed,
   * and two deposits prove that they are the payee's.
   */
  source: 'manual' | 'link';
  /** Routing number, account number and type, as JSON. */
  details_sealed: Buffer;
  /** Keyed hash of routing and account number. It finds the same account again without opening any seal. */
  fingerprint: Buffer;
  masked: string;
  bank_name: string | null;
  account_type: PaymentMethod['account_type'];
  is_default: boolean;
  /** `pending`: the deposits are being sent. `sent`: they wait to be confirmed. */
  status: PaymentMethod['status'];
  failure: PaymentMethod['failure'];
  /**
   * The amounts of the two deposits, in cents, as JSON. Only somebody who sees the account may know them, so
   * nobody who sees the database does. Null once they are of no more use.
   */
  amounts_sealed: Buffer | null;
  deposits_expected: Date | null;
  tries: number;
  mandate_version: string;
  /**
   * The paragraphs exactly as the payee saw them. A version number alone would prove nothing once the words
   * change.
   */
  mandate_text: string[];
  mandate_accepted: Date;
  /** When the payee took the authorization back. */
  mandate_revoked: Date | null;
  /** In which flow the payee agreed. It is not a foreign key, because the proof outlives the flow. */
  flow_id: string;
  removed: Date | null;
}

const columns =
  'id, user_id, created, source, details_sealed, fingerprint, masked, bank_name, account_type, is_default, status, failure, ' +
  'amounts_sealed, deposits_expected, tries, mandate_version, mandate_text, mandate_accepted, mandate_revoked, flow_id, removed';

/** Returns the user's accounts in the order in which they were added, without removed ones. */
export function paymentMethodsOf(db: Queryable, userId: string): Promise<PaymentMethodRow[]> {
  return db.query<PaymentMethodRow>(
    `select ${columns} from payment_methods where user_id = $1 and removed is null order by number`,
    [userId],
  );
}

/** Finds a removed one too: the payee is still told what became of it. */
export async function findPaymentMethod(db: Queryable, id: string): Promise<PaymentMethodRow | null> {
  const [row] = await db.query<PaymentMethodRow>(`select ${columns} from payment_methods where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** Returns whether the partner may debit some account of the user. */
export async function hasVerifiedPaymentMethod(db: Queryable, userId: string): Promise<boolean> {
  const rows = await db.query(
    `select 1 from payment_methods where user_id = $1 and status = 'verified' and removed is null limit 1`,
    [userId],
  );
  return rows.length > 0;
}

export type NewPaymentMethod = Omit<
  PaymentMethodRow,
  'failure' | 'deposits_expected' | 'tries' | 'mandate_revoked' | 'removed' | 'is_default'
>;

/**
 * Returns null when the user has this very account already. The unique index decides, so that two windows
 * cannot both add it.
 */
export async function insertPaymentMethod(
  tx: Queryable,
  method: NewPaymentMethod,
): Promise<PaymentMethodRow | null> {
  const [row] = await tx.query<PaymentMethodRow>(
    `insert into payment_methods (id, user_id, created, source, details_sealed, fingerprint, masked, bank_name, account_type, status,
       amounts_sealed, mandate_version, mandate_text, mandate_accepted, flow_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
     on conflict (user_id, fingerprint) where removed is null do nothing returning ${columns}`,
    [
      method.id,
      method.user_id,
      method.created,
      method.source,
      method.details_sealed,
      method.fingerprint,
      method.masked,
      method.bank_name,
      method.account_type,
      method.status,
      method.amounts_sealed,
      method.mandate_version,
      JSON.stringify(method.mandate_text),
      method.mandate_accepted,
      method.flow_id,
    ],
  );
  return row ?? null;
}

/** Everything may change but whose account it is and what was agreed to. */
export type PaymentMethodPatch = Partial<
  Pick<
    PaymentMethodRow,
    'status' | 'failure' | 'amounts_sealed' | 'deposits_expected' | 'tries' | 'is_default'
  >
>;

export const updatePaymentMethod = (
  tx: Queryable,
  id: string,
  patch: PaymentMethodPatch,
): Promise<PaymentMethodRow> => updateById<PaymentMethodRow>(tx, 'payment_methods', id, patch, columns);

/**
 * Removes an account, which takes its authorization back. The sealed numbers stay with the proof; the amounts
 * of the deposits go.
 */
export async function removePaymentMethod(tx: Queryable, id: string, now: Date): Promise<void> {
  await tx.query(
    'update payment_methods set removed = $2, mandate_revoked = $2, is_default = false, amounts_sealed = null where id = $1',
    [id, now],
  );
}

/** It takes two statements, because the index that allows one default per user is checked row by row. */
export async function setDefaultPaymentMethod(tx: Queryable, userId: string, id: string): Promise<void> {
  await tx.query('update payment_methods set is_default = false where user_id = $1 and is_default', [userId]);
  await tx.query(
    'update payment_methods set is_default = true where user_id = $1 and id = $2 and removed is null',
    [userId, id],
  );
}
