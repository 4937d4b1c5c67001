/**
 * Ends a flow because the partner wants it to end. Canceling it again changes nothing. A finished flow cannot
 * be canceled.
 */
import { lockFlow, updateFlow } from '../db/flows.ts';
import type { FlowRow } from '../db/flows.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { flowStatus } from './flow-object.ts';
import { flowChanged } from '../db/signals.ts';

/** The caller has checked that the flow belongs to the app. */
export async function cancelFlow(deps: Deps, tx: Queryable, flowId: string): Promise<FlowRow> {
  const flow = await lockFlow(tx, flowId);
  if (!flow) throw new ProblemError('no-such-resource');
  const now = deps.clock.now();
  switch (flowStatus(flow, now)) {
    case 'canceled':
      return flow;
    case 'completed':
      throw new ProblemError('flow-completed');
    case 'expired':
      throw new ProblemError('flow-expired');
    case 'created':
    case 'in_progress':
      flowChanged(tx, flow.id);
      return updateFlow(tx, flow.id, { status: 'canceled', updated: now });
  }
}
