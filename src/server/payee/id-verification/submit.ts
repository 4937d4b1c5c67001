/** Takes which document the payee has, submits the pictures, and begins anew after a refusal. */
import type { Context } from 'hono';
import { idDocumentInput } from '../../../contract/steps/id-verification.ts';
import { updateHandoff } from '../../db/handoffs.ts';
import { insertIdCheck, updateIdCheck } from '../../db/id-checks.ts';
import type { IdCheckRow } from '../../db/id-checks.ts';
import { deleteIdUpload, keepIdUploadsUntil } from '../../db/id-uploads.ts';
import type { SessionRow } from '../../db/sessions.ts';
import { readJson } from '../../http/body.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError } from '../../../contract/input/problem-error.ts';
import { chargeUser, willAsk } from '../../users/charge.ts';
import { removeImage } from '../../images/image-store.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import { assertCurrent, loadContext, signedIn } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import type { PayeeWork } from '../session/step.ts';
import { loadState } from './state.ts';
import type { IdVerificationState } from './state.ts';

/**
 * Returns the state for a change, and throws when the payee is not at this step, has no tries left, or works
 * on it on another device.
 */
export async function stateForChange(
  deps: Deps,
  tx: Queryable,
  context: PayeeContext,
): Promise<IdVerificationState> {
  const now = deps.clock.now();
  assertCurrent(context, 'id-verification', now);
  const state = await loadState(tx, context, now);
  if (state.phase === 'failed') throw new ProblemError('no-tries-left');
  if (!state.holds) throw new ProblemError('handed-off');
  return state;
}

/**
 * Stores which document the payee has. Another choice drops the pictures that were taken of the earlier one.
 */
export function chooseDocument(c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const state = await stateForChange(deps, tx, context);
    const input = parseInput(idDocumentInput, await readJson(c));
    const check = state.check ?? (await newCheck(deps, tx, context, 1));
    if (check.status !== 'collecting')
      throw new ProblemError('step-not-current', { detail: 'Pictures were submitted already.' });
    const { country, document_type } = input;
    if (check.country === country && check.document_type === document_type) return;
    for (const upload of state.uploads) await dropUpload(deps, tx, upload.id);
    await updateIdCheck(tx, check.id, { country, document_type });
  };
}

/**
 * Hands the pictures to the job that has them judged. The limit counts before the transaction, so that a
 * refusal inside it does not give the point back.
 */
export async function submitPictures(_c: Context, deps: Deps, session: SessionRow): Promise<PayeeWork> {
  const before = await loadContext(deps.db, session, { lock: false });
  const user = signedIn(before);
  const asks = async () => {
    const { check, needs } = await stateForChange(deps, deps.db, before);
    return check?.status === 'collecting' && needs.length === 0;
  };
  if (user && (await willAsk(asks))) await chargeUser(deps, 'identity check', user);
  return async (tx, context) => {
    const { check, needs, handoff, role } = await stateForChange(deps, tx, context);
    if (check?.status !== 'collecting' || !check.document_type) throw new ProblemError('step-not-current');
    if (needs.length > 0)
      throw new ProblemError('images-missing', { detail: `Missing: ${needs.join(', ')}.` });
    await updateIdCheck(tx, check.id, { status: 'submitted', submitted: deps.clock.now() });
    // The judge needs the pictures for as long as the verdict takes.
    await keepIdUploadsUntil(tx, check.id, null);
    await deps.jobs.enqueue(tx, { kind: 'check-id', checkId: check.id, attempt: 1 });
    if (handoff.row && role === 'phone') await updateHandoff(tx, handoff.row.id, { state: 'done' });
  };
}

/** Begins another try after a refusal. The pictures of the refused one stay until their time is over. */
export function beginAgain(_c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const { check, handoff, role } = await stateForChange(deps, tx, context);
    if (check?.status !== 'rejected')
      throw new ProblemError('step-not-current', { detail: 'No try was refused.' });
    await newCheck(deps, tx, context, check.number + 1);
    // Both devices could begin again. The one that does has the step from now on.
    if (handoff.row && handoff.state !== 'none')
      await updateHandoff(tx, handoff.row.id, { state: role === 'phone' ? 'opened' : 'canceled' });
  };
}

const newCheck = (deps: Deps, tx: Queryable, { flow }: PayeeContext, number: number): Promise<IdCheckRow> =>
  insertIdCheck(tx, { id: deps.newId(), flow_id: flow.id, number, created: deps.clock.now() });

/** Removes an upload with its picture, wherever pictures are stored. */
export async function dropUpload(deps: Deps, tx: Queryable, id: string): Promise<void> {
  await removeImage(deps, tx, id);
  await deleteIdUpload(tx, id);
}
