/**
 * Pushes a snapshot whenever the flow changes: in another window, by a job, by the partner. The element reads
 * it by fetch, so that the bearer token travels in a header.
 */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import type { SessionRow } from '../db/sessions.ts';
import { readWatched } from '../db/watched.ts';
import { onChanged } from '../db/signals.ts';
import { DatabaseUnavailable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { createAlarm } from '../http/alarm.ts';
import { countStream } from './open-streams.ts';
import { loadContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { requireSession, sessionNow, tokenHash } from './session/sessions.ts';
import { buildSnapshot } from './snapshot.ts';
import { stateOf, watch } from './watch.ts';
import type { Watched } from './watch.ts';

/** Answers with the stream. It begins with a snapshot, so a reader that connects again has missed nothing. */
export async function streamEvents(c: Context, deps: Deps): Promise<Response> {
  const session = await requireSession(deps, c);
  // nginx would otherwise hold events back until its buffer is full.
  c.header('x-accel-buffering', 'no');
  // Hono would tell the reader what an error says.
  const response = streamSSE(c, (stream) =>
    push(c, deps, session, stream).catch((err: unknown) => deps.log.error({ err }, 'event stream failed')),
  );
  // Hono says `no-cache`, by which a cache may keep what it must not keep, and so it is said after it.
  c.header('cache-control', 'no-store');
  return response;
}

/**
 * Writes snapshots until the reader leaves, the session ends or newer streams are too many. Ending is silent:
 * the element connects again with the token that it has now, or is told `session-expired` and opens another
 * session.
 */
async function push(c: Context, deps: Deps, opened: SessionRow, stream: SSEStreamingApi): Promise<void> {
  const alarm = createAlarm();
  stream.onAbort(alarm.ring);
  let isOneTooMany = false;
  const endings = [
    onChanged(opened.flow_id, alarm.ring),
    countStream(opened, () => {
      isOneTooMany = true;
      alarm.ring();
    }),
  ];
  const watched: Watched = {
    id: opened.id,
    hash: tokenHash(c),
    state: null,
    spoke: Date.now(),
    ring: alarm.ring,
    beat() {
      watched.spoke = Date.now();
      void stream.write(': still here\n\n');
    },
  };
  endings.push(watch(deps, watched));
  let payee: string | undefined;
  /** Returns whether the stream goes on. */
  const tell = async (): Promise<boolean> => {
    const now = deps.clock.now();
    // What is read first is at most as new as what is told, so the next look may ring once too often, and
    // never misses a change.
    const [row] = await readWatched(deps.db, [watched], now);
    // A refresh moves the end of the session and replaces the token, so the session is read anew each time.
    const session = row && (await sessionNow(deps, c));
    if (!session) return false;
    const context = await loadContext(deps.db, session, { lock: false });
    if (context.user && context.user.id !== payee)
      endings.push(onChanged((payee = context.user.id), alarm.ring));
    const snapshot = await buildSnapshot(deps, deps.db, context, hintsOf(c));
    watched.state = stateOf(row, now);
    watched.spoke = Date.now();
    await stream.writeSSE({ event: 'snapshot', data: JSON.stringify(snapshot) });
    return true;
  };
  /** A database that was away for a moment has nothing to tell. The first look when it is back rings. */
  const nothingSeen = (error: unknown): true => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    watched.state = '';
    return true;
  };
  try {
    while (!stream.aborted && !isOneTooMany && (await tell().catch(nothingSeen))) await alarm.rung();
  } finally {
    for (const end of endings) end();
  }
}
