/**
 * `/healthz` says that the process runs. `/readyz` says that it can do its work; a load balancer sends no
 * requests while it cannot.
 *
 * A server with more requests than its database connections can take is busy, not down. Taking it out of the
 * balancer for that would only make the other servers busier. The probe's own statement waits behind those
 * requests like any other. So the server is ready when the database answers anybody while the probe waits,
 * and it is not ready when nobody got an answer in all that time.
 *
 * The statement writes. A database whose disk is full, or that was left as a standby, answers whoever reads.
 * Anybody may ask, so one statement answers all who ask meanwhile, and for a second after it where all is
 * well.
 */
import { Hono } from 'hono';
import { assertWritable } from '../db/readiness.ts';
import type { Deps } from '../ports/deps.ts';

/** A database that answers nobody for so long is not ready, even if it answers later. */
const patienceMs = 2000;
const lookEveryMs = 50;
/** Balancers ask every few seconds. */
const freshMs = 1000;

export function healthRoutes(deps: Pick<Deps, 'db'>): Hono {
  let asked: Promise<boolean> | undefined;
  const forget = () => void (asked = undefined);
  const ready = (): Promise<boolean> =>
    (asked ??= answersInTime(deps).then((isReady) => {
      if (isReady) setTimeout(forget, freshMs).unref();
      else forget();
      return isReady;
    }));
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      const isReady = await ready();
      return c.json(
        { status: isReady ? 'ready' : 'not-ready', database: isReady ? 'ok' : 'unusable' },
        isReady ? 200 : 503,
        {
          'cache-control': 'no-store',
        },
      );
    });
}

async function answersInTime({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const before = db.answered();
  const own = assertWritable(db).then(
    () => true,
    () => false,
  );
  let looking: NodeJS.Timeout | undefined;
  const others = new Promise<boolean>((resolve) => {
    const until = performance.now() + patienceMs;
    looking = setInterval(() => {
      if (db.answered() > before) resolve(true);
      else if (performance.now() > until) resolve(false);
    }, lookEveryMs);
  });
  return Promise.race([own, others]).finally(() => clearInterval(looking));
}
