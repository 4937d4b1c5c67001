/**
 * What goes on beside the payee's own requests: the session is kept alive, and the server is listened to while
 * something outside the page is awaited.
 */
import type { FlowsClient } from '../api/client.ts';
import type { Snapshot } from '../contract/steps/session.ts';

/** Begins, goes on, or ends without a client. `awaits`: what comes next is decided elsewhere. */
export type Background = (client: FlowsClient | null, awaits: boolean) => void;

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
