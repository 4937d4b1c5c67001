/**
 * Flows. A request that changes a flow, or anything that belongs to it, locks the flow's row first
 * (`lockFlow`); `lock-order.ts` says what comes after it.
 */
import type { Withheld } from '../../contract/money/withheld-of.ts';
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
  readonly quote: { readonly fee: number; readonly net: number; readonly withheld?: Withheld } | null;
  /** What changed since the payee saw the quote, so that they look at it again. */
  readonly notice: PayoutNotice | null;
  readonly transfer_id: string | null;
}

export interface FlowRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  /** Moves with every change that somebody may watch. Event streams of other processes look at it. */
  updated: Date;
  /** Null until `authentication` or `onboarding` finds out who the payee is. */
  user_id: string | null;
  /** Requested steps with their options, in the requested order. */
  steps: StepRequestInput[];
  /**
   * What the payee really goes through: the requested steps and what the server added. `flows/plan.ts` alone
   * makes it.
   */
  plan: PlanEntry[];
  /** As stored: a flow whose `expires_at` has passed is still `created` or `in_progress` here. */
  status: FlowStatus;
  /** The partner wants a code from this payee, even where the link would be open without one. */
  require_auth: boolean;
  metadata: string | Record<string, unknown> | null;
  /** Null: the flow never expires. */
  expires_at: Date | null;
  /** A field of the vendor's flow object. Nothing here sets it. */
  payout_link_id: string | null;
  /**
   * The origin of the page that made the flow with the client id alone. Only that page may open sessions on
   * it. Null: the partner's server made the flow.
   */
  client_origin: string | null;
  /**
   * Until then a new session needs no code: 15 minutes after a partner named the user, or after a right code.
   */
  open_until: Date | null;
  /** The browser to which `open_until` applies, as a keyed hash. Null: any browser that has the link. */
  open_to: Buffer | null;
  /** When whoever has that browser proved who they are, and whether by a code. */
  open_proved: Date | null;
  open_by_code: boolean;
  /** The phone that was confirmed in this flow. It becomes the user's at onboarding. */
  phone_e164: string | null;
  phone_country: string | null;
  /**
   * Something about where the money goes was changed in this flow. It decides whether `manage-payouts` ends
   * with `saved` or `unchanged`.
   */
  payouts_changed: boolean;
  /** Null before the payee has given an amount. */
  payout_draft: PayoutDraft | null;
  /** BCP 47: what the payee read last. Null before they have sent anything. */
  language: string | null;
  /** How the code came that confirmed the phone in this flow. Null when none was needed. */
  phone_channel: 'sms' | 'voice' | null;
  /** The id of the `flow.completed` message. The element fires its own event under the same id. */
  completed_event_id: string | null;
}

export const flowColumns =
  'id, app_id, created, updated, user_id, steps, plan, status, require_auth, metadata, expires_at, payout_link_id, client_origin, ' +
  'open_until, open_to, open_proved, open_by_code, phone_e164, phone_country, payouts_changed, payout_draft, language, phone_channel, completed_event_id';

/** What is known when a flow is made. The rest takes the defaults of the table. */
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

/** Finds a flow of any app. The caller compares `app_id`, or checks a session. */
export async function findFlow(db: Queryable, id: string): Promise<FlowRow | null> {
  const [row] = await db.query<FlowRow>(`select ${flowColumns} from flows where id = $1`, [id]);
  return row ?? null;
}

/**
 * Locks the row until the transaction ends. Of two requests on one flow, the second waits and then sees what
 * the first did. Without the lock both would complete the same step, and the second would fail at
 * `completions_once` instead of being told `step-not-current`.
 */
export async function lockFlow(tx: Queryable, id: string): Promise<FlowRow | null> {
  const [row] = await tx.query<FlowRow>(`select ${flowColumns} from flows where id = $1 for update`, [id]);
  return row ?? null;
}

/** Locks all flows of a user, in the order of all (`lock-order.ts`). A job that concerns the user uses it. */
export const lockFlowsOfUser = (tx: Queryable, userId: string): Promise<FlowRow[]> =>
  tx.query<FlowRow>(`select ${flowColumns} from flows where user_id = $1 order by id for update`, [userId]);

/**
 * Writes only the columns in `patch`. The caller sets `updated` itself when the change should be seen at
 * once.
 */
export const updateFlow = (tx: Queryable, id: string, patch: Partial<FlowRow>): Promise<FlowRow> =>
  updateById<FlowRow>(tx, 'flows', id, patch, flowColumns);

/** Lets this browser into the flow, and into those of the user if one is given, by a code only. */
export async function closeTo(
  tx: Queryable,
  flowId: string,
  userId: string | null,
  browser: Buffer,
): Promise<void> {
  await tx.query(
    'update flows set open_to = null, open_until = null where (id = $1 or user_id = $2) and open_to = $3',
    [flowId, userId, browser],
  );
}

/**
 * Lets nobody into the user's flows without a code, and forgets the phone that was confirmed in them. Returns
 * their ids.
 */
export async function closeFlowsOf(tx: Queryable, userId: string): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `update flows set open_until = null, open_to = null, phone_e164 = null, phone_country = null, phone_channel = null
     where user_id = $1 returning id`,
    [userId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Returns the ids of the user's flows that can still be worked on, in the order in which they are to be
 * locked.
 */
export async function openFlowsOf(db: Queryable, userId: string, now: Date): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from flows where user_id = $1 and status in ('created', 'in_progress') and (expires_at is null or expires_at > $2) order by id`,
    [userId, now],
  );
  return rows.map(({ id }) => id);
}
