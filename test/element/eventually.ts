import { waitUntil } from '@open-wc/testing';

/**
 * Waits until `condition` holds. It gives up shortly before mocha does, so that the failure says what was
 * waited for. The limit only catches what never comes, and is wide: on a machine that does other things too,
 * everything may take ten times as long.
 */
export const eventually = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(condition, message, { interval: 5, timeout: 25_000 });
