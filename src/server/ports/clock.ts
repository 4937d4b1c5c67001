/** What time it is. */
import type { Queryable } from './database.ts';

export interface Clock {
  now(): Date;
  /**
   * The real time, which no test clock changes. Signatures carry it, because the other side compares it with
   * a clock of its own.
   */
  real(): Date;
}

export const realClock: Clock = { now: () => new Date(), real: () => new Date() };

export interface TestClock extends Clock {
  /** Milliseconds ahead of real time. */
  ahead(): number;
  /**
   * Advances the clock when `tx` commits. `target` gets the present time and returns the new one. Returns by
   * how much the clock goes forward and what it shows then. A new time that is not later changes nothing, and
   * null is returned.
   */
  advance(tx: Queryable, target: (now: Date) => Date): Promise<Advance | null>;
  /** Learns how far other processes have advanced the clock. */
  refresh(db: Queryable): Promise<void>;
  /**
   * Calls `listener` after each advance, whoever made it. Returns the function that ends the subscription.
   */
  onAdvance(listener: () => void): () => void;
}

export interface Advance {
  readonly by: number;
  /** Milliseconds ahead of real time, all advances together. */
  readonly ahead: number;
  readonly now: Date;
}
