/** Photos in the memory of the page, and their way to the server. */
import type { ImageSide } from '../../../contract/steps/id-documents.ts';
import type { FlowProblem } from '../../../flow/problem.ts';
import type { PartHost } from '../part-host.ts';
import { untilOnline, upload } from './upload.ts';

/** One photo. Nothing of it is in storage: it is gone with the page. */
export interface Photo {
  readonly side: ImageSide;
  readonly blob: Blob;
  /** Address of the blob in this page. It keeps the bytes until `forget`. */
  readonly url: string;
}

/** The photos of one side, and how they came. A selfie has several. */
export interface Taken {
  readonly photos: readonly Photo[];
  readonly source: 'camera' | 'file';
}

/** Returns a photo with an address. Whoever makes it has to `forget` it. */
export const photoOf = (side: ImageSide, blob: Blob): Photo => ({
  side,
  blob,
  url: URL.createObjectURL(blob),
});

export const forget = ({ url }: Photo): void => URL.revokeObjectURL(url);

/**
 * `sent` is in bytes of all photos together that the server has. `stalled`: there is no connection, and it
 * goes on by itself.
 */
export type Progress = (sent: number, stalled: boolean) => void;

/**
 * Sends the photos one after the other. Resolves to what was refused, or to null once all are there. Rejects
 * when `signal` is aborted.
 */
export async function sendAll(
  { context, requirement }: PartHost,
  photos: readonly Photo[],
  onProgress: Progress,
  signal: AbortSignal,
): Promise<FlowProblem | null> {
  let before = 0;
  // The photo that is needed goes last. With it the server has all that it asked for.
  for (const { side, blob } of [...photos].reverse()) {
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
