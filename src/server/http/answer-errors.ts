/**
 * Turns everything that was thrown into a problem answer. An error that is not a problem is our fault: it is
 * logged and never shown.
 */
import type { Context, ErrorHandler, Hono, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { DatabaseUnavailable, isTransactionConflict } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { notOffered } from './not-offered.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { problemResponse } from './problem.ts';

export function answerErrors(deps: Pick<Deps, 'log'>): ErrorHandler {
  return (error, c) => {
    if (error instanceof ProblemError) return problemResponse(c, error);
    if (error instanceof HTTPException) return error.getResponse();
    if (isTransactionConflict(error)) {
      deps.log.warn(
        { err: error, requestId: c.get('requestId') as unknown },
        'undone because of another request',
      );
      return problemResponse(
        c,
        new ProblemError('resource-busy', {
          detail: 'Another request got in the way. Try again.',
          retryAfter: 1,
        }),
      );
    }
    if (error instanceof DatabaseUnavailable) {
      deps.log.warn({ err: error, requestId: c.get('requestId') as unknown }, 'no database');
      return problemResponse(c, new ProblemError('service-unavailable', { retryAfter: 2 }));
    }
    deps.log.error({ err: error, requestId: c.get('requestId') as unknown }, 'request failed');
    return problemResponse(c, new ProblemError('internal-error'));
  };
}

/**
 * RFC 9110 §15.5.6: when an address is served but not by this method, the answer names the methods that it is
 * served by.
 */
export const answerNotFound =
  (app: Hono): NotFoundHandler =>
  (c: Context) => {
    const { method, path } = c.req;
    const allowed = servedMethods(app, path);
    const missing = allowed.length === 0 ? notOffered(path) : null;
    if (missing !== null) return problemResponse(c, new ProblemError('not-offered', { detail: missing }));
    // A handler of this very method may itself say that there is nothing.
    if (allowed.length === 0 || allowed.includes(method))
      return problemResponse(
        c,
        new ProblemError('no-such-resource', { detail: `There is no ${method} call at this address.` }),
      );
    const allow = allowed.join(', ');
    return problemResponse(
      c,
      new ProblemError('method-not-allowed', {
        detail: `This address takes ${allow}, not ${method}.`,
        headers: { allow },
      }),
    );
  };

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * Returns the methods that have a handler at this address. Hono answers HEAD wherever it answers GET. Routes
 * that end in `*` or take every method are middleware.
 */
function servedMethods(app: Hono, path: string): string[] {
  return methods
    .filter((method) =>
      app.router
        .match(method, path)[0]
        .some(([[, route]]) => route.method === method && !route.path.endsWith('*')),
    )
    .flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
}
