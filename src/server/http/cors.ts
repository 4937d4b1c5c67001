/**
 * CORS of the payee API. Any page may read its answers. No cookie goes with a call from another origin: a
 * session is a bearer token that the page was given. A page of a foreign origin must be able to read that it
 * is not allowed; the refusal itself (403 origin-not-allowed) is made where the app is known. The partner API
 * has no CORS at all, because its key does not belong in a browser.
 */
import { cors } from 'hono/cors';

export const payeeCors = () =>
  cors({
    origin: '*',
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ['accept-language', 'authorization', 'content-type', 'idempotency-key', 'upload-offset'],
    exposeHeaders: ['retry-after', 'upload-offset', 'x-request-id', 'idempotent-replayed'],
    // Chromium caps it at two hours.
    maxAge: 7200,
  });
