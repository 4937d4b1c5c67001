/** Reads the text of a picture. `identity/text.ts` makes the real reader. */

/**
 * `ended` aborts when the caller no longer needs the result, even while the picture still waits for its turn.
 */
export type PictureReader<T> = (picture: Uint8Array, ended?: AbortSignal) => Promise<T | null>;

/**
 * Resolves to the lines of text, top to bottom, or to null when it took too long. Rejects when the reader
 * fails.
 */
export type TextReader = PictureReader<readonly string[]>;
