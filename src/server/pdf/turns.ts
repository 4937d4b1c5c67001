/**
 * Turns at one thread. Apps take them in a circle, so that the forms of one app, however many there are and
 * however long they take, hold up another app's by one form at most.
 */
import { ProblemError } from '../../contract/input/problem-error.ts';

/** How many of one app may wait, and of all. Whoever comes then is asked to come again. */
export interface MostWaiting {
  readonly ofOne: number;
  readonly ofAll: number;
}

/** Returns what does work when it is its app's turn. */
export function createTurns(most: MostWaiting): <T>(app: string, work: () => Promise<T>) => Promise<T> {
  /** Apps in the order of their turns. Whoever waits is called in the order in which they came. */
  const waiting = new Map<string, (() => void)[]>();
  let isBusy = false;
  let last = '';

  function callNext(): void {
    const [first, ...others] = waiting.keys();
    const app = first === last ? (others[0] ?? first) : first;
    isBusy = app !== undefined;
    if (app === undefined) return;
    const [begin, ...rest] = waiting.get(app) ?? [];
    waiting.delete(app);
    if (rest.length > 0) waiting.set(app, rest);
    begin?.();
  }

  async function turnOf(app: string): Promise<void> {
    if (!isBusy) {
      isBusy = true;
      return;
    }
    const others = waiting.get(app) ?? [];
    const all = [...waiting.values()].reduce((sum, { length }) => sum + length, 0);
    if (others.length >= most.ofOne || all >= most.ofAll)
      throw new ProblemError('service-unavailable', { retryAfter: 5 });
    await new Promise<void>((begin) => waiting.set(app, [...others, begin]));
  }

  return async (app, work) => {
    await turnOf(app);
    last = app;
    try {
      return await work();
    } finally {
      callNext();
    }
  };
}
