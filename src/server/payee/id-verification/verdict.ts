/**
 * Applies a verdict to the try, the payee, their pictures and the flow. The caller has locked the flow's row.
 * A verdict on a try that was judged already changes nothing.
 */
import { maximumTries } from '../../../contract/steps/id-documents.ts';
import { isLate } from '../../../contract/steps/notifications.ts';
import { updateFlow } from '../../db/flows.ts';
import type { FlowRow } from '../../db/flows.ts';
import { findIdCheck, idChecksOf, updateIdCheck } from '../../db/id-checks.ts';
import type { IdCheckRow } from '../../db/id-checks.ts';
import { keepIdUploadsUntil } from '../../db/id-uploads.ts';
import { lockUser, updateUser } from '../../db/users.ts';
import type { UserRow } from '../../db/users.ts';
import { completeStep } from '../../flows/complete-step.ts';
import { flowStatus } from '../../flows/flow-object.ts';
import { flowChanged } from '../../db/signals.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { releaseHeldPayouts } from '../../ledger/release.ts';
import { releaseByDocument, worsenByDocument } from '../../screening/decide.ts';
import { notify } from '../../notifications/notify.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { IdentityAnswer, IdentityVerdict } from '../../ports/id-verification.ts';
import { userChanged } from '../../users/user-changed.ts';
import { keptMs } from '../../ports/retention.ts';

/**
 * Applies an answer. It comes from the job or from the vendor's callback, and the first verdict of the two
 * counts.
 */
export async function applyAnswer(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  checkId: string,
  answer: IdentityAnswer,
): Promise<void> {
  const check = await findIdCheck(tx, checkId);
  if (check?.status !== 'submitted' && check?.status !== 'in_review') return;
  const now = deps.clock.now();
  // Locked, because a name may be found on a list meanwhile: that must not be undone.
  const user = flow.user_id === null ? null : await lockUser(tx, flow.app_id, flow.user_id);
  await updateFlow(tx, flow.id, { updated: now });
  flowChanged(tx, flow.id);
  if (answer.status === 'waiting') return noteWaiting(deps, tx, check, user, answer);

  await updateIdCheck(tx, check.id, {
    status: answer.status,
    decided: now,
    reason: answer.status === 'rejected' ? answer.reason : null,
    rejected_side: answer.status === 'rejected' ? (answer.side ?? null) : null,
  });
  await keepIdUploadsUntil(tx, check.id, new Date(now.getTime() + keptMs(deps.config, 'photos')));
  if (user) await applyVerdict(deps, tx, flow, check, user, answer);
  // Somebody for whom a person had to look has left, and was told that they may.
  if (check.status === 'in_review' || isLate(check.submitted ?? now, now))
    await notify(deps, tx, flow, { step: 'id-verification', about: check.id });
}

/** Notes that a verdict takes longer. The partner hears of it only when a person looks. */
async function noteWaiting(
  deps: Deps,
  tx: Queryable,
  check: IdCheckRow,
  user: UserRow | null,
  { manual, reference }: Extract<IdentityAnswer, { status: 'waiting' }>,
): Promise<void> {
  if (reference !== undefined) await updateIdCheck(tx, check.id, { provider_reference: reference });
  if (!manual || check.status === 'in_review') return;
  await updateIdCheck(tx, check.id, { status: 'in_review' });
  if (!user) return;
  await updateUser(tx, user.id, {
    // Somebody who was verified earlier and is checked again stays verified until a verdict says otherwise.
    id_status: user.id_status === 'verified' ? 'verified' : 'in_review',
    ofac_status: user.ofac_status === 'id_verification_required' ? 'in_review' : user.ofac_status,
  });
  await userChanged(deps, tx, user);
}

/**
 * Acts on a verdict: on the payee's status, on payouts that waited for it, and on the flow where it waits at
 * this step.
 */
async function applyVerdict(
  deps: Deps,
  tx: Queryable,
  flow: FlowRow,
  check: IdCheckRow,
  user: UserRow,
  verdict: IdentityVerdict,
): Promise<void> {
  if (verdict.status === 'rejected') return refuse(deps, tx, flow, user);
  const cleared = await updateUser(tx, user.id, {
    id_status: 'verified',
    ofac_status: isCleared(user, check) ? await releaseByDocument(deps, tx, user) : user.ofac_status,
  });
  await releaseHeldPayouts(deps, tx, cleared);
  await userChanged(deps, tx, user, 'user.updated.id_verified');
  const isAtStep =
    activeStep(flow.plan)?.name === 'id-verification' && flowStatus(flow, deps.clock.now()) === 'in_progress';
  if (isAtStep) await completeStep(deps, tx, flow, 'id-verification', 'verified');
}

/**
 * Returns whether a verified identity clears the payee's name. It clears a flag that demanded an identity. A
 * flag that needed a person is cleared only when a person has looked. `flagged` stays, and so does what was
 * found about other names.
 */
const isCleared = ({ ofac_status: status }: UserRow, check: IdCheckRow): boolean =>
  status === 'id_verification_required' || (status === 'in_review' && check.status === 'in_review');

/**
 * Notes a refusal. A payee with no tries left stays at the step, and the partner learns of it from the user.
 */
async function refuse(deps: Deps, tx: Queryable, flow: FlowRow, user: UserRow): Promise<void> {
  const refused = (await idChecksOf(tx, flow.id)).filter((one) => one.status === 'rejected').length;
  const inScreening = user.ofac_status === 'id_verification_required' || user.ofac_status === 'in_review';
  const failed = refused >= maximumTries;
  if (failed && inScreening) await worsenByDocument(deps, tx, user);
  await updateUser(
    tx,
    user.id,
    failed
      ? { id_status: 'failed', ofac_status: inScreening ? 'flagged' : user.ofac_status }
      : { id_status: statusBeforeTry(user) },
  );
  await userChanged(deps, tx, user);
}

/** A refusal with tries left takes nothing away: somebody who was verified before stays so. */
const statusBeforeTry = ({ id_status: status }: UserRow): UserRow['id_status'] =>
  status === 'in_review' ? 'unverified' : status;
