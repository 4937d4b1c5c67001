/**
 * WebP, taken apart by RIFF chunks (RFC 9649 §2). Kept: the picture and its transparency. Gone: EXIF, XMP,
 * colour profile, unknown chunks and whatever follows. Animations are refused, because a document does not
 * move.
 */
import { DamagedImage, pieceCounter } from './picture.ts';
import type { Picture } from './picture.ts';

const alphaFlag = 0x10;
const animationFlag = 0x02;

export function cleanWebp(bytes: Buffer): Picture {
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw new DamagedImage('The file is cut off.');
  const parts: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  const countPiece = pieceCounter();
  for (let at = 12; at + 8 <= end;) {
    countPiece();
    const type = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    // Chunks begin at even offsets.
    const next = at + 8 + length + (length % 2);
    if (at + 8 + length > end) throw new DamagedImage('A chunk is longer than the file.');
    const chunk = Buffer.from(bytes.subarray(at, Math.min(next, end)));
    if (type === 'VP8X') {
      if (chunk.readUInt8(8) & animationFlag) throw new DamagedImage('It is an animation.');
      chunk.writeUInt8(chunk.readUInt8(8) & alphaFlag, 8);
      parts.push(chunk);
    } else if (type === 'VP8 ' || type === 'VP8L') {
      if (size) throw new DamagedImage('There is more than one picture.');
      size = type === 'VP8 ' ? lossySize(chunk) : losslessSize(chunk);
      parts.push(chunk);
    } else if (type === 'ALPH') parts.push(chunk);
    at = next;
  }
  if (!size) throw new DamagedImage('There is no picture in it.');
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return { ...size, bytes: Buffer.concat([head, body]) };
}

/** RFC 6386 §9.1: a key frame's start code, then width and height in 14 bits each. */
function lossySize(chunk: Buffer): { width: number; height: number } {
  if (chunk.toString('hex', 11, 14) !== '9d012a')
    throw new DamagedImage('It does not begin with a key frame.');
  return nonEmpty(chunk.readUInt16LE(14) & 0x3fff, chunk.readUInt16LE(16) & 0x3fff);
}

/** RFC 9649 §3.4: a signature byte, then width and height in 14 bits each, less one. */
function losslessSize(chunk: Buffer): { width: number; height: number } {
  if (chunk.readUInt8(8) !== 0x2f) throw new DamagedImage('The signature is missing.');
  const bits = chunk.readUInt32LE(9);
  return nonEmpty((bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1);
}

function nonEmpty(width: number, height: number): { width: number; height: number } {
  if (width === 0 || height === 0) throw new DamagedImage('The picture has no size.');
  return { width, height };
}
