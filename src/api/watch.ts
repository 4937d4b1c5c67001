/** Follows the server's snapshots while something outside the page is awaited. Loaded when first needed. */
import type { Snapshot } from '../contract/steps/session.ts';
import { readEvents } from './event-stream.ts';
import { parseSnapshot } from './parse.ts';
import type { TransportOptions } from './transport.ts';

/** `url` is the event stream; `token` returns the session's token of the moment. */
export interface WatchOptions extends TransportOptions {
  readonly url: string;
  readonly token: () => string;
  /** Opens another session when this one is over. */
  readonly reopen: () => Promise<unknown>;
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

/** Milliseconds. */
const longestPause = 30_000;

/**
 * Calls `onSnapshot` for every snapshot until aborted. Reconnects by itself, ever more slowly while it fails.
 */
export async function watch(options: WatchOptions, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    try {
      const headers = { authorization: `Bearer ${options.token()}`, accept: 'text/event-stream' };
      const response = await options.fetch(options.url, { headers, credentials: 'omit', signal });
      if (response.status === 401) await options.reopen();
      for await (const { event, data } of readEvents(response)) {
        failures = 0;
        const snapshot = event === 'snapshot' ? parseSnapshot(data) : null;
        if (snapshot) options.onSnapshot(snapshot);
      }
    } catch {
      // The stream broke. Its next snapshot will say everything that this one would have said.
    }
    if (signal.aborted) return;
    const pause = Math.min(longestPause, 1000 * 2 ** failures) * (0.5 + options.random());
    await options.sleep(pause, signal).catch(() => undefined);
  }
}
