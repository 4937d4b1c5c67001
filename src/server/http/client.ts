/** Says who sent the request: the client's address and the page's origin. */
import type { Context } from 'hono';
import ipaddr from 'ipaddr.js';
import type { Deps } from '../ports/deps.ts';

/** What `@hono/node-server` puts into `c.env`; absent when a test calls the app as a function. */
interface NodeBindings {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/**
 * Returns the address to limit by: of IPv6 the first half, because a household has 2^64 of them (RFC 6177
 * §2). The sender writes X-Forwarded-For, except for its last `trustedProxies`
 * entries, which our own proxies added. The client is the entry that the outermost trusted proxy saw.
 */
export const clientAddress = (c: Context, deps: Pick<Deps, 'config'>): string => plain(sender(c, deps));

/** Returns the whole address, for a record of who sent something. */
export const requestAddress = (c: Context, deps: Pick<Deps, 'config'>): string => {
  const bare = withoutPort(sender(c, deps));
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : bare;
};

function sender(c: Context, deps: Pick<Deps, 'config'>): string {
  const socket = (c.env as NodeBindings | undefined)?.incoming?.socket?.remoteAddress ?? 'unknown';
  const hops = deps.config.trustedProxies;
  if (hops === 0) return socket;
  const forwarded = (c.req.header('x-forwarded-for') ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  return forwarded.at(-hops) ?? forwarded[0] ?? socket;
}

/**
 * Some proxies add the port. An IPv4 address that arrived on an IPv6 socket (`::ffff:192.0.2.1`) is the same
 * client as without the prefix.
 */
function plain(text: string): string {
  const bare = withoutPort(text);
  if (!ipaddr.isValid(bare)) return text;
  const address = ipaddr.process(bare);
  if (address instanceof ipaddr.IPv4) return address.toString();
  return `${address.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}

const withoutPort = (text: string): string =>
  /^\[(.+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');

/**
 * Returns the Origin header as the browser sent it; null when there is none. Sandboxed frames send the text
 * `null`, which is returned as `'null'`.
 */
export function origin(c: Context): string | null {
  return c.req.header('origin') ?? null;
}
