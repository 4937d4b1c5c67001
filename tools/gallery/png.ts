/**
 * Pictures as PNG with a palette: a third of the size of what a browser makes, and text is still read.
 * Colours are rounded, so that anti-aliased edges fit into 256 of them. PNG: W3C Recommendation, Third
 * Edition.
 */
import { deflateSync, inflateSync } from 'node:zlib';

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** One colour for each pixel, `0xRRGGBB`, row by row. */
  readonly pixels: Uint32Array;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Reads what a browser makes (8 bits, no interlacing), and what `encode` makes. */
export function decode(png: Uint8Array): Picture {
  const bytes = Buffer.from(png.buffer, png.byteOffset, png.byteLength);
  let [width, height, type] = [0, 0, 0];
  let palette = Buffer.alloc(0);
  const data: Buffer[] = [];
  for (let at = signature.length; at < bytes.length;) {
    const body = bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at));
    const name = bytes.toString('latin1', at + 4, at + 8);
    if (name === 'IHDR') [width, height, type] = [body.readUInt32BE(0), body.readUInt32BE(4), body[9] ?? 0];
    if (name === 'PLTE') palette = Buffer.from(body);
    if (name === 'IDAT') data.push(body);
    at += body.length + 12;
  }
  const size = { 2: 3, 3: 1, 6: 4 }[type];
  if (size === undefined) throw new Error(`A PNG of colour type ${type} is not read here.`);
  const raw = unfilter(inflateSync(Buffer.concat(data)), width * size, height, size);
  const pixels = new Uint32Array(width * height);
  for (let at = 0; at < pixels.length; at += 1)
    pixels[at] = type === 3 ? palette.readUIntBE((raw[at] ?? 0) * 3, 3) : raw.readUIntBE(at * size, 3);
  return { width, height, pixels };
}

/** PNG, 9: each row says how its bytes differ from those to the left and above. */
function unfilter(rows: Buffer, stride: number, height: number, size: number): Buffer {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const at = y * stride + x;
      const left = x < size ? 0 : (out[at - size] ?? 0);
      const up = y === 0 ? 0 : (out[at - stride] ?? 0);
      const corner = x < size || y === 0 ? 0 : (out[at - stride - size] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      out[at] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return out;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}

/**
 * Into how many steps a channel may be divided, finest first: the first that fits into a palette is taken.
 */
const steps = [63, 31, 15, 7, 5, 3];
/** So many of the most frequent colours stay as they are: surfaces, which an eye would see change. */
const exact = 64;

/** Returns the picture with as many colours as a palette has. Doing it twice changes nothing more. */
export function rounded({ width, height, pixels }: Picture): Picture {
  const counts = new Map<number, number>();
  for (const colour of pixels) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  if (counts.size <= 256) return { width, height, pixels };
  const frequent = new Set(
    [...counts]
      .sort(([one, often], [other, seldom]) => seldom - often || one - other)
      .slice(0, exact)
      .map(([colour]) => colour),
  );
  for (const step of steps) {
    const near = new Map(
      [...counts.keys()].map((one) => [one, frequent.has(one) ? one : nearest(one, step)]),
    );
    if (new Set(near.values()).size <= 256)
      return { width, height, pixels: pixels.map((colour) => near.get(colour) ?? colour) };
  }
  throw new Error('128 colours are more than 256.');
}

/** Black and white stay what they are. */
const nearest = (colour: number, step: number): number =>
  [16, 8, 0]
    .map((shift) => Math.round((Math.round((((colour >> shift) & 0xff) * step) / 255) * 255) / step) << shift)
    .reduce((all, one) => all | one, 0);

/** `picture` has at most 256 colours. */
export function encode({ width, height, pixels }: Picture): Buffer {
  const colours = [...new Set(pixels)].sort((one, other) => one - other);
  const places = new Map(colours.map((colour, place) => [colour, place]));
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      rows[y * (width + 1) + 1 + x] = places.get(pixels[y * width + x] ?? 0) ?? 0;
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const palette = Buffer.alloc(colours.length * 3);
  colours.forEach((colour, place) => palette.writeUIntBE(colour, place * 3, 3));
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', palette),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, body: Buffer): Buffer {
  const whole = Buffer.alloc(body.length + 12);
  whole.writeUInt32BE(body.length, 0);
  whole.write(name, 4, 'latin1');
  whole.set(body, 8);
  whole.writeUInt32BE(crc32(whole.subarray(4, body.length + 8)), body.length + 8);
  return whole;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Buffer): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (table[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}
