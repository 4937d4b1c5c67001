import { waitUntil } from '@open-wc/testing';

/**
 * Until `condition` holds. Gives up shortly before mocha does, so that the failure says what was waited for. That is only a net for what
 * never comes, and wide: on a machine that does other things too, everything may take ten times as long.
 */
export const eventually = (condition: () => unknown, message?: string): Promise<void> =>
  waitUntil(condition, message, { interval: 5, timeout: 25_000 });
