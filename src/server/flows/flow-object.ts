/** The flow as partners see it, and what its stored status means at a given moment. */
import type { Flow, FlowOrigin, FlowStatus } from '../../contract/flow.ts';
import type { StepName } from '../../contract/steps.ts';
import type { FlowRow } from '../db/flows.ts';
import type { Deps } from '../ports/deps.ts';
import { completedSteps } from '../../contract/plan/plan.ts';

/**
 * Returns the status that a stored flow has at a given moment. `expired` is never stored: a flow is expired
 * once its time has passed and it was not finished.
 */
export function flowStatus(flow: Pick<FlowRow, 'status' | 'expires_at'>, now: Date): FlowStatus {
  const running = flow.status === 'created' || flow.status === 'in_progress';
  return running && flow.expires_at && flow.expires_at <= now ? 'expired' : flow.status;
}

/** Returns the address of the hosted page on which the flow can be finished. */
export const flowLink = (flow: Pick<FlowRow, 'id'>, deps: Pick<Deps, 'config'>): string =>
  `${deps.config.publicUrl}/flow/${flow.id}`;

/** Returns who made the flow: the partner's server, or a browser that has the client id alone. */
export const originOf = ({ client_origin }: Pick<FlowRow, 'client_origin'>): FlowOrigin =>
  client_origin === null ? 'api' : 'client';

/** Returns the flow in the wire's field order. */
export function flowObject(flow: FlowRow, deps: Pick<Deps, 'config' | 'clock'>): Flow {
  return {
    id: flow.id,
    created: flow.created.toISOString(),
    updated: flow.updated.toISOString(),
    user_id: flow.user_id,
    steps: flow.steps.map((step): StepName => step.name),
    completed_steps: completedSteps(flow.steps, flow.plan),
    payout_link_id: flow.payout_link_id,
    link: flowLink(flow, deps),
    metadata: flow.metadata,
    origin: originOf(flow),
    status: flowStatus(flow, deps.clock.now()),
    expires_at: flow.expires_at?.toISOString() ?? null,
    plan: flow.plan,
  };
}
