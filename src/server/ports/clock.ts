/** What time it is. */
import type { Queryable } from './database.ts';

export interface Clock {
  now(): Date;
  /** The time outside, which no test clock changes: signatures carry it, as the other side compares it with a clock of its own. */
  real(): Date;
}

export interface TestClock extends Clock {
  /** Milliseconds ahead of real time. */
  ahead(): number;
  /**
   * Moves to what `target` answers for the time it is, when `tx` commits. Answers how far it went and where it is then, or null, changing nothing,
   * when that would not be forwards.
   */
  advance(tx: Queryable, target: (now: Date) => Date): Promise<Advance | null>;
  /** Finds out what other processes did. */
  refresh(db: Queryable): Promise<void>;
  /** Calls back after each advance, whoever made it. Answers what ends that. */
  onAdvance(listener: () => void): () => void;
}

export interface Advance {
  readonly by: number;
  /** Milliseconds ahead of real time, all in all. */
  readonly ahead: number;
  readonly now: Date;
}
