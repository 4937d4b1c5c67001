/**
 * The hosted page behind a flow's `link`: our own element on our own page, under the strictest policy that it
 * can run with.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { uuid } from '../../contract/flow.ts';
import { findApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { findFlow } from '../db/flows.ts';
import { wordsOfPage } from '../language/words.ts';
import type { Deps } from '../ports/deps.ts';
import { bankLinkPages } from './bank-link.ts';
import { flowPage, missingPage } from './page.ts';
import { script } from './script.ts';
import { icon, stylesheet } from './stylesheet.ts';

/** Allows exactly what the element needs. The README quotes the same policy for partners' pages. */
const hostedPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  "img-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
].join('; ');

/**
 * Adds the page, its assets and the pages of bank links. An expired or finished flow has its page as well:
 * the element says in the payee's words what became of it.
 */
export function hostedRoutes(deps: Deps): Hono {
  const routes = new Hono();
  routes.get('/flow/:id', async (c) => {
    const id = c.req.param('id');
    const app = await appOfFlow(deps, id);
    const words = await wordsOfPage(c);
    return app
      ? page(c, await flowPage(words, { flowId: id, appName: app.name, sandbox: deps.config.sandbox }), 200)
      : page(c, await missingPage(words), 404);
  });
  bankLinkPages(routes, deps, page);
  routes.get('/hosted.css', (c) => c.body(stylesheet, 200, asset('text/css; charset=utf-8')));
  routes.get('/hosted.js', (c) => c.body(script, 200, asset('text/javascript; charset=utf-8')));
  routes.get('/hosted.svg', (c) => c.body(icon, 200, asset('image/svg+xml')));
  return routes;
}

/** Five minutes: the names have no hash, so a new version has to be noticed soon. */
const asset = (type: string) => ({
  'content-type': type,
  'cache-control': 'public, max-age=300',
  'x-content-type-options': 'nosniff',
});

/** Returns the app whose flow this is. The page needs its name and nothing else of the flow. */
async function appOfFlow(deps: Deps, flowId: string): Promise<App | null> {
  if (!uuid.safeParse(flowId).success) return null;
  const flow = await findFlow(deps.db, flowId);
  return flow && findApp(deps.db, flow.app_id);
}

/**
 * Answers with a page. `formAction` is `self` for a page of ours that has a form; the flow's page has none,
 * so nothing on it can be sent anywhere by a form.
 */
function page(c: Context, html: string, status: 200 | 404, formAction: 'none' | 'self' = 'none'): Response {
  return c.body(html, status, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': hostedPolicy.replace("form-action 'none'", `form-action '${formAction}'`),
    // Until a code is requested, this address alone gives the right to work on the flow. It must not travel
    // as a referrer.
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    // A link that somebody published by mistake must not be found by searching.
    'x-robots-tag': 'noindex',
  });
}
