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

export interface TestClock extends Clock {
  /** Milliseconds ahead of real time. */
  ahead(): number;
  /**
   * Moves to the time that `target` returns for the present one, when `tx` commits. Returns how far it went
   * and where it is then. When that would not be forwards, it changes nothing and returns null.
   */
  advance(tx: Queryable, target: (now: Date) => Date): Promise<Advance | null>;
  /** Learns how far other processes have advanced the clock. */
  refresh(db: Queryable): Promise<void>;
  /** Calls `listener` after each advance, whoever made it. Returns a function that ends that. */
  onAdvance(listener: () => void): () => void;
}

export interface Advance {
  readonly by: number;
  /** Milliseconds ahead of real time, all advances together. */
  readonly ahead: number;
  readonly now: Date;
}
