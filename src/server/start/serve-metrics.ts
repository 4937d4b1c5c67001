/** `/metrics`, on a port of its own: what it tells is for whoever runs the server, and for nobody else. */
import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { TwoMeters } from '../telemetry/create-meters.ts';
import type { ServerConfig } from './config.ts';
import { asksThisMachine, isThisMachine } from './exposure.ts';
import { countRequests, listen, stopListening, urlOf } from './listen.ts';

/** `host`: where it listens. On this machine alone, it answers under the machine's own names alone. */
const metricsRoutes = (meters: Pick<TwoMeters, 'text' | 'contentType'>, host: string): Hono =>
  new Hono().get('/metrics', async (c) =>
    isThisMachine(host) && !asksThisMachine(c)
      ? c.text('METRICS_HOST is this machine, so this port answers as localhost alone.', 403)
      : c.body(await meters.text(), 200, { 'content-type': meters.contentType, 'cache-control': 'no-store' }),
  );

/** Returns the address; null when nobody asked for one. Adds to `closers` what ends it. */
export async function serveMetrics(
  { metrics }: Pick<ServerConfig, 'metrics'>,
  meters: TwoMeters,
  closers: (() => Promise<void>)[],
): Promise<string | null> {
  if (metrics === null) return null;
  const requests = countRequests(metricsRoutes(meters, metrics.host).fetch);
  const server = createAdaptorServer({ fetch: requests.fetch, overrideGlobalObjects: false }) as Server;
  const port = await listen(server, metrics, { port: 'METRICS_PORT', host: 'METRICS_HOST' });
  closers.push(() => stopListening(server, requests));
  return `${urlOf(metrics.host, port)}/metrics`;
}
