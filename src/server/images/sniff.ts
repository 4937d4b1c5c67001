/**
 * Tells what a file is by its first bytes (WHATWG MIME Sniffing Standard §6.1; HEIC: ISO/IEC 14496-12 `ftyp`
 * brands).
 */
import type { ImageType } from '../../contract/steps/id-documents.ts';

const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1', 'avif']);

export function sniffImage(bytes: Buffer): ImageType | 'image/heic' | null {
  if (bytes.subarray(0, 3).equals(Buffer.of(0xff, 0xd8, 0xff))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return 'image/png';
  const text = bytes.toString('latin1', 0, 12);
  if (text.startsWith('RIFF') && text.slice(8) === 'WEBP') return 'image/webp';
  return text.slice(4, 8) === 'ftyp' && heicBrands.has(text.slice(8)) ? 'image/heic' : null;
}
