/** Rules of calendar dates written `YYYY-MM-DD`. Ages count in whole years on the UTC calendar. */

/** Years of age. COPPA (16 CFR §312.2): a child is under 13. */
const minimumAge = 13;
const maximumAge = 120;

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Returns whether there is such a day. */
export function isCalendarDate(date: string): boolean {
  const match = pattern.exec(date);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const real = new Date(Date.UTC(year, month - 1, day));
  return real.getUTCFullYear() === year && real.getUTCMonth() === month - 1 && real.getUTCDate() === day;
}

/** Returns the day `years` years before `now`, as `YYYY-MM-DD`. Such strings sort as dates do. */
export function yearsAgo(years: number, now = new Date()): string {
  const day = now.toISOString().slice(0, 10);
  return `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`;
}

/** Until when the check that is running counts. */
let moment: Date | undefined;

/**
 * Runs a check of input as of `now`, and returns what it returns. The server's time decides how old somebody
 * is: a phone's clock may be years behind, and that of a sandbox ahead. `check` must not wait for anything.
 */
export function asOf<T>(now: Date | undefined, check: () => T): T {
  const before = moment;
  moment = now ?? before;
  try {
    return check();
  } finally {
    moment = before;
  }
}

/** Returns whether the year has not ended. */
export const isCurrentYear = (year: number) => year >= Number(yearsAgo(0, moment).slice(0, 4));
export const isPast = (date: string) => date <= yearsAgo(0, moment);
/** Returns whether the day is past, and less than 24 months ago. */
export const isYoung = (date: string) => isCalendarDate(date) && isPast(date) && date > yearsAgo(2, moment);
export const isAdultEnough = (date: string) => date <= yearsAgo(minimumAge, moment);
export const isRecent = (date: string) => date >= yearsAgo(maximumAge, moment);
