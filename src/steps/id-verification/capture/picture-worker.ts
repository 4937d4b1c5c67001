/**
 * The work on pixels: it makes photos smaller, and judges frames of the camera. The page runs it in a worker
 * where it may have one, and by itself elsewhere.
 *
 * This module is the worker as well: when it is loaded as one, it answers messages. So it imports nothing but
 * that work.
 */
import { hintOf, measure, toLuma, type Hint, type Subject } from './quality.ts';
import { canvasOf, shrink, type ShrinkLimits, type Shrunk } from './shrink.ts';
import type { Area } from './visible-part.ts';

export { shrink };

/** Where this module is, for the `Worker` that is made of it. */
export const address: string = import.meta.url;

/** What the video shows at one moment, as large as the camera gives it. */
export type Frame = VideoFrame | ImageBitmap;

/** What the page sends to the worker. */
export type PictureTask =
  | { readonly file: Blob; readonly limits: ShrinkLimits }
  | { readonly frame: Frame; readonly area: Area; readonly subject: Subject };

/** What comes back. It is null after a failure inside, so that the page tries by itself. */
export type PictureAnswer = Shrunk | Hint | null;

/** Pixels. Whatever makes print unreadable can be seen at this size already. */
const judgedWidth = 320;

/** Kept from frame to frame, because making one costs more than judging. */
let context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null = null;

/** Returns what to tell the payee of this part of the picture, or null where there is no canvas. */
export function judge(picture: Frame | HTMLVideoElement, area: Area, subject: Subject): Hint | null {
  const width = judgedWidth;
  const height = Math.round((width * area.height) / area.width);
  if (context?.canvas.height !== height)
    context = canvasOf(width, height).getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(picture, area.x, area.y, area.width, area.height, 0, 0, width, height);
  return hintOf(measure(toLuma(context.getImageData(0, 0, width, height).data, width, height)), subject);
}

function judgeFrame({ frame, area, subject }: Extract<PictureTask, { frame: Frame }>): Hint | null {
  try {
    return judge(frame, area, subject);
  } finally {
    frame.close();
  }
}

const answerTo = async (task: PictureTask): Promise<PictureAnswer> =>
  'frame' in task ? judgeFrame(task) : shrink(task.file, task.limits);

// In a worker there is no document.
if (typeof document === 'undefined' && typeof self !== 'undefined' && 'postMessage' in self) {
  self.addEventListener('message', ({ data }: MessageEvent<PictureTask>) => {
    answerTo(data).then(
      (answer) => self.postMessage(answer),
      () => self.postMessage(null),
    );
  });
}
