/** The snapshot and the flow object, as the server makes them. */
import type { Flow } from '../../contract/flow.ts';
import { completedSteps } from '../../contract/plan/plan.ts';
import type { StepName } from '../../contract/steps.ts';
import type { Session, Snapshot } from '../../contract/steps/session.ts';
import { isUndecided } from '../../contract/steps/summary-state.ts';
import { isRevisit } from '../../contract/plan/revisits.ts';
import { backTo, currentStep, statusOf } from './progress.ts';
import { draftOf } from './drafts.ts';
import { notificationOf } from './notification.ts';
import { flowLink } from './flows.ts';
import { appName, type MockContext, type MockStep } from './step.ts';
import { steps } from './steps.ts';
import { flowSummary } from './summary.ts';
import type { MockFlow } from './world.ts';

/** Returns everything that the element may show. */
export function snapshotOf(context: MockContext): Snapshot {
  const { world, flow, session } = context;
  const name = stepOnScreen(context);
  const step: MockStep | null = name && steps[name];
  const summary = flowSummary(context);
  const revisit = name !== null && isRevisit(context, name);
  const required =
    step && name
      ? { ...step.requirement(context), ...draftOf(context, name), ...notificationOf(context, name) }
      : null;
  const current = required && revisit ? { ...required, hide_continue_button: false } : required;
  return {
    flow: {
      id: flow.id,
      status: statusOf(flow, world.now()),
      user_id: flow.user?.id ?? null,
      link: flowLink(flow),
      expires_at: flow.expires?.toISOString() ?? null,
    },
    app_name: appName,
    help: { ...world.help },
    now: world.now().toISOString(),
    sandbox: true,
    authenticated: session.authenticated,
    plan: flow.plan.map((entry) => ({ ...entry })),
    current,
    waiting: step ? (step.isAwaited?.(context) ?? false) : isEndAwaited(flow, summary),
    completions: flow.completions.map((completion) => ({ ...completion })),
    completed_event_id: flow.completedEventId,
    ...(summary && { summary }),
    session_ends_at: session.ends.toISOString(),
    revisit,
    back_to: backTo(context),
  };
}

/** Returns whether the end of the flow, where the payee sees it, may come to say something else. */
const isEndAwaited = ({ draft }: MockFlow, summary: Snapshot['summary']): boolean =>
  summary !== undefined && (isUndecided(summary) || (draft?.payout?.watched ?? false));

/** A phone with a hand-off stays on its step when the flow has gone on. */
function stepOnScreen(context: MockContext): StepName | null {
  const status = statusOf(context.flow, context.world.now());
  const isOver = status === 'expired' || status === 'canceled';
  return context.session.handoff && !isOver ? 'id-verification' : currentStep(context);
}

export function sessionOf(context: MockContext): Session {
  const { session, world } = context;
  return {
    token: session.token,
    expires_at: session.expires.toISOString(),
    expires_in: Math.round((session.expires.getTime() - world.now().getTime()) / 1000),
    snapshot: snapshotOf(context),
  };
}

/** Returns the flow in the wire's field order. */
export const flowObject = (flow: MockFlow, now: Date): Flow => ({
  id: flow.id,
  created: flow.created.toISOString(),
  updated: flow.updated.toISOString(),
  user_id: flow.user?.id ?? null,
  steps: flow.steps.map(({ name }) => name),
  completed_steps: completedSteps(flow.steps, flow.plan),
  payout_link_id: null,
  link: flowLink(flow),
  metadata: flow.metadata as Flow['metadata'],
  origin: flow.origin,
  status: statusOf(flow, now),
  expires_at: flow.expires?.toISOString() ?? null,
  plan: flow.plan.map((entry) => ({ ...entry })),
});
