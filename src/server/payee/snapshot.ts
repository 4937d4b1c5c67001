/** The one answer of the payee side: all that the element may show, and nothing more. */
import type { Requirement, Session, Snapshot } from '../../contract/steps/session.ts';
import { completionsOf } from '../db/completions.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { flowLink, flowStatus } from '../flows/flow-object.ts';
import { authenticationRequirement } from './authentication/requirement.ts';
import { backgroundCheckRequirement, isBackgroundCheckAwaited } from './background-check/requirement.ts';
import { complianceRequirement, isTinPending } from './compliance/requirement.ts';
import { currentStep } from './session/context.ts';
import type { PayeeContext } from './session/context.ts';
import type { Hints } from './session/hints.ts';
import { awaitsBank, managePaymentsRequirement } from './manage-payments/requirement.ts';
import { idVerificationRequirement, isIdentityAwaited } from './id-verification/requirement.ts';
import { managePayoutsRequirement } from './manage-payouts/requirement.ts';
import { onboardingRequirement } from './onboarding/requirement.ts';
import { pdfFormFillRequirement } from './pdf-form-fill/requirement.ts';
import { isPayoutAwaited, payoutRequirement } from './payout/requirement.ts';
import { redirectRequirement } from './redirect/requirement.ts';
import type { OpenSession } from './session/sessions.ts';

export async function buildSnapshot(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  hints: Hints,
): Promise<Snapshot> {
  const { app, flow, session } = context;
  const now = deps.clock.now();
  const status = flowStatus(flow, now);
  const running = status === 'created' || status === 'in_progress';
  const current = await requirementNow(deps, tx, context, hints, now);
  return {
    flow: {
      id: flow.id,
      status,
      user_id: flow.user_id,
      link: flowLink(flow, deps),
      expires_at: flow.expires_at?.toISOString() ?? null,
    },
    app_name: app.name,
    sandbox: deps.config.sandbox,
    authenticated: session.authenticated,
    plan: flow.plan,
    current,
    waiting:
      current?.step === 'manage-payments'
        ? awaitsBank(current)
        : current?.step === 'payout'
          ? await isPayoutAwaited(tx, context, now)
          : running &&
            session.authenticated &&
            ((await isTinPending(tx, context)) ||
              (await isBackgroundCheckAwaited(tx, flow)) ||
              (await isIdentityAwaited(deps, tx, context))),
    completions: await completionsOf(tx, flow.id),
    completed_event_id: flow.completed_event_id,
  };
}

export async function buildSession(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  { token }: Pick<OpenSession, 'token'>,
  hints: Hints,
): Promise<Session> {
  const { expires_at: expires } = context.session;
  return {
    token,
    expires_at: expires.toISOString(),
    expires_in: Math.round((expires.getTime() - deps.clock.now().getTime()) / 1000),
    snapshot: await buildSnapshot(deps, tx, context, hints),
  };
}

async function requirementNow(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  hints: Hints,
  now: Date,
): Promise<Requirement | null> {
  const status = flowStatus(context.flow, now);
  // A phone of a hand-off has nothing but that step, and stays with it when the flow has gone on.
  if (context.session.only_step === 'id-verification' && status !== 'expired' && status !== 'canceled')
    return idVerificationRequirement(deps, tx, context);
  switch (currentStep(context, now)) {
    case 'authentication':
      return authenticationRequirement(deps, tx, context, hints);
    case 'onboarding':
      return onboardingRequirement(context);
    case 'compliance':
      return complianceRequirement(deps, tx, context);
    case 'background-check':
      return backgroundCheckRequirement(deps, tx, context);
    case 'manage-payments':
      return managePaymentsRequirement(deps, tx, context);
    case 'id-verification':
      return idVerificationRequirement(deps, tx, context);
    case 'pdf-form-fill':
      return pdfFormFillRequirement(deps, tx, context);
    case 'manage-payouts':
      return managePayoutsRequirement(tx, context);
    case 'payout':
      return payoutRequirement(deps, tx, context);
    case 'redirect':
      return redirectRequirement(context);
    default:
      return null;
  }
}
