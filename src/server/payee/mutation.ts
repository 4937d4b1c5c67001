/** What every submission of a payee has in common. */
import type { Context } from 'hono';
import type { Queryable } from '../ports/database.ts';
import { updateFlow } from '../db/flows.ts';
import type { Deps } from '../ports/deps.ts';
import { flowChanged } from '../flows/flow-signals.ts';
import { idempotent } from '../http/idempotent.ts';
import type { ProblemError } from '../http/problem.ts';
import { assertRunning, loadContext } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { requireSession } from './session/sessions.ts';
import type { SessionRow } from '../db/sessions.ts';
import { buildSnapshot } from './snapshot.ts';

/**
 * Changes something. What it throws undoes everything; a ProblemError that it *returns* is answered after its effects
 * are kept (a wrong code has to be counted).
 */
export type PayeeWork = (tx: Queryable, context: PayeeContext) => Promise<ProblemError | void>;

/** Runs `work` once per Idempotency-Key, alone on its flow, and answers the new snapshot. */
export async function mutate(
  c: Context,
  deps: Deps,
  work: PayeeWork,
  session?: SessionRow,
): Promise<Response> {
  const held = session ?? (await requireSession(deps, c));
  return idempotent(c, deps, held.flow_id, async (tx) => {
    const context = await loadContext(tx, held, { lock: true });
    const now = deps.clock.now();
    assertRunning(context.flow, now);
    const refusal = await work(tx, context);
    if (refusal) return refusal;
    // Other windows on this flow, and other processes' streams, look at `updated`.
    context.flow = await updateFlow(tx, context.flow.id, { updated: now });
    flowChanged(tx, context.flow.id);
    return { status: 200, body: await buildSnapshot(deps, tx, context, hintsOf(c, deps)) };
  });
}
