/**
 * PNG, taken apart by chunks (PNG Specification, Third Edition, §5). Kept: what is needed to show the
 * picture. Gone: text, time, EXIF, colour profiles, private chunks, animation, and whatever follows IEND.
 * Every checksum is verified, so a chunk that was changed on the way is noticed.
 */
import { crc32 } from 'node:zlib';
import { DamagedImage } from './picture.ts';
import type { Picture } from './picture.ts';

const kept: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'sRGB', 'IDAT', 'IEND']);

/** The most bytes that a chunk has (§11.2, §11.3): of `PLTE` 256 colours, of `tRNS` how clear each is. */
const most: Readonly<Record<string, number>> = { IHDR: 13, PLTE: 768, tRNS: 256, gAMA: 4, sRGB: 1, IEND: 0 };

export function cleanPng(bytes: Buffer): Picture {
  const parts: Buffer[] = [bytes.subarray(0, 8)];
  const types = new Set<string>();
  for (let at = 8; !types.has('IEND');) {
    const length = bytes.readUInt32BE(at);
    const end = at + 12 + length;
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (end > bytes.length || crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4))
      throw new DamagedImage('A chunk is cut off or was changed.');
    if (types.size === 0 && type !== 'IHDR') throw new DamagedImage('The header does not come first.');
    types.add(type);
    if (length > (most[type] ?? length)) throw new DamagedImage('A chunk is longer than it can be.');
    if (kept.has(type)) parts.push(bytes.subarray(at, end));
    at = end;
  }
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  if (!types.has('IDAT') || width === 0 || height === 0) throw new DamagedImage('There is no picture in it.');
  return { width, height, bytes: Buffer.concat(parts) };
}
