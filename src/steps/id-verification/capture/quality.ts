/**
 * Says how good a frame of the camera is, from its brightness alone. These are pure functions over a small
 * grey picture, so that they run many times a second on a cheap phone, and in a test without a camera.
 *
 * They only hint. The payee may press the button at any time, because a hint can be wrong and a provider
 * looks at the real picture anyway.
 */

/** One byte of brightness for each pixel, row by row. */
export interface Luma {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** What was measured. `hintOf` decides what it means. */
export interface Quality {
  /**
   * What the brightest twentieth reaches, 0 to 255. It is not the mean, because dark skin or a dark passport
   * cover is no bad light.
   */
  readonly light: number;
  /**
   * Share of the picture that is washed out in patches, 0 to 1. A white pixel here and there does not count.
   */
  readonly glare: number;
  /** 0 when every edge is crisp, 1 when there is nothing but blur. */
  readonly blur: number;
  /** Share of the picture with something to see in it, 0 to 1. */
  readonly detail: number;
  /** Area of the smallest box around all of that, as a share of the picture. */
  readonly cover: number;
}

/** What is in front of the camera. */
export type Subject = 'document' | 'face';

/** What the payee is told, in the order of what has to be put right first. */
export type Hint = 'dark' | 'empty' | 'far' | 'blurred' | 'glare' | 'good';

/** Returns the brightness of the pixels of a canvas, with the weights of ITU-R BT.601 in 256ths. */
export function toLuma(rgba: Uint8ClampedArray, width: number, height: number): Luma {
  const data = new Uint8Array(width * height);
  for (let at = 0, from = 0; at < data.length; at += 1, from += 4)
    data[at] = (77 * (rgba[from] ?? 0) + 150 * (rgba[from + 1] ?? 0) + 29 * (rgba[from + 2] ?? 0)) >> 8;
  return { data, width, height };
}

/** Measures a frame once. It is called several times a second. */
export function measure(luma: Luma): Quality {
  return { light: lightOf(luma), blur: blurOf(luma), ...cellsOf(luma) };
}

/**
 * Set between the good and the bad pictures of the test, where the two sides are far apart. A wrong hint
 * costs no more than a look.
 */
const limits = { light: 90, detail: 0.04, cover: 0.4, blur: 0.62, glare: 0.012 } as const;

/**
 * Returns the first thing that is wrong. A face may be anywhere and shine, so it is not measured by cover and
 * glare.
 */
export function hintOf({ light, glare, blur, detail, cover }: Quality, subject: Subject = 'document'): Hint {
  if (light < limits.light) return 'dark';
  if (subject === 'document') {
    if (detail < limits.detail) return 'empty';
    if (cover < limits.cover) return 'far';
  }
  if (blur > limits.blur) return 'blurred';
  return subject === 'document' && glare > limits.glare ? 'glare' : 'good';
}

/** Counts from the brightest level down until a twentieth of the pixels is reached. */
function lightOf({ data }: Luma): number {
  const counts = new Uint32Array(256);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  let remaining = data.length / 20;
  for (let level = 255; level > 0; level -= 1) {
    remaining -= counts[level] ?? 0;
    if (remaining <= 0) return level;
  }
  return 0;
}

/** Edge of a cell in pixels, for a picture that is about 320 pixels wide. */
const cell = 10;
/** Mean difference between neighbours from which on a cell shows something and not only noise. */
const busy = 5;
/** From here on a pixel has lost what it showed. */
const white = 250;

/** Goes through the picture cell by cell, once, and counts what is washed out and what shows something. */
function cellsOf({ data, width, height }: Luma): Pick<Quality, 'glare' | 'detail' | 'cover'> {
  const columns = Math.floor(width / cell);
  const rows = Math.floor(height / cell);
  const inColumn = new Uint16Array(columns);
  const inRow = new Uint16Array(rows);
  let washed = 0;
  let seen = 0;
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      let differences = 0;
      let whites = 0;
      for (let y = row * cell; y < (row + 1) * cell - 1; y += 1) {
        for (let x = column * cell; x < (column + 1) * cell - 1; x += 1) {
          const at = y * width + x;
          const here = data[at] ?? 0;
          differences += Math.abs(here - (data[at + 1] ?? 0)) + Math.abs(here - (data[at + width] ?? 0));
          if (here >= white) whites += 1;
        }
      }
      // The last row and column of a cell have no neighbour in it.
      const pixels = (cell - 1) ** 2;
      if (whites > 0.9 * pixels) washed += 1;
      if (differences <= busy * pixels) continue;
      seen += 1;
      inColumn[column] = (inColumn[column] ?? 0) + 1;
      inRow[row] = (inRow[row] ?? 0) + 1;
    }
  }
  const cells = columns * rows || 1;
  return {
    glare: washed / cells,
    detail: seen / cells,
    cover: extent(inColumn, rows) * extent(inRow, columns),
  };
}

/**
 * Returns the share from the first to the last line in which a tenth of the cells shows something. A crumb on
 * the table is not the document.
 */
function extent(counts: Uint16Array, across: number): number {
  const isFilled = (count: number) => count > across / 10;
  const first = counts.findIndex(isFilled);
  return first < 0 ? 0 : (counts.findLastIndex(isFilled) - first + 1) / counts.length;
}

/**
 * Returns the blur effect of Crété-Roffet, Dolmiere, Ladret and Nicolas (SPIE 6492, 2007). It blurs the
 * picture once more, and looks how much the differences between neighbours shrink. A sharp picture loses most
 * of them, a blurred one nearly none, whatever is on it.
 *
 * Both directions are measured, because a hand that shakes blurs in one only.
 */
function blurOf({ data, width, height }: Luma): number {
  return Math.max(blurAlong(data, width, height, 1, width), blurAlong(data, height, width, width, 1));
}

/** Neighbours on each side over which the second blur takes the mean, as in the paper. */
const reach = 4;

/**
 * Measures one direction. `step` leads to the next pixel of a line, `stride` to the next line. The mean is
 * kept as a running sum, so that each pixel is read a few times and not nine.
 */
function blurAlong(data: Uint8Array, length: number, lines: number, step: number, stride: number): number {
  let before = 0;
  let lost = 0;
  const taps = 2 * reach + 1;
  for (let line = 0; line < lines; line += 1) {
    const at = (index: number) => data[line * stride + index * step] ?? 0;
    let sum = 0;
    for (let index = 0; index < taps; index += 1) sum += at(index);
    for (let index = reach + 1; index < length - reach; index += 1) {
      const next = sum + at(index + reach) - at(index - reach - 1);
      const difference = Math.abs(at(index) - at(index - 1));
      // Noise of the sensor is neither sharp nor blurred.
      if (difference > 2) {
        before += difference;
        lost += Math.max(0, difference - Math.abs(next - sum) / taps);
      }
      sum = next;
    }
  }
  return before ? (before - lost) / before : 1;
}
