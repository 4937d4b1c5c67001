/** Tries at identity verification. */
import type { DocumentType, RejectionReason } from '../../contract/steps/id-documents.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface IdCheckRow extends Row {
  id: string;
  flow_id: string;
  /** 1, 2, 3, … within the flow. */
  number: number;
  created: Date;
  country: string | null;
  document_type: DocumentType | null;
  status: 'collecting' | 'submitted' | 'in_review' | 'verified' | 'rejected';
  reason: RejectionReason | null;
  submitted: Date | null;
  decided: Date | null;
  provider_reference: string | null;
}

const columns =
  'id, flow_id, number, created, country, document_type, status, reason, submitted, decided, provider_reference';

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

/** The tries of a flow, oldest first. */
export const idChecksOf = (db: Queryable, flowId: string): Promise<IdCheckRow[]> =>
  db.query<IdCheckRow>(`select ${columns} from id_checks where flow_id = $1 order by number`, [flowId]);

export const updateIdCheck = (tx: Queryable, id: string, patch: Partial<IdCheckRow>): Promise<IdCheckRow> =>
  updateById<IdCheckRow>(tx, 'id_checks', id, patch, columns);

/** Returns false when this message of the vendor was acted on before. */
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
