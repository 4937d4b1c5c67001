/** Links that carry a step to the payee's phone. A flow has at most one (`handoffs_flow`). */
import type { Queryable, Row } from '../ports/database.ts';
import { updateById } from './update.ts';

export interface HandoffRow extends Row {
  id: string;
  flow_id: string;
  created: Date;
  /**
   * Ten minutes after the link was made. Once it was opened, the time until which the same browser may open
   * it again.
   */
  expires_at: Date;
  /**
   * SHA-256 of the secret in the link. The secret has 256 random bits, so a plain hash cannot be tried out.
   */
  token_hash: Buffer;
  /** The four digits that both devices show. It is no secret and opens nothing. */
  code: string;
  /** `canceled`: the device that began goes on by itself. `done`: the phone has submitted the pictures. */
  state: 'waiting' | 'opened' | 'canceled' | 'done';
  /**
   * Keyed hash of the browser that opened the link. Only that browser may open it again, for example after a
   * reload.
   */
  opened_by: Buffer | null;
  /** The phone's session. Null before the link was opened, and again after that session was deleted. */
  session_id: string | null;
}

const columns = 'id, flow_id, created, expires_at, token_hash, code, state, opened_by, session_id';

/**
 * Replaces the flow's earlier link, and ends the session that it had opened. Otherwise a phone that was lost,
 * or somebody who was sent the earlier link, could go on beside the new one.
 */
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

/** The caller compares state, browser and time itself, and does so after it has locked the flow's row. */
export async function findHandoffByToken(db: Queryable, hash: Buffer): Promise<HandoffRow | null> {
  const [row] = await db.query<HandoffRow>(`select ${columns} from handoffs where token_hash = $1`, [hash]);
  return row ?? null;
}

export const updateHandoff = (tx: Queryable, id: string, patch: Partial<HandoffRow>): Promise<HandoffRow> =>
  updateById<HandoffRow>(tx, 'handoffs', id, patch, columns);

/** Ends the links of the flow that no phone has opened. */
export async function deleteWaitingHandoffs(tx: Queryable, flowId: string): Promise<void> {
  await tx.query("delete from handoffs where flow_id = $1 and state = 'waiting'", [flowId]);
}
