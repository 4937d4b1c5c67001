import type { Deps } from '../ports/deps.ts';

/** Now, again and again, and when the test clock was advanced; one at a time. Answers what ends it. */
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
      // What is asked for while this runs, for one by an advance that it does not know of, is done once more.
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
  const deaf = deps.testClock?.onAdvance(run);
  return async () => {
    clearInterval(timer);
    deaf?.();
    wanted = false;
    await running;
  };
}
