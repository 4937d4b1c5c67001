import { normaliseCode } from '../contract/input/normalise.ts';

/**
 * Returns the digits of `text` in groups of the given sizes. A separator appears with the digit behind it, so
 * that deleting never gets stuck.
 */
export function grouped(text: string, sizes: readonly number[], separator = '-'): string {
  const digits = normaliseCode(text)
    .replace(/\D/g, '')
    .slice(
      0,
      sizes.reduce((sum, size) => sum + size, 0),
    );
  let start = 0;
  return sizes
    .map((size) => digits.slice(start, (start += size)))
    .filter(Boolean)
    .join(separator);
}
