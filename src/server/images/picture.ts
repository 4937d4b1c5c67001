/** What the readers of all formats return, and what they throw. */

export interface Picture {
  readonly bytes: Buffer;
  /** Pixels as stored in the file, before any orientation is applied. */
  readonly width: number;
  readonly height: number;
}

/** A format's reader throws this when the file is not whole. */
export class DamagedImage extends Error {
  constructor(why: string) {
    super(why);
    this.name = 'DamagedImage';
  }
}
