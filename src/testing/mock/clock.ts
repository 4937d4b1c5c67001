/** The test clock: real time, and as far ahead of it as the test says. */
import { later } from '../../contract/partner/test-clock.ts';

export interface MockClock {
  now(): Date;
  /** Goes on by a number of seconds, or by an ISO 8601 duration like `PT15M` or `P3Y`. */
  advance(by: number | string): void;
}

/** `real` is where time comes from, in milliseconds. `onAdvance` is called after each jump. */
export function createClock(real: () => number, onAdvance: () => void): MockClock {
  let ahead = 0;
  const now = () => new Date(real() + ahead);
  return {
    now,
    advance(by) {
      const then = typeof by === 'number' ? now().getTime() + by * 1000 : later(now(), by).getTime();
      if (!(then > now().getTime()))
        throw new RangeError(`The clock only goes forwards: ${JSON.stringify(by)} is no duration.`);
      ahead = then - real();
      onAdvance();
    },
  };
}
