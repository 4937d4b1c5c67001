/**
 * Makes a file small enough to send. It runs in a worker where the page allows one, else in slices on the
 * page's own thread.
 */
import type { ShrinkLimits, Shrunk } from './shrink.ts';
import { ask, makeWorker } from './worker.ts';

export type { ShrinkLimits, Shrunk } from './shrink.ts';

/** Returns the smaller picture, or why there is none. Rejects when the code for it cannot be loaded. */
export async function preparePicture(file: Blob, limits: ShrinkLimits): Promise<Shrunk> {
  // This module is a file of its own in the bundle, because a worker is made of it.
  const { address, shrink } = await import('./picture-worker.ts');
  // One picture, one worker.
  const worker = makeWorker(address);
  const answer = worker && (await ask(worker, { file, limits }));
  worker?.terminate();
  // The page may decode what a worker cannot: Safari knows HEIC there first. Only the size of a picture is
  // final.
  if (answer && typeof answer === 'object' && (answer.ok || /-(?:small|large)$/.test(answer.code)))
    return answer;
  return shrink(file, limits, () => new Promise((resolve) => setTimeout(resolve)));
}
