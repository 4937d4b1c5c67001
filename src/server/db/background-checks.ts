/** Background checks. Every order is kept, and the newest one counts. */
import type { BackgroundCheckStatus } from '../../contract/steps/background-check.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface BackgroundCheckRow extends Row {
  id: string;
  user_id: string;
  flow_id: string;
  created: Date;
  updated: Date;
  status: BackgroundCheckStatus;
  /** Whom the report is about, as JSON. */
  details_sealed: Buffer;
  ssn_last4: string;
  disclosed_at: Date | null;
  /** What was signed, as JSON; null until then. */
  authorization_sealed: Buffer | null;
  reference: string | null;
  /** How many times the report was ordered. */
  orders: number;
}

const columns =
  'id, user_id, flow_id, created, updated, status, details_sealed, ssn_last4, disclosed_at, authorization_sealed, reference, orders';

export type NewBackgroundCheck = Omit<
  BackgroundCheckRow,
  'updated' | 'authorization_sealed' | 'reference' | 'orders'
>;

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
