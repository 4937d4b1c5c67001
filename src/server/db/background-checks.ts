/**
 * Background checks. Every order is kept, and the newest one counts. What was signed for an earlier one
 * remains as proof (15 USC §1681b(b)(2)(A): disclosure and authorization in writing).
 */
import type { BackgroundCheckStatus } from '../../contract/steps/background-check.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface BackgroundCheckRow extends Row {
  id: string;
  user_id: string;
  /** Where the check was begun. It is not a foreign key, because the row outlives the flow. */
  flow_id: string;
  created: Date;
  updated: Date;
  status: BackgroundCheckStatus;
  /**
   * Whom the report is about, as JSON: names, date of birth, SSN, address. `payee/background-check/person.ts`
   * seals it.
   */
  details_sealed: Buffer;
  /** What a support person may see without opening the seal. Empty while the SSN has not been typed. */
  ssn_last4: string;
  /**
   * When the payee acknowledged the disclosure, which has to stand alone and come before the authorization.
   */
  disclosed_at: Date | null;
  /** What was signed, as JSON; null until then. */
  authorization_sealed: Buffer | null;
  /** The agency's name of the report. Null until the agency has answered the newest order. */
  reference: string | null;
  /**
   * How many times the report was ordered. The number is a part of the key that the agency gets: a job that
   * runs twice orders once, and a correction is an order of its own.
   */
  orders: number;
}

const columns =
  'id, user_id, flow_id, created, updated, status, details_sealed, ssn_last4, disclosed_at, authorization_sealed, reference, orders';

export type NewBackgroundCheck = Omit<
  BackgroundCheckRow,
  'updated' | 'authorization_sealed' | 'reference' | 'orders'
>;

/**
 * Begins a check. The database numbers it (`number`), and `newestBackgroundCheck` goes by that number: two
 * checks of the same millisecond have an order.
 */
export async function insertBackgroundCheck(
  tx: Queryable,
  check: NewBackgroundCheck,
): Promise<BackgroundCheckRow> {
  const [row] = await tx.query<BackgroundCheckRow>(
    `insert into background_checks (id, user_id, flow_id, created, updated, status, details_sealed, ssn_last4, disclosed_at)
     values ($1, $2, $3, $4, $4, $5, $6, $7, $8) returning ${columns}`,
    [
      check.id,
      check.user_id,
      check.flow_id,
      check.created,
      check.status,
      check.details_sealed,
      check.ssn_last4,
      check.disclosed_at,
    ],
  );
  return row as BackgroundCheckRow;
}

export async function findBackgroundCheck(db: Queryable, id: string): Promise<BackgroundCheckRow | null> {
  const [row] = await db.query<BackgroundCheckRow>(`select ${columns} from background_checks where id = $1`, [
    id,
  ]);
  return row ?? null;
}

/** With `flowId`, only a check that was begun in that flow counts. */
export async function newestBackgroundCheck(
  db: Queryable,
  userId: string,
  flowId: string | null = null,
): Promise<BackgroundCheckRow | null> {
  const [row] = await db.query<BackgroundCheckRow>(
    `select ${columns} from background_checks where user_id = $1 and ($2::uuid is null or flow_id = $2) order by number desc limit 1`,
    [userId, flowId],
  );
  return row ?? null;
}

export const updateBackgroundCheck = (
  tx: Queryable,
  id: string,
  patch: Partial<BackgroundCheckRow>,
): Promise<BackgroundCheckRow> => updateById<BackgroundCheckRow>(tx, 'background_checks', id, patch, columns);
