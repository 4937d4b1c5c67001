/** Links that carry a step to the payee's phone. */
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface HandoffRow extends Row {
  id: string;
  flow_id: string;
  created: Date;
  expires_at: Date;
  token_hash: Buffer;
  code: string;
  state: 'waiting' | 'opened' | 'canceled' | 'done';
  opened_by: Buffer | null;
  session_id: string | null;
}

const columns = 'id, flow_id, created, expires_at, token_hash, code, state, opened_by, session_id';

/** A new link ends the links before it, and the sessions that those had opened. */
export async function insertHandoff(
  tx: Queryable,
  handoff: Pick<HandoffRow, 'id' | 'flow_id' | 'created' | 'expires_at' | 'token_hash' | 'code'>,
): Promise<HandoffRow> {
  await tx.query('delete from sessions where id in (select session_id from handoffs where flow_id = $1)', [
    handoff.flow_id,
  ]);
  await tx.query('delete from handoffs where flow_id = $1', [handoff.flow_id]);
  const [row] = await tx.query<HandoffRow>(
    `insert into handoffs (id, flow_id, created, expires_at, token_hash, code) values ($1, $2, $3, $4, $5, $6) returning ${columns}`,
    [handoff.id, handoff.flow_id, handoff.created, handoff.expires_at, handoff.token_hash, handoff.code],
  );
  return row as HandoffRow;
}

export async function handoffOf(db: Queryable, flowId: string): Promise<HandoffRow | null> {
  const [row] = await db.query<HandoffRow>(`select ${columns} from handoffs where flow_id = $1`, [flowId]);
  return row ?? null;
}

export async function findHandoffByToken(db: Queryable, hash: Buffer): Promise<HandoffRow | null> {
  const [row] = await db.query<HandoffRow>(`select ${columns} from handoffs where token_hash = $1`, [hash]);
  return row ?? null;
}

export const updateHandoff = (tx: Queryable, id: string, patch: Partial<HandoffRow>): Promise<HandoffRow> =>
  updateById<HandoffRow>(tx, 'handoffs', id, patch, columns);
