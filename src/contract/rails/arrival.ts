/**
 * When one payout arrives. Banks move money on business days, so what is said of a payout that is made now
 * counts those, and its last day is one of them.
 */
import type { RailTerms } from './terms.ts';

/** In minutes from the payout. */
type Arrival = RailTerms['arrives_in'];

/** Minutes. */
const day = 24 * 60;
/** Of the last day, in minutes of UTC. It is the same day then from Honolulu to Auckland. */
export const endsAt = 10 * 60;

/** Returns how long a payout that is made `at` this moment takes. */
export function arrivalOf(
  { arrives_in, business_days }: Pick<RailTerms, 'arrives_in' | 'business_days'>,
  at: Date,
): Arrival {
  if (arrives_in.to < day) return { ...arrives_in };
  const to = business_days
    ? daysUntil(business_days.to, at)
    : // What somebody else passes on in days reaches the bank on a day on which it is open.
      daysUntil(1, addDays(at, arrives_in.to / day - 1)) + arrives_in.to / day - 1;
  const minutes = at.getUTCHours() * 60 + at.getUTCMinutes();
  return {
    from: business_days ? daysUntil(business_days.from, at) * day : arrives_in.from,
    to: to * day + endsAt - minutes,
  };
}

/** Returns how many days later the business day is that is `count` of them later. */
function daysUntil(count: number, from: Date): number {
  let days = 0;
  for (let left = count; left > 0;) if (isBusinessDay(addDays(from, ++days))) left -= 1;
  return days;
}

const addDays = (date: Date, days: number): Date => new Date(date.getTime() + days * day * 60_000);

/**
 * Returns whether the Federal Reserve, through which dollars move, is open. Its holidays are those of the
 * federal government. One on a Sunday is kept on Monday, and one on a Saturday on no other day
 * (frbservices.org/about/holiday-schedules).
 */
function isBusinessDay(date: Date): boolean {
  const weekday = date.getUTCDay();
  if (weekday === 0 || weekday === 6) return false;
  if (isFixedHoliday(date) || (weekday === 1 && isFixedHoliday(addDays(date, -1)))) return false;
  const [month, dayOfMonth] = [date.getUTCMonth() + 1, date.getUTCDate()];
  const week = Math.ceil(dayOfMonth / 7);
  const isLast = addDays(date, 7).getUTCMonth() + 1 !== month;
  return !movingHolidays.some(
    (one) =>
      one.month === month && one.weekday === weekday && (one.week === 'last' ? isLast : one.week === week),
  );
}

/** New Year's Day, Juneteenth, Independence Day, Veterans Day, Christmas: month and day. */
const fixedHolidays: ReadonlySet<string> = new Set(['1-1', '6-19', '7-4', '11-11', '12-25']);

/** Birthday of Martin Luther King, Washington's, Memorial, Labor, Columbus and Thanksgiving Day. */
const movingHolidays = [
  { month: 1, weekday: 1, week: 3 },
  { month: 2, weekday: 1, week: 3 },
  { month: 5, weekday: 1, week: 'last' },
  { month: 9, weekday: 1, week: 1 },
  { month: 10, weekday: 1, week: 2 },
  { month: 11, weekday: 4, week: 4 },
] as const;

const isFixedHoliday = (date: Date): boolean =>
  fixedHolidays.has(`${date.getUTCMonth() + 1}-${date.getUTCDate()}`);
