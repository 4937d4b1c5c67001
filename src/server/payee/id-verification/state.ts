/**
 * Where a payee's identity verification stands: the tries so far, the pictures of the present one, and which
 * device is at work.
 */
import { handoffRole, handoffStateNow, holdsStep } from '../../../contract/steps/handoff-state.ts';
import type { HandoffRole } from '../../../contract/steps/handoff-state.ts';
import { maximumTries } from '../../../contract/steps/id-documents.ts';
import type {
  DocumentType,
  HandoffState,
  IdVerificationPhase,
  ImageSide,
} from '../../../contract/steps/id-documents.ts';
import { idPhase, missingSides } from '../../../contract/steps/id-verification-state.ts';
import { handoffOf } from '../../db/handoffs.ts';
import type { HandoffRow } from '../../db/handoffs.ts';
import { idChecksOf } from '../../db/id-checks.ts';
import type { IdCheckRow } from '../../db/id-checks.ts';
import { idUploadsOf } from '../../db/id-uploads.ts';
import type { IdUploadRow } from '../../db/id-uploads.ts';
import { findSession } from '../../db/sessions.ts';
import type { Queryable } from '../../ports/database.ts';
import { optionsOf } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';

export interface IdVerificationState {
  /** The present try, or the last one; null before the first. */
  readonly check: IdCheckRow | null;
  /** The tries that ended with a refusal. */
  readonly refused: readonly IdCheckRow[];
  /** The document of the present or the previous try, so that the payee need not choose again. */
  readonly document: { readonly country: string; readonly document_type: DocumentType } | null;
  /** The uploads of the present try, refused ones included. */
  readonly uploads: readonly IdUploadRow[];
  /** The sides of which no usable picture has come yet. */
  readonly needs: readonly ImageSide[];
  readonly phase: IdVerificationPhase;
  readonly triesLeft: number;
  readonly handoff: { readonly row: HandoffRow | null; readonly state: HandoffState };
  readonly role: HandoffRole;
  /** Whether this session has the step: it may take pictures and submit. */
  readonly holds: boolean;
}

type Subject = Pick<PayeeContext, 'flow' | 'user' | 'session'>;

/** Reads the state anew. Callers that change something have locked the flow's row. */
export async function loadState(
  tx: Queryable,
  { flow, user, session }: Subject,
  now: Date,
): Promise<IdVerificationState> {
  const checks = await idChecksOf(tx, flow.id);
  const check = checks.at(-1) ?? null;
  const refused = checks.filter((one) => one.status === 'rejected');
  const uploads = check ? await idUploadsOf(tx, check.id) : [];
  const needs = check?.document_type ? missingSides(check.document_type, uploads) : [];
  const triesLeft = triesOf(flow, user, checks);
  const handoff = await currentHandoff(tx, flow.id, now);
  const role = handoffRole(handoff.row, session.only_step !== null);
  return {
    check,
    refused,
    document: documentOf(check) ?? documentOf(checks.at(-2)),
    uploads,
    needs,
    phase: idPhase(check && { status: check.status, hasDocument: !!check.document_type }, needs, triesLeft),
    triesLeft,
    handoff,
    role,
    holds: holdsStep(role, handoff.state),
  };
}

/**
 * Returns how many tries are left. They are counted per flow. A payee who failed for good in an earlier flow
 * gets no more in another one, unless the partner requests it with `force`.
 */
function triesOf(flow: Subject['flow'], user: Subject['user'], checks: readonly IdCheckRow[]): number {
  if (checks.length === 0 && user?.id_status === 'failed' && !optionsOf(flow, 'id-verification')?.force)
    return 0;
  return maximumTries - checks.filter((one) => one.status === 'rejected').length;
}

function documentOf(check: IdCheckRow | null | undefined): IdVerificationState['document'] {
  return check?.country && check.document_type
    ? { country: check.country, document_type: check.document_type }
    : null;
}

async function currentHandoff(
  tx: Queryable,
  flowId: string,
  now: Date,
): Promise<IdVerificationState['handoff']> {
  const row = await handoffOf(tx, flowId);
  const phone = row?.session_id ? await findSession(tx, row.session_id) : null;
  return { row, state: handoffStateNow(row, phone !== null && phone.expires_at > now, now) };
}
