import { normaliseCode } from '../contract/input/normalise.ts';

/**
 * Returns the digits of `text` in groups of the given sizes. A separator appears with the digit behind it, so
 * that deleting never gets stuck. Digits that are too many stay in the last group: a key that bounced must
 * not turn one number into another.
 */
export function grouped(text: string, sizes: readonly number[], separator = '-'): string {
  const digits = normaliseCode(text).replace(/\D/g, '');
  let start = 0;
  return sizes
    .map((size, index) => digits.slice(start, index < sizes.length - 1 ? (start += size) : undefined))
    .filter(Boolean)
    .join(separator);
}
