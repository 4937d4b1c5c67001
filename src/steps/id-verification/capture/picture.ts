/**
 * Makes a file small enough to send. It runs in a worker where the page allows one, else in slices on the
 * page's own thread.
 */
import type { PictureAnswer, PictureTask } from './picture-worker.ts';
import type { ShrinkLimits, Shrunk } from './shrink.ts';
import { makeWorker } from './worker.ts';

export type { ShrinkLimits, Shrunk } from './shrink.ts';

/** Returns the smaller picture, or why there is none. Rejects when the code for it cannot be loaded. */
export async function preparePicture(file: Blob, limits: ShrinkLimits): Promise<Shrunk> {
  // This module is a file of its own in the bundle, because a worker is made of it.
  const { address, shrink } = await import('./picture-worker.ts');
  const answer = await inWorker(address, { file, limits });
  // The page may decode what a worker cannot: Safari knows HEIC there first. Only the size of a picture is
  // final.
  if (answer && (answer.ok || /-(?:small|large)$/.test(answer.code))) return answer;
  return shrink(file, limits, () => new Promise((resolve) => setTimeout(resolve)));
}

/**
 * Resolves to the worker's answer, or to null when there is no worker or it broke. One picture, one worker.
 */
function inWorker(address: string, task: PictureTask): Promise<Shrunk | null> {
  return new Promise((resolve) => {
    const worker = makeWorker(address);
    if (!worker) return resolve(null);
    const end = (answer: Shrunk | null) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) =>
      end(typeof data === 'string' ? null : data),
    );
    worker.addEventListener('error', () => end(null));
    worker.postMessage(task);
  });
}
