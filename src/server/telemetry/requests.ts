/** Watches requests: a metric and a span of each. */
import { ROOT_CONTEXT, context, propagation, trace } from '@opentelemetry/api';
import type { Context as Trace } from '@opentelemetry/api';
import type { Context, MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { operations } from '../docs/operations.ts';
import type { Operation } from '../docs/operations/operation.ts';
import { askingPartner } from '../http/partner-key.ts';
import { apiPattern, routeOf } from '../http/request-log.ts';
import type { Deps } from '../ports/deps.ts';
import { otherRoutes } from './label-values.ts';
import { SpanKind, failed, inSpan } from './spans.ts';

/** By method and pattern: `GET /flows/:id`. */
const byRoute = new Map<string, Operation>(
  operations.map((operation) => [
    `${operation.method.toUpperCase()} ${operation.path.replace(/\{(\w+)\}/g, ':$1')}`,
    operation,
  ]),
);

function operationAt(method: string, route: string): Operation | undefined {
  return byRoute.get(`${method === 'HEAD' ? 'GET' : method} ${apiPattern(route)}`);
}

/**
 * Returns the id of the operation that a request asks for, as in the API's description. What is no part of it
 * has a name of `otherRoutes`, and the rest, an embedding program's pages among it, is `other`.
 */
export const operationOf = (method: string, route: string): string =>
  operationAt(method, route)?.id ?? otherRoutes[route] ?? 'other';

/** Whatever a stranger calls a method is no name of a span. */
const methods: readonly string[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

export const watchRequests = ({ db, meters }: Pick<Deps, 'db' | 'meters'>): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    const started = performance.now();
    const route = routeOf(c);
    const operation = operationOf(c.req.method, route);
    const method = methods.includes(c.req.method) ? c.req.method : '_OTHER';
    const about = {
      name: `${method} ${route}`,
      kind: SpanKind.SERVER,
      attributes: {
        'http.request.method': method,
        'http.route': route,
        'dots_flow.operation': operation,
      },
      within: await traceOf(c, { db }, operationAt(c.req.method, route)),
    };
    // A balancer that asks every second would be most of all traces.
    if (operation === 'health') await next();
    else
      await inSpan(about, async (span) => {
        await next();
        span.setAttribute('http.response.status_code', c.res.status);
        if (c.res.status >= 500) failed(span, String(c.res.status));
      });
    const status = `${Math.floor(c.res.status / 100)}xx`;
    meters?.observe('requests', { operation, status }, (performance.now() - started) / 1000);
  });

/**
 * Returns what the request's span belongs to. A partner's server may say (W3C `traceparent`), once its key is
 * right. Nobody else may, because they could then have everything recorded, or write into somebody's trace.
 */
async function traceOf(c: Context, deps: Pick<Deps, 'db'>, operation: Operation | undefined): Promise<Trace> {
  const active = context.active();
  // The program watches its requests by itself, and has decided.
  if (trace.getSpan(active)) return active;
  const said = { traceparent: c.req.header('traceparent'), tracestate: c.req.header('tracestate') };
  if (operation?.security !== 'basic' || said.traceparent === undefined) return active;
  // Without the database nobody is recognised; whoever answers says so.
  const isPartner = await askingPartner(c, deps).then(
    ({ key }) => key !== null,
    () => false,
  );
  return isPartner ? propagation.extract(ROOT_CONTEXT, said) : active;
}
