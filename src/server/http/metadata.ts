/** What partners note on their objects for themselves. It comes back as it was sent. */
import { fieldError } from '../../contract/input/problem-error.ts';

/** Bytes of its JSON. */
const maximumSize = 16 * 1024;

/** Returns whether a note is too large, which a schema cannot say. */
export const isMetadataTooLarge = (metadata: unknown): boolean =>
  !!metadata && Buffer.byteLength(JSON.stringify(metadata)) > maximumSize;

/** Throws a problem at `metadata` when it is too large. */
export function checkMetadata(metadata: unknown): void {
  if (isMetadataTooLarge(metadata)) throw fieldError('metadata', 'invalid-metadata');
}
