/** Headers of every answer. Pages set their own policy. An API answer is never a page. */
import { createMiddleware } from 'hono/factory';

const apiPolicy = "default-src 'none'; frame-ancestors 'none'";

export const securityHeaders = createMiddleware(async (c, next) => {
  await next();
  const set = (name: string, value: string) => {
    if (!c.res.headers.has(name)) c.header(name, value);
  };
  set('x-content-type-options', 'nosniff');
  set('referrer-policy', 'no-referrer');
  set('content-security-policy', apiPolicy);
});
