/** Whether two pictures show the same. */
import type { Picture } from './png.ts';

/** A colour that differs by less was rounded otherwise: two of the coarsest steps that are usual. */
const nearly = 0x18;

/** Returns how many pixels differ; all of them when the sizes do. */
export function pixelsApart(one: Picture, other: Picture): number {
  if (one.width !== other.width || one.height !== other.height)
    return Math.max(one.pixels.length, other.pixels.length);
  let apart = 0;
  for (let at = 0; at < one.pixels.length; at += 1)
    if (isApart(one.pixels[at] ?? 0, other.pixels[at] ?? 0)) apart += 1;
  return apart;
}

/** Returns the second picture, grey, with what differs in red. */
export function marked(one: Picture, other: Picture): Picture {
  const pixels = other.pixels.map((colour, at) => {
    const x = at % other.width;
    const y = Math.floor(at / other.width);
    const before = x < one.width && y < one.height ? (one.pixels[y * one.width + x] ?? 0) : 0;
    if (isApart(before, colour)) return 0xff0000;
    const grey = 0xc0 + (((colour >> 8) & 0xff) >> 2);
    return Math.min(grey, 0xff) * 0x010101;
  });
  return { width: other.width, height: other.height, pixels };
}

const isApart = (one: number, other: number): boolean =>
  [16, 8, 0].some((shift) => Math.abs(((one >> shift) & 0xff) - ((other >> shift) & 0xff)) > nearly);
