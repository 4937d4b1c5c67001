/** How the mock is put where the network would be: as `fetch`, for a whole page, or for Playwright. */
import { eventOf } from './event-stream.ts';
import type { Arrived } from './routes.ts';

type Answer = (arrived: Arrived, signal: AbortSignal) => Promise<Response>;

/** Returns what a URL asks for below `/v2`, or null when it is none of the API's. */
function placeOf(url: string): Pick<Arrived, 'path' | 'query'> | null {
  const { pathname, searchParams: query } = new URL(url, 'https://pay.example');
  const at = pathname.indexOf('/v2/');
  return at < 0 ? null : { path: pathname.slice(at + 3), query };
}

/** Returns a `fetch` that knows the mock alone. It rejects as a browser does without a network. */
export function createFetch(answer: Answer): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const place = placeOf(request.url);
    if (!place) throw new TypeError(`The mock of dots-flow/testing has no network: ${request.url}`);
    const bytes = new Uint8Array(await request.arrayBuffer());
    return answer({ method: request.method, ...place, headers: request.headers, bytes }, request.signal);
  };
}

/**
 * Replaces the page's `fetch` for everything below `baseUrl`. Returns the function that puts the real one
 * back.
 */
export function installInPage(mocked: typeof fetch, baseUrl: string): () => void {
  const real = globalThis.fetch;
  const base = new URL(`${baseUrl.replace(/\/+$/, '')}/v2/`, globalThis.location?.href).href;
  const replaced: typeof fetch = (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const isOurs = new URL(url, globalThis.location?.href).href.startsWith(base);
    return (isOurs ? mocked : real)(input, init);
  };
  globalThis.fetch = replaced;
  return () => {
    // Somebody may have put another one over it. That one is theirs.
    if (globalThis.fetch === replaced) globalThis.fetch = real;
  };
}

/** What is used of Playwright's `Route`, so that nothing of Playwright is imported. */
export interface PlaywrightRoute {
  request(): {
    url(): string;
    method(): string;
    headers(): Record<string, string>;
    postDataBuffer(): Uint8Array | null;
  };
  fulfill(answer: { status: number; headers: Record<string, string>; body: string }): Promise<void>;
  abort(errorCode?: string): Promise<void>;
}

/**
 * Returns a handler for `page.route('**\/v2/**', handler)`. A route cannot stream: the event stream has one
 * snapshot, and the element connects again a second later.
 */
export function createRouteHandler(answer: Answer) {
  return async (route: PlaywrightRoute): Promise<void> => {
    const request = route.request();
    const headers = new Headers(request.headers());
    const place = placeOf(request.url());
    if (!place) return route.abort('addressunreachable');
    if (request.method() === 'OPTIONS') return route.fulfill({ status: 204, headers: preflight, body: '' });
    const bytes = request.postDataBuffer() ?? new Uint8Array();
    const events = place.path === '/session/events';
    try {
      const path = events ? '/session' : place.path;
      const arrived = { method: request.method(), path, query: place.query, headers, bytes };
      const response = await answer(arrived, new AbortController().signal);
      const body = await response.text();
      await route.fulfill({
        status: response.status,
        headers: {
          ...Object.fromEntries(response.headers),
          ...(events && response.ok && { 'content-type': 'text/event-stream' }),
        },
        body: events && response.ok ? eventOf(JSON.parse(body)) : body,
      });
    } catch {
      await route.abort('connectionreset');
    }
  };
}

const preflight = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': '*',
  'access-control-allow-headers':
    'authorization, content-type, idempotency-key, accept-language, upload-offset',
};
