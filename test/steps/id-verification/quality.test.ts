/** Hints on pictures that are made here: a card with print and a portrait on a table, well or badly taken. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { hintOf, measure, toLuma, type Luma } from '../../../src/steps/id-verification/capture/quality.ts';

const width = 320;
const height = 202;

function picture(paint: (x: number, y: number) => number): Luma {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) data[y * width + x] = Math.max(0, Math.min(255, paint(x, y)));
  return { data, width, height };
}

/** Returns numbers that are the same every time, without a pattern that a filter could resonate with. */
const noise = (x: number, y: number) =>
  ((Math.imul(x * 374_761_393 + y * 668_265_263, 1_274_126_177) >>> 16) & 0xff) / 255;

/**
 * Returns a light card on a darker table, with lines of irregular letters and a portrait. `size` is the
 * card's part of the frame's width.
 */
const card = (size = 0.94) => {
  const [left, top] = [(width * (1 - size)) / 2, (height * (1 - size)) / 2];
  return (x: number, y: number): number => {
    const u = (x - left) / size;
    const v = (y - top) / size;
    const grain = (noise(x, y) - 0.5) * 4;
    if (u < 0 || v < 0 || u >= width || v >= height) return 90 + grain;
    if (u > 20 && u < 100 && v > 40 && v < 150) return 150 + 50 * Math.sin(u / 7) * Math.cos(v / 9) + grain;
    const isPrint =
      v % 22 < 9 && u > 115 && u < 300 && v > 20 && noise(Math.floor(u / 3), Math.floor(v / 22)) > 0.45;
    return (isPrint ? 60 : 205) + grain;
  };
};

function blurred(luma: Luma, radius: number): Luma {
  return picture((x, y) => {
    let sum = 0;
    let count = 0;
    for (let dy = -radius; dy <= radius; dy += 1)
      for (let dx = -radius; dx <= radius; dx += 1) {
        const [px, py] = [x + dx, y + dy];
        if (px < 0 || py < 0 || px >= width || py >= height) continue;
        sum += luma.data[py * width + px] ?? 0;
        count += 1;
      }
    return sum / count;
  });
}

const darker = (luma: Luma, factor: number): Luma => ({
  ...luma,
  data: luma.data.map((value) => value * factor),
});
const hint = (luma: Luma) => hintOf(measure(luma));

test('a card that fills the frame, sharp and in good light, is good', () => {
  assert.equal(hint(picture(card())), 'good');
});

test('too little light is said first, whatever else is wrong', () => {
  assert.equal(hint(darker(picture(card()), 0.3)), 'dark');
  assert.equal(hint(darker(blurred(picture(card(0.4)), 4), 0.3)), 'dark');
});

test('a dark cover in good light is not taken for bad light', () => {
  // Most of it is dark, but for the gold print and the table.
  const cover = picture((x, y) => (card()(x, y) < 100 ? 190 : 35));
  assert.notEqual(hint(cover), 'dark');
});

test('a table with nothing on it is empty', () => {
  assert.equal(hint(picture((x, y) => 120 + (noise(x, y) - 0.5) * 4)), 'empty');
});

test('a card that is a small part of the picture is too far away', () => {
  assert.equal(hint(picture(card(0.45))), 'far');
  assert.equal(hint(picture(card(0.3))), 'far');
});

test('out of focus is blurred, and so is a hand that shakes to one side', () => {
  assert.equal(hint(blurred(picture(card()), 4)), 'blurred');
  const sharp = picture(card());
  const shaken = picture((x, y) => {
    let sum = 0;
    for (let dx = -6; dx <= 6; dx += 1)
      sum += sharp.data[y * width + Math.max(0, Math.min(width - 1, x + dx))] ?? 0;
    return sum / 13;
  });
  assert.equal(hint(shaken), 'blurred');
});

test('the more it is blurred, the higher the measure', () => {
  const sharp = picture(card());
  const measures = [0, 1, 2, 4, 6].map((radius) => measure(radius ? blurred(sharp, radius) : sharp).blur);
  assert.deepEqual(
    measures,
    measures.toSorted((a, b) => a - b),
    measures.join(' '),
  );
});

test('a lamp mirrored in the plastic is glare; single white pixels and white paper are not', () => {
  const paint = card();
  assert.equal(
    hint(picture((x, y) => ((x - 210) ** 2 / 900 + (y - 90) ** 2 / 500 < 1 ? 255 : paint(x, y)))),
    'glare',
  );
  assert.equal(hint(picture((x, y) => (noise(x + 7, y) > 0.995 ? 255 : paint(x, y)))), 'good');
  assert.equal(hint(picture((x, y) => Math.min(240, paint(x, y) * 1.15))), 'good');
});

test('of a face only light and sharpness are said: what fills the oval is no document', () => {
  const small = measure(picture(card(0.3)));
  assert.equal(hintOf(small), 'far');
  assert.equal(hintOf(small, 'face'), 'good');
});

test('brightness weighs the colours as the eye does', () => {
  const rgba = new Uint8ClampedArray([255, 255, 255, 255, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255]);
  assert.deepEqual([...toLuma(rgba, 4, 1).data], [255, 0, 149, 28]);
});

test('whatever the picture, there is an answer and every measure is in its range', () => {
  const size = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
  fc.assert(
    fc.property(size, fc.integer(), ([w, h], seed) => {
      const data = Uint8Array.from({ length: w * h }, (_, at) => noise(at, seed) * 255);
      const quality = measure({ data, width: w, height: h });
      for (const [name, value] of Object.entries(quality)) {
        assert.ok(value >= 0 && value <= (name === 'light' ? 255 : 1), `${name} is ${value}`);
      }
      assert.ok(['dark', 'empty', 'far', 'blurred', 'glare', 'good'].includes(hintOf(quality)));
    }),
    { numRuns: 100 },
  );
});
