/** Everything a payee's request acts on, read together: the session, its flow, the app and, when known, the user. */
import type { StepName } from '../../../contract/steps.ts';
import { findApp } from '../../db/apps.ts';
import type { App } from '../../db/apps.ts';
import { completionTimes } from '../../db/completions.ts';
import { findFlow, lockFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { hasVerifiedPaymentMethod } from '../../db/payment-methods.ts';
import { findSession } from '../../db/sessions.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { findUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { activeStep } from '../../flows/plan.ts';
import { ProblemError } from '../../http/problem.ts';
import type { Queryable } from '../../ports/database.ts';

/** Fields are replaced as work goes on; after a mutation the snapshot is made from what stands here. */
export interface PayeeContext {
  readonly app: App;
  flow: FlowRow;
  session: SessionRow;
  user: UserRow | null;
  /** The payee came back to a finished flow to confirm the deposits to their bank account (see `owesDeposits`). */
  owed: boolean;
}

/** `lock`: hold the flow's row until the transaction ends, so that requests on one flow come one after the other. */
export async function loadContext(
  tx: Queryable,
  held: SessionRow,
  { lock }: { readonly lock: boolean },
): Promise<PayeeContext> {
  const flow = await (lock ? lockFlow : findFlow)(tx, held.flow_id);
  // While this request waited for the row, another may have confirmed the phone in this very session.
  const session = lock ? await findSession(tx, held.id) : held;
  const app = flow && (await findApp(tx, flow.app_id));
  if (!flow || !app || !session) throw new ProblemError('session-expired');
  const user = flow.user_id === null ? null : await findUser(tx, app.id, flow.user_id);
  // The partner deleted the payee: the flow has nobody to be about.
  if (flow.user_id !== null && !user) throw new ProblemError('flow-canceled');
  const context: PayeeContext = { app, flow, session, user, owed: false };
  return { ...context, owed: await owesDeposits(tx, context) };
}

/**
 * A flow may be done while an account added in it still waits for the payee to tell what two deposits amounted to, days later. Whoever
 * opens such a flow again is asked for that, and may put the account right; not who finished it just now and still sees that.
 */
export async function owesDeposits(
  tx: Queryable,
  { flow, session, user }: Omit<PayeeContext, 'owed'>,
): Promise<boolean> {
  if (flow.status !== 'completed' || !user) return false;
  const done = await completionTimes(tx, flow.id);
  const promised = done.some(({ step, outcome }) => step === 'manage-payments' && outcome === 'pending');
  if (!promised || done.some(({ created }) => created >= session.created)) return false;
  return !(await hasVerifiedPaymentMethod(tx, user.id));
}

/** Throws when the flow can no longer be worked on. */
export function assertRunning(flow: FlowRow, now: Date): void {
  const status = flowStatus(flow, now);
  if (status === 'expired') throw new ProblemError('flow-expired');
  if (status === 'canceled') throw new ProblemError('flow-canceled');
}

/** The phone that a code goes to when the payee cannot choose: the user's, or the one confirmed earlier in this flow. */
export function knownPhone({ user, flow }: Pick<PayeeContext, 'user' | 'flow'>): string | null {
  return user?.phone_e164 ?? flow.phone_e164;
}

/**
 * The step that the payee has to do now. It differs from the plan's active one in two cases: a browser that has not
 * confirmed the phone is asked for a code first, and a finished flow stays on `manage-payouts` when the partner hid the
 * continue button there (an embedded "your payout methods" page), and one comes back to `manage-payments` while deposits are unconfirmed.
 * A session that came by a hand-off has its one step or nothing.
 */
export function currentStep(
  { flow, session, owed }: Pick<PayeeContext, 'flow' | 'session' | 'owed'>,
  now: Date,
): StepName | null {
  const status = flowStatus(flow, now);
  if (status === 'expired' || status === 'canceled') return null;
  const step =
    status === 'completed'
      ? owed
        ? 'manage-payments'
        : parkedStep(flow)
      : (activeStep(flow.plan)?.name ?? null);
  if (session.only_step !== null) return step === session.only_step ? step : null;
  return step !== null && !session.authenticated ? 'authentication' : step;
}

/** Steps that are pages to stay on: they stay after the flow is done, where the partner hid the continue button. */
const staysOpen: Readonly<Record<StepName, boolean>> = {
  authentication: false,
  onboarding: false,
  compliance: false,
  'id-verification': false,
  'background-check': false,
  'manage-payments': true,
  'manage-payouts': true,
  payout: true,
  'pdf-form-fill': false,
  redirect: false,
};

function parkedStep(flow: FlowRow): StepName | null {
  const last = flow.plan.filter((entry) => entry.name !== 'redirect').at(-1)?.name;
  return last && staysOpen[last] && optionsOf(flow, last)?.hide_continue_button ? last : null;
}

type Requested = FlowRow['steps'][number];

/** What the partner asked for with this step; undefined for a step that the server added. */
export function optionsOf<N extends StepName>(
  flow: FlowRow,
  name: N,
): Extract<Requested, { name: N }> | undefined {
  return flow.steps.find((step): step is Extract<Requested, { name: N }> => step.name === name);
}

/** Throws unless `step` is what the payee has to do now, in a session that may see and change their data. */
export function assertCurrent(context: PayeeContext, step: StepName, now: Date): void {
  if (!context.session.authenticated) throw new ProblemError('authentication-required');
  if (currentStep(context, now) !== step) throw new ProblemError('step-not-current');
}
