/**
 * Looks for all event streams of this process at once at what changed without a signal: by another process
 * that could not tell, by the clock, by an operator's hand. A stream by itself asks nothing while it waits.
 */
import { readWatched } from '../db/watched.ts';
import type { WatchedRow } from '../db/watched.ts';
import { flowStatus } from '../flows/flow-object.ts';
import { DatabaseUnavailable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';

/** A look that takes long leaves the database this many times as long to others. */
const restTimes = 10;
/** So a change by another process is seen within half a second where looking is cheap, */
const soonestMs = 400;
/** and within this time where it is not, or where others tell. */
const latestMs = 3_000;
/** Proxies close a connection on which nothing moves, most after 30 or 60 seconds. */
const heartbeatMs = 20_000;
/** Sessions in one statement. */
const perLook = 1_000;

export interface Watched {
  /** The session. */
  readonly id: string;
  /** Of its token. */
  readonly hash: Buffer;
  /** What the reader was last told, as `stateOf` writes it; null before that. */
  state: string | null;
  /** When something was last written, by `Date.now()`. */
  spoke: number;
  /** What stands now is something else, or the session has ended. */
  ring(): void;
  /** Nothing has changed for long. */
  beat(): void;
}

export const stateOf = (row: WatchedRow, now: Date): string =>
  [
    row.updated.getTime(),
    flowStatus(row, now),
    row.authenticated,
    row.revisits,
    row.ofac_status,
    row.id_status,
    row.balance,
  ].join();

type Watch = (stream: Watched) => () => void;
const watches = new WeakMap<Deps, Watch>();

/** Looks at the stream until the returned function is called. */
export function watch(deps: Deps, stream: Watched): () => void {
  const added = watches.get(deps) ?? createWatch(deps);
  watches.set(deps, added);
  return added(stream);
}

function createWatch(deps: Deps): Watch {
  const streams = new Set<Watched>();
  let isLooking = false;
  const lookIn = (ms: number): void => void setTimeout(() => void look(), ms).unref();
  const look = async (): Promise<void> => {
    const began = Date.now();
    const all = [...streams];
    try {
      for (let first = 0; first < all.length; first += perLook)
        await lookAt(deps, all.slice(first, first + perLook));
    } catch (err) {
      // A database that is away for a moment has nothing to tell. The next look says what it has then.
      if (!(err instanceof DatabaseUnavailable)) deps.log.error({ err }, 'looking for event streams');
    }
    isLooking = streams.size > 0;
    if (isLooking) lookIn(pauseAfter(Date.now() - began, deps.hearsOthers?.() ?? false));
  };
  return (stream) => {
    streams.add(stream);
    if (!isLooking) lookIn(soonestMs);
    isLooking = true;
    return () => void streams.delete(stream);
  };
}

const pauseAfter = (tookMs: number, hearsOthers: boolean): number =>
  hearsOthers ? latestMs : Math.min(latestMs, Math.max(soonestMs, restTimes * tookMs));

async function lookAt(deps: Deps, streams: readonly Watched[]): Promise<void> {
  const now = deps.clock.now();
  const before = streams.map(({ state }) => state);
  const rows = new Map((await readWatched(deps.db, streams, now)).map((row) => [row.place, row]));
  for (const [index, stream] of streams.entries()) {
    // What was told during the look may be newer than it.
    if (stream.state === null || stream.state !== before[index]) continue;
    const row = rows.get(index + 1);
    if (!row || stateOf(row, now) !== stream.state) stream.ring();
    else if (Date.now() - stream.spoke >= heartbeatMs) stream.beat();
  }
}
