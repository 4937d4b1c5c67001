/**
 * Time that goes on only when the test says so. A pause of fifteen seconds takes none, and the same seed has
 * the same pauses. What is due at once (a timeout of 0, a frame) is left to the browser.
 */
interface Due {
  readonly at: number;
  readonly work: () => void;
  /** Milliseconds between two of them; null: once. */
  readonly every: number | null;
}

export interface VirtualClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since the clock was installed. */
  readonly passed: () => number;
  /** The browser's own clock, in milliseconds. */
  readonly real: () => number;
  /** Milliseconds until something is due; null when nothing is. */
  readonly nextIn: () => number | null;
  /** Goes on to what is due next, and runs it. */
  readonly goOn: () => void;
  /** Goes on by so many milliseconds at once, as for a tab that was frozen. */
  readonly leap: (milliseconds: number) => void;
  /** Waits, as `setTimeout` of the page does. */
  readonly pause: (milliseconds: number) => Promise<void>;
  readonly uninstall: () => void;
}

/** Milliseconds. What is due earlier is the browser's. */
const atOnce = 20;
/** Ids of ours, far from the browser's own. */
const firstId = 1e9;

/** Replaces the page's timers and its monotonic clock until `uninstall()`. */
export function installClock(start: number): VirtualClock {
  const real = {
    setTimeout: globalThis.setTimeout,
    clearTimeout: globalThis.clearTimeout,
    setInterval: globalThis.setInterval,
    clearInterval: globalThis.clearInterval,
  };
  const monotonic = performance.now.bind(performance);
  const limitOf = AbortSignal.timeout.bind(AbortSignal);
  const begun = monotonic();
  const due = new Map<number, Due>();
  let ahead = 0;
  let lastId = firstId;

  const later = (work: () => void, wait: number, every: number | null): number => {
    due.set((lastId += 1), { at: ahead + wait, work, every });
    return lastId;
  };
  const callable = (handler: TimerHandler, given: unknown[]) => () => {
    if (typeof handler === 'function') Reflect.apply(handler, globalThis, given);
  };
  const next = (): [number, Due] | undefined =>
    [...due].reduce<[number, Due] | undefined>(
      (first, one) => (first && first[1].at <= one[1].at ? first : one),
      undefined,
    );
  const run = ([id, { at, work, every }]: [number, Due]) => {
    ahead = Math.max(ahead, at);
    if (every === null) due.delete(id);
    else due.set(id, { at: ahead + every, work, every });
    work();
  };

  Object.assign(globalThis, {
    setTimeout: (handler: TimerHandler, wait = 0, ...given: unknown[]) =>
      wait <= atOnce
        ? real.setTimeout.call(globalThis, callable(handler, given), wait)
        : later(callable(handler, given), wait, null),
    setInterval: (handler: TimerHandler, wait = 0, ...given: unknown[]) =>
      later(callable(handler, given), Math.max(1, wait), wait),
    clearTimeout: (id?: number) => due.delete(id ?? 0) || real.clearTimeout.call(globalThis, id),
    clearInterval: (id?: number) => due.delete(id ?? 0) || real.clearInterval.call(globalThis, id),
  });
  Object.assign(performance, { now: () => begun + ahead });
  const timeout = (milliseconds: number): AbortSignal => {
    const limit = new AbortController();
    later(() => limit.abort(new DOMException('It took too long.', 'TimeoutError')), milliseconds, null);
    return limit.signal;
  };
  Object.assign(AbortSignal, { timeout });

  return {
    now: () => start + ahead,
    passed: () => ahead,
    real: monotonic,
    nextIn: () => {
      const first = next();
      return first ? Math.max(0, first[1].at - ahead) : null;
    },
    goOn: () => {
      const first = next();
      if (first) run(first);
    },
    leap: (milliseconds) => {
      ahead += milliseconds;
      const late = [...due].filter(([, { at }]) => at <= ahead);
      for (const one of late) if (due.has(one[0])) run(one);
    },
    pause: (milliseconds) =>
      new Promise((resolve) => {
        later(resolve, milliseconds, null);
      }),
    uninstall: () => {
      Object.assign(globalThis, real);
      Object.assign(performance, { now: monotonic });
      Object.assign(AbortSignal, { timeout: limitOf });
    },
  };
}
