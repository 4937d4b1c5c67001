/** How single countries check their tax numbers, where a row of weights does not say it all. */
import { any, digits, ends, form, luhn, luhnSum, weigh, type Check } from './check-digits.ts';

export const down = [10, 9, 8, 7, 6, 5, 4, 3, 2];
export const number = (text: string, from = 0, to?: number): number => Number(text.slice(from, to));

/** The last digit comes from a first row of weights, and where that gives ten, from a second one. */
export const twoRows =
  (first: readonly number[], second: readonly number[], plain = false): Check =>
  (text) => {
    const [front, turn] = [text.slice(0, -1), (rest: number) => (plain ? rest : (11 - rest) % 11)];
    const once = turn(weigh(front, first) % 11);
    const digit = once === 10 ? turn(weigh(front, second) % 11) : once;
    return number(text, -1) === digit % (plain ? 10 : 11);
  };
/** The Czech and Slovak number of birth. Where nine digits leave ten, it ends in 0. */
export const birthNumber: Check = digits('10', (text) => (number(text, 0, 9) % 11) % 10 === number(text, 9));
const row = (from: number, length: number): number[] =>
  Array.from({ length }, (_, at) => ((from + at - 1) % 9) + 1);
/** Estonia and Lithuania share it. Shorter numbers begin at the same weight. */
export const baltic: Check = (text) => twoRows(row(1, text.length - 1), row(3, text.length - 1), true)(text);

export const egn = digits('10', ends([2, 4, 8, 5, 10, 9, 7, 3, 6], '01234567890'));
export const pnf = digits('10', ends([21, 19, 17, 13, 11, 9, 7, 3, 1], '0123456789'));
export const bulstat: Check = twoRows(row(1, 8), [3, 4, 5, 6, 7, 8, 9, 10], true);
export const other = [4, 3, 2, 7, 6, 5, 4, 3, 2];
export const mod97 = (text: string): boolean => (number(text, 0, -2) + number(text, -2)) % 97 === 0;
export const abroad: Check = (text) => (number(`2${text.slice(0, -2)}`) + number(text, -2)) % 97 === 0;
export const dniLetter: Check = (text) => 'TRWAGMYFPDXBNJZSQVHLCKE'[number(text, 0, -1) % 23] === text.at(-1);
export const cifEnd: Check = (text) => {
  const sum = (10 - (luhnSum(`${text.slice(1, -1)}0`) % 10)) % 10;
  return `${'JABCDEFGHI'[sum] ?? ''}${String(sum)}`.includes(text.at(-1) ?? ' ');
};
/** Registers of ten digits and the like have the same weights in Denmark, Norway and Switzerland. */
export const nordic = [2, 7, 6, 5, 4, 3, 2, 1];
export const orgnr = [3, 2, 7, 6, 5, 4, 3, 2, 1];
const irish = 'WABCDEFGHIJKLMNOPQRSTUV';
export const irishEnd: Check = (text) => {
  const [front, sign = '', more = 'W'] = [text.slice(0, 7), text[7], text[8]];
  const extra = /[TX]/.test(more) ? 0 : irish.indexOf(more) * 9;
  return irish[(weigh(front, [8, 7, 6, 5, 4, 3, 2]) + extra) % 23] === sign;
};
/** A former form of the Irish number has a letter in the second place. */
export const irishOld: Check = (text) => irishEnd(`0${text.slice(2, 7)}${text[0] ?? ''}${text.slice(7)}`);
const italianOdd = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];
export const italian: Check = (text) => {
  const place = (sign: string): number =>
    /\d/.test(sign) ? Number(sign) : sign.charCodeAt(0) - 'A'.charCodeAt(0);
  const sum = [...text.slice(0, -1)].reduce(
    (total, sign, at) => total + (at % 2 ? place(sign) : (italianOdd[place(sign)] ?? 0)),
    0,
  );
  return sum % 26 === place(text.at(-1) ?? '');
};
const mexicanIn = (alphabet: string): Check => {
  const value = (sign: string): number => alphabet.indexOf(sign);
  const check = ends([13, ...[12, 11], ...down], '0A987654321', value);
  return (text) => check(text.padStart(13, ' '));
};
export const mexican = any(
  mexicanIn('0123456789ABCDEFGHIJKLMN&OPQRSTUVWXYZ Ñ'),
  mexicanIn('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ '),
);
export const chinese = '0123456789ABCDEFGHJKLMNPQRTUWXY';
export const creditCode = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
export const indian: Check = (text) => {
  const base36 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const sum = [...text.slice(0, -1)].reduce((total, sign, at) => {
    const product = base36.indexOf(sign) * (1 + (at % 2));
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return base36[(36 - (sum % 36)) % 36] === text.at(-1);
};
export const turkish: Check = (text) => {
  const front = text.slice(0, 9);
  const first = (10 - (weigh(front, [3, 1, 3, 1, 3, 1, 3, 1, 3]) % 10)) % 10;
  const second = (first + weigh(front, Array<number>(9).fill(1))) % 10;
  return text.slice(9) === `${String(first)}${String(second)}`;
};
export const turkishTax: Check = (text) => {
  const sum = [...text.slice(0, -1)].reduce((total, sign, at) => {
    const turned = (Number(sign) + 9 - at) % 10;
    return total + (turned && ((turned * 2 ** (9 - at)) % 9 || 9));
  }, 0);
  return (sum + number(text, -1)) % 10 === 0;
};
const cyprus = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
export const cypriot: Check = (text) => {
  const sum = [...text.slice(0, -1)].reduce(
    (total, sign, at) => total + (at % 2 ? Number(sign) : (cyprus[Number(sign)] ?? 0)),
    0,
  );
  return 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[sum % 26] === text.at(-1);
};
const brazil = (sign: string): number => sign.charCodeAt(0) - '0'.charCodeAt(0);
export const brazilEnd = (weights: readonly number[]): Check => ends(weights, '00987654321', brazil);
export const company = [6, 5, 4, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2];
/**
 * Among the first ten digits exactly one occurs twice or three times, and three of them do not stand side by
 * side (ELSTER, “Prüfung der Steuer- und Steueridentifikationsnummer”, IdNr). Two pairs are none.
 */
export const hasTwins: Check = (text) => {
  const front = text.slice(0, 10);
  const kinds = [...new Set(front)];
  const several = kinds.filter((digit) => front.indexOf(digit) !== front.lastIndexOf(digit));
  return several.length === 1 && kinds.length >= 8 && !/(.)\1\1/.test(front);
};
export const british: Check = (text) =>
  [0, 42, 55].includes(weigh(text.slice(0, 9), [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97);
export const frenchKey: Check = (text) =>
  !/^\d\d/.test(text) || (12 + 3 * (number(text, 2) % 97)) % 97 === number(text, 0, 2);
export const monaco = any(form(/^..000/), form(/^..(\d+)$/, luhn));
