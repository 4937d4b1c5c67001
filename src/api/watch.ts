/** Follows the server's snapshots while something outside the page is awaited. Loaded when first needed. */
import type { Snapshot } from '../contract/steps/session.ts';
import { readEvents } from './event-stream.ts';
import { parseSnapshot } from './parse.ts';
import { firstOf } from './signals.ts';
import type { TransportOptions } from './transport.ts';

/** `url` is the event stream; `token` returns the session's token of the moment. */
export interface WatchOptions extends TransportOptions {
  readonly url: string;
  readonly token: () => string;
  /**
   * Asks for the snapshot without the stream, and opens another session when this one is over. Null when the
   * server could not be asked. `over`: it opens no session on this flow any more.
   */
  readonly read: () => Promise<Snapshot | 'over' | null>;
  readonly onSnapshot: (snapshot: Snapshot) => void;
}

/** Milliseconds. */
const longestPause = 30_000;
/** The stream begins with a snapshot. A proxy that holds streams back lets nothing through. */
const firstWordWithin = 6_000;
/** Two heartbeats of the server (`payee/events.ts`), and some seconds for the network. */
const longestSilence = 45_000;

/**
 * Calls `onSnapshot` for every snapshot until aborted. A stream that cannot be opened, breaks or falls silent
 * is opened anew, ever more slowly while it does not work. Each time the server is asked besides, because
 * there are networks on which no stream ever works. Also resolves when the server lets nobody read the
 * flow any more.
 */
export async function watch(options: WatchOptions, signal: AbortSignal): Promise<void> {
  for (let failures = 0; !signal.aborted; failures += 1) {
    if (await follow(options, signal)) failures = 0;
    if (signal.aborted) return;
    const snapshot = await options.read();
    if (snapshot === 'over') return;
    if (snapshot && !signal.aborted) options.onSnapshot(snapshot);
    // What is learned may end the watch, and a pause does not notice what came before it.
    if (signal.aborted) return;
    const pause = Math.min(longestPause, 1000 * 2 ** failures) * (0.5 + options.random());
    await options.sleep(pause, signal).catch(() => undefined);
  }
}

/** Reads one stream until it ends, breaks or falls silent. Returns whether it had a snapshot. */
async function follow(options: WatchOptions, signal: AbortSignal): Promise<boolean> {
  const silence = createSilence(options, signal);
  let heard = false;
  try {
    silence.begin(firstWordWithin);
    const headers = { authorization: `Bearer ${options.token()}`, accept: 'text/event-stream' };
    const { signal: over } = silence;
    const response = await options.fetch(options.url, { headers, credentials: 'omit', signal: over });
    for await (const { event, data } of readEvents(response, over, () => silence.begin(longestSilence))) {
      const snapshot = event === 'snapshot' ? parseSnapshot(data) : null;
      if (!snapshot) continue;
      heard = true;
      options.onSnapshot(snapshot);
    }
  } catch {
    // The stream broke. The next snapshot will say everything that this one would have said.
  } finally {
    silence.end();
  }
  return heard;
}

/** Aborts its signal when `begin` is not called again within the time that it was given, or with `until`. */
function createSilence({ sleep }: WatchOptions, until: AbortSignal) {
  const over = new AbortController();
  let waiting = new AbortController();
  return {
    signal: firstOf(until, over.signal),
    begin(milliseconds: number): void {
      waiting.abort();
      waiting = new AbortController();
      sleep(milliseconds, waiting.signal).then(
        () => over.abort(),
        () => undefined,
      );
    },
    end(): void {
      waiting.abort();
      // Nothing listens to `until` any longer.
      over.abort();
    },
  };
}
