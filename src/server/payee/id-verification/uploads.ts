/**
 * Takes pictures in pieces, so that a lost connection costs one piece only. Each piece says where it belongs
 * and is stored as soon as it has arrived. After a loss the browser asks how much the server has, and goes on
 * from there. The idea is that of the IETF draft "Resumable Uploads for HTTP", reduced to what one element
 * needs.
 */
import type { Context } from 'hono';
import { uuid } from '../../../contract/flow.ts';
import { uploadChunkBytes } from '../../../contract/steps/id-documents.ts';
import { idUploadInput } from '../../../contract/steps/id-verification.ts';
import { updateFlow } from '../../db/flows.ts';
import {
  deleteUploadParts,
  findIdUpload,
  insertIdUpload,
  insertUploadPart,
  updateIdUpload,
  uploadPartsOf,
} from '../../db/id-uploads.ts';
import type { IdUploadRow } from '../../db/id-uploads.ts';
import { flowChanged } from '../../db/signals.ts';
import { readBytes, readJson } from '../../http/body.ts';
import { idempotentOnFlow } from '../../http/idempotent.ts';
import { parseInput } from '../../../contract/input/input.ts';
import { ProblemError, fieldProblem } from '../../../contract/input/problem-error.ts';
import { problemResponse } from '../../http/problem.ts';
import { charge } from '../../http/limits.ts';
import { cleanImage } from '../../images/clean-image.ts';
import { putImage } from '../../images/image-store.ts';
import type { Queryable } from '../../ports/database.ts';
import type { Deps } from '../../ports/deps.ts';
import type { Place } from '../../ports/vault.ts';
import { assertCurrent, assertRunning, loadContext, lockRunning } from '../session/context.ts';
import type { PayeeContext } from '../session/context.ts';
import { requirePayee, requireSession } from '../session/sessions.ts';
import type { PayeeWork } from '../session/step.ts';
import { uploadObject } from './requirement.ts';
import { keptMs } from '../../ports/retention.ts';
import { loadState } from './state.ts';
import { dropUpload, stateForChange } from './submit.ts';

/** The most bytes of one piece. */
const maximumPart = 4 * uploadChunkBytes;

/**
 * Announces a picture and answers with its id. Nothing is known of the bytes yet but how many there will be.
 */
export async function beginUpload(c: Context, deps: Deps): Promise<Response> {
  // A stranger who has the link must not use up what the payee may do.
  const session = await requirePayee(deps, c);
  const input = parseInput(idUploadInput, await readJson(c));
  await charge(deps, 'identity picture', { flow: session.flow_id });
  return idempotentOnFlow(c, deps, session, lockRunning(deps, session), async (tx, context) => {
    const now = deps.clock.now();
    const { check, uploads } = await stateForChange(deps, tx, context);
    if (check?.status !== 'collecting' || !check.document_type) throw new ProblemError('step-not-current');
    const earlier = uploads.find((upload) => upload.side === input.side);
    if (earlier) await dropUpload(deps, tx, earlier.id);
    const upload = await insertIdUpload(tx, {
      id: deps.newId(),
      check_id: check.id,
      side: input.side,
      created: now,
      size: input.size,
      delete_at: new Date(now.getTime() + keptMs(deps.config, 'unsent_photos')),
    });
    await changed(deps, tx, context);
    return { status: 201, body: uploadObject(upload) };
  });
}

/**
 * Tells how much has come. A browser asks this after a lost connection, because it cannot know what arrived.
 */
export async function readUpload(c: Context, deps: Deps): Promise<Response> {
  const context = await loadContext(deps.db, await requireSession(deps, c), { lock: false });
  assertCurrent(context, 'id-verification', deps.clock.now());
  return answer(c, await uploadOf(c, deps.db, deps, context));
}

/**
 * Takes one piece. It needs no Idempotency-Key: a piece that is sent twice is refused with the offset to go
 * on from, which is what the sender has to know.
 */
