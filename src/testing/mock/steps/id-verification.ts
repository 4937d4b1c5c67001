/**
 * `id-verification` in the mock: pictures are taken in, and the payee's last name decides about them. Nobody
 * looks at the pictures.
 */
import { parseInput } from '../../../contract/input/input.ts';
import { fieldProblem, ProblemError } from '../../../contract/input/problem-error.ts';
import { activeStep } from '../../../contract/plan/plan.ts';
import { identityVerdict, nameKey } from '../../../contract/sandbox/answers.ts';
import { identityCheckMs, identityReviewMs, reviewedIdentities } from '../../../contract/sandbox/table.ts';
import { isOtherAwaited, shownHandoff } from '../../../contract/steps/handoff-state.ts';
import {
  imageTypes,
  maximumImageBytes,
  maximumTries,
  minimumLongSide,
  minimumShortSide,
  uploadChunkBytes,
  type ImageSide,
} from '../../../contract/steps/id-documents.ts';
import { idDocumentInput, idUploadInput, type IdUpload } from '../../../contract/steps/id-verification.ts';
import { idPhase, missingSides } from '../../../contract/steps/id-verification-state.ts';
import type { RequirementOf } from '../../../contract/steps/session.ts';
import { countryOf, fullNameOf } from '../facts.ts';
import { newId } from '../ids.ts';
import { assertCurrent, completeStep, statusOf } from '../progress.ts';
import { isButtonHidden, optionsOf, type MockContext, type MockRequest, type MockStep } from '../step.ts';
import type { MockFlow, MockIdCheck, MockUpload, MockUser, World } from '../world.ts';
import { handoffOf, handoffOpenings, handoffOthers, handoffSubmissions } from './handoff.ts';
import { refusalOf } from './picture.ts';

const base = '/session/id-verification';

export const idVerification: MockStep<'id-verification'> = {
  requirement: requirementOf,
  submissions: {
    ...handoffSubmissions,
    [`POST ${base}/document`](context, { body }) {
      assertChangeable(context);
      const { country, document_type } = parseInput(idDocumentInput, body);
      const { idChecks } = context.flow;
      const check = idChecks.at(-1);
      if (check && check.status !== 'collecting')
        throw new ProblemError('step-not-current', { detail: 'Pictures were submitted already.' });
      const { document } = check ?? { document: null };
      if (document?.country === country && document.document_type === document_type) return;
      // Another document drops the pictures of the earlier one.
      const begun = check ?? newCheck(context.flow);
      begun.document = { country, document_type };
      begun.uploads.length = 0;
    },
    [`DELETE ${base}/uploads/:id`](context, request) {
      assertChangeable(context);
      const { uploads } = collecting(context.flow);
      uploads.splice(uploads.indexOf(uploadOf(context.flow, request)), 1);
    },
    [`POST ${base}/submit`](context) {
      assertChangeable(context);
      const { flow, world } = context;
      const check = collecting(flow);
      const needs = needsOf(check);
      if (needs.length > 0)
        throw new ProblemError('images-missing', { detail: `Missing: ${needs.join(', ')}.` });
      check.status = 'submitted';
      const { kept, role } = handoffOf(context);
      if (kept && role === 'phone') kept.state = 'done';
      world.later(identityCheckMs, () => judge(world, flow, check));
    },
    [`POST ${base}/restart`](context) {
      assertChangeable(context);
      if (context.flow.idChecks.at(-1)?.status !== 'rejected')
        throw new ProblemError('step-not-current', { detail: 'No try was refused.' });
      newCheck(context.flow);
      // Both devices could begin again. The one that does has the step from now on.
      const { kept, role, state } = handoffOf(context);
      if (kept && state !== 'none') kept.state = role === 'phone' ? 'opened' : 'canceled';
    },
  },
  questions: {
    [`GET ${base}/uploads/:id`](context, request) {
      assertCurrent(context, 'id-verification');
      return shown(uploadOf(context.flow, request));
    },
  },
  others: {
    ...handoffOthers,
    [`POST ${base}/uploads`](context, { body }) {
      const { side, size } = parseInput(idUploadInput, body);
      assertChangeable(context);
      const { uploads } = collecting(context.flow);
      const earlier = uploads.findIndex((upload) => upload.side === side);
      if (earlier >= 0) uploads.splice(earlier, 1);
      const upload: MockUpload = {
        created: context.world.now(),
        upload_id: newId(),
        side,
        size,
        offset: 0,
        state: 'receiving',
        refusal: null,
        chunk_bytes: uploadChunkBytes,
      };
      uploads.push(upload);
      return { status: 201, body: shown(upload) };
    },
    [`PATCH ${base}/uploads/:id`](context, request) {
      const piece = request.bytes;
      const offset = Number(request.headers.get('upload-offset') ?? Number.NaN);
      if (!Number.isInteger(offset))
        throw new ProblemError('invalid-input', { errors: [fieldProblem('Upload-Offset', 'required')] });
      assertChangeable(context);
      const upload = uploadOf(context.flow, request);
      const fits = upload.state === 'receiving' && upload.offset === offset;
      if (!fits || offset + piece.length > upload.size)
        throw new ProblemError('upload-offset-mismatch', { uploadOffset: upload.offset });
      // Only the beginning is kept: it says what kind of picture it is.
      const heads = context.flow.pictureHeads;
      if (offset === 0) heads.set(upload.upload_id, piece.slice(0, 16));
      upload.offset += piece.length;
      if (upload.offset < upload.size) return { status: 200, body: shown(upload) };
      const refusal = refusalOf(heads.get(upload.upload_id) ?? new Uint8Array());
      upload.state = refusal ? 'refused' : 'complete';
      upload.refusal = refusal;
      return refusal
        ? new ProblemError('invalid-input', { errors: [fieldProblem(upload.side, refusal)] })
        : { status: 200, body: shown(upload) };
    },
  },
  openings: handoffOpenings,
  isAwaited: (context) =>
    activeStep(context.flow.plan)?.name === 'id-verification' &&
    (phaseOf(context.flow) === 'review' || isOtherAwaited(handoffOf(context).state)),
};

