/** Headers of every answer. Pages set their own policy. An API answer is never a page. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppConfig } from '../ports/deps.ts';

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** RFC 6797. Two years, as hstspreload.org asks; the operator's other hosts are theirs to decide on. */
const https = 'max-age=63072000';

/**
 * Sets a header of an answer that is there. Hono's own `header` makes another answer of it each time. Only
 * what an embedding program passes on from elsewhere has headers that cannot be changed, and needs that.
 */
export function setHeader(c: Context, name: string, value: string): void {
  try {
    c.res.headers.set(name, value);
  } catch {
    c.header(name, value);
  }
}

export const securityHeaders = ({ sandbox }: Pick<AppConfig, 'sandbox'>) =>
  createMiddleware(async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) setHeader(c, name, value);
    };
    if (!sandbox) set('strict-transport-security', https);
    set('x-content-type-options', 'nosniff');
    set('referrer-policy', 'no-referrer');
    set('content-security-policy', apiPolicy);
  });
