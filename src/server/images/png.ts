/**
 * PNG, taken apart by chunks (PNG Specification, Third Edition, §5). Kept: what is needed to show the
 * picture. Gone: text, time, EXIF, colour profiles, private chunks, animation, and whatever follows IEND.
 * Every checksum is verified, so a chunk that was changed on the way is noticed. The pixels are unpacked
 * once and thrown away, because decoders unpack all there is: a megabyte may hold a thousand.
 */
import { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflate } from 'node:zlib';
import { DamagedImage, pieceCounter } from './picture.ts';
import type { Picture } from './picture.ts';

const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);

/** The most bytes that a chunk has (§11.2, §11.3): of `PLTE` 256 colours, of `tRNS` how clear each is. */
const most: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, tRNS: 256, gAMA: 4, sRGB: 1, IEND: 0 };

export function cleanPng(bytes: Buffer): Picture {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  const pixels: Buffer[] = [];
  const types = new Set<string>();
  const countPiece = pieceCounter();
  for (let at = 8; !types.has('IEND');) {
    countPiece();
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw new DamagedImage('A chunk is cut off or was changed.');
    if (types.size === 0 && type !== 'IHDR') throw new DamagedImage('The header does not come first.');
    types.add(type);
    if (length > (most[type] ?? length)) throw new DamagedImage('A chunk is longer than it can be.');
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IDAT') pixels.push(bytes.subarray(at + 8, end - 4));
    at = end;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (!types.has('IDAT') || width === 0 || height === 0) throw new DamagedImage('There is no picture in it.');
  const assertPixels = () => assertUnpacks(Buffer.concat(pixels), unpackedSize(bytes));
  return { width, height, bytes: Buffer.concat(parts), assertPixels };
}

/** §11.2.1: how many numbers each kind of pixel has. */
const channels: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
/** §8.1: where each pass of an interlaced picture begins, and how far apart its pixels are. */
const passes = [
  { x: 0, y: 0, dx: 8, dy: 8 },
  { x: 4, y: 0, dx: 8, dy: 8 },
  { x: 0, y: 4, dx: 4, dy: 8 },
  { x: 2, y: 0, dx: 4, dy: 4 },
  { x: 0, y: 2, dx: 2, dy: 4 },
  { x: 1, y: 0, dx: 2, dy: 2 },
  { x: 0, y: 1, dx: 1, dy: 2 },
];

/** Returns how many bytes the pixels are: rows, each with a byte before it that says how it is filtered. */
function unpackedSize(bytes: Buffer): number {
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const bits = bytes.readUInt8(24) * (channels[bytes.readUInt8(25)] ?? 0);
  if (bits === 0) throw new DamagedImage('The header has no such kind of pixel.');
  const rows = (wide: number, high: number) => (wide === 0 ? 0 : high * (1 + Math.ceil((wide * bits) / 8)));
  if (bytes.readUInt8(28) === 0) return rows(width, height);
  const steps = (size: number, from: number, by: number) => Math.max(0, Math.ceil((size - from) / by));
  return passes.reduce((sum, { x, y, dx, dy }) => sum + rows(steps(width, x, dx), steps(height, y, dy)), 0);
}

/**
 * Node unpacks in a thread of its own, so others are answered meanwhile. It is given the whole at once: each
 * piece by itself would cost a turn of that thread.
 */
async function assertUnpacks(packed: Buffer, size: number): Promise<void> {
  let left = size;
  const counted = new Writable({
    write(piece: Buffer, _, done) {
      left -= piece.byteLength;
      done(left < 0 ? new DamagedImage('There are more pixels than the header says.') : null);
    },
  });
  const inflate = createInflate({ chunkSize: 256 * 1024 });
  try {
    await pipeline(Readable.from([packed]), inflate, counted);
  } catch (error) {
    throw error instanceof DamagedImage ? error : new DamagedImage('The pixels cannot be unpacked.');
  }
  // Something could be hidden behind the end of what is packed.
  if (inflate.bytesWritten !== packed.byteLength) throw new DamagedImage('There is more than the pixels.');
  if (left > 0) throw new DamagedImage('Pixels are missing.');
}
