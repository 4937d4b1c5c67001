/**
 * Counts the event streams that are open. One of them asks the database every few seconds for as long as its
 * token is good, and costs whoever holds it open nothing.
 */
import type { SessionRow } from '../db/sessions.ts';

/** Of a payee's session, and of all together who have a flow's link alone. A page has one at a time. */
const mostStreams = 10;

/** By session or flow, the oldest first. */
const open = new Map<string, Set<() => void>>();

/** Returns how many event streams are open in this process. */
export const openStreams = (): number => [...open.values()].reduce((sum, streams) => sum + streams.size, 0);

/** Counts a stream, and ends the oldest where there are too many. Returns the function to call at its end. */
export function countStream(session: SessionRow, end: () => void): () => void {
  const owner = session.authenticated ? session.id : session.flow_id;
  const streams = open.get(owner) ?? new Set();
  open.set(owner, streams.add(end));
  const [oldest] = streams;
  if (streams.size > mostStreams && oldest) {
    streams.delete(oldest);
    oldest();
  }
  return () => {
    streams.delete(end);
    if (streams.size === 0 && open.get(owner) === streams) open.delete(owner);
  };
}
