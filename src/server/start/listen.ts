/** Listens for requests, and stops so that those under way are answered. */
import type { Server } from 'node:http';
import { Server as NetServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { ConfigError } from './known.ts';
import type { ServerConfig } from './config.ts';

export type Fetch = (request: Request, env: object) => Response | Promise<Response>;

/** How long running requests may take to finish when the server stops. */
const finishMs = 10_000;

/** What is on its way between this process and its clients arrives within that. */
const lastMs = 250;

/** Listening on these, the server can be reached as `localhost`. */
const localHosts: readonly string[] = ['127.0.0.1', '0.0.0.0', '::'];

export const urlOf = (host: string, port: number): string =>
  `http://${localHosts.includes(host) ? 'localhost' : host}:${port}`;

/** The settings that the address comes from. */
interface Settings {
  readonly port: string;
  readonly host: string;
}

/**
 * Resolves to the port, which differs from the setting when that is 0. Rejects with a `ConfigError` when
 * another setting would help. `settings`: their names.
 */
export function listen(
  server: Server,
  { port, host }: Pick<ServerConfig, 'port' | 'host'>,
  settings: Settings,
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = listenProblem(error.code ?? '', { port, host }, settings);
      reject(why === null ? error : new ConfigError([why]));
    });
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function listenProblem(
  code: string,
  { port, host }: Pick<ServerConfig, 'port' | 'host'>,
  settings: Settings,
): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use. Set ${settings.port} to another.`;
    case 'EACCES':
      return `This process may not listen on port ${port}. Set ${settings.port} to one from 1024 on.`;
    case 'EADDRNOTAVAIL':
      return `${settings.host} is ${host}, which is not an address of this machine. 0.0.0.0 listens on all that are.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `${settings.host} is ${JSON.stringify(host)}, which does not resolve to an address. 127.0.0.1 listens on this machine only, 0.0.0.0 on all its addresses.`;
    default:
      return null;
  }
}

/** The requests of a server, for whoever stops it. */
export interface Requests {
  readonly fetch: (request: Request, env: object) => Promise<Response>;
  /** Resolves when none is being answered. */
  idle(): Promise<void>;
  /** From now on `/readyz` is 503. */
  leave(): void;
  /** From now on every answer ends its connection. */
  end(): void;
}

/**
 * Counts the requests that are being answered, so that stopping can wait for them. Waiting for connections to
 * close would never end, because event streams stay open for hours.
 */
export function countRequests(fetch: Fetch): Requests {
  let running = 0;
  let leaving = false;
  let ending = false;
  const waiting: (() => void)[] = [];
  const answer = async (request: Request, env: object): Promise<Response> => {
    if (leaving && new URL(request.url).pathname === '/readyz') return notReady();
    const answered = await fetch(request, env);
    if (!ending) return answered;
    const headers = new Headers(answered.headers);
    headers.set('connection', 'close');
    return new Response(answered.body, { status: answered.status, headers });
  };
  return {
    fetch: async (request, env) => {
      running += 1;
      try {
        return await answer(request, env);
      } finally {
        running -= 1;
        if (running === 0) for (const wake of waiting.splice(0)) wake();
      }
    },
    idle: () => (running === 0 ? Promise.resolve() : new Promise<void>((resolve) => waiting.push(resolve))),
    leave: () => void (leaving = true),
    end: () => void (ending = true),
  };
}

const notReady = () =>
  Response.json(
    { status: 'not-ready', database: 'ok' },
    { status: 503, headers: { 'cache-control': 'no-store' } },
  );

/**
 * Accepts no more connections, waits for the requests that are under way, and closes what is left. Before
 * that it goes on for `leaveMs`, in which balancers see that it is not ready: a connection that is closed
 * while a request is on its way fails that request, and nobody may send it again by themselves.
 */
export async function stopListening(server: Server, requests: Requests, leaveMs = 0): Promise<void> {
  const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
  requests.leave();
  if (leaveMs > 0) await pause(leaveMs);
  requests.end();
  // Not HTTP's own `close`, which also closes connections that only seem idle: a request may be on its way.
  const closed = new Promise<void>((resolve) => NetServer.prototype.close.call(server, () => resolve()));
  await Promise.race([closed, pause(lastMs)]);
  await Promise.race([requests.idle(), pause(finishMs)]);
  server.closeIdleConnections();
  // The last answers get a moment to leave the process. Then event streams are cut; their readers connect to
  // the next process.
  await Promise.race([closed, pause(lastMs)]);
  server.closeAllConnections();
  await closed;
}
