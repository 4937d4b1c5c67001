/** Transfers: what is to be moved, and how far it is. The money itself is in `ledger.ts`. */
import type { PayoutRail } from '../../contract/bank/rails.ts';
import type { PayoutFailure } from '../../contract/money/payout-failures.ts';
import type { FeeParty, TransferStatus, TransferType } from '../../contract/money/transfers.ts';
import type { TransferWithholding, WithholdingState } from '../../contract/money/withholding.ts';
import type { IncomeType } from '../../contract/forms/income.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { asJson } from './update.ts';

/** `timestamp` is RFC 3339. */
export interface StatusChange {
  readonly status: TransferStatus;
  readonly timestamp: string;
}

export interface TransferRow extends Row {
  id: string;
  app_id: string;
  /**
   * Null for a refill, which is between the app's wallet and the world, and for what a payout link brings
   * until somebody has claimed it.
   */
  user_id: string | null;
  created: Date;
  updated: Date;
  type: TransferType;
  status: TransferStatus;
  /** Oldest first. The first entry is always `created`. */
  status_history: StatusChange[];
  /** Cents. Out of the app's wallet is negative, to a user or to the world; a payout is positive. */
  amount: number;
  /** The partner says that this money is no income. It does not count towards tax reporting. */
  tax_exempt: boolean;
  metadata: string | Record<string, unknown> | null;
  /**
   * What the caller wants done once. The same intent is the same transfer, for ever. Null: each call is a
   * transfer of its own.
   */
  intent: string | null;
  /** The rail of a payout. This, the method and `fee_party` are null for every other type. */
  platform: PayoutRail | null;
  payout_method_id: string | null;
  /** Cents. `fee_party` says out of whose money. */
  fee: number;
  fee_party: FeeParty | null;
  /** The balance transfer that brought the money for this payout. It is undone when the payout fails. */
  funding_id: string | null;
  /** The payout link that it brings money for, or whose flow the payee withdrew in. */
  payout_link_id: string | null;
  /** The flow in which the payee withdrew. It is not a foreign key, because a payout outlives every flow. */
  flow_id: string | null;
  /** The rail's own name for it. Null until the rail has taken the order. */
  external_id: string | null;
  failure: string | null;
  /** The same, as one of the reasons that payees are told. */
  failure_code: PayoutFailure | null;
  /** When it was given to the rail for the first time. Repetitions of the order leave it as it is. */
  sent_at: Date | null;
  /**
   * When somebody has to look again, at the latest: `ledger/rescue.ts` looks for rows that are late. Null:
   * nothing is open.
   */
  look_at: Date | null;
  /** How often in a row the rail could not be reached. The waits grow with it. */
  tries: number;
  /** The account that a payment debits. It is not a foreign key, because the movement outlives it. */
  payment_method_id: string | null;
  /** The code of the network with which a payment came back. */
  return_code: string | null;
  /** From when on a payment is given to the bank. Null: at once. */
  debit_on: Date | null;
  /** What money between the app and a user is for. Null: the app's usual type. */
  income_type: IncomeType | null;
  /** Cents of a payout that are kept back here. */
  withheld: number;
  /** How that came about. Null on what is no payout, and on payouts of before it was computed. */
  withholding: Pick<TransferWithholding, 'mode' | 'parts'> | null;
  /** Where the withheld money is. Null: none was withheld. */
  withholding_state: WithholdingState | null;
  /** Cents of it that were not sent, for too much that was sent before. Null: it was not remitted. */
  set_off: number | null;
}

export const transferColumns =
  'id, app_id, user_id, created, updated, type, status, status_history, amount, tax_exempt, metadata, intent, platform, payout_method_id, ' +
  'fee, fee_party, funding_id, flow_id, payout_link_id, external_id, failure, failure_code, sent_at, look_at, tries, ' +
  'payment_method_id, return_code, debit_on, income_type, withheld, withholding, withholding_state, set_off';

export type NewTransfer = Pick<
  TransferRow,
  | 'id'
  | 'app_id'
  | 'user_id'
  | 'created'
  | 'type'
  | 'status'
  | 'amount'
  | 'tax_exempt'
  | 'metadata'
  | 'intent'
  | 'platform'
  | 'payout_method_id'
  | 'fee'
  | 'fee_party'
  | 'funding_id'
  | 'flow_id'
  | 'look_at'
> &
  Partial<
    Pick<
      TransferRow,
      'payment_method_id' | 'debit_on' | 'payout_link_id' | 'income_type' | 'withheld' | 'withholding'
    >
  >;

/**
 * Returns null when the app has a transfer with this intent already. Waits for another transaction that is
 * just inserting it, and learns from the unique index whether that one was committed.
 */
