/** Measures requests. */
import { createMiddleware } from 'hono/factory';
import type { MiddlewareHandler } from 'hono';
import { operations } from '../docs/operations.ts';
import { routeOf } from '../http/request-log.ts';
import type { Meters } from '../ports/meters.ts';
import { otherRoutes } from './label-values.ts';

/** Ids of operations, by method and pattern: `GET /flows/:id`. */
const ids = new Map(
  operations.map(({ id, method, path }) => [
    `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
    id,
  ]),
);

/**
 * Returns the id of the operation that a request asks for, as in the API's description. What is no part of it
 * has a name of `otherRoutes`, and the rest, an embedding program's pages among it, is `other`.
 */
export function operationOf(method: string, route: string): string {
  const path = route.replace(/^(?:\/api)?\/v2(?=\/)/, '');
  return ids.get(`${method === 'HEAD' ? 'GET' : method} ${path}`) ?? otherRoutes[route] ?? 'other';
}

export const measureRequests = (meters: Meters): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    const started = performance.now();
    await next();
    const status = `${Math.floor(c.res.status / 100)}xx`;
    const labels = { operation: operationOf(c.req.method, routeOf(c)), status };
    meters.observe('requests', labels, (performance.now() - started) / 1000);
  });
