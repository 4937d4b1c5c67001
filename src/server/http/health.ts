/**
 * `/healthz`: the process runs. `/readyz`: it can do its work; a load balancer sends nobody while it cannot.
 *
 * A server with more requests than its database connections can take is busy, not down; taken out of the balancer for that, it would only
 * make the others busier. The probe's own statement waits behind those requests like any other. So whatever the database answers meanwhile, to
 * whomever, shows that it works as well as an answer to the probe does; and when nobody got an answer all the time, nothing works.
 */
import { Hono } from 'hono';
import type { Deps } from '../ports/deps.ts';

/** A database that answers nobody for so long is not ready, whatever it will answer. */
const patienceMs = 2000;
const lookEveryMs = 50;

export function healthRoutes(deps: Pick<Deps, 'db'>): Hono {
  return new Hono()
    .get('/healthz', (c) => c.json({ status: 'ok' }, 200, { 'cache-control': 'no-store' }))
    .get('/readyz', async (c) => {
      const ready = await answersInTime(deps);
      return c.json(
        { status: ready ? 'ready' : 'not-ready', database: ready ? 'ok' : 'unreachable' },
        ready ? 200 : 503,
        {
          'cache-control': 'no-store',
        },
      );
    });
}

async function answersInTime({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const before = db.answered();
  const own = db.query('select number from dots_migrations limit 1').then(
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
