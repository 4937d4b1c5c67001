/**
 * Sends one picture in pieces. Each piece says where it belongs, so a lost answer or a lost connection costs one piece: the server
 * is asked how far it got, and sending goes on from there.
 */
import type { SessionRequest } from '../../../api/client.ts';
import type { IdUpload } from '../../../contract/steps/id-verification.ts';
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import type { FieldCode } from '../../../contract/problems.ts';
import { flowProblem, type FlowProblem } from '../../../flow/problem.ts';
import type { Call } from '../../step-context.ts';
import { newIntent, post } from '../intent.ts';

export interface UploadOptions {
  readonly call: Call;
  readonly side: ImageSide;
  readonly picture: Blob;
  readonly chunkBytes: number;
  /** `stalled`: no connection; it goes on by itself. */
  readonly onProgress: (progress: { readonly sent: number; readonly stalled: boolean }) => void;
  /** Resolves when trying again makes sense. Given from outside so that tests need not wait. */
  readonly untilOnline: (failures: number, signal: AbortSignal) => Promise<void>;
}

export type UploadResult = { readonly ok: true } | { readonly ok: false; readonly problem: FlowProblem };

const smallestChunk = 16 * 1024;
const uploads = '/id-verification/uploads';

/** Throws only when `signal` was aborted. */
export async function upload(options: UploadOptions, signal: AbortSignal): Promise<UploadResult> {
  const { call, side, picture, onProgress } = options;
  let chunkBytes = options.chunkBytes;
  let id = '';
  let offset = 0;
  const intent = newIntent();
  for (let failures = 0, lostPlace = 0; ;) {
    signal.throwIfAborted();
    const answer = !id
      ? await call(uploads, post({ side, size: picture.size }, intent), signal)
      : failures
        ? await call(`${uploads}/${id}`, {}, signal)
        : await call(`${uploads}/${id}`, piece(picture, offset, chunkBytes), signal);
    if (!answer.ok) {
      const { problem } = answer;
      const lost = isPassing(problem);
      // A piece whose answer was lost is there already. A place that is lost again and again is a mistake of ours or the server's.
      if (!lost && (problem.code !== 'upload-offset-mismatch' || (lostPlace += 1) > 5))
        return { ok: false, problem };
      // A slow line needs longer for a piece than a request may take.
      if (problem.code === 'timeout') chunkBytes = Math.max(smallestChunk, chunkBytes / 4);
      failures += 1;
      if (!lost) continue;
      onProgress({ sent: offset, stalled: true });
      await options.untilOnline(failures, signal);
      continue;
    }
    const had = answer.body as IdUpload;
    id = had.upload_id;
    offset = had.offset;
    failures = 0;
    onProgress({ sent: offset, stalled: false });
    if (had.state === 'complete') return { ok: true };
    if (had.state === 'refused') return { ok: false, problem: refusal(side, had.refusal) };
  }
}

/** Tells when the connection is back; browsers are not always right about that, so it also asks now and then, ever more slowly. */
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

function piece(picture: Blob, offset: number, bytes: number): SessionRequest {
  return {
    method: 'PATCH',
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    body: picture.slice(offset, offset + bytes),
  };
}

function isPassing({ code }: FlowProblem): boolean {
  return (
    code === 'network-error' ||
    code === 'timeout' ||
    code === 'service-unavailable' ||
    code === 'internal-error' ||
    code === 'resource-busy'
  );
}

function refusal(side: ImageSide, code: string | null): FlowProblem {
  return flowProblem('invalid-input', {
    fields: [{ field: side, code: (code ?? 'image-damaged') as FieldCode }],
  });
}
