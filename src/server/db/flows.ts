/** Flows. */
import type { FlowStatus, PlanEntry } from '../../contract/flow.ts';
import type { StepRequestInput } from '../../contract/steps.ts';
import type { PayoutNotice } from '../../contract/steps/payout.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { asJson, updateById } from './update.ts';

/**
 * What a payee wants to be paid, from the amount that was typed to the transfer that it became. Stored as
 * JSON, so its names stay.
 */
export interface PayoutDraft {
  /**
   * The intent of the payout: `review.id` on the wire, and part of the ledger's `intent`. It is confirmed any
   * number of times and paid once.
   */
  readonly id: string;
  /** Cents. */
  readonly amount: number;
  readonly method_id: string;
  /** What the payee was shown and is asked to confirm. Null until then, and again when it is out of date. */
  readonly quote: { readonly fee: number; readonly net: number } | null;
  /** What changed since the payee saw the quote, so that they look at it again. */
  readonly notice: PayoutNotice | null;
  readonly transfer_id: string | null;
}

export interface FlowRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  updated: Date;
  user_id: string | null;
  /** Requested steps with their options, in the requested order. */
  steps: StepRequestInput[];
  plan: PlanEntry[];
  /** As stored: a flow whose `expires_at` has passed is still `created` or `in_progress` here. */
  status: FlowStatus;
  require_auth: boolean;
  metadata: string | Record<string, unknown> | null;
  expires_at: Date | null;
  payout_link_id: string | null;
  client_origin: string | null;
  open_until: Date | null;
  open_to: Buffer | null;
  phone_e164: string | null;
  phone_country: string | null;
  payouts_changed: boolean;
  /** Null before the payee has given an amount. */
  payout_draft: PayoutDraft | null;
  completed_event_id: string | null;
}

export const flowColumns =
  'id, app_id, created, updated, user_id, steps, plan, status, require_auth, metadata, expires_at, payout_link_id, client_origin, ' +
  'open_until, open_to, phone_e164, phone_country, payouts_changed, payout_draft, completed_event_id';

export type NewFlow = Pick<
  FlowRow,
  | 'id'
  | 'app_id'
  | 'created'
  | 'user_id'
  | 'steps'
  | 'plan'
  | 'require_auth'
  | 'metadata'
  | 'expires_at'
  | 'client_origin'
  | 'open_until'
>;

export async function insertFlow(tx: Queryable, flow: NewFlow): Promise<FlowRow> {
  const [row] = await tx.query<FlowRow>(
    `insert into flows (id, app_id, created, updated, user_id, steps, plan, require_auth, metadata, expires_at, client_origin, open_until)
     values ($1, $2, $3, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning ${flowColumns}`,
    [
      flow.id,
      flow.app_id,
      flow.created,
      flow.user_id,
      asJson(flow.steps),
      asJson(flow.plan),
      flow.require_auth,
      asJson(flow.metadata),
      flow.expires_at,
      flow.client_origin,
      flow.open_until,
    ],
  );
  return row as FlowRow;
}

export async function findFlow(db: Queryable, id: string): Promise<FlowRow | null> {
  const [row] = await db.query<FlowRow>(`select ${flowColumns} from flows where id = $1`, [id]);
  return row ?? null;
}

/**
 * Locks the row until the transaction ends. Of two requests on one flow, the second sees what the first did.
 */
export async function lockFlow(tx: Queryable, id: string): Promise<FlowRow | null> {
  const [row] = await tx.query<FlowRow>(`select ${flowColumns} from flows where id = $1 for update`, [id]);
  return row ?? null;
}

/**
 * Locks all flows of a user. Everybody locks them in the same order, so two transactions cannot wait for each
 * other.
 */
export const lockFlowsOfUser = (tx: Queryable, userId: string): Promise<FlowRow[]> =>
  tx.query<FlowRow>(`select ${flowColumns} from flows where user_id = $1 order by id for update`, [userId]);

export const updateFlow = (tx: Queryable, id: string, patch: Partial<FlowRow>): Promise<FlowRow> =>
  updateById<FlowRow>(tx, 'flows', id, patch, flowColumns);

/** Returns the ids of the user's flows that can still be worked on. */
export async function openFlowsOf(db: Queryable, userId: string, now: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from flows where user_id = $1 and status in ('created', 'in_progress') and (expires_at is null or expires_at > $2) order by id`,
    [userId, now],
  );
  return rows.map(({ id }) => id);
}
