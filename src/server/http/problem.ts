/** A problem as the server answers it. */
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { problemBody, type ProblemError } from '../../contract/input/problem-error.ts';
import { noteProblem } from './security-log.ts';
import { problemCatalogue } from '../../contract/problems.ts';

/**
 * Returns the answer for a problem. Catalogue entries with status 0 are the element's own and never leave the
 * server.
 */
export function problemResponse(c: Context, error: ProblemError): Response {
  const { code, extra } = error;
  noteProblem(c, error);
  const status = problemCatalogue[code].status as ContentfulStatusCode;
  return c.body(JSON.stringify(problemBody(code, extra)), status, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    ...(extra.retryAfter === undefined
      ? {}
      : { 'retry-after': String(Math.max(1, Math.ceil(extra.retryAfter))) }),
    ...extra.headers,
  });
}
