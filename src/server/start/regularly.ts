import type { Deps } from '../ports/deps.ts';

/**
 * Runs `work` now, at intervals, and after each advance of the test clock; never two runs at once. An error
 * is logged as `what` and ends nothing. Returns the function that ends it, which waits for a run that is
 * under way.
 */
export function regularly(
  deps: Pick<Deps, 'log' | 'testClock'>,
  what: string,
  everyMs: number,
  work: () => Promise<unknown>,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let wanted = false;
  const untilDone = async () => {
    while (wanted) {
      // A run that is requested during this one may know of an advance that this one does not. It is done
      // afterwards, once.
      wanted = false;
      await work().catch((err: unknown) => deps.log.error({ err }, what));
    }
    running = null;
  };
  const run = () => {
    wanted = true;
    running ??= untilDone();
  };
  run();
  const timer = setInterval(run, everyMs);
  const stopListening = deps.testClock?.onAdvance(run);
  return async () => {
    clearInterval(timer);
    stopListening?.();
    wanted = false;
    await running;
  };
}
