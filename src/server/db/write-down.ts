/** Writes down what came of work that cannot be undone: a webhook that was sent, a job that was run. */
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseUnavailable } from '../ports/database.ts';

const firstPauseMs = 100;
const longestPauseMs = 1000;

/**
 * Runs `write` again while the database cannot be used, for at most `forMs`. Otherwise what was done would be
 * done once more, and its place would stay taken meanwhile. `write` must do no harm when it runs twice: where
 * the answer was lost, it may have taken effect.
 */
export async function writeDown(write: () => Promise<unknown>, forMs: number): Promise<void> {
  const end = performance.now() + forMs;
  for (let pause = firstPauseMs; ; pause = Math.min(longestPauseMs, pause * 2)) {
    try {
      await write();
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnavailable) || performance.now() + pause > end) throw error;
    }
    // A process that has nothing else to do need not stay for this.
    await sleep(pause, undefined, { ref: false });
  }
}
