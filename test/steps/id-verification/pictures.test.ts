/**
 * What is known of a file before it is decoded, what is seen of the camera's picture, and that a drawn QR
 * code can be read.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { readHeader } from '../../../src/steps/id-verification/capture/image-header.ts';
import { guideIn, visiblePart } from '../../../src/steps/id-verification/capture/visible-part.ts';
import { qrCode } from '../../../src/steps/id-verification/handoff/qr.ts';

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part, 'latin1')] : [...part])),
  );

test('a file is what its bytes say', () => {
  const jpeg = bytes([
    0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc4, 0, 3, 0, 0xff, 0xc2, 0, 17, 8, 0x17, 0x70, 0x1f, 0x40, 3,
    0, 0, 0,
  ]);
  assert.deepEqual(readHeader(jpeg), { kind: 'jpeg', pixels: 6000 * 8000 });
  const png = bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 3, 32, 0, 0, 2, 88]);
  assert.deepEqual(readHeader(png), { kind: 'png', pixels: 800 * 600 });
  assert.equal(readHeader(bytes('RIFF', [1, 0, 0, 0], 'WEBPVP8 ')).kind, 'webp');
  for (const brand of ['heic', 'heix', 'mif1', 'hevc'])
    assert.equal(readHeader(bytes([0, 0, 0, 24], 'ftyp', brand)).kind, 'heic');
  for (const other of ['%PDF-1.7', '<svg xmlns', '', '\0\0\0\x1cftypavif', 'GIF89a'])
    assert.equal(readHeader(bytes(other)).kind, 'other');
});

test('a header that is cut off or lies does not make it fail', () => {
  for (let length = 0; length < 30; length += 1) {
    readHeader(bytes([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 0xff, 0xc0]).subarray(0, length));
    readHeader(
      bytes([0x89], 'PNG\r\n\x1a\n', [0, 0, 0, 13], 'IHDR', [0, 0, 3, 32, 0, 0, 2, 88]).subarray(0, length),
    );
  }
});

test('the photo shows what was on screen, of a camera that is wider or higher than that', () => {
  const screen = { clientWidth: 400, clientHeight: 320 };
  assert.deepEqual(visiblePart({ videoWidth: 1920, videoHeight: 1080, ...screen }), {
    x: 285,
    y: 0,
    width: 1350,
    height: 1080,
  });
  assert.deepEqual(visiblePart({ videoWidth: 1080, videoHeight: 1920, ...screen }), {
    x: 0,
    y: 528,
    width: 1080,
    height: 864,
  });
  assert.deepEqual(visiblePart({ videoWidth: 640, videoHeight: 480, clientWidth: 0, clientHeight: 0 }), {
    x: 0,
    y: 0,
    width: 640,
    height: 480,
  });
});

test('the frame is in the middle and inside the picture, whatever its shape', () => {
  for (const ratio of [85.6 / 53.98, 125 / 88, 0.78])
    for (const [width, height] of [
      [1350, 1080],
      [400, 2000],
    ] as const) {
      const guide = guideIn({ x: 100, y: 50, width, height }, ratio);
      assert.ok(Math.abs(guide.width / guide.height - ratio) < 1e-9);
      assert.ok(Math.abs(guide.x + guide.width / 2 - (100 + width / 2)) < 1e-9);
      assert.ok(guide.x >= 100 && guide.y >= 50 && guide.width <= width && guide.height <= height);
    }
});

test('another program reads the link from the QR code', async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'));
  prepareZXingModule({
    overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength) },
  });
  const url =
    'https://pay.example/flow/5f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8#handoff=Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmE';
  const { size, path } = qrCode(url);
  const [found] = await readBarcodes(rasterize(size, path), { formats: ['QRCode'] });
  assert.equal(found?.text, url);
});

/** Draws the path as a browser would, four pixels for each module. */
function rasterize(size: number, path: string) {
  const scale = 4;
  const edge = size * scale;
  const data = new Uint8ClampedArray(edge * edge * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let py = Number(y) * scale; py < (Number(y) + 1) * scale; py += 1)
      for (let px = Number(x) * scale; px < (Number(x) + Number(run)) * scale; px += 1)
        data.fill(0, (py * edge + px) * 4, (py * edge + px) * 4 + 3);
  return { data, width: edge, height: edge, colorSpace: 'srgb' as const };
}
