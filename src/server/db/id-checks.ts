/**
 * Tries at identity verification. Each try keeps its row after the verdict: the next screens tell why it was
 * refused, and how many are left.
 */
import type { IdCheckStatus } from '../../contract/steps/id-verification-state.ts';
import type { DocumentType, ImageSide, RejectionReason } from '../../contract/steps/id-documents.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface IdCheckRow extends Row {
  id: string;
  flow_id: string;
  /** 1, 2, 3, … within the flow. */
  number: number;
  created: Date;
  /** ISO alpha-2 of the state that issued the document. Null until the payee has chosen one. */
  country: string | null;
  document_type: DocumentType | null;
  /**
   * `collecting`: pictures may still be taken. `submitted`: a machine judges. `in_review`: a person does. The
   * last two are final.
   */
  status: IdCheckStatus;
  /** Set exactly when the status is `rejected`. */
  reason: RejectionReason | null;
  /** Whose picture was refused. Null: it is about the whole try, or nobody knows. */
  rejected_side: ImageSide | null;
  submitted: Date | null;
  /** When the verdict came. `aboutUsers` orders the tries of all flows by it. */
  decided: Date | null;
  provider_reference: string | null;
}

const columns =
  'id, flow_id, number, created, country, document_type, status, reason, rejected_side, submitted, decided, provider_reference';

/**
 * The caller has locked the flow's row and counts `number` from the tries so far. Without the lock two
 * windows would both begin the same try, and the unique index would refuse one of them.
 */
export async function insertIdCheck(
  tx: Queryable,
  check: Pick<IdCheckRow, 'id' | 'flow_id' | 'number' | 'created'>,
): Promise<IdCheckRow> {
  const [row] = await tx.query<IdCheckRow>(
    `insert into id_checks (id, flow_id, number, created, status) values ($1, $2, $3, $4, 'collecting') returning ${columns}`,
    [check.id, check.flow_id, check.number, check.created],
  );
  return row as IdCheckRow;
}

export async function findIdCheck(db: Queryable, id: string): Promise<IdCheckRow | null> {
  const [row] = await db.query<IdCheckRow>(`select ${columns} from id_checks where id = $1`, [id]);
  return row ?? null;
}

/** Returns the tries of a flow, oldest first. */
export const idChecksOf = (db: Queryable, flowId: string): Promise<IdCheckRow[]> =>
  db.query<IdCheckRow>(`select ${columns} from id_checks where flow_id = $1 order by number`, [flowId]);

/** Returns whether pictures of the user, of any flow, were sent and are not judged yet. */
export async function awaitsIdVerdict(db: Queryable, userId: string): Promise<boolean> {
  const rows = await db.query(
    `select 1 from flows f join id_checks c on c.flow_id = f.id
     where f.user_id = $1 and c.status in ('submitted', 'in_review') limit 1`,
    [userId],
  );
  return rows.length > 0;
}

export const updateIdCheck = (tx: Queryable, id: string, patch: Partial<IdCheckRow>): Promise<IdCheckRow> =>
  updateById<IdCheckRow>(tx, 'id_checks', id, patch, columns);

/**
 * Notes a message of the vendor, in the transaction in which it is acted on. Returns false when it was acted
 * on before: Standard Webhooks are delivered at least once.
 */
export async function keepProviderMessage(
  tx: Queryable,
  id: string,
  checkId: string,
  now: Date,
): Promise<boolean> {
  const kept = await tx.query(
    'insert into id_provider_messages (id, check_id, created) values ($1, $2, $3) on conflict do nothing returning id',
    [id, checkId, now],
  );
  return kept.length > 0;
}
