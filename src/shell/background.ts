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

/** Returns the background work of one element. Nothing runs before the first call. */
export function createBackground(onSnapshot: (snapshot: Snapshot) => void): Background {
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
    if (!keepingAlive) void client.keepAlive((keepingAlive = new AbortController()).signal);
    if (awaits && !watching) void client.watch(onSnapshot, (watching = new AbortController()).signal);
  };
}
