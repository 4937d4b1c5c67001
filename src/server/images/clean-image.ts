/**
 * Takes bytes that are said to be a photo. Returns a file with the same picture and nothing else in it, or
 * says why not.
 *
 * The type comes from the bytes alone. The picture is not decoded and encoded again, because a card's small
 * print would suffer. Instead the file is taken apart and put together from the parts that are needed to show
 * the picture. Place, camera, thumbnails and comments go. So does whatever was hidden after the end or
 * between the parts: a file that is a picture *and* an archive or a page comes out as a picture.
 *
 * HEIC is refused: nothing in Node decodes it, and the vendors behind us do not take it. The element converts
 * it in the browser.
 */
import { maximumPixels, minimumLongSide, minimumShortSide } from '../../contract/steps/id-documents.ts';
import type { ImageType } from '../../contract/steps/id-documents.ts';
import type { FieldCode } from '../../contract/problems.ts';
import { cleanJpeg } from './jpeg.ts';
import { DamagedImage } from './picture.ts';
import type { Picture } from './picture.ts';
import { cleanPng } from './png.ts';
import { sniffImage } from './sniff.ts';
import { cleanWebp } from './webp.ts';

export interface CleanImage extends Picture {
  readonly type: ImageType;
}

const cleaners: Readonly<Record<ImageType, (bytes: Buffer) => Picture>> = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
};

export type CleanResult =
  { readonly ok: true; readonly image: CleanImage } | { readonly ok: false; readonly code: FieldCode };

/** Pixels are unpacked only here, where a picture comes in. */
export async function cleanImage(bytes: Buffer): Promise<CleanResult> {
  const result = takeApart(bytes);
  try {
    if (result.ok) await result.image.assertPixels?.();
    return result;
  } catch (error) {
    return refused(error);
  }
}

/** Returns the same of a picture that was cleaned before, or may be damaged in its pixels. */
export function takeApart(bytes: Buffer): CleanResult {
  const type = sniffImage(bytes);
  if (type === 'image/heic') return { ok: false, code: 'image-heic' };
  if (type === null) return { ok: false, code: 'image-type-unsupported' };
  try {
    const picture = cleaners[type](bytes);
    const code = sizeProblem(picture);
    return code ? { ok: false, code } : { ok: true, image: { type, ...picture } };
  } catch (error) {
    return refused(error);
  }
}

function refused(error: unknown): CleanResult {
  // A cut-off file makes its reader run over the end of the bytes, which throws a RangeError.
  if (error instanceof DamagedImage || error instanceof RangeError)
    return { ok: false, code: 'image-damaged' };
  throw error;
}

function sizeProblem({ width, height }: Picture): FieldCode | null {
  if (width * height > maximumPixels) return 'image-too-large';
  return Math.max(width, height) < minimumLongSide || Math.min(width, height) < minimumShortSide
    ? 'image-too-small'
    : null;
}
