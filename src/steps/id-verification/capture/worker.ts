/** Workers, where the page allows one. */
import type { PictureAnswer, PictureTask } from './picture-worker.ts';

/**
 * Returns a worker, or null when the page forbids one. A worker has to come from the page's own origin, which
 * a script from a CDN does not. The page's policy (`worker-src`, Trusted Types) may forbid it too.
 */
export function makeWorker(address: string): Worker | null {
  if (typeof OffscreenCanvas !== 'function' || new URL(address, location.href).origin !== location.origin)
    return null;
  try {
    return new Worker(trusted(address) as string, { type: 'module' });
  } catch {
    return null;
  }
}

/** Resolves to the worker's answer, or to undefined when it broke. Give it one task at a time. */
export function ask(
  worker: Worker,
  task: PictureTask,
  transfer: Transferable[] = [],
): Promise<PictureAnswer | undefined> {
  return new Promise((resolve) => {
    const answered = new AbortController();
    const end = (answer?: PictureAnswer) => {
      answered.abort();
      resolve(answer);
    };
    const { signal } = answered;
    worker.addEventListener('message', ({ data }: MessageEvent<PictureAnswer>) => end(data), { signal });
    worker.addEventListener('error', () => end(), { signal });
    worker.postMessage(task, transfer);
  });
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
