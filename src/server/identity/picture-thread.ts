/**
 * Work on a picture, in a thread of its own: it takes seconds, during which the server would answer nobody, and a picture made to break a
 * decoder breaks only that thread. One at a time for each kind of work, because each needs the picture's pixels in memory.
 */
import { Worker } from 'node:worker_threads';
import type { PictureReader } from '../ports/text-reader.ts';

export interface PictureWork {
  /**
   * CommonJS that posts one message. As text, because a file would have to be found as TypeScript in development and as JavaScript when
   * installed.
   */
  readonly thread: string;
  /** What it gets as `workerData`, beside `picture`. Called for each picture; may throw when an optional package is not installed. */
  readonly data: () => Readonly<Record<string, unknown>>;
  /** A thread that is not done by then never will be. */
  readonly timeoutMs: number;
  /** Whoever has waited that long for their turn is answered null instead. */
  readonly patienceMs?: number;
}

/** Answers the message of the thread, null when it took too long or `ended`. Rejects when the thread fails. */
export function pictureThread<T>({
  thread,
  data,
  timeoutMs,
  patienceMs = Infinity,
}: PictureWork): PictureReader<T> {
  let last: Promise<unknown> = Promise.resolve();

  async function run(picture: Uint8Array, ended: AbortSignal | undefined): Promise<T | null> {
    const worker = new Worker(thread, {
      eval: true,
      workerData: { ...data(), picture },
      // The process's own (a loader of TypeScript) are not needed there.
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      // What a library has to say goes nowhere: the log is the server's own, line by line.
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
    const asked = performance.now();
    const turn = last.then(() =>
      ended?.aborted || performance.now() - asked > patienceMs ? null : run(picture, ended),
    );
    last = turn.catch(() => {});
    return ended ? unless(ended, turn) : turn;
  };
}

/** What `work` comes to, or null as soon as `ended`. */
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
