/**
 * Says what is wrong with the camera's picture. The work is a worker's where the page allows one, because on
 * a cheap phone each look costs more than a frame, and the payee is pressing buttons.
 */
import type { Frame } from './picture-worker.ts';
import type { Hint, Subject } from './quality.ts';
import type { Area } from './visible-part.ts';
import { ask, makeWorker } from './worker.ts';

/** Judges one frame after the other. Whoever makes it has to call `close`. */
export class FrameJudge {
  readonly #subject: Subject;
  /** Null where the page allows none; undefined before the first frame. */
  #worker: Worker | null | undefined;
  #closed = false;

  constructor(subject: Subject) {
    this.#subject = subject;
  }

  /**
   * Returns what to tell the payee of this part of the picture, or null when nothing could be found out.
   * Rejects when the code for it cannot be loaded. Judge one frame at a time.
   */
  async judge(video: HTMLVideoElement, area: Area): Promise<Hint | null> {
    // This module is a file of its own in the bundle, because a worker is made of it.
    const { address, judge } = await import('./picture-worker.ts');
    if (this.#closed || !video.videoWidth) return null;
    if (this.#worker === undefined) this.#worker = makeWorker(address);
    const subject = this.#subject;
    const worker = this.#worker;
    if (!worker) return judge(video, area, subject);
    const frame = await frameOf(video);
    const answer = frame && (await ask(worker, { frame, area, subject }, [frame]));
    // From a broken worker on, the page works by itself.
    if (answer === undefined) this.#worker = null;
    return typeof answer === 'string' ? answer : null;
  }

  close(): void {
    this.#closed = true;
    this.#worker?.terminate();
    this.#worker = null;
  }
}

/**
 * Returns what the video shows now, to be sent to a worker, or null while it shows nothing.
 *
 * A `VideoFrame` is only a reference. A bitmap costs the page's thread the colours of every pixel, and is for
 * browsers without the other (Firefox before 130).
 */
async function frameOf(video: HTMLVideoElement): Promise<Frame | null> {
  try {
    return typeof VideoFrame === 'function' ? new VideoFrame(video) : await createImageBitmap(video);
  } catch {
    return null;
  }
}
