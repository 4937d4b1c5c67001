/**
 * What goes on beside the payee's own requests. The session is kept alive for as long as there is one. The
 * server is listened to while something outside the page is awaited.
 */
import type { FlowsClient } from '../api/client.ts';
import type { Snapshot } from '../contract/steps/session.ts';

/**
 * Call it after every change. It begins and ends what `client` (null: there is no session) and `awaits` (what
 * comes next is decided elsewhere) ask for, and leaves alone what is already running.
 */
export type Background = (client: FlowsClient | null, awaits: boolean) => void;

/**
 * Returns the background work of one element. Nothing runs before the first call. `onOver`: the session could
 * not be kept alive, perhaps because the device slept, or the flow cannot be read any more.
 */
export function createBackground(onSnapshot: (snapshot: Snapshot) => void, onOver: () => void): Background {
  let keepingAlive: AbortController | null = null;
  let watching: AbortController | null = null;
  return (client, awaits) => {
    if (!client || !awaits) {
      watching?.abort();
      watching = null;
    }
    if (!client) {
      keepingAlive?.abort();
      keepingAlive = null;
      return;
    }
    keepingAlive ??= start(
      (signal) => client.keepAlive(signal),
      () => {
        // The session that is opened next has to be kept alive, too.
        keepingAlive = null;
        onOver();
      },
    );
    if (awaits) watching ??= start((signal) => client.watch(onSnapshot, signal), onOver);
  };
}

/** Begins the work, and returns what ends it. `onOver`: it ended by itself. */
function start(work: (signal: AbortSignal) => Promise<void>, onOver: () => void): AbortController {
  const controller = new AbortController();
  const { signal } = controller;
  void work(signal).then(() => signal.aborted || onOver());
  return controller;
}
