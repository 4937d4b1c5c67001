/** Gives each request an id, sends the id back in a header, and writes one line to the log. */
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Deps } from '../ports/deps.ts';
import type { RequestLine } from '../ports/log.ts';

export function requestLog(deps: Pick<Deps, 'log' | 'newId'>) {
  return createMiddleware<{ Variables: { requestId: string } }>(async (c, next) => {
    const requestId = deps.newId();
    c.set('requestId', requestId);
    const started = performance.now();
    await next();
    c.header('x-request-id', requestId);
    const line: RequestLine = {
      requestId,
      method: c.req.method,
      // Names the handler that answered, not the middleware before it. A path that matched nothing is not
      // logged, because it may contain anything.
      route:
        matchedRoutes(c)
          .filter((route) => !route.path.endsWith('*'))
          .at(-1)?.path ?? '(none)',
      status: c.res.status,
      durationMs: Math.round((performance.now() - started) * 10) / 10,
    };
    deps.log[c.res.status >= 500 ? 'error' : 'info'](line, 'request');
  });
}
