/**
 * Runs work on a picture in a thread of its own. The work takes seconds, in which the server would otherwise
 * answer nobody. A picture made to break a decoder breaks only the thread. Each kind of work runs one at a
 * time, because it needs the picture's pixels in memory.
 */
import { Worker } from 'node:worker_threads';
import type { PictureReader } from '../ports/text-reader.ts';

export interface PictureWork {
  /**
   * CommonJS that posts one message. It is text, because a file would have to be found as TypeScript in
   * development and as JavaScript when installed.
   */
  readonly thread: string;
  /**
   * What the thread gets as `workerData` besides `picture`. Called for each picture. May throw when an
   * optional package is not installed.
   */
  readonly data: () => Readonly<Record<string, unknown>>;
  /** A thread that takes longer will never be done. */
  readonly timeoutMs: number;
  /** Whoever has waited this long for their turn gets null instead. */
  readonly patienceMs?: number;
}

/** Megabytes of JavaScript, and of WebAssembly, in which decoders keep pixels. */
const memory = { javaScript: 256, webAssembly: 512 };

/**
 * Node bounds the memory of JavaScript alone. That of WebAssembly grows by this one call, and decoders take
 * its refusal for a machine that has no more.
 */
const boundWebAssembly = /* js */ `
{
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    if (this.buffer.byteLength + pages * 65536 > ${memory.webAssembly * 1024 * 1024})
      throw new RangeError('A picture needs more memory than it may have.');
    return grow.call(this, pages);
  };
}
`;

/**
 * The reader returns the message of the thread; null when it took too long or `ended`. It rejects when the
 * thread fails.
 */
export function pictureThread<T>({
  thread,
  data,
  timeoutMs,
  patienceMs = Infinity,
}: PictureWork): PictureReader<T> {
  let last: Promise<unknown> = Promise.resolve();

  async function run(picture: Uint8Array, ended: AbortSignal | undefined): Promise<T | null> {
    const worker = new Worker(boundWebAssembly + thread, {
      eval: true,
      workerData: { ...data(), picture },
      // The process's own arguments (a loader of TypeScript) are not needed in the thread.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory.javaScript },
      // The output of libraries is thrown away. The log has only the server's own lines.
      stdout: true,
      stderr: true,
    });
    let timer: NodeJS.Timeout | undefined;
    let giveUp = () => {};
    try {
      return await new Promise<T | null>((settle, reject) => {
        giveUp = () => settle(null);
        worker.once('message', settle);
        worker.once('error', reject);
        worker.once('exit', () => reject(new Error('The thread ended without an answer.')));
        timer = setTimeout(giveUp, timeoutMs);
        ended?.addEventListener('abort', giveUp);
      });
    } finally {
      clearTimeout(timer);
      ended?.removeEventListener('abort', giveUp);
      await worker.terminate();
    }
  }

  return async (picture, ended) => {
    const requested = performance.now();
    const turn = last.then(() =>
      ended?.aborted || performance.now() - requested > patienceMs ? null : run(picture, ended),
    );
    last = turn.catch(() => {});
    return ended ? unless(ended, turn) : turn;
  };
}

/** Returns what `work` resolves to, or null as soon as `ended`. */
async function unless<T>(ended: AbortSignal, work: Promise<T | null>): Promise<T | null> {
  if (ended.aborted) return null;
  let giveUp = () => {};
  const end = new Promise<null>((settle) => ended.addEventListener('abort', (giveUp = () => settle(null))));
  try {
    return await Promise.race([work, end]);
  } finally {
    ended.removeEventListener('abort', giveUp);
  }
}
