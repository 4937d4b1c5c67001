/**
 * What happened in a flow: each step once, in order. The DOM event and the webhook are both made from these
 * rows, and `event_id` is what they have in common. Rows are never changed.
 */
import type { Completion } from '../../contract/steps/session.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { asJson } from './update.ts';

type CompletionRow = Row & Completion;

const columns = 'event_id, step, reason, outcome, sequence, completed_steps, remaining_steps, user_id';

/**
 * Returns what the element compares with the events that it has fired so far. Reads all of them: a flow has
 * at most as many as its plan has steps.
 */
export function completionsOf(db: Queryable, flowId: string): Promise<Completion[]> {
  return db.query<CompletionRow>(`select ${columns} from completions where flow_id = $1 order by sequence`, [
    flowId,
  ]);
}

/** Returns when each step ended, and with which outcome. */
export function completionTimes(
  db: Queryable,
  flowId: string,
): Promise<(Row & Pick<Completion, 'step' | 'outcome'> & { created: Date })[]> {
  return db.query('select step, outcome, created from completions where flow_id = $1', [flowId]);
}

/** Whoever asks has locked the flow's row, so there is neither a gap nor the same number twice. */
const next = 'coalesce(max(sequence), 0) + 1';

export async function nextSequence(tx: Queryable, flowId: string): Promise<number> {
  const [row] = await tx.query<{ next: number }>(
    `select ${next} as next from completions where flow_id = $1`,
    [flowId],
  );
  return row?.next ?? 1;
}

/**
 * Writes the next completion of a flow, and returns its sequence. The database refuses a second completion of
 * the same step (`completions_once`), whoever tries.
 */
export async function insertCompletion(
  tx: Queryable,
  flowId: string,
  created: Date,
  completion: Omit<Completion, 'sequence'>,
): Promise<number> {
  const [row] = await tx.query<{ sequence: number }>(
    `insert into completions (flow_id, created, event_id, step, reason, outcome, sequence, completed_steps, remaining_steps, user_id)
     select $1, $2, $3, $4, $5, $6, ${next}, $7, $8, $9 from completions where flow_id = $1
     returning sequence`,
    [
      flowId,
      created,
      completion.event_id,
      completion.step,
      completion.reason,
      completion.outcome,
      asJson(completion.completed_steps),
      asJson(completion.remaining_steps),
      completion.user_id,
    ],
  );
  return row?.sequence ?? 1;
}
