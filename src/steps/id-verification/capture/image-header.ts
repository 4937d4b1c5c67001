/**
 * Says what kind of picture a file is and how large, from its first bytes. Its name and its declared type may
 * say anything.
 *
 * Nothing is imported here, because this runs in a worker too.
 */

/** The kinds that lead to different words when they cannot be read. */
export type ImageKind = 'jpeg' | 'png' | 'webp' | 'heic' | 'other';

export interface ImageHeader {
  readonly kind: ImageKind;
  /** Width times height. 0 when the header does not say it where we look. */
  readonly pixels: number;
}

/**
 * Returns kind and size. `bytes` is the beginning of the file; more than 256 kB of metadata hide the size.
 */
export function readHeader(bytes: Uint8Array): ImageHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return { kind: 'jpeg', pixels: jpegPixels(view) };
  if (text(1, 4) === 'PNG')
    return { kind: 'png', pixels: view.byteLength >= 24 ? view.getUint32(16) * view.getUint32(20) : 0 };
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return { kind: 'webp', pixels: 0 };
  // An ISO base media file whose brand is one of HEIF's (ISO/IEC 23008-12). AVIF has a brand of its own and
  // is "other".
  if (text(4, 8) === 'ftyp' && /^(?:hei[cfmsvx]|hev[cmsx]|mif1|msf1)/.test(text(8, 12)))
    return { kind: 'heic', pixels: 0 };
  return { kind: 'other', pixels: 0 };
}

/**
 * Walks through the segments up to the frame header: SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81,
 * table B.1).
 *
 * A segment says its own length, so a broken file ends the walk.
 */
function jpegPixels(view: DataView): number {
  for (let at = 2; at + 9 < view.byteLength && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return view.getUint16(at + 5) * view.getUint16(at + 7);
  }
  return 0;
}
