/**
 * The QR code of a link, drawn as one path. It is sharp at any size, and it is no image that a policy would
 * have to allow.
 */
import { correction, generate } from 'lean-qr';

export interface QrCode {
  /** Modules along one edge, with the quiet zone. */
  readonly size: number;
  /** SVG path data of the dark modules. */
  readonly path: string;
}

/**
 * Modules of nothing around the code. With fewer than four, readers do not find it (ISO/IEC 18004, 6.3.8).
 */
const quiet = 4;

/**
 * Returns the code of a text. Dark modules that stand next to each other in a row are drawn at once, which
 * keeps the path short.
 */
export function qrCode(text: string): QrCode {
  // A screen is clean and flat, so the lowest correction is enough. It makes the fewest modules, which are
  // therefore the largest.
  const bitmap = generate(text, { minCorrectionLevel: correction.L });
  let path = '';
  for (let y = 0; y < bitmap.size; y += 1) {
    for (let x = 0; x < bitmap.size; x += 1) {
      let run = 0;
      while (bitmap.get(x + run, y)) run += 1;
      if (run) path += `M${x + quiet} ${y + quiet}h${run}v1h-${run}z`;
      x += run;
    }
  }
  return { size: bitmap.size + 2 * quiet, path };
}
