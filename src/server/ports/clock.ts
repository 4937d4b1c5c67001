/** What time it is. */
import type { Queryable } from './database.ts';

export interface Clock {
  now(): Date;
  /**
   * The real time, which no test clock changes. Signatures carry it, because the receiver compares it with a
   * clock of its own.
   */
  real(): Date;
}

export interface TestClock extends Clock {
  /** Milliseconds ahead of real time. */
  ahead(): number;
  /**
   * Moves to the time that `target` returns for the present one, when `tx` commits. Returns how far the clock
   * moved and where it then stands. Returns null, and changes nothing, when the target does not lie ahead.
   */
  advance(tx: Queryable, target: (now: Date) => Date): Promise<Advance | null>;
  /** Takes over the advances that other processes made. */
  refresh(db: Queryable): Promise<void>;
  /**
   * Calls `listener` after each advance, whichever process made it. Returns the function that ends the
   * subscription.
   */
  onAdvance(listener: () => void): () => void;
}

export interface Advance {
  readonly by: number;
  /** Milliseconds ahead of real time, in total. */
  readonly ahead: number;
  readonly now: Date;
}
