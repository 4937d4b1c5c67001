/**
 * CORS of the payee API. Any page may read its answers: there are no cookies, a session is a bearer token that the page
 * was given, and a page of a foreign origin must be able to read that it is not allowed. The refusal itself (403
 * origin-not-allowed) is made where the app is known. The partner API has no CORS at all: its key does not belong into a browser.
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
