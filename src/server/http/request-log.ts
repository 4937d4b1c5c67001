/** Gives each request an id, sends the id back in a header, and writes one line to the log. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { Deps } from '../ports/deps.ts';
import type { RequestLine, Who } from '../ports/log.ts';
import { setHeader } from './security-headers.ts';

export function requestLog(deps: Pick<Deps, 'log' | 'newId'>) {
  return createMiddleware<{ Variables: { requestId: string } }>(async (c, next) => {
    const requestId = deps.newId();
    c.set('requestId', requestId);
    const started = performance.now();
    await next();
    setHeader(c, 'x-request-id', requestId);
    const line: RequestLine = {
      requestId,
      method: c.req.method,
      route: routeOf(c),
      status: c.res.status,
      durationMs: Math.round((performance.now() - started) * 10) / 10,
      ...whoAsks(c),
    };
    deps.log[c.res.status >= 500 ? 'error' : 'info'](line, 'request');
  });
}

/**
 * Returns the pattern of the handler that answered, not of the middleware before it. A path that matched
 * nothing is not logged, because it may contain anything.
 */
export const routeOf = (c: Context): string =>
  matchedRoutes(c)
    .filter((route) => !route.path.endsWith('*'))
    .at(-1)?.path ?? '(none)';

/** Returns the pattern without the API's base path, which a program may have put below a path of its own. */
export const apiPattern = (route: string): string => route.replace(/^.*?\/v2(?=\/)/, '');

/** Returns the ids of whoever asks, as far as they were recognised. They open nothing. */
export function whoAsks(c: Context): Who {
  const { partner, apiKeyId, sessionId } = c.var as Partial<Recognised>;
  return {
    ...(partner && { app: partner.id }),
    ...(apiKeyId && { key: apiKeyId }),
    ...(sessionId && { session: sessionId }),
  };
}

interface Recognised {
  readonly partner: { readonly id: string };
  readonly apiKeyId: string;
  readonly sessionId: string;
}
