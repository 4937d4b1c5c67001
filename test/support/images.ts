/**
 * Pictures made of nothing, as small as they can be. They are for the server, which looks at files and not at
 * what they show.
 */
import { crc32, deflateSync } from 'node:zlib';

const chunk = (type: string, data: Buffer = Buffer.alloc(0)): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
};

/**
 * Returns a PNG with eight bits of grey for each pixel. `grey` says which. `extra`: chunks between header and
 * picture.
 */
export function png(
  width = 640,
  height = 480,
  {
    grey = () => 200,
    extra = [],
  }: { grey?: (x: number, y: number) => number; extra?: [type: string, data: Buffer][] } = {},
): Buffer {
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) rows[y * (width + 1) + 1 + x] = grey(x, y);
  return pngOf(width, height, deflateSync(rows), { extra });
}

/** Returns a PNG around packed pixels, whether they fit its header or not. */
export function pngOf(
  width: number,
  height: number,
  packed: Buffer,
  {
    bits = 8,
    colour = 0,
    interlaced = 0,
    extra = [],
  }: { bits?: number; colour?: number; interlaced?: number; extra?: [type: string, data: Buffer][] } = {},
): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(bits, 8);
  header.writeUInt8(colour, 9);
  header.writeUInt8(interlaced, 12);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', packed),
    chunk('IEND'),
  ]);
}

export const segment = (marker: number, data: Buffer): Buffer => {
  const head = Buffer.of(0xff, marker, 0, 0);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** Returns EXIF with an orientation, a camera's name and a place that is no real one. */
export function exif(orientation: number, little = true): Buffer {
  const tiff = Buffer.alloc(64);
  const word = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
  const long = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
  tiff.write(little ? 'II' : 'MM', 0, 'latin1');
  word(42, 2);
  long(8, 4);
  word(2, 8);
  // Make: ASCII, further below.
  word(0x010f, 10);
  word(2, 12);
  long(14, 14);
  long(40, 18);
  word(0x0112, 22);
  word(3, 24);
  long(1, 26);
  word(orientation, 30);
  tiff.write('SecretCamera\0', 40, 'latin1');
  return Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
}

/**
 * Returns a real baseline JPEG: one component, tables of one code, all blocks of the same grey. `extra`:
 * segments after SOI. `tail`: bytes after EOI.
 */
export function jpeg(
  width = 640,
  height = 480,
  { extra = [], tail = Buffer.alloc(0) }: { extra?: Buffer[]; tail?: Buffer } = {},
): Buffer {
  const quantisation = segment(0xdb, Buffer.concat([Buffer.of(0), Buffer.alloc(64, 16)]));
  const frame = Buffer.of(8, 0, 0, 0, 0, 1, 1, 0x11, 0);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  // Each table has one code, of one bit: difference 0, and end of block.
  const one = (kind: number) =>
    segment(0xc4, Buffer.concat([Buffer.of(kind, 1), Buffer.alloc(15), Buffer.of(0)]));
  const blocks = Math.ceil(width / 8) * Math.ceil(height / 8);
  const bits = Buffer.alloc(Math.ceil((blocks * 2) / 8));
  const scan = segment(0xda, Buffer.of(1, 1, 0, 0, 63, 0));
  return Buffer.concat([
    Buffer.of(0xff, 0xd8),
    ...extra,
    quantisation,
    segment(0xc0, frame),
    one(0x00),
    one(0x10),
    scan,
    bits,
    Buffer.of(0xff, 0xd9),
    tail,
  ]);
}

const riff = (chunks: [type: string, data: Buffer][]): Buffer => {
  const parts = chunks.map(([type, data]) => {
    const head = Buffer.alloc(8);
    head.write(type, 0, 'latin1');
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
  });
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...parts]);
  const head = Buffer.alloc(8);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
};

/**
 * Returns a file whose frame alone is like that of a lossless WebP. Nothing on the server decodes it.
 * `extra`: chunks after the picture.
 */
export function webp(
  width = 640,
  height = 480,
  { extra = [], flags = 0 }: { extra?: [string, Buffer][]; flags?: number } = {},
): Buffer {
  const frame = Buffer.alloc(12);
  frame.writeUInt8(0x2f, 0);
  frame.writeUInt32LE((((height - 1) << 14) | (width - 1)) >>> 0, 1);
  const extended = Buffer.alloc(10);
  extended.writeUInt8(flags, 0);
  extended.writeUIntLE(width - 1, 4, 3);
  extended.writeUIntLE(height - 1, 7, 3);
  return riff([['VP8X', extended], ['VP8L', frame], ...extra]);
}

export const heic = (): Buffer =>
  Buffer.concat([
    Buffer.of(0, 0, 0, 24),
    Buffer.from('ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.alloc(2000),
  ]);
