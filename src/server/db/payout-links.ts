/**
 * Payout links. Whoever changes one has locked its flow first, then the user, and then the link
 * (`lock-order.ts`).
 */
import type { DeliveryMethod, NotPaidReason, PayoutLinkStatus } from '../../contract/money/payout-links.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { FeeParty } from '../../contract/money/transfers.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { asJson, updateById } from './update.ts';

export interface PayoutLinkRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  updated: Date;
  /** The flow may be gone: one that never got to a user is removed after a time. */
  flow_id: string;
  transfer_id: string;
  /** Cents. */
  amount: number;
  status: PayoutLinkStatus;
  /** Whom it is for, or who has claimed it; null while nobody is known. */
  user_id: string | null;
  claimed: Date | null;
  expires_at: Date;
  first_name: string | null;
  last_name: string | null;
  email: string | null;
  /** Nobody claims it who has another phone. */
  phone_e164: string | null;
  delivery_method: DeliveryMethod;
  delivery_message: string | null;
  deliveries: number;
  /** A user with a default method is paid without having to open it (`send-payout`). */
  pays_at_once: boolean;
  /** Why it was not. */
  not_paid_because: NotPaidReason | null;
  fee_party: FeeParty | null;
  tax_exempt: boolean;
  /** What the money is for. Null: the app's usual type. */
  income_type: IncomeType | null;
  memo: string | null;
  description: string | null;
  metadata: string | Record<string, unknown> | null;
  idempotency_key: string | null;
  /** Of the request that has the key. */
  request_hash: Buffer | null;
}

export const payoutLinkColumns =
  'id, app_id, created, updated, flow_id, transfer_id, amount, status, user_id, claimed, expires_at, first_name, last_name, ' +
  'email, phone_e164, delivery_method, delivery_message, deliveries, pays_at_once, fee_party, tax_exempt, memo, description, ' +
  'metadata, idempotency_key, request_hash, not_paid_because, income_type';

export type NewPayoutLink = Omit<PayoutLinkRow, 'updated' | 'claimed' | 'deliveries' | 'not_paid_because'>;

/**
 * Returns null when the app has a link with this key already. Waits for another transaction that is just
 * making it.
 */
export async function insertPayoutLink(tx: Queryable, row: NewPayoutLink): Promise<PayoutLinkRow | null> {
  const [inserted] = await tx.query<PayoutLinkRow>(
    `insert into payout_links (id, app_id, created, updated, flow_id, transfer_id, amount, status, user_id, expires_at,
       first_name, last_name, email, phone_e164, delivery_method, delivery_message, pays_at_once, fee_party, tax_exempt,
       memo, description, metadata, idempotency_key, request_hash, income_type)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24)
     on conflict (app_id, idempotency_key) where idempotency_key is not null do nothing returning ${payoutLinkColumns}`,
    [
      row.id,
      row.app_id,
      row.created,
      row.flow_id,
      row.transfer_id,
      row.amount,
      row.status,
      row.user_id,
      row.expires_at,
      row.first_name,
      row.last_name,
      row.email,
      row.phone_e164,
      row.delivery_method,
      row.delivery_message,
      row.pays_at_once,
      row.fee_party,
      row.tax_exempt,
      row.memo,
      row.description,
      asJson(row.metadata),
      row.idempotency_key,
      row.request_hash,
      row.income_type,
    ],
  );
  return inserted ?? null;
}

/** Finds a link of any app. The caller compares `app_id`. */
export async function findPayoutLink(db: Queryable, id: string): Promise<PayoutLinkRow | null> {
  const [row] = await db.query<PayoutLinkRow>(`select ${payoutLinkColumns} from payout_links where id = $1`, [
    id,
  ]);
  return row ?? null;
}

export async function findPayoutLinkByKey(
  db: Queryable,
  appId: string,
  key: string,
): Promise<PayoutLinkRow | null> {
  const [row] = await db.query<PayoutLinkRow>(
    `select ${payoutLinkColumns} from payout_links where app_id = $1 and idempotency_key = $2`,
    [appId, key],
  );
  return row ?? null;
}

/** Locks the row until the transaction ends. */
export async function lockPayoutLink(tx: Queryable, id: string): Promise<PayoutLinkRow | null> {
  const [row] = await tx.query<PayoutLinkRow>(
    `select ${payoutLinkColumns} from payout_links where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

export const updatePayoutLink = (
  tx: Queryable,
  id: string,
  patch: Partial<PayoutLinkRow>,
): Promise<PayoutLinkRow> => updateById<PayoutLinkRow>(tx, 'payout_links', id, patch, payoutLinkColumns);

/** Returns the oldest link of the app that waits for money, or null. */
export async function firstWaitingLink(db: Queryable, appId: string): Promise<PayoutLinkRow | null> {
  const [row] = await db.query<PayoutLinkRow>(
    `select ${payoutLinkColumns} from payout_links where app_id = $1 and status = 'funds_pending'
     order by created, id limit 1`,
    [appId],
  );
  return row ?? null;
}

/**
 * Has the link that this transfer brings money for looked at. A row that somebody has locked is being looked
 * at already, so nobody waits here.
 */
export async function hurryTransfer(tx: Queryable, id: string, at: Date): Promise<void> {
  await tx.query(
    `update transfers set look_at = $2
     where id in (select id from transfers where id = $1 and look_at > $2 for update skip locked)`,
    [id, at],
  );
}

/** Says whose a transfer is that was nobody's. */
export async function giveTransferTo(tx: Queryable, id: string, userId: string): Promise<void> {
  await tx.query('update transfers set user_id = $2 where id = $1', [id, userId]);
}

export const allPayoutLinksOf = (db: Queryable, userId: string): Promise<PayoutLinkRow[]> =>
  db.query<PayoutLinkRow>(
    `select ${payoutLinkColumns} from payout_links where user_id = $1 order by created, id`,
    [userId],
  );

/** Returns the ids of the links for this user that nobody has claimed, in the order of their flows. */
export const openLinksOf = (
  db: Queryable,
  userId: string,
): Promise<Pick<PayoutLinkRow, 'id' | 'flow_id'>[]> =>
  db.query<Pick<PayoutLinkRow, 'id' | 'flow_id'>>(
    `select id, flow_id from payout_links where user_id = $1 and status in
       ('funds_pending', 'created', 'delivery_pending', 'delivery_failed', 'sent', 'delivered') order by flow_id`,
    [userId],
  );
