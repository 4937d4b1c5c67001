/** The sums that tax numbers are checked with. Each returns whether the text passes. */

export type Check = (text: string) => boolean;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const valueOf = (sign: string): number => alphabet.indexOf(sign);

/** Returns the sum of all signs, each times its weight. The last sign has the last weight. */
export function weigh(text: string, weights: readonly number[], value = valueOf): number {
  const from = weights.length - text.length;
  return [...text].reduce((sum, sign, at) => sum + value(sign) * (weights[from + at] ?? 0), 0);
}

/** The last sign is that of `signs` at the remainder of the sum of all others. */
export const ends =
  (weights: readonly number[], signs: string, value = valueOf): Check =>
  (text) =>
    text.at(-1) === signs[weigh(text.slice(0, -1), weights, value) % signs.length];

/** The whole sum leaves this remainder. */
export const leaves =
  (weights: readonly number[], divisor: number, rest = 0): Check =>
  (text) =>
    weigh(text, weights) % divisor === rest;

/** Returns Luhn's sum: every second digit counts twice, beginning at the last one but one. */
export function luhnSum(text: string): number {
  return [...text].reverse().reduce((sum, sign, at) => {
    const twice = valueOf(sign) * (1 + (at % 2));
    return sum + (twice > 9 ? twice - 9 : twice);
  }, 0);
}

export const luhn: Check = (text) => luhnSum(text) % 10 === 0;

/** ISO/IEC 7064, MOD 11,10. */
export const mod1110: Check = (text) => {
  const rest = [...text.slice(0, -1)].reduce(
    (sum, sign) => (((sum + valueOf(sign)) % 10 || 10) * 2) % 11,
    10,
  );
  return (rest + valueOf(text.at(-1) ?? '')) % 10 === 1;
};

/** Returns the remainder of a number that may be too long for a `number`. */
export const modulo = (digits: string, divisor: number): number => Number(BigInt(digits) % BigInt(divisor));

/** All of them have to pass. */
export const all =
  (...checks: readonly Check[]): Check =>
  (text) =>
    checks.every((check) => check(text));

/** One of them has to pass. */
export const any =
  (...checks: readonly Check[]): Check =>
  (text) =>
    checks.some((check) => check(text));

/** The text has this form, and what it captures (all of it without a group) passes. */
export const form =
  (shape: RegExp, check: Check = () => true): Check =>
  (text) => {
    const match = shape.exec(text);
    return match !== null && check(match[1] ?? text);
  };

/** Digits, as many as `count` says (`9` or `8,9`), and nothing else. */
export const digits = (count: string, check?: Check): Check => form(new RegExp(`^\\d{${count}}$`), check);
