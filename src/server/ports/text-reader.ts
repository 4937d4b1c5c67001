/** Reads the text of a picture. `identity/text.ts` makes the real one. */

/** `ended`: whoever asks has no more use for an answer, waiting for their turn or not. */
export type PictureReader<T> = (picture: Uint8Array, ended?: AbortSignal) => Promise<T | null>;

/** Lines of text, top to bottom; null when it took too long. Rejects when the reader fails. */
export type TextReader = PictureReader<readonly string[]>;
