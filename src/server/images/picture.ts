/** What the readers of all formats return, and what they throw. */

export interface Picture {
  readonly bytes: Buffer;
  /** Pixels as stored in the file, before any orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** Rejects where there are more pixels or fewer than that. Absent where a decoder cannot be told more. */
  readonly assertPixels?: () => Promise<void>;
}

/** A format's reader throws this when the file is not whole. */
export class DamagedImage extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DamagedImage';
  }
}

/**
 * Of a file. Cameras make some dozens, and whoever writes each row of pixels by itself as many as there are
 * rows. Ten megabytes have room for millions, each of which costs time and memory.
 */
const mostPieces = 20_000;

/** Returns what is to be called at each piece of a file (chunk, segment). It throws at one too many. */
export function pieceCounter(): () => void {
  let pieces = 0;
  return () => {
    pieces += 1;
    if (pieces > mostPieces) throw new DamagedImage('There are more pieces than a picture has.');
  };
}
