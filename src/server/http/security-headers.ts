/** Headers of every answer. Pages set their own policy. An API answer is never a page. */
import { createMiddleware } from 'hono/factory';
import type { AppConfig } from '../ports/deps.ts';

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

/** RFC 6797. Two years, as hstspreload.org asks; the operator's other hosts are theirs to decide on. */
const https = 'max-age=63072000';

export const securityHeaders = ({ sandbox }: Pick<AppConfig, 'sandbox'>) =>
  createMiddleware(async (c, next) => {
    await next();
    const set = (name: string, value: string) => {
      if (!c.res.headers.has(name)) c.header(name, value);
    };
    if (!sandbox) set('strict-transport-security', https);
    set('x-content-type-options', 'nosniff');
    set('referrer-policy', 'no-referrer');
    set('content-security-policy', apiPolicy);
  });
