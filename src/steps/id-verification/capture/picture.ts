/** Runs `shrink` in a worker where the page allows one, else in slices on the page's own thread. */
import type { ShrinkLimits, ShrinkMessage, Shrunk } from './shrink.ts';

export type { ShrinkLimits, Shrunk } from './shrink.ts';

/** Throws when the code for it cannot be loaded. */
export async function preparePicture(file: Blob, limits: ShrinkLimits): Promise<Shrunk> {
  // A file of its own in the bundle, because a worker is made of it.
  const { address, shrink } = await import('./shrink.ts');
  const answer = await inWorker(address, { file, limits });
  // What a worker cannot decode the page may: Safari knows HEIC there first.
  if (answer && (answer.ok || /-(?:small|large)$/.test(answer.code))) return answer;
  return shrink(file, limits, () => new Promise((resolve) => setTimeout(resolve)));
}

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
 * A worker has to come from the page's own origin, which a script tag of a CDN does not. The policy of the page (`worker-src`,
 * Trusted Types) may forbid it too.
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

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

let policy: ReturnType<TrustedTypes['createPolicy']> | undefined;

/** With `require-trusted-types-for 'script'` the address of a worker has to come from a policy. Only ours can be made with this one. */
function trusted(address: string): unknown {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('dots-flow-worker', {
    createScriptURL: (url) => (url === address ? url : ''),
  });
  return policy?.createScriptURL(address) ?? address;
}
