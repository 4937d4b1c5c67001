/**
 * Tells other processes on the same PostgreSQL which flows and payees changed, by its NOTIFY. Notices may get
 * lost: with a process that is killed right after a commit, with a connection, behind a pooler.
 *
 * NOTIFY takes a lock at commit that the whole instance has once, and keeps it until the commit is on the
 * disk (PostgreSQL, src/backend/commands/async.c, PreCommit_Notify). In the transaction of the change it
 * would make all of them wait for each other. So what was committed is gathered for a moment, and told by a
 * statement of its own that has nothing to write.
 */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Queryable } from '../ports/database.ts';

const channel = 'dots_flow';
const gatherMs = 50;
/** A notice may have 7,999 bytes, and an id has 36. */
const idsInNotice = 200;
/** How often a process tells itself something, to know that it still hears. */
const proofEveryMs = 10_000;
/** A notice of one's own that has not come by then does not come. */
const patienceMs = 5_000;
const retryAfterMs = 1_000;

export interface Notices {
  /** Tells that something changed, in a moment. */
  readonly tell: (id: string) => void;
  /** Whether what others tell is heard. */
  readonly hears: () => boolean;
  close(): Promise<void>;
}

export interface NoticeOptions {
  /** Any connection: to tell, one of a pooler is as good. */
  readonly db: Queryable;
  /** PostgreSQL itself, for a connection that stays; null: nothing is heard. */
  readonly listenUrl: string | null;
  onHeard(id: string): void;
  readonly onError: (error: unknown) => void;
  /** The connection hears nothing, so it is one of a pooler. Nothing more is tried. */
  onDeaf(): void;
}

export function openNotices(options: NoticeOptions): Notices {
  const self = randomBytes(4).toString('hex');
  const waiting = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const send = async (ids: readonly string[]): Promise<void> => {
    await options.db.query('select pg_notify($1, $2)', [channel, `${self}:${ids.join()}`]);
  };
  const flush = async (): Promise<void> => {
    timer = undefined;
    const ids = [...waiting];
    waiting.clear();
    for (let first = 0; first < ids.length; first += idsInNotice)
      await send(ids.slice(first, first + idsInNotice)).catch(options.onError);
  };
  const ear = options.listenUrl === null ? null : listen(options.listenUrl, self, () => send([]), options);
  return {
    tell(id) {
      waiting.add(id);
      timer ??= setTimeout(() => void flush(), gatherMs).unref();
    },
    hears: () => ear?.hears() ?? false,
    async close() {
      clearTimeout(timer);
      await flush();
      await ear?.close();
    },
  };
}

/** Keeps one connection that listens, and makes another when it breaks. */
function listen(url: string, self: string, prove: () => Promise<void>, options: NoticeOptions) {
  let heardSelf = 0;
  let current: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isOver = false;

  const drop = async (): Promise<void> => {
    const dropped = current;
    current = undefined;
    heardSelf = 0;
    clearTimeout(timer);
    await dropped?.end().catch(() => {});
  };
  const later = (ms: number, work: () => void): void => void (timer = setTimeout(work, ms).unref());
  const again = async (error: unknown): Promise<void> => {
    options.onError(error);
    await drop();
    if (!isOver) later(retryAfterMs, begin);
  };
  const hear = ({ payload = '' }: pg.Notification): void => {
    const [from, ids = ''] = payload.split(':');
    if (from === self) heardSelf = Date.now();
    // Their proofs name nothing.
    else if (ids !== '') for (const id of ids.split(',')) options.onHeard(id);
  };
  /** Tells oneself something, and looks a while later whether it came. */
  const proveIt = async (connection: pg.Client, isFirst: boolean): Promise<void> => {
    const asked = Date.now();
    // The database may be away for others too. Then nothing is proved either way.
    const wasTold = await prove().then(
      () => true,
      () => false,
    );
    if (connection !== current) return;
    later(patienceMs, () => {
      if (heardSelf >= asked || !wasTold)
        return later(proofEveryMs - patienceMs, () => void proveIt(connection, isFirst && !wasTold));
      if (!isFirst) return void again(new Error('The connection that listens has become silent.'));
      void drop();
      options.onDeaf();
    });
  };
  const begin = (): void => {
    const connection = new pg.Client({
      connectionString: url,
      application_name: 'dots-flow listens',
      connectionTimeoutMillis: patienceMs,
      keepAlive: true,
    });
    current = connection;
    const broke = (error: unknown): void => {
      if (connection === current) void again(error);
    };
    connection.on('notification', hear);
    // It stays for the life of the connection: an error that nobody listens to would end the process.
    connection.on('error', broke);
    connection
      .connect()
      .then(() => connection.query(`listen ${channel}`))
      .then(() => proveIt(connection, true))
      .catch(broke);
  };
  begin();
  return {
    hears: () => Date.now() - heardSelf < proofEveryMs + 2 * patienceMs,
    async close() {
      isOver = true;
      await drop();
    },
  };
}
