/**
 * Makes a file small enough to send, with `shrink`. It runs in a worker where the page allows one, else in
 * slices on the page's own thread.
 */
import type { ShrinkLimits, ShrinkMessage, Shrunk } from './shrink.ts';

export type { ShrinkLimits, Shrunk } from './shrink.ts';

/** Returns the smaller picture, or why there is none. Rejects when the code for it cannot be loaded. */
export async function preparePicture(file: Blob, limits: ShrinkLimits): Promise<Shrunk> {
  // This module is a file of its own in the bundle, because a worker is made of it.
  const { address, shrink } = await import('./shrink.ts');
  const answer = await inWorker(address, { file, limits });
  // The page may decode what a worker cannot: Safari knows HEIC there first. Only the size of a picture is
  // final.
  if (answer && (answer.ok || /-(?:small|large)$/.test(answer.code))) return answer;
  return shrink(file, limits, () => new Promise((resolve) => setTimeout(resolve)));
}

/**
 * Resolves to the worker's answer, or to null when there is no worker or it broke. One picture, one worker.
 */
function inWorker(address: string, message: ShrinkMessage): Promise<Shrunk | null> {
  return new Promise((resolve) => {
    const worker = makeWorker(address);
    if (!worker) return resolve(null);
    const end = (answer: Shrunk | null) => {
      worker.terminate();
      resolve(answer);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<Shrunk | null>) => end(data));
    worker.addEventListener('error', () => end(null));
    worker.postMessage(message);
  });
}

/**
 * Returns a worker, or null when the page forbids one. A worker has to come from the page's own origin, which
 * a script from a CDN does not. The page's policy (`worker-src`, Trusted Types) may forbid it too.
 */
function makeWorker(address: string): Worker | null {
  if (typeof OffscreenCanvas !== 'function' || new URL(address, location.href).origin !== location.origin)
    return null;
  try {
    return new Worker(trusted(address) as string, { type: 'module' });
  } catch {
    return null;
  }
}

/** As far as we use them. TypeScript's own types do not have them. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/** Made once, because a page may allow each name only once. */
let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/**
 * Returns the address in the form that `require-trusted-types-for 'script'` wants. The policy lets through
 * only our own address.
 */
function trusted(address: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('dots-flow-worker', {
    createScriptURL: (url) => (url === address ? url : ''),
  });
  return policy?.createScriptURL(address) ?? address;
}
