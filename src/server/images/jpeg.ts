/**
 * JPEG, taken apart by markers (ITU-T T.81 Annex B). Kept: tables, frame and scans, and of the application
 * segments only JFIF's and Adobe's, without which colours come out wrong. Gone: EXIF and XMP (APP1), colour
 * profiles (APP2), IPTC (APP13), comments, and pictures after the first.
 *
 * A phone's photo often lies on its side and says so in EXIF. That one number is kept, in an EXIF segment
 * that has nothing else.
 */
import { DamagedImage, pieceCounter } from './picture.ts';
import type { Picture } from './picture.ts';

const markers = {
  app0: 0xe0,
  app1: 0xe1,
  app14: 0xee,
  dht: 0xc4,
  dqt: 0xdb,
  dri: 0xdd,
  dac: 0xcc,
  dnl: 0xdc,
  sos: 0xda,
  eoi: 0xd9,
} as const;
const kept: ReadonlySet<number> = new Set([markers.dht, markers.dqt, markers.dri, markers.dac, markers.dnl]);
/** Baseline, extended sequential and progressive with Huffman coding: the kinds that decoders decode. */
const frames: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

export function cleanJpeg(bytes: Buffer): Picture {
  const parts: Buffer[] = [];
  let size: { readonly width: number; readonly height: number } | null = null;
  let orientation = 1;
  let scans = 0;
  let at = 2;
  const countPiece = pieceCounter();
  for (;;) {
    if (bytes.readUInt8(at) !== 0xff) throw new DamagedImage('There are bytes where a marker should be.');
    const marker = bytes.readUInt8(at + 1);
    // Fill bytes may stand before any marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === markers.eoi) break;
    countPiece();
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length || end < at + 4) throw new DamagedImage('A segment is longer than the file.');
    const segment = bytes.subarray(at, end);
    at = end;
    if (frames.has(marker)) {
      if (size) throw new DamagedImage('There is more than one frame.');
      size = { height: segment.readUInt16BE(5), width: segment.readUInt16BE(7) };
      if (size.width === 0 || size.height === 0) throw new DamagedImage('The picture has no size.');
      parts.push(segment);
    } else if (marker === markers.sos) {
      if (!size) throw new DamagedImage('A scan comes before the frame.');
      at = endOfScan(bytes, end);
      parts.push(segment, bytes.subarray(end, at));
      scans += 1;
    } else if (marker === markers.app1) orientation = exifOrientation(segment) ?? orientation;
    else if (marker === markers.app0) parts.push(withoutThumbnail(segment));
    else if (marker === markers.app14) parts.push(onlyAdobe(segment));
    else if (kept.has(marker)) parts.push(segment);
  }
  if (!size || scans === 0) throw new DamagedImage('There is no picture in it.');
  const exif = orientation === 1 ? [] : [orientationSegment(orientation)];
  return {
    ...size,
    bytes: Buffer.concat([Buffer.of(0xff, 0xd8), ...exif, ...parts, Buffer.of(0xff, markers.eoi)]),
  };
}

/**
 * Within a scan, 0xFF stands before 0 (an escaped 0xFF) or a restart marker. Any other marker ends the scan.
 */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes.readUInt8(at + 1);
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new DamagedImage('The picture is cut off.');
}

/** JFIF 1.02 puts a thumbnail after its 16 bytes. JFXX is nothing but a thumbnail. */
function withoutThumbnail(segment: Buffer): Buffer {
  if (segment.toString('latin1', 4, 9) !== 'JFIF\0' || segment.length < 18) return Buffer.alloc(0);
  const short = Buffer.from(segment.subarray(0, 18));
  short.writeUInt16BE(16, 2);
  short.writeUInt16BE(0, 16);
  return short;
}

/** Says how the colours are meant, in 12 bytes (ITU-T T.872 §6.5.3). Whatever else stands there goes. */
function onlyAdobe(segment: Buffer): Buffer {
  if (segment.toString('latin1', 4, 9) !== 'Adobe' || segment.length < 16) return Buffer.alloc(0);
  const short = Buffer.from(segment.subarray(0, 16));
  short.writeUInt16BE(14, 2);
  return short;
}

const orientationTag = 0x0112;

/** EXIF 2.32 §4.6.4: tag 0x0112 of the first directory, 1 to 8. Returns null when the tag is missing. */
function exifOrientation(segment: Buffer): number | null {
  if (segment.toString('latin1', 4, 10) !== 'Exif\0\0') return null;
  const tiff = segment.subarray(10);
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II';
    const word = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
    for (let index = 0; index < word(directory); index += 1) {
      const entry = directory + 2 + index * 12;
      if (word(entry) !== orientationTag) continue;
      const value = word(entry + 8);
      return value >= 1 && value <= 8 ? value : null;
    }
  } catch {
    // Broken EXIF is no reason to refuse the picture.
  }
  return null;
}

function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write('MM', 0, 'latin1');
  tiff.writeUInt16BE(42, 2);
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(orientationTag, 10);
  tiff.writeUInt16BE(3, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  return Buffer.concat([Buffer.of(0xff, markers.app1, 0, body.length + 2), body]);
}
