/** A date, or a moment, as partners write them. */
import * as z from '../z.ts';
import { isCalendarDate } from './dates.ts';
import { momentOf } from './moments.ts';

/**
 * A date or a moment (`momentOf`), from 1900 on. PostgreSQL knows no year 0, and `Date` takes 30 February for
 * 2 March.
 */
export const dateOrMoment = z.string('invalid-date').check(
  z.maxLength(40, 'invalid-date'),
  z.refine(
    (text) =>
      /^(?:19|[2-9]\d)\d{2}-\d{2}-\d{2}/.test(text) &&
      isCalendarDate(text.slice(0, 10)) &&
      // PostgreSQL is given no later year. West of Greenwich 9999 lasts until 10000 has begun in UTC.
      momentOf(text).getUTCFullYear() <= 9999,
    'invalid-date',
  ),
);
