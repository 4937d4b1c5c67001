/**
 * Sends one picture in pieces. Each piece says where it belongs, so a lost answer or a lost connection costs
 * one piece: the server is asked how far it got, and sending goes on from there.
 */
import type { SessionRequest } from '../../../api/client.ts';
import type { IdUpload } from '../../../contract/steps/id-verification.ts';
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import type { FieldCode } from '../../../contract/problems.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import type { Call } from '../../step-context.ts';
import { newIntent } from '../../../api/intent.ts';
import { post } from '../post.ts';

export interface UploadOptions {
  readonly call: Call;
  readonly side: ImageSide;
  readonly picture: Blob;
  /** Bytes of one piece, as the server wants them. */
  readonly chunkBytes: number;
  /** `sent` is in bytes that the server has. `stalled`: there is no connection, and it goes on by itself. */
  readonly onProgress: (progress: { readonly sent: number; readonly stalled: boolean }) => void;
  /** Resolves when trying again makes sense. It is given from outside, so that tests need not wait. */
  readonly untilOnline: (failures: number, signal: AbortSignal) => Promise<void>;
}

/** What became of the picture. Trouble that passes is not among it: that is waited out. */
export type UploadResult = { readonly ok: true } | { readonly ok: false; readonly problem: FlowProblem };

/** Bytes. Even a slow line sends this much within the time limit of a request. */
const smallestChunk = 16 * 1024;
const uploads = '/id-verification/uploads';

/**
 * Sends the picture. Rejects only when `signal` was aborted.
 *
 * Each round sends one request: one that begins the upload, one that asks how far it got (after a failure),
 * or the next piece.
 */
export async function upload(options: UploadOptions, signal: AbortSignal): Promise<UploadResult> {
  const { call, side, picture, onProgress } = options;
  let chunkBytes = options.chunkBytes;
  let id = '';
  let offset = 0;
  const intent = newIntent();
  for (let failures = 0, mismatches = 0; ;) {
    signal.throwIfAborted();
    const answer = !id
      ? await call(uploads, post({ side, size: picture.size }, intent), signal)
      : failures
        ? await call(`${uploads}/${id}`, {}, signal)
        : await call(`${uploads}/${id}`, piece(picture, offset, chunkBytes), signal);
    if (!answer.ok) {
      const { problem } = answer;
      const passing = isPassing(problem);
      // A piece whose answer was lost is there already, so the offset does not match. When that happens again
      // and again, it is a mistake of ours or of the server's.
      if (!passing && (problem.code !== 'upload-offset-mismatch' || (mismatches += 1) > 5))
        return { ok: false, problem };
      // A slow line needs longer for a piece than a request may take.
      if (problem.code === 'timeout') chunkBytes = Math.max(smallestChunk, chunkBytes / 4);
      failures += 1;
      if (!passing) continue;
      onProgress({ sent: offset, stalled: true });
      await options.untilOnline(failures, signal);
      continue;
    }
    const received = uploadOf(answer.body);
    if (!received) return { ok: false, problem: flowProblem('invalid-answer') };
    id = received.upload_id;
    offset = received.offset;
    failures = 0;
    onProgress({ sent: offset, stalled: false });
    if (received.state === 'complete') return { ok: true };
    if (received.state === 'refused') return { ok: false, problem: refusal(side, received.refusal) };
  }
}

/**
 * Resolves when the browser says that the connection is back. Browsers are not always right about that, so it
 * also resolves now and then, ever more slowly, after 15 seconds at most.
 *
 * It ends when it is aborted, too. The caller has to look at the signal.
 */
export function untilOnline(failures: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      removeEventListener('online', done);
      resolve();
    };
    const timer = setTimeout(done, Math.min(15_000, 1000 * 2 ** failures));
    addEventListener('online', done);
    signal.addEventListener('abort', () => (done(), reject(signal.reason as Error)), { once: true });
  });
}

/** Returns the upload that an answer describes, or null: something in between may have answered. */
function uploadOf(body: unknown): IdUpload | null {
  const { upload_id: id, offset } = (body ?? {}) as Partial<IdUpload>;
  return typeof id === 'string' && Number.isSafeInteger(offset) ? (body as IdUpload) : null;
}

/**
 * Returns the request that sends one piece. Repeating it is safe, because the offset says where it belongs.
 */
function piece(picture: Blob, offset: number, bytes: number): SessionRequest {
  return {
    method: 'PATCH',
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: picture.slice(offset, offset + bytes),
  };
}

/**
 * Returns whether the trouble may pass by itself. `transport.ts` tries three times; a photo is worth more
 * patience.
 */
function isPassing({ code }: FlowProblem): boolean {
  return (
    code === 'network-error' ||
    code === 'offline' ||
    code === 'timeout' ||
    code === 'service-unavailable' ||
    code === 'internal-error' ||
    code === 'resource-busy'
  );
}

/** Returns why the server does not want the picture, as a problem with the side. */
function refusal(side: ImageSide, code: string | null): FlowProblem {
  return flowProblem('invalid-input', {
    fields: [{ field: side, code: (code ?? 'image-damaged') as FieldCode }],
  });
}
