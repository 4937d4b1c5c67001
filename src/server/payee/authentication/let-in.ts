/** What a right code leads to: the session is the payee's, or something known is asked for first. */
import { reachedBy } from '../../../contract/forms/phone.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { updateFlow } from '../../db/flows.ts';
import { rememberBrowser } from '../../db/known-browsers.ts';
import { deleteUnproved, updateSession } from '../../db/sessions.ts';
import type { CodeRow } from '../../db/sessions.ts';
import { findUserByPhone, lockUser, updateUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { catchUp } from '../../flows/catch-up.ts';
import { afterCommit } from '../../db/transaction-scope.ts';
import { noteSecurity } from '../../http/security-log.ts';
import { completeStep } from '../../flows/complete-step.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertEnabled, currentStep } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { openTo } from '../session/sessions.ts';
import { userChanged } from '../../users/user-changed.ts';
import { claimLinkOf } from '../../payout-links/claim.ts';
import { isAsked } from './asked.ts';

/**
 * Acts on a right code, which proves who has the phone now. A user who was not here for long, or comes in a
 * new browser, may have lost it to somebody else: then the session is nobody's yet, and the flow neither.
 */
export async function confirmPhone(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  sent: CodeRow,
): Promise<void> {
  const phone = reachedBy(sent.phone_e164, sent.channel);
  // A flow without a user gets the app's user with this phone, if there is one. Otherwise onboarding makes
  // one.
  const found = context.user ?? (await findUserByPhone(tx, context.app.id, phone));
  const user = found && (await lockAsKnown(tx, found, phone));
  context.flow = await updateFlow(tx, context.flow.id, {
    phone_e164: phone,
    phone_country: sent.phone_country,
    phone_channel: sent.channel,
  });
  if (user && (await isAsked(deps, tx, user, context))) {
    const { id } = context.session;
    afterCommit(tx, () => noteSecurity(deps, 'known-asked', id));
    context.session = await updateSession(tx, context.session.id, {
      asks_known: user.id,
      proved: deps.clock.now(),
    });
  } else await letIn(deps, tx, context, user);
}

/**
 * Locks the user, whom the partner may be disabling or giving another phone at this moment.
 * @throws ProblemError `step-not-current` when the phone is not theirs any more
 */
export async function lockAsKnown(tx: Queryable, { app_id, id }: UserRow, phone: string): Promise<UserRow> {
  const user = await lockUser(tx, app_id, id);
  if (user?.phone_e164 !== phone) throw new ProblemError('step-not-current');
  assertEnabled(user);
  return user;
}

/**
 * Opens the session and gives the flow its user. Only now the user counts as seen, and the browser as theirs:
 * a code without the answer must not do away with the question.
 */
export async function letIn(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
  user: UserRow | null,
): Promise<void> {
  const now = deps.clock.now();
  const { flow, session } = context;
  // Whoever was first to open a link that the partner had opened for the payee was somebody else.
  if (!flow.open_by_code && !flow.open_to?.equals(session.browser))
    await deleteUnproved(tx, flow.id, session.browser);
  const proof = { authenticated: true, asks_known: null, proved: now, by_code: true };
  context.session = await updateSession(tx, session.id, proof);
  afterCommit(tx, () => noteSecurity(deps, 'signed-in', session.id, 'code'));
  if (user) {
    context.user = await updateUser(tx, user.id, { phone_verified: true, confirmed: now, updated: now });
    if (!user.phone_verified) await userChanged(deps, tx, user);
    await rememberBrowser(tx, user.id, context.session.browser, now);
  }
  context.flow = await updateFlow(tx, context.flow.id, {
    user_id: user?.id ?? null,
    ...openTo(deps, context.session),
  });
  // What a payout link brings counts for what the law wants to be filed.
  if (user) context.flow = await claimLinkOf(deps, tx, context.flow, context.user ?? user);
  // What the payee did elsewhere may be what this flow waits for, when it did not know them before.
  context.flow =
    activeStep(context.flow.plan)?.name === 'authentication'
      ? await completeStep(deps, tx, context.flow, 'authentication', 'verified')
      : await catchUp(deps, tx, context.flow);
}

/** The step is also current for a browser that has not confirmed the phone, whatever the plan waits for. */
export function assertAsksForCode(deps: Deps, context: PayeeContext): void {
  if (currentStep(context, deps.clock.now()) !== 'authentication') throw new ProblemError('step-not-current');
}