function requirementOf(context: MockContext): RequirementOf<'id-verification'> {
  const { flow, world } = context;
  const { user, idChecks } = flow;
  const check = idChecks.at(-1);
  const handoff = handoffOf(context);
  const isActive = activeStep(flow.plan)?.name === 'id-verification';
  return {
    step: 'id-verification',
    hide_continue_button: isButtonHidden(flow, 'id-verification'),
    reason: flow.plan.find(({ name }) => name === 'id-verification')?.reason ?? 'requested',
    phase: isActive ? phaseOf(flow) : 'done',
    default_country: countryOf(user),
    name: fullNameOf(user) || null,
    document: check?.document ?? idChecks.at(-2)?.document ?? null,
    needs: isActive && check ? needsOf(check) : [],
    uploads: [...(check?.uploads ?? [])].sort(byTime).map(shown),
    limits: {
      max_bytes: maximumImageBytes,
      min_long_side: minimumLongSide,
      min_short_side: minimumShortSide,
      types: [...imageTypes],
      chunk_bytes: uploadChunkBytes,
    },
    tries_left: Math.max(0, triesLeft(flow)),
    rejection: refusedOf(flow).at(-1)?.reason ?? null,
    rejected_side: refusedOf(flow).at(-1)?.side ?? null,
    manual: check?.status === 'in_review',
    handoff: shownHandoff(handoff.kept, world.now(), handoff),
  };
}

const shown = ({ created: _, ...upload }: MockUpload): IdUpload => upload;
/** As the server's table is sorted. */
const byTime = (one: MockUpload, other: MockUpload): number =>
  one.created.getTime() - other.created.getTime() || one.side.localeCompare(other.side);

const refusedOf = ({ idChecks }: MockFlow) => idChecks.filter(({ status }) => status === 'rejected');

function triesLeft(flow: MockFlow): number {
  const forced = optionsOf(flow, 'id-verification')?.force ?? false;
  if (flow.idChecks.length === 0 && flow.user?.identity === 'failed' && !forced) return 0;
  return maximumTries - refusedOf(flow).length;
}

function phaseOf(flow: MockFlow): RequirementOf<'id-verification'>['phase'] {
  const check = flow.idChecks.at(-1) ?? null;
  const seen = check && { status: check.status, hasDocument: check.document !== null };
  return idPhase(seen, check ? needsOf(check) : [], triesLeft(flow));
}

const needsOf = ({ document, uploads }: MockIdCheck): ImageSide[] =>
  document ? missingSides(document.document_type, uploads) : [];

function newCheck(flow: MockFlow): MockIdCheck {
  const check: MockIdCheck = { status: 'collecting', document: null, uploads: [], reason: null, side: null };
  flow.idChecks.push(check);
  return check;
}

function assertChangeable(context: MockContext): void {
  assertCurrent(context, 'id-verification');
  if (phaseOf(context.flow) === 'failed') throw new ProblemError('no-tries-left');
  if (!handoffOf(context).holds) throw new ProblemError('handed-off');
}

/** Returns the try whose pictures are being taken. */
function collecting({ idChecks }: MockFlow): MockIdCheck {
  const check = idChecks.at(-1);
  if (check?.status !== 'collecting' || !check.document) throw new ProblemError('step-not-current');
  return check;
}

function uploadOf({ idChecks }: MockFlow, { params }: MockRequest): MockUpload {
  const upload = idChecks.at(-1)?.uploads.find(({ upload_id: id }) => id === params['id']);
  if (!upload) throw new ProblemError('no-such-resource');
  return upload;
}

/** The machine's judgement after a second. For some names a person has to look, which takes longer. */
function judge(world: World, flow: MockFlow, check: MockIdCheck): void {
  const { user } = flow;
  if (!user) return;
  if (check.status === 'submitted' && reviewedIdentities.includes(nameKey(user.last_name ?? ''))) {
    check.status = 'in_review';
    if (user.ofac === 'id_verification_required') user.ofac = 'in_review';
    world.later(identityReviewMs, () => judge(world, flow, check));
  } else decide(world, flow, user, check);
  world.changed(flow);
}

function decide(world: World, flow: MockFlow, user: MockUser, check: MockIdCheck): void {
  const verdict = identityVerdict(user.last_name ?? '', refusedOf(flow).length);
  const looked = check.status === 'in_review';
  check.status = verdict.status;
  if (verdict.status === 'rejected') {
    check.reason = verdict.reason;
    check.side = verdict.side ?? null;
    if (triesLeft(flow) > 0) return;
    user.identity = 'failed';
    if (user.ofac !== 'unflagged') user.ofac = 'flagged';
    return;
  }
  user.identity = 'verified';
  // A flag that needed a person is cleared only when a person has looked.
  if (user.ofac === 'id_verification_required' || (user.ofac === 'in_review' && looked))
    user.ofac = 'unflagged';
  const waits =
    activeStep(flow.plan)?.name === 'id-verification' && statusOf(flow, world.now()) === 'in_progress';
  if (waits) completeStep(world, flow, 'id-verification', 'verified');
}
