/** How the gallery's pictures are kept and compared (`tools/gallery.ts`). */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { controlNames, controls, queryOf, readState } from '../../demo/gallery/state.ts';
import { marked, pixelsApart } from '../../tools/gallery/compare.ts';
import { decode, encode, rounded, type Picture } from '../../tools/gallery/png.ts';

const size = { width: 120, height: 60 };

/** A page with a button whose left edge is at `left`. */
function page(left: number, colour = 0x1f4fd8): Picture {
  const pixels = Uint32Array.from({ length: size.width * size.height }, (_, at) => {
    const [x, y] = [at % size.width, Math.floor(at / size.width)];
    return x >= left && x < left + 60 && y >= 20 && y < 40 ? colour : 0xffffff;
  });
  return { ...size, pixels };
}

/** A picture as a browser makes it: three or four bytes for a pixel, and a filter for each row. */
function filtered({ width, height, pixels }: Picture, filter: number, bytes: 3 | 4): Buffer {
  const stride = width * bytes;
  const plain = Buffer.alloc(stride * height, 255);
  pixels.forEach((colour, at) => plain.writeUIntBE(colour, at * bytes, 3));
  const at = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (plain[y * stride + x] ?? 0));
  const rows = Buffer.alloc((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * (stride + 1)] = filter;
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [at(x - bytes, y), at(x, y - 1), x < bytes ? 0 : at(x - bytes, y - 1)];
      const near = [left, up, corner].map((one) => Math.abs(left + up - corner - one));
      const nearest = [left, up, corner][near.indexOf(Math.min(...near))] ?? 0;
      const guess = [0, left, up, (left + up) >> 1, nearest][filter] ?? 0;
      rows[y * (stride + 1) + 1 + x] = at(x, y) - guess;
    }
  }
  const part = (name: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(body.length);
    return Buffer.concat([length, Buffer.from(name), body, Buffer.alloc(4)]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, bytes === 3 ? 2 : 6, 0, 0, 0], 8);
  return Buffer.concat([Buffer.alloc(8), part('IHDR', header), part('IDAT', deflateSync(rows))]);
}

describe('a picture of the gallery', () => {
  const many: Picture = {
    ...size,
    pixels: Uint32Array.from({ length: size.width * size.height }, (_, at) => (at * 2_654_435) & 0xffffff),
  };

  test('is read as a browser wrote it, whatever the filter', () => {
    for (const filter of [0, 1, 2, 3, 4])
      for (const bytes of [3, 4] as const)
        assert.deepEqual(decode(filtered(many, filter, bytes)), many, `filter ${filter}, ${bytes} bytes`);
  });

  test('comes back from its palette as it was', () => {
    assert.deepEqual(decode(encode(page(4))), page(4));
    const few = rounded(many);
    assert.ok(new Set(few.pixels).size <= 256);
    assert.deepEqual(rounded(few), few);
    assert.deepEqual(decode(encode(few)), few);
  });

  test('is another one when a button moves, also by a pixel, changes its colour, or the page its size', () => {
    assert.equal(pixelsApart(page(10), page(10)), 0);
    // Two edges, each as high as the button.
    assert.equal(pixelsApart(page(10), page(14)), 2 * 4 * 20);
    assert.equal(pixelsApart(page(10), page(11)), 2 * 20);
    assert.equal(pixelsApart(page(10), page(10, 0x1f4f98)), 60 * 20);
    assert.equal(pixelsApart(page(10), page(10, 0x1f4fdc)), 0);
    const shorter = { ...size, height: 59, pixels: page(10).pixels.slice(size.width) };
    assert.equal(pixelsApart(page(10), shorter), size.width * size.height);
    const red = marked(page(10), page(14)).pixels.filter((colour) => colour === 0xff0000);
    assert.equal(red.length, 160);
  });
});

describe('what the gallery shows', () => {
  test('is all in the URL, and back', () => {
    const last = Object.fromEntries(controlNames.map((name) => [name, controls[name].at(-1)]));
    const state = readState(new URLSearchParams({ ...last, walk: 'a W-8BEN', screen: '3' }));
    assert.deepEqual(readState(new URLSearchParams(queryOf(state))), state);
    assert.equal(queryOf(readState(new URLSearchParams('theme=none&lang=xx'))), '?');
  });

  test('is listed as it was photographed, four pictures of each screen', () => {
    const screens = JSON.parse(
      readFileSync(new URL('../../demo/gallery/screens.json', import.meta.url), 'utf8'),
    ) as Readonly<Record<string, string[]>>;
    const pictures = readdirSync(new URL('../gallery', import.meta.url), { recursive: true })
      .map(String)
      .filter((name) => name.endsWith('.png'));
    assert.equal(pictures.length, 4 * Object.values(screens).flat().length);
    assert.equal(new Set(pictures.map((name) => dirname(name))).size, Object.keys(screens).length);
  });
});
