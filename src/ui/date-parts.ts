/** Reads a date of birth from the three texts that were typed for it. */
import { normaliseCode } from '../contract/input/normalise.ts';
import type { FieldCode } from '../contract/problems.ts';
import type { FieldError } from '../flow/problem.ts';
import type { DatePart } from './date-codec.ts';
import type { Raw, Reading } from './form-controller.ts';

export type DateParts = Readonly<Record<DatePart, string>>;

/** Returns the three texts of a form's text: `YYYY-MM-DD`, or one on each line. */
export function partsOf(text: string): DateParts {
  const iso = /^\d{4}-\d\d-\d\d$/.test(text);
  const [year = '', month = '', day = ''] = text.split(iso ? '-' : '\n');
  return { year, month, day };
}

/** Returns the text that the form keeps. A text field has no line breaks in it, so nothing is lost. */
export const textOf = ({ year, month, day }: DateParts): string =>
  year + month + day && [year, month, day].join('\n');

/**
 * Returns `YYYY-MM-DD`, which need not be a day that exists, or `unreadable`, which no schema takes for a
 * date. Empty text stays empty.
 */
export function readBirth(locale: string, text = ''): string {
  const { year, month, day } = numbersOf(text, locale);
  if (!year && !month && !day) return '';
  return /^\d{4}$/.test(year) && /^\d\d$/.test(month) && /^\d\d$/.test(day)
    ? `${year}-${month}-${day}`
    : 'unreadable';
}

/** Returns which part is wrong where the schema only says that this is no date; null when it is the day. */
function birthProblem(locale: string, text = ''): FieldCode | null {
  const { year, month, day } = numbersOf(text, locale);
  if (!year || !month || !day) return 'incomplete-date';
  if (!/^(?:0[1-9]|1[0-2])$/.test(month)) return 'invalid-month';
  return /^\d{4}$/.test(year) ? null : 'short-year';
}

/** Returns the reading of a form with what is wrong with its date of birth said more exactly. */
export function explainBirth<T>(reading: Reading<T>, raw: Raw, locale: string): Reading<T> {
  if (reading.ok) return reading;
  const errors = reading.errors.map((error): FieldError =>
    error.field === 'date_of_birth' && error.code === 'invalid-date'
      ? { ...error, code: birthProblem(locale, raw[error.field]) ?? error.code }
      : error,
  );
  return { ok: false, errors };
}

/** Returns the parts in digits. What is none of a year, a month or a day stays as it was typed. */
function numbersOf(text: string, locale: string): DateParts {
  const { year, month, day } = partsOf(text);
  const two = (typed: string) => {
    const digits = normaliseCode(typed).replace(/[\s.,/-]|[日月]$/g, '');
    return /^\d$/.test(digits) ? `0${digits}` : digits;
  };
  const number = two(month);
  return {
    year: normaliseCode(year).replace(/\s|年$/g, ''),
    month: /^\d*$/.test(number) ? number : (monthNamed(number, locale) ?? number),
    day: two(day),
  };
}

/** Fewer letters than this name no month. */
const shortest = 3;

/** Returns the number of the month whose name begins like this, in the language or in English. */
function monthNamed(name: string, locale: string): string | null {
  const wanted = plain(name);
  if (wanted.length < shortest) return null;
  for (const tag of [locale, 'en']) {
    const format = new Intl.DateTimeFormat(tag, { month: 'long', calendar: 'gregory', timeZone: 'UTC' });
    const months = Array.from({ length: 12 }, (_, month) => plain(format.format(Date.UTC(2000, month, 15))));
    const found = months.flatMap((month, index) => (month.startsWith(wanted) ? [index + 1] : []));
    if (found.length === 1) return String(found[0]).padStart(2, '0');
  }
  return null;
}

/** Without capitals, accents and signs. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^\p{L}\p{Nd}]/gu, '');
