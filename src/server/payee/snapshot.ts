/** The snapshot, which all payee requests return: everything the element may show, and nothing more. */
import type { StepName } from '../../contract/steps.ts';
import type { Requirement, Session, Snapshot } from '../../contract/steps/session.ts';
import { completionsOf } from '../db/completions.ts';
import { flowLink, flowStatus } from '../flows/flow-object.ts';
import { isUndecided } from '../../contract/steps/summary-state.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { isRevisit } from '../../contract/plan/revisits.ts';
import { draftOf } from './draft.ts';
import { isPayoutAwaited } from './payout/waits.ts';
import { notificationOf } from './notification.ts';
import { backTo } from './session/back-to.ts';
import { currentStep } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import type { Hints } from './session/hints.ts';
import { secondsLeft } from './session/sessions.ts';
import type { OpenSession } from './session/sessions.ts';
import type { ServerStep } from './session/step.ts';
import { steps } from './steps.ts';
import { flowSummary } from './summary.ts';

/**
 * Returns the snapshot for one session. It is made in the transaction of the change, so that what the element
 * shows is what was committed. `hints` is what the request says about the browser.
 */
export async function buildSnapshot(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  hints: Hints,
): Promise<Snapshot> {
  const { app, flow, session } = context;
  const now = deps.clock.now();
  const step = stepOnScreen(context, now);
  const required = step && {
    ...(await steps[step].requirement(deps, tx, context, hints)),
    ...(await draftOf(deps, tx, flow.id, step)),
    ...notificationOf(deps, context, step),
  };
  const revisit = step !== null && isRevisit(context, step);
  // Whoever came back needs a button to go on with.
  const current = required && revisit ? { ...required, hide_continue_button: false } : required;
  const completions = await completionsOf(tx, flow.id);
  const summary = await flowSummary(deps, tx, context, completions);
  return {
    flow: {
      id: flow.id,
      status: flowStatus(flow, now),
      user_id: flow.user_id,
      link: flowLink(flow, deps),
      expires_at: flow.expires_at?.toISOString() ?? null,
    },
    app_name: app.name,
    help: {
      support_email: app.support_email,
      support_url: app.support_url,
      privacy_url: app.privacy_url,
      terms_url: app.terms_url,
    },
    now: now.toISOString(),
    sandbox: deps.config.sandbox,
    authenticated: session.authenticated,
    plan: flow.plan,
    current,
    waiting: current
      ? await isAwaited(deps, tx, context, current)
      : summary !== undefined && (isUndecided(summary) || (await isPayoutAwaited(tx, flow))),
    completions,
    completed_event_id: flow.completed_event_id,
    ...(summary && { summary }),
    session_ends_at: session.ends_at.toISOString(),
    revisit,
    back_to: await backTo(tx, context, step),
  };
}

/** Returns the session with its token. */
export async function buildSession(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  { token }: Pick<OpenSession, 'token'>,
  hints: Hints,
): Promise<Session> {
  return {
    token,
    expires_at: context.session.expires_at.toISOString(),
    expires_in: secondsLeft(deps, context.session),
    snapshot: await buildSnapshot(deps, tx, context, hints),
  };
}

/**
 * Returns the step to show. A phone that took over a step by hand-off has that one only, and stays on it when
 * the flow has gone on.
 */
function stepOnScreen(context: PayeeContext, now: Date): StepName | null {
  const { session, flow } = context;
  const status = flowStatus(flow, now);
  const over = status === 'expired' || status === 'canceled';
  return session.only_step !== null && !over ? session.only_step : currentStep(context, now);
}

/** Returns whether the element should keep the event stream open for this step. */
async function isAwaited(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  current: Requirement,
): Promise<boolean> {
  const step = steps[current.step] as ServerStep<StepName>;
  return (await step.isAwaited?.(deps, tx, context, current)) ?? false;
}
