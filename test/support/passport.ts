/**
 * Pages with a machine-readable zone (ICAO Doc 9303), drawn as a camera would see them. The data are made up
 * and of Utopia, which issues no documents. Letters are those of DejaVu Sans Mono. Its zero has a dot that
 * OCR-B's has not, so the zero is that of DejaVu Sans.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fontkit from '@pdf-lib/fontkit';
import type { Path } from '@pdf-lib/fontkit';
import { png } from './images.ts';

export interface ZoneData {
  readonly first?: string;
  readonly last?: string;
  /** YYMMDD */
  readonly born?: string;
  readonly expires?: string;
}

/** Doc 9303-3 §4.9: weights 7, 3, 1. A letter is worth its place after 9, a filler nothing. */
function checkDigit(text: string): string {
  const worth = (letter: string) => (letter === '<' ? 0 : parseInt(letter, 36));
  return String(
    [...text].reduce((sum, letter, at) => sum + worth(letter) * ([7, 3, 1][at % 3] ?? 0), 0) % 10,
  );
}
const checked = (text: string) => text + checkDigit(text);

/** Returns the zone of a passport: two lines of 44. */
export function passportLines({
  first = 'JANE',
  last = 'DOE',
  born = '900412',
  expires = '310412',
}: ZoneData = {}): string[] {
  const [number, birth, expiry, personal] = [
    checked('X1234567<'),
    checked(born),
    checked(expires),
    `${'<'.repeat(14)}0`,
  ];
  const composite = checkDigit(number + birth + expiry + personal);
  return [`P<UTO${last}<<${first}`.padEnd(44, '<'), `${number}UTO${birth}F${expiry}${personal}${composite}`];
}

/** Returns the zone of a card: three lines of 30. */
export function cardLines({
  first = 'JANE',
  last = 'DOE',
  born = '900412',
  expires = '310412',
}: ZoneData = {}): string[] {
  const [number, birth, expiry] = [checked('X1234567<'), checked(born), checked(expires)];
  const [one, other] = ['<'.repeat(15), '<'.repeat(11)];
  const composite = checkDigit(number + one + birth + expiry + other);
  return [
    `I<UTO${number}${one}`,
    `${birth}F${expiry}UTO${other}${composite}`,
    `${last}<<${first}`.padEnd(30, '<'),
  ];
}

export interface Photo {
  /** Width in pixels. The page fills most of it. */
  readonly width?: number;
  /** Degrees, clockwise. */
  readonly degrees?: number;
  /** Grey levels by which pixels differ at most from what they should be. */
  readonly noise?: number;
  /** Grey level of the ink. The paper is 225. */
  readonly ink?: number;
}

/** Returns a page with these lines at its bottom, on a dark table. */
export function page(
  lines: readonly string[],
  { width = 1100, degrees = 0, noise = 0, ink = 40 }: Photo = {},
): Buffer {
  const height = Math.round(width * 0.75);
  const letter = (width * 0.84) / Math.max(...lines.map((line) => line.length), 44);
  const [left, right, top, bottom] = [width * 0.06, width * 0.94, height * 0.1, height * 0.92];
  const capital = letter * 0.96;
  const written = sheet(width, height);
  // The letters of Doc 9303's zone are 2.54 mm apart, its lines about 6.35 mm.
  for (const [row, line] of lines.entries())
    for (const [column, character] of [...line].entries())
      written.draw(
        character,
        left + letter * (column + 1),
        bottom - letter * (1.4 + 2.5 * (lines.length - 1 - row)),
        letter,
        capital,
      );
  for (const [row, word] of ['UTOPIA', 'SPECIMEN', 'NOT A REAL DOCUMENT'].entries())
    for (const [column, character] of [...word].entries())
      written.draw(character, width * 0.42 + letter * column, top + letter * 3 * (row + 1), letter, capital);

  const [sin, cos] = [Math.sin((degrees * Math.PI) / 180), Math.cos((degrees * Math.PI) / 180)];
  const random = numbers();
  return png(width, height, {
    grey(column, row) {
      const [dx, dy] = [column - width / 2, row - height / 2];
      const [x, y] = [width / 2 + dx * cos + dy * sin, height / 2 - dx * sin + dy * cos];
      const portrait = x > width * 0.1 && x < width * 0.32 && y > height * 0.2 && y < height * 0.55;
      const paper = x < left || x > right || y < top || y > bottom ? 70 : portrait ? 130 : 225;
      return Math.max(
        0,
        Math.min(255, Math.round(paper + (ink - paper) * written.at(x, y) + (random() - 0.5) * 2 * noise)),
      );
    },
  });
}

