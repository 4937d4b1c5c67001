import { normaliseCode } from '../contract/input/normalise.ts';

/**
 * Amounts of US dollars typed in one text input, in the way of the payee's language: decimal comma or point,
 * grouped or not, with the digits of any script. On the wire they are integer cents. What could mean two
 * things is refused instead of guessed. In English `1,234` is a thousand and `12,50` is twelve and a half,
 * but `1,2345` is nothing.
 */
export interface MoneyCodec {
  /**
   * Returns cents, or null when the text is not an amount. Below zero, zero and limits are for others to
   * judge.
   */
  parse(text: string): number | null;
  /** Returns how the amount would be typed in this language, without a currency: `1,234.50`. */
  format(cents: number): string;
}

/** Returns the codec of a locale. Which mark is its decimal one, `Intl` knows. */
export function moneyCodec(locale: string): MoneyCodec {
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const decimal = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value === ',' ? ',' : '.';

  return {
    format: (cents) => format.format(cents / 100),
    parse(text) {
      const typed = normalised(text);
      if (/^-[\d.,]/.test(typed)) {
        const amount = this.parse(typed.slice(1));
        return amount === null ? null : 0 - amount;
      }
      if (!/^[\d.,]+$/.test(typed)) return null;
      const last = Math.max(typed.lastIndexOf('.'), typed.lastIndexOf(','));
      if (last < 0) return cents(typed, '');
      const mark = typed.charAt(last);
      const [before, after] = [typed.slice(0, last), typed.slice(last + 1)];
      const other = mark === '.' ? ',' : '.';
      // The last mark is a decimal one when it is of another kind than those before it, or when what follows
      // it cannot be a group.
      const isDecimal =
        !before.includes(mark) && (before.includes(other) || after.length < 3 || mark === decimal);
      // Every mark groups. `1,234` has three digits behind it; anything else is a typing error.
      if (!isDecimal)
        return after.length === 3 && !typed.includes(other) ? cents(ungrouped(typed, mark), '') : null;
      return after.length <= 2 ? cents(ungrouped(before, other), after) : null;
    },
  };
}

/** Takes out the currency, and spaces, apostrophes and their Arabic kind, which only ever group. */
const normalised = (text: string): string => normaliseCode(text).replace(/US\$|USD|\$|[\s'\u066c]/gi, '');

/**
 * Takes out the marks between groups. Returns text that is no number when the groups are not of three digits
 * (or, as in India, of two).
 */
function ungrouped(text: string, mark: string): string {
  const [first = '', ...groups] = text.split(mark);
  if (groups.length === 0) return first;
  const isGrouped =
    /^\d{1,3}$/.test(first) &&
    groups.every(
      (group, index) => /^\d{3}$/.test(group) || (/^\d{2}$/.test(group) && index < groups.length - 1),
    );
  return isGrouped ? first + groups.join('') : 'none';
}

/**
 * Returns whole and fraction as cents, or null when there are no digits, or more than a number can hold
 * exactly.
 */
function cents(whole: string, fraction: string): number | null {
  const value = Number(`${whole || '0'}${fraction.padEnd(2, '0')}`);
  return /^\d*$/.test(whole) &&
    /^\d*$/.test(fraction) &&
    whole + fraction !== '' &&
    Number.isSafeInteger(value)
    ? value
    : null;
}
