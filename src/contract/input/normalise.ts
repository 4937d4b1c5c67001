/**
 * The one normaliser of what people type and paste. Every codec, schema and comparison of both halves reads
 * what it returns, and what it returns is stored.
 *
 * There are two kinds of text. `normaliseText` is for names, addresses and sentences: their letters,
 * apostrophes and dashes stay as they were typed, because a name is spelled as its owner spells it.
 * (`sameName` compares such spellings.) `normaliseCode` is for whatever a machine reads: numbers, amounts,
 * dates, codes, email addresses, handles and postcodes. There a typographic dash means the one of the
 * keyboard.
 */

/**
 * Everything that Unicode calls ignorable when it cannot be drawn: zero width spaces, directional marks, the
 * soft hyphen, variation selectors, the byte order mark and fillers. A joiner between two letters of a script
 * that has no capitals is kept, because Persian, Sinhala and others spell with it.
 */
const invisible = /([\p{Lo}\p{M}])([\u200c\u200d])(?=\p{Lo})|\p{DI}/gu;

/** Returns the text composed (NFC), without invisible characters, and with one kind of space. */
export function normaliseText(text: string): string {
  return text
    .replace(invisible, '$1$2')
    .replace(/\p{Zs}/gu, ' ')
    .normalize();
}

/**
 * Returns the text as a keyboard for English would have typed it: digits of all scripts as 0–9, letters and
 * signs of full width as half, and the dashes, apostrophes, stops and commas of other keyboards as `-`, `'`,
 * `.` and `,`.
 */
export function normaliseCode(text: string): string {
  return (
    text
      .replace(/\p{DI}/gu, '')
      // Compatibility composition would take the accent that stands alone (´) apart.
      .replace(/[\u2018\u2019\u201b\u02bc\u2032\u00b4`]/g, "'")
      .normalize('NFKC')
      .replace(/\p{Zs}/gu, ' ')
      .replace(/\p{Nd}/gu, digit)
      .replace(/[\p{Pd}\u2043\u2212\u30fc]/gu, '-')
      .replace(/\u3002/g, '.')
      .replace(/[\u066b\u060c\u3001]/g, ',')
  );
}

const isDigit = /^\p{Nd}$/u;

/** Returns 0–9 for a digit of any script. Digits stand in rows of ten, each of which begins with its zero. */
function digit(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  let value = 0;
  while (isDigit.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value % 10);
}

/**
 * Returns the code of six digits in a message (`Your code is 123 456.`). When there is none, or more than
 * one, returns the text without the spaces, dots and hyphens that people put into codes.
 */
export function codeIn(text: string): string {
  const typed = normaliseCode(text);
  const bare = typed.replace(/[\s.-]/g, '');
  const numbers = (typed.match(/\d+(?:[ -]\d+)*/g) ?? []).map((number) => number.replace(/\D/g, ''));
  const [code, another] = numbers.filter((number) => number.length === 6);
  return /^\d*$/.test(bare) || !code || another ? bare : code;
}
