/** Tells a picture by its first bytes, as far as the mock looks at pictures. */
import type { FieldCode } from '../../../contract/problems.ts';

/** Returns why this is no picture that is taken, or null. */
export function refusalOf(head: Uint8Array): FieldCode | null {
  const text = String.fromCharCode(...head);
  const isTaken =
    text.startsWith('\u00ff\u00d8\u00ff') ||
    text.startsWith('\u0089PNG') ||
    (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP');
  if (isTaken) return null;
  return /^.{4}ftyp(?:heic|heix|mif1|msf1)/s.test(text) ? 'image-heic' : 'image-type-unsupported';
}
