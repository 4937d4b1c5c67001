/** Reads the text of a picture. `identity/text.ts` makes the real reader. */

/**
 * `ended` aborts when the caller has no more use for an answer, even while the picture still waits for its
 * turn.
 */
export type PictureReader<T> = (picture: Uint8Array, ended?: AbortSignal) => Promise<T | null>;

/** Returns lines of text, top to bottom; null when it took too long. Rejects when the reader fails. */
export type TextReader = PictureReader<readonly string[]>;