export async function continueUpload(c: Context, deps: Deps): Promise<Response> {
  const session = await requireSession(deps, c);
  const offset = readOffset(c);
  // The piece is read before the transaction: a phone on a slow line must not lock the flow's row.
  const piece = await readBytes(c, maximumPart);
  const upload = await deps.db.transaction(async (tx) => {
    const context = await loadContext(tx, session, { lock: true });
    assertRunning(context.flow, deps.clock.now());
    await stateForChange(deps, tx, context);
    const current = await uploadOf(c, tx, deps, context);
    if (current.state !== 'receiving' || current.received !== offset || offset + piece.length > current.size)
      throw mismatch(current);
    // An empty piece changes nothing, and the table of pieces has no room for two at one offset.
    if (piece.length === 0) return current;
    await insertUploadPart(tx, current.id, offset, deps.vault.sealBytes(place(current, offset), piece));
    const received = await updateIdUpload(tx, current.id, { received: offset + piece.length });
    if (received.received < received.size) return received;
    await changed(deps, tx, context);
    return finish(deps, tx, received);
  });
  // The refusal is not thrown, because the transaction has to keep that the picture is unusable.
  if (upload.refusal)
    return problemResponse(
      c,
      new ProblemError('invalid-input', { errors: [fieldProblem(upload.side, upload.refusal)] }),
    );
  return answer(c, upload);
}

export function takeAgain(c: Context, deps: Deps): PayeeWork {
  return async (tx, context) => {
    const { check } = await stateForChange(deps, tx, context);
    if (check?.status !== 'collecting') throw new ProblemError('step-not-current');
    await dropUpload(deps, tx, (await uploadOf(c, tx, deps, context)).id);
  };
}

/**
 * Checks a picture whose bytes have all arrived. It stores the picture without its metadata, or stores why it
 * is no picture.
 */
async function finish(deps: Deps, tx: Queryable, upload: IdUploadRow): Promise<IdUploadRow> {
  const parts = await uploadPartsOf(tx, upload.id);
  const bytes = Buffer.concat(
    parts.map((part) => deps.vault.openBytes(place(upload, part.start), part.sealed)),
  );
  await deleteUploadParts(tx, upload.id);
  const result = await cleanImage(bytes);
  if (!result.ok) return updateIdUpload(tx, upload.id, { state: 'refused', refusal: result.code });
  await putImage(deps, tx, upload, result.image.bytes);
  return updateIdUpload(tx, upload.id, { state: 'complete', media_type: result.image.type });
}

/** The seal of a piece is bound to its place: pieces cannot be put together in another order. */
const place = ({ id, check_id }: IdUploadRow, start: number): Place => ({
  what: `id upload ${id} ${start}`,
  owner: check_id,
});

/** Returns an upload of this flow's present try, and throws `no-such-resource` for any other. */
async function uploadOf(c: Context, tx: Queryable, deps: Deps, context: PayeeContext): Promise<IdUploadRow> {
  const id = c.req.param('id') ?? '';
  const { check } = await loadState(tx, context, deps.clock.now());
  const upload = check && uuid.safeParse(id).success ? await findIdUpload(tx, check.id, id) : null;
  if (!upload) throw new ProblemError('no-such-resource');
  return upload;
}

/** Returns the offset in bytes. Nine digits are far more than the largest picture needs. */
function readOffset(c: Context): number {
  const text = c.req.header('upload-offset') ?? '';
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new ProblemError('invalid-input', {
    errors: [fieldProblem('Upload-Offset', text === '' ? 'required' : 'invalid-number')],
  });
}

const mismatch = ({ received }: IdUploadRow) =>
  new ProblemError('upload-offset-mismatch', {
    uploadOffset: received,
    headers: { 'upload-offset': String(received) },
  });

function answer(c: Context, upload: IdUploadRow): Response {
  c.header('cache-control', 'no-store');
  c.header('upload-offset', String(upload.received));
  return c.json(uploadObject(upload));
}

/** Marks the flow as changed, so that the payee's other device shows what this one has done. */
async function changed(deps: Deps, tx: Queryable, context: PayeeContext): Promise<void> {
  await updateFlow(tx, context.flow.id, { updated: deps.clock.now() });
  flowChanged(tx, context.flow.id);
}