/** How much of each pixel is ink, from 0 to 1. */
function sheet(width: number, height: number) {
  const fine = 3;
  const ink = new Float32Array(width * height);
  const pixel = (x: number, y: number) =>
    x < 0 || y < 0 || x >= width || y >= height ? 0 : (ink[y * width + x] ?? 0);
  return {
    /**
     * `x`: left edge of a place `letter` wide; `y`: the line it stands on; `capital`: height of a capital.
     */
    draw(character: string, x: number, y: number, letter: number, capital: number) {
      if (character === ' ') return;
      const font = character === '0' ? sans : mono;
      const glyph = font.glyphForCodePoint(character.codePointAt(0) ?? 0);
      const scale = capital / font.glyphForCodePoint(72).bbox.maxY;
      const start = x + (letter - glyph.advanceWidth * scale) / 2;
      const edges = edgesOf(glyph.path, (px, py) => [(start + px * scale) * fine, (y - py * scale) * fine]);
      for (let row = Math.floor((y - capital * 1.3) * fine); row < (y + capital * 0.3) * fine; row += 1) {
        const crossings = edges.flatMap(([x1, y1, x2, y2]) => {
          const middle = row + 0.5;
          if (y1 <= middle === y2 <= middle) return [];
          return [{ at: x1 + ((middle - y1) / (y2 - y1)) * (x2 - x1), turn: y1 < y2 ? 1 : -1 }];
        });
        crossings.sort((one, other) => one.at - other.at);
        let winding = 0;
        for (const [index, { at: from, turn }] of crossings.entries()) {
          winding += turn;
          const to = crossings[index + 1]?.at ?? from;
          if (winding === 0) continue;
          for (let at = Math.round(from); at < Math.round(to); at += 1) {
            const place = Math.floor(row / fine) * width + Math.floor(at / fine);
            ink[place] = (ink[place] ?? 0) + 1 / fine ** 2;
          }
        }
      }
    },
    /** Returns what is between pixels, too. */
    at(x: number, y: number): number {
      const [left, top] = [Math.floor(x), Math.floor(y)];
      const [right, below] = [x - left, y - top];
      const upper = pixel(left, top) * (1 - right) + pixel(left + 1, top) * right;
      return (
        upper * (1 - below) + (pixel(left, top + 1) * (1 - right) + pixel(left + 1, top + 1) * right) * below
      );
    },
  };
}

type Edge = readonly [x1: number, y1: number, x2: number, y2: number];

/** Returns the straight pieces of an outline. TrueType's curves have one control point. */
function edgesOf(path: Path, place: (x: number, y: number) => [number, number]): Edge[] {
  const edges: Edge[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  const lineTo = (nextX: number, nextY: number) => {
    edges.push([...place(x, y), ...place(nextX, nextY)]);
    [x, y] = [nextX, nextY];
  };
  const pen = {
    moveTo: (toX: number, toY: number) => void ([x, y, startX, startY] = [toX, toY, toX, toY]),
    lineTo,
    closePath: () => lineTo(startX, startY),
    quadraticCurveTo(controlX: number, controlY: number, toX: number, toY: number) {
      const [fromX, fromY] = [x, y];
      for (const t of [0.25, 0.5, 0.75, 1]) {
        const [one, two, three] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
        lineTo(one * fromX + two * controlX + three * toX, one * fromY + two * controlY + three * toY);
      }
    },
  };
  (path.toFunction() as (on: typeof pen) => void)(pen);
  return edges;
}

/** Returns the same numbers each time (a linear congruential generator, Numerical Recipes' constants). */
function numbers(): () => number {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
}

const fontFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`));
const mono = fontkit.create(fontFile('DejaVuSansMono'));
const sans = fontkit.create(fontFile('DejaVuSans'));
