/**
 * Pushes a snapshot whenever the flow changes: in another window, by a job, by the partner. The element reads
 * it by fetch, so that the bearer token travels in a header. Changes made by this process are seen at once,
 * those of others at the next look.
 */
import type { Context } from 'hono';
import { streamSSE } from 'hono/streaming';
import type { SSEStreamingApi } from 'hono/streaming';
import { walletBalance } from '../db/ledger.ts';
import type { SessionRow } from '../db/sessions.ts';
import { flowStatus } from '../flows/flow-object.ts';
import { onFlowChanged } from '../flows/flow-signals.ts';
import { DatabaseUnavailable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { countStream } from './open-streams.ts';
import { loadContext } from './session/context.ts';
import { hintsOf } from './session/hints.ts';
import { requireSession, sessionNow } from './session/sessions.ts';
import { buildSnapshot } from './snapshot.ts';

/**
 * How late a change made by another process may be seen. A change of this process rings the alarm at once.
 */
const lookEveryMs = 3_000;
/** Proxies close a connection on which nothing moves, most after 30 or 60 seconds. */
const heartbeatMs = 20_000;

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
  const stop = onFlowChanged(opened.flow_id, alarm.ring);
  let isOneTooMany = false;
  const forget = countStream(opened, () => {
    isOneTooMany = true;
    alarm.ring();
  });
  let sent = '';
  let silentSince = Date.now();
  /** Returns whether the stream goes on. */
  const look = async (): Promise<boolean> => {
    const rang = alarm.rang();
    // A refresh moves the end of the session and replaces the token, so the session is read anew each time.
    const session = await sessionNow(deps, c);
    if (!session) return false;
    const context = await loadContext(deps.db, session, { lock: false });
    // Everything that can change what the payee sees moves `updated`, with four exceptions: a flow
    // expires without a write, the session has a row of its own, and so have the payee, who may be cleared
    // elsewhere, and their wallet, into which the partner pays.
    const state = [
      context.flow.updated.getTime(),
      flowStatus(context.flow, deps.clock.now()),
      session.authenticated,
      session.revisits,
      context.user?.ofac_status,
      context.user?.id_status,
      context.user && (await walletBalance(deps.db, { userId: context.user.id })),
    ].join();
    if (rang || state !== sent) {
      sent = state;
      silentSince = Date.now();
      await stream.writeSSE({
        event: 'snapshot',
        data: JSON.stringify(await buildSnapshot(deps, deps.db, context, hintsOf(c))),
      });
    } else if (Date.now() - silentSince >= heartbeatMs) {
      silentSince = Date.now();
      await stream.write(': still here\n\n');
    }
    return true;
  };
  /** A database that was away for a moment has nothing to tell. The next look says what it has then. */
  const nothingSeen = (error: unknown): true => {
    if (!(error instanceof DatabaseUnavailable)) throw error;
    sent = '';
    return true;
  };
  try {
    while (!stream.aborted && !isOneTooMany && (await look().catch(nothingSeen)))
      await alarm.wait(lookEveryMs);
  } finally {
    stop();
    forget();
  }
}

/** A bell that may ring before anybody waits for it. */
function createAlarm() {
  let ringing = false;
  let wake = () => {};
  return {
    ring: () => {
      ringing = true;
      wake();
    },
    /** Returns whether it rang since the last call. */
    rang: () => {
      const was = ringing;
      ringing = false;
      return was;
    },
    wait: (ms: number) =>
      new Promise<void>((resolve) => {
        if (ringing) return resolve();
        const timer = setTimeout(resolve, ms);
        timer.unref();
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
  };
}
