/** What payees have typed and not sent yet, sealed. There is one draft for each step of a flow. */
import type { StepName } from '../../contract/steps.ts';
import type { Queryable, Row } from '../ports/database.ts';

interface DraftRow extends Row {
  values_sealed: Buffer;
}

/** Keeps a draft in place of the one before. */
export async function upsertDraft(
  tx: Queryable,
  flowId: string,
  step: StepName,
  sealed: Buffer,
  expires: Date,
): Promise<void> {
  await tx.query(
    `insert into drafts (flow_id, step, values_sealed, expires_at) values ($1, $2, $3, $4)
     on conflict (flow_id, step) do update
     set values_sealed = excluded.values_sealed, expires_at = excluded.expires_at`,
    [flowId, step, sealed, expires],
  );
}

/** Returns the sealed draft, or null when there is none any more. */
export async function findDraft(
  db: Queryable,
  flowId: string,
  step: StepName,
  now: Date,
): Promise<Buffer | null> {
  const [row] = await db.query<DraftRow>(
    'select values_sealed from drafts where flow_id = $1 and step = $2 and expires_at > $3',
    [flowId, step, now],
  );
  return row?.values_sealed ?? null;
}

export async function deleteDraft(tx: Queryable, flowId: string, step: StepName): Promise<void> {
  await tx.query('delete from drafts where flow_id = $1 and step = $2', [flowId, step]);
}
