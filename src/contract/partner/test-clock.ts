/** The clock of a sandbox, which partners may advance. */
import * as z from '../z.ts';
import { timestamp } from '../flow.ts';

/** Answer of `GET /sandbox/clock`, and of advancing it. */
export const testClock = z.object({
  /** The sandbox's present time. */
  now: timestamp,
  /** Seconds ahead of real time. */
  ahead: z.number(),
});
export type TestClockObject = z.infer<typeof testClock>;

/**
 * Body of `POST /sandbox/clock`: `advance` or `to`, one of the two. The clock only goes forwards, and not
 * beyond the year 2099.
 */
export const advanceClockInput = z.object({
  /** By how much: whole seconds, or an ISO 8601 duration like `PT15M` or `P3Y`. */
  advance: z.optional(
    z.union(
      [
        z.int('invalid-duration').check(z.minimum(1, 'invalid-duration')),
        z
          .string('invalid-duration')
          .check(z.regex(/^P(?=\d|T\d)(\d{1,9}[YMWD])*(T(\d{1,9}[HMS])+)?$/, 'invalid-duration')),
      ],
      'invalid-duration',
    ),
  ),
  /** Until when, in RFC 3339. Without a zone it is UTC. */
  to: z.optional(z.iso.datetime({ offset: true, local: true, error: 'invalid-date' })),
});
export type AdvanceClockInput = z.infer<typeof advanceClockInput>;

/**
 * Adds an ISO 8601 duration. Years and months go by the UTC calendar, and the rest by length. Going from 31
 * January by a month ends in March, as JavaScript's Date does it.
 */
export function later(now: Date, duration: string): Date {
  const [date = '', time = ''] = duration.slice(1).split('T');
  const sum = (text: string, unit: string) =>
    [...text.matchAll(/(\d+)([A-Z])/g)].reduce(
      (total, [, count, name]) => total + (name === unit ? Number(count) : 0),
      0,
    );
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() + 12 * sum(date, 'Y') + sum(date, 'M'));
  const seconds =
    ((sum(date, 'W') * 7 + sum(date, 'D')) * 24 + sum(time, 'H')) * 3600 +
    sum(time, 'M') * 60 +
    sum(time, 'S');
  return new Date(then.getTime() + seconds * 1000);
}
