/** Keeps a sandbox whose API key everybody knows, or may guess, on the machine where it runs. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import ipaddr from 'ipaddr.js';
import { ProblemError } from '../../contract/input/problem-error.ts';

/**
 * In characters. Keys are hashed without a slow function, so they have to be random and long; see
 * `http/api-key.ts`.
 */
export const minimumKeyLength = 24;

/** A word can be guessed by whoever reaches the server. The sandbox's own key is one. */
export const isGuessable = (apiKey: string): boolean => apiKey.length < minimumKeyLength;

const wayOut = 'Set DOTS_CLIENT_ID, and DOTS_API_KEY to 24 or more random characters';

/**
 * Returns what is wrong with letting others reach a server that has the sandbox's key, or a word for a key;
 * null when nobody can reach it.
 */
export function exposureProblem(host: string, publicUrl: string | null): string | null {
  if (!isThisMachine(host))
    return `HOST is ${JSON.stringify(host)}, so other machines reach this server, and its API key is known to everybody or short enough to guess. ${wayOut}, or leave HOST at 127.0.0.1.`;
  if (publicUrl !== null && !isThisMachine(new URL(publicUrl).hostname))
    return `PUBLIC_URL is ${publicUrl}, so other machines reach this server, and its API key is known to everybody or short enough to guess. ${wayOut}.`;
  return null;
}

/**
 * Returns whether a request came under a name of this machine. A page can make its own name resolve to
 * 127.0.0.1 ("DNS rebinding"); then it is no foreign page to the browser.
 */
export function asksThisMachine(c: Context): boolean {
  const host = c.req.header('host') ?? new URL(c.req.url).host;
  if (host !== last.host)
    last = {
      host,
      isHere: URL.canParse(`http://${host}`) && isThisMachine(new URL(`http://${host}`).hostname),
    };
  return last.isHere;
}

/** Nearly every request comes under the same name. */
let last = { host: '', isHere: false };

/** Refuses requests under another name. */
export const onlyThisMachine = createMiddleware(async (c, next) => {
  if (!asksThisMachine(c))
    throw new ProblemError('host-not-allowed', {
      detail: `The API key of this sandbox is known to everybody or short enough to guess, so it answers as localhost alone. ${wayOut}.`,
    });
  await next();
});

/** Names below `localhost` lead to the machine itself (RFC 6761 §6.3). */
export function isThisMachine(host: string): boolean {
  const bare = host
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '')
    .toLowerCase();
  if (ipaddr.isValid(bare)) return ipaddr.process(bare).range() === 'loopback';
  return bare === 'localhost' || bare.endsWith('.localhost');
}