export async function insertTransfer(tx: Queryable, row: NewTransfer): Promise<TransferRow | null> {
  const statuses = row.status === 'created' ? ['created' as const] : ['created' as const, row.status];
  const timestamp = row.created.toISOString();
  const history = statuses.map((status): StatusChange => ({ status, timestamp }));
  const [inserted] = await tx.query<TransferRow>(
    `insert into transfers (id, app_id, user_id, created, updated, type, status, status_history, amount, tax_exempt, metadata, intent,
       platform, payout_method_id, fee, fee_party, funding_id, flow_id, look_at, payment_method_id, debit_on, payout_link_id,
       income_type, withheld, withholding, withholding_state)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25)
     on conflict (app_id, intent) where intent is not null do nothing returning ${transferColumns}`,
    [
      row.id,
      row.app_id,
      row.user_id,
      row.created,
      row.type,
      row.status,
      asJson(history),
      row.amount,
      row.tax_exempt,
      asJson(row.metadata),
      row.intent,
      row.platform,
      row.payout_method_id,
      row.fee,
      row.fee_party,
      row.funding_id,
      row.flow_id,
      row.look_at,
      ...[row.payment_method_id ?? null, row.debit_on ?? null, row.payout_link_id ?? null],
      ...[row.income_type ?? null, row.withheld ?? 0, asJson(row.withholding), row.withheld ? 'held' : null],
    ],
  );
  return inserted ?? null;
}

/** Finds a transfer of any app. The caller compares `app_id`. */
export async function findTransfer(db: Queryable, id: string): Promise<TransferRow | null> {
  const [row] = await db.query<TransferRow>(`select ${transferColumns} from transfers where id = $1`, [id]);
  return row ?? null;
}

export async function findTransferByIntent(
  db: Queryable,
  appId: string,
  intent: string,
): Promise<TransferRow | null> {
  const [row] = await db.query<TransferRow>(
    `select ${transferColumns} from transfers where app_id = $1 and intent = $2`,
    [appId, intent],
  );
  return row ?? null;
}

/**
 * Locks the row until the transaction ends. Where the transfer belongs to a flow, the flow is locked first
 * (`lockWithFlow` of `ledger/advance-payout.ts`).
 */
export async function lockTransfer(tx: Queryable, id: string): Promise<TransferRow | null> {
  const [row] = await tx.query<TransferRow>(
    `select ${transferColumns} from transfers where id = $1 for update`,
    [id],
  );
  return row ?? null;
}

/**
 * Writes the new status and its moment into the history, and whatever else is given. What is not given stays,
 * except `tries`, which begins again at 0. The caller has locked the row.
 */
export async function changeStatus(
  tx: Queryable,
  id: string,
  status: TransferStatus,
  now: Date,
  more: Partial<Pick<TransferRow, 'external_id' | 'failure' | 'failure_code' | 'sent_at' | 'return_code'>> & {
    readonly look_at: Date | null;
  },
): Promise<TransferRow> {
  const change: StatusChange = { status, timestamp: now.toISOString() };
  const [row] = await tx.query<TransferRow>(
    `update transfers set status = $2, status_history = status_history || $3::jsonb, updated = $4, look_at = $5, tries = 0,
       external_id = coalesce($6, external_id), failure = coalesce($7, failure), sent_at = coalesce($8, sent_at),
       failure_code = coalesce($9, failure_code), return_code = coalesce($10, return_code)
     where id = $1 returning ${transferColumns}`,
    [
      id,
      status,
      asJson([change]),
      now,
      more.look_at,
      more.external_id ?? null,
      more.failure ?? null,
      more.sent_at ?? null,
      more.failure_code ?? null,
      more.return_code ?? null,
    ],
  );
  return row as TransferRow;
}

/** Leaves the status as it is, and writes when to ask the rail again. `look_at` null: never again. */
export async function lookAgain(
  tx: Queryable,
  id: string,
  more: { readonly external_id?: string; readonly look_at: Date | null; readonly tries: number },
): Promise<void> {
  await tx.query(
    'update transfers set look_at = $2, tries = $3, external_id = coalesce($4, external_id) where id = $1',
    [id, more.look_at, more.tries, more.external_id ?? null],
  );
}

/**
 * Takes up to `limit` transfers whose `look_at` is before `before`, and puts them off until `until`. `skip
 * locked` lets two servers rescue at once: neither takes a row that the other has, and neither waits.
 */
export function claimOverdue(
  tx: Queryable,
  before: Date,
  until: Date,
  limit: number,
): Promise<Pick<TransferRow, 'id' | 'type'>[]> {
  return tx.query<Pick<TransferRow, 'id' | 'type'>>(
    `update transfers set look_at = $2 where id in
       (select id from transfers where look_at < $1 order by look_at limit $3 for update skip locked) returning id, type`,
    [before, until, limit],
  );
}
