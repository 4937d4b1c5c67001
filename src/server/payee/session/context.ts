/**
 * Everything on which a payee's request acts, read together: the session, its flow, the app and, when known,
 * the user.
 */
import type { StepName } from '../../../contract/steps.ts';
import { findApp } from '../../db/apps.ts';
import type { App } from '../../db/apps.ts';
import { completionTimes } from '../../db/completions.ts';
import { findFlow, lockFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { hasVerifiedPaymentMethod } from '../../db/payment-methods.ts';
import { payoutMethodsOf } from '../../db/payout-methods.ts';
import { findSession } from '../../db/sessions.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { lastPayoutOfFlow } from '../../db/payouts.ts';
import { findTransfer } from '../../db/transfers.ts';
import { findUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { stepVisited } from '../../../contract/plan/revisits.ts';
import { isPayoutOpen } from '../../../contract/steps/summary-state.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { withoutClosedVisit } from './filed.ts';
import { owesForm } from './owed-form.ts';
import { purseOf } from './purse.ts';

/** A step that a flow may come back to; a flow that runs, to a refused tax form only. */
type OwedStep = 'compliance' | 'manage-payments' | 'manage-payouts' | 'payout';

/**
 * What a request acts on. Work replaces the fields as it goes on. After a mutation the snapshot is made from
 * what stands here, so work that changes a row also puts the new row here.
 */
export interface PayeeContext {
  readonly app: App;
  flow: FlowRow;
  session: SessionRow;
  user: UserRow | null;
  /** The step for which the payee came back (see `owedStep`). */
  owed: OwedStep | null;
}

/**
 * Reads everything anew. `lock` locks the flow's row until the transaction ends, so that requests on one flow
 * run one after the other. With two at once, both could otherwise see the same step as current and do its
 * work twice. `locked` is the row as whoever has locked it knows it.
 * @throws ProblemError `session-expired` when the session or its flow is gone, `flow-canceled` when the
 * partner deleted the payee, `user-disabled` while they have disabled them.
 */
export async function loadContext(
  tx: Queryable,
  sessionRow: SessionRow,
  { lock, locked }: { readonly lock: boolean; readonly locked?: FlowRow | undefined },
): Promise<PayeeContext> {
  const flow = locked ?? (await (lock ? lockFlow : findFlow)(tx, sessionRow.flow_id));
  // While this request waited for the lock, another may have confirmed the phone in the same session.
  const session = lock ? await findSession(tx, sessionRow.id) : sessionRow;
  const app = flow && (await findApp(tx, flow.app_id));
  if (!flow || !app || !session) throw new ProblemError('session-expired');
  const user = flow.user_id === null ? null : await findUser(tx, app.id, flow.user_id);
  // The partner deleted the payee, so the flow is about nobody.
  if (flow.user_id !== null && !user) throw new ProblemError('flow-canceled');
  assertEnabled(user);
  const open = await withoutClosedVisit(tx, session, user);
  const context: PayeeContext = { app, flow, session: open, user, owed: null };
  return { ...context, owed: await owedStep(tx, context) };
}

/** Returns how a change begins: the flow is locked and read, and goes on. */
export const lockRunning =
  (deps: Pick<Deps, 'clock'>, session: SessionRow) =>
  async (tx: Queryable): Promise<PayeeContext> => {
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, deps.clock.now());
    return context;
  };

/**
 * Returns the payee whose limits a request counts against: nobody before the code, or a stranger who has the
 * link could use them up.
 */
export const signedIn = ({ session, user }: Pick<PayeeContext, 'session' | 'user'>): UserRow | null =>
  session.authenticated ? user : null;

/** A payee whom the partner disabled is told no more than that nothing opens. The flow itself goes on. */
export function assertEnabled(user: Pick<UserRow, 'disabled'> | null): void {
  if (user?.disabled) throw new ProblemError('user-disabled');
}

/**
 * Returns what the payee came back to a finished flow for, or null. An account for payments may wait for days
 * for the payee to say what two deposits amounted to. Whoever opens the flow again is asked for that, and may
 * correct the account. A payee who has no payout method, or has withdrawn nothing, is asked for that when
 * they press the button for it. A tax form that was refused comes first, whether the flow is finished or not.
 */
export async function owedStep(
  tx: Queryable,
  { flow, session, user }: Pick<PayeeContext, 'flow' | 'session' | 'user'>,
): Promise<OwedStep | null> {
  if (await owesForm(tx, { flow, session, user })) return 'compliance';
  if (flow.status !== 'completed' || !user) return null;
  const done = await completionTimes(tx, flow.id);
  const isBack = session.came_back || done.every(({ created }) => created < session.created);
  const depositsPending = done.some(
    ({ step, outcome }) => step === 'manage-payments' && outcome === 'pending',
  );
  if (isBack && depositsPending && !(await hasVerifiedPaymentMethod(tx, user.id))) return 'manage-payments';
  if (!session.came_back) return null;
  const choseMethod = done.some(({ step }) => step === 'manage-payouts' || step === 'payout');
  if (choseMethod && (await payoutMethodsOf(tx, user.id)).length === 0) return 'manage-payouts';
  const last = await lastPayoutOfFlow(tx, flow.id);
  const transfer = last === null ? null : await findTransfer(tx, last);
  return isPayoutOpen(done, transfer?.status, await purseOf(tx, user)) ? 'payout' : null;
}

/**
 * @throws ProblemError `flow-expired` or `flow-canceled` when the flow can no longer be worked on. A
 * completed flow passes: it may have a page to stay on.
 */
export function assertRunning(flow: FlowRow, now: Date): void {
  const status = flowStatus(flow, now);
  if (status === 'expired') throw new ProblemError('flow-expired');
  if (status === 'canceled') throw new ProblemError('flow-canceled');
}

/**
 * Returns the phone to which a code goes when the payee cannot choose: the user's, or the one confirmed
 * earlier in this flow.
 */
export function knownPhone({ user, flow }: Pick<PayeeContext, 'user' | 'flow'>): string | null {
  return user?.phone_e164 ?? flow.phone_e164;
}

/**
 * Returns the step that the payee has to do now. It differs from the plan's active step in three cases. A
 * browser that has not confirmed the phone is asked for a code first. A finished flow stays on its last step
 * when that step is a page to stay on and the partner hid its continue button (an embedded "your payout
 * methods" page, for example). A finished flow comes back to `manage-payments` while deposits are
 * unconfirmed, and every flow to a tax form that was refused. Besides, the payee may have gone back to an
 * earlier step.
 *
 * A session that was opened by a hand-off has its one step or nothing.
 */
export function currentStep(
  { flow, session, owed }: Pick<PayeeContext, 'flow' | 'session' | 'owed'>,
  now: Date,
): StepName | null {
  const status = flowStatus(flow, now);
  if (status === 'expired' || status === 'canceled') return null;
  const due = status === 'completed' ? parkedStep(flow) : (activeStep(flow.plan)?.name ?? null);
  const step = owed ?? due;
  if (session.only_step !== null) return step === session.only_step ? step : null;
  // Whoever comes back to a finished flow sees what was done only with a code.
  if ((step !== null || session.came_back) && !session.authenticated) return 'authentication';
  return owed ?? stepVisited({ flow, session }, step);
}

/**
 * Steps that are pages to stay on. They remain after the flow is done, where the partner hid the continue
 * button.
 */
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

/**
 * Returns the step on which a finished flow stays; null when it stays on none. A redirect does not count,
 * because the browser has left by then.
 */
function parkedStep(flow: FlowRow): StepName | null {
  const last = flow.plan.filter((entry) => entry.name !== 'redirect').at(-1)?.name;
  return last && staysOpen[last] && optionsOf(flow, last)?.hide_continue_button ? last : null;
}

type Requested = FlowRow['steps'][number];

/** Returns what the partner requested with this step, or undefined for a step that the server added. */
export function optionsOf<N extends StepName>(
  flow: FlowRow,
  name: N,
): Extract<Requested, { name: N }> | undefined {
  return flow.steps.find((step): step is Extract<Requested, { name: N }> => step.name === name);
}

/**
 * Every submission of a step begins with this.
 * @throws ProblemError `authentication-required` when this browser has not confirmed the phone,
 * `step-not-current` when `step` is not what the payee has to do now. The second one also answers a window
 * that is behind another.
 */
export function assertCurrent(context: PayeeContext, step: StepName, now: Date): void {
  if (!context.session.authenticated) throw new ProblemError('authentication-required');
  if (currentStep(context, now) !== step) throw new ProblemError('step-not-current');
}
