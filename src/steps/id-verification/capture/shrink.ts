/**
 * Makes of any picture one that is small enough to send. It decodes it, turns it upright, scales it down and
 * encodes it anew, so that nothing but the pixels is left of the file: no place, no date, no name of the
 * phone.
 */
import { readHeader } from './image-header.ts';

/** What the server takes. Sides are in pixels of the original picture. */
export interface ShrinkLimits {
  readonly maxBytes: number;
  readonly minLongSide: number;
  readonly minShortSide: number;
}

/** Codes of the field catalogue. */
export type ShrinkFailure =
  'image-damaged' | 'image-type-unsupported' | 'image-heic' | 'image-too-small' | 'image-too-large';
/** The smaller picture, always a JPEG, or why there is none. */
export type Shrunk =
  | { readonly ok: true; readonly blob: Blob; readonly width: number; readonly height: number }
  | { readonly ok: false; readonly code: ShrinkFailure };

/**
 * Pixels of the longer side. An ID-1 card that fills the picture then has 700 dpi, twice what it takes to
 * read its print.
 */
const longestSide = 2400;
/**
 * From here on a picture is scaled while it is decoded. 48 megapixels are 192 MB of memory, for which a phone
 * closes the page.
 */
const hugePixels = 24_000_000;
/** JPEG qualities, tried in this order until the picture is small enough. */
const qualities = [0.92, 0.85, 0.75, 0.6];

/**
 * Returns the smaller picture. `pause` gives way to the page between two slices of work; without it, as in a
 * worker, all is done in one go.
 */
export async function shrink(file: Blob, limits: ShrinkLimits, pause?: () => Promise<void>): Promise<Shrunk> {
  const { kind, pixels } = readHeader(new Uint8Array(await file.slice(0, 256 * 1024).arrayBuffer()));
  const bitmap = await decode(file, pixels > hugePixels);
  if (!bitmap)
    return {
      ok: false,
      code: kind === 'heic' ? 'image-heic' : kind === 'other' ? 'image-type-unsupported' : 'image-damaged',
    };
  const long = Math.max(bitmap.width, bitmap.height);
  const short = Math.min(bitmap.width, bitmap.height);
  if (long < limits.minLongSide || short < limits.minShortSide) {
    bitmap.close();
    return { ok: false, code: 'image-too-small' };
  }
  const scale = Math.min(1, longestSide / long);
  const canvas = canvasOf(Math.round(bitmap.width * scale), Math.round(bitmap.height * scale));
  await draw(bitmap, canvas, pause);
  bitmap.close();
  for (const quality of qualities) {
    const blob = await encode(canvas, quality);
    if (blob && blob.size <= limits.maxBytes)
      return { ok: true, blob, width: canvas.width, height: canvas.height };
  }
  return { ok: false, code: 'image-too-large' };
}

/**
 * Returns the pixels, or null when this browser cannot read them. `imageOrientation` is given because older
 * browsers ignored what the camera noted otherwise.
 */
async function decode(file: Blob, huge: boolean): Promise<ImageBitmap | null> {
  const options: ImageBitmapOptions = {
    imageOrientation: 'from-image',
    ...(huge && { resizeWidth: longestSide, resizeQuality: 'high' }),
  };
  return createImageBitmap(file, options).catch(() => null);
}

/**
 * Rows of one slice: at least a few milliseconds of work, so that pausing does not cost more than it gives.
 */
const sliceRows = 256;

/**
 * What both kinds of canvas have. On a union of the two, the type of `getContext` depends on the order in
 * which the compiler meets the files.
 */
interface Drawable {
  readonly width: number;
  readonly height: number;
  getContext(kind: '2d'): CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null;
}

/** Draws the picture onto the canvas, in slices when there is a `pause`. */
async function draw(bitmap: ImageBitmap, canvas: Drawable, pause?: () => Promise<void>): Promise<void> {
  const context = canvas.getContext('2d');
  if (!context) return;
  context.imageSmoothingQuality = 'high';
  // JPEG knows no transparency. What was transparent would become black.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  if (!pause) return context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  const scale = bitmap.height / canvas.height;
  for (let y = 0; y < canvas.height; y += sliceRows) {
    const rows = Math.min(sliceRows, canvas.height - y);
    context.drawImage(bitmap, 0, y * scale, bitmap.width, rows * scale, 0, y, canvas.width, rows);
    await pause();
  }
}

type AnyCanvas = OffscreenCanvas | HTMLCanvasElement;

/** A worker has no document, and older browsers have no `OffscreenCanvas`. */
export function canvasOf(width: number, height: number): AnyCanvas {
  if (typeof OffscreenCanvas === 'function') return new OffscreenCanvas(width, height);
  return Object.assign(document.createElement('canvas'), { width, height });
}

/** Returns the canvas as a JPEG, or null when it is too large for the browser. */
function encode(canvas: AnyCanvas, quality: number): Promise<Blob | null> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
}
