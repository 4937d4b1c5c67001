/** The QR code of a link, drawn as one path: sharp at any size, no image that a policy would have to allow. */
import { correction, generate } from 'lean-qr';

export interface QrCode {
  /** Modules along one edge, with the quiet zone. */
  readonly size: number;
  /** SVG path data of the dark modules. */
  readonly path: string;
}

/** ISO/IEC 18004, 6.3.8: four modules of nothing around it, or readers do not find it. */
const quiet = 4;

export function qrCode(text: string): QrCode {
  // A screen is clean and flat: the lowest correction makes the fewest and so the largest modules.
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
