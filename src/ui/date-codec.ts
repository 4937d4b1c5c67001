/** Dates typed in one text input, in the order of the payee's language. On the wire they are `YYYY-MM-DD`. */
import { normaliseCode } from '../contract/input/normalise.ts';
import { grouped } from './grouped.ts';

export type DatePart = 'year' | 'month' | 'day';

/** How one language writes dates in digits. */
export interface DateCodec {
  /** The order in which year, month and day are typed. */
  readonly order: readonly DatePart[];
  /** What stands between the parts: `/`, `.` or `-`. */
  readonly separator: string;
  /**
   * Returns `YYYY-MM-DD`, or null when the text is not a date. The schema decides whether such a day exists.
   */
  parse(text: string): string | null;
  /** Returns how `YYYY-MM-DD` is written in this language. */
  format(iso: string): string;
  /**
   * Puts separators between digits as they are typed. Text with separators that the payee put in is returned
   * as it is.
   */
  group(text: string): string;
}

/** Digits of each part when there are no separators. */
const width = { year: 4, month: 2, day: 2 } as const;

/**
 * Returns the codec of a locale. Making one costs an `Intl.DateTimeFormat`; `dateCodecOf` in `date-field.ts`
 * keeps it.
 */
export function dateCodec(locale: string): DateCodec {
  const { order, separator } = conventions(locale);
  const sizes = order.map((part) => width[part]);
  const inOrder = (groups: readonly string[]) =>
    toIso(Object.fromEntries(order.map((part, index) => [part, groups[index]])) as Record<DatePart, string>);
  const slices = (digits: string) => {
    let start = 0;
    return sizes.map((size) => digits.slice(start, (start += size)));
  };

  return {
    order,
    separator,
    parse(text) {
      const typed = normaliseCode(text).trim();
      const [first = '', ...rest] = typed.split(/[\s/.,\-年月日]+/u).filter(Boolean);
      if (rest.length === 2) {
        // Four digits at the start are a year in every language: ISO 8601, and what browsers autofill.
        const [second = '', third = ''] = rest;
        if (first.length === 4) return toIso({ year: first, month: second, day: third });
        // In the order of the payee's language.
        const asHere = inOrder([first, second, third]);
        const dayFirst = toIso({ day: first, month: second, year: third });
        // Dots stand between day, month and year wherever they are used. And 31/01 can only be the 31st of
        // January.
        return isPlausible(dayFirst) && (typed.includes('.') || !isPlausible(asHere)) ? dayFirst : asHere;
      }
      const digits = typed.replace(/\D/g, '');
      if (digits.length !== 8 || /[^\d\s/.-]/.test(typed)) return null;
      const asHere = inOrder(slices(digits));
      // 19900427, typed where months come first, would be no date at all if it were read in the language's
      // order.
      return isPlausible(asHere)
        ? asHere
        : (toIso({ year: digits.slice(0, 4), month: digits.slice(4, 6), day: digits.slice(6) }) ?? asHere);
    },
    format(iso) {
      const [year, month, day] = iso.split('-');
      return year && month && day ? order.map((part) => ({ year, month, day })[part]).join(separator) : iso;
    },
    group(text) {
      const typed = normaliseCode(text);
      // An ISO date is being typed: `19/90-` was `1990-` before the first separator was put in.
      const iso = order[0] !== 'year' && /^(\d\d)\D(\d\d)-$/.exec(typed);
      if (iso && separator !== '-') return `${iso[1]}${iso[2]}-`;
      const groups = typed.split(separator);
      const isGrouped = groups.every(
        (part, index) =>
          /^\d*$/.test(part) && (index === groups.length - 1 || part.length >= (sizes[index] ?? 9)),
      );
      return isGrouped ? grouped(typed, sizes, separator) : typed;
    },
  };
}

/**
 * Returns order and separator of the language's own short date, in the Gregorian calendar whatever calendar
 * the language prefers.
 */
function conventions(locale: string): { order: DatePart[]; separator: string } {
  const parts = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(new Date(Date.UTC(2000, 10, 22)));
  const order = parts.map(({ type }) => type).filter((type): type is DatePart => type in width);
  const separator = parts
    .find(({ type }) => type === 'literal')
    ?.value.replace(/[^/.-]/g, '')
    .charAt(0);
  return { order, separator: separator || '/' };
}

/** Returns the date as on the wire, or null when a part has the wrong number of digits. */
function toIso({ year, month, day }: Record<DatePart, string>): string | null {
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/**
 * Returns whether month and day are in range and the year is near ours. It only decides between two readings
 * of the same digits.
 */
const isPlausible = (iso: string | null) =>
  !!iso && /^(1[89]|20)\d\d-(0[1-9]|1[0-2])-([0-2]\d|3[01])$/.test(iso);
