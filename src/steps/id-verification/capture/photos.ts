/** Photos in the memory of the page, and their way to the server. */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import type { FlowProblem } from '../../../flow/problem.ts';
import type { PartHost } from '../part-host.ts';
import { untilOnline, upload } from './upload.ts';

export interface Photo {
  readonly side: ImageSide;
  readonly blob: Blob;
  /** Address of the blob in this page, until `forget`. */
  readonly url: string;
}

export interface Taken {
  readonly photos: readonly Photo[];
  readonly source: 'camera' | 'file';
}

export const photoOf = (side: ImageSide, blob: Blob): Photo => ({
  side,
  blob,
  url: URL.createObjectURL(blob),
});

export const forget = ({ url }: Photo): void => URL.revokeObjectURL(url);

/** Bytes of all photos together that the server has. `stalled`: no connection; it goes on by itself. */
export type Progress = (sent: number, stalled: boolean) => void;

/** Resolves to what was refused, or null once all are there. Throws when `signal` is aborted. */
export async function sendAll(
  { context, requirement }: PartHost,
  photos: readonly Photo[],
  onProgress: Progress,
  signal: AbortSignal,
): Promise<FlowProblem | null> {
  let before = 0;
  // The one that is needed goes last: with it the server has all that it asked for.
  for (const { side, blob } of photos.toReversed()) {
    const result = await upload(
      {
        call: context.call,
        side,
        picture: blob,
        chunkBytes: requirement.limits.chunk_bytes,
        untilOnline,
        onProgress: ({ sent, stalled }) => onProgress(before + sent, stalled),
      },
      signal,
    );
    if (!result.ok) return result.problem;
    before += blob.size;
  }
  return null;
}
