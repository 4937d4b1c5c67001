/** Who is asking: the client's address and the page's origin. */
import type { Context } from 'hono';
import type { Deps } from '../ports/deps.ts';

/** What `@hono/node-server` puts into `c.env`; absent when a test calls the app as a function. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * The address to limit by. X-Forwarded-For is written by whoever asks, except for its last `trustedProxies` entries,
 * which our own proxies added: the client is the entry that the outermost trusted proxy saw.
 */
export function clientAddress(c: Context, deps: Pick<Deps, 'config'>): string {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
  const hops = deps.config.trustedProxies;
  if (hops === 0) return plain(socket);
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return plain(forwarded.at(-hops) ?? forwarded[0] ?? socket);
}

/** An IPv4 address that arrived on an IPv6 socket (`::ffff:192.0.2.1`) is the same client as without the prefix. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

/** The Origin header as sent by a browser; null when there is none. `null` as text (sandboxed frames) is kept as `'null'`. */
export function origin(c: Context): string | null {
  return c.req.header('origin') ?? null;
}
