/**
 * `/openapi.json` and `/docs`. Each is made when it is first requested, and kept: neither depends on the
 * request. They need no credentials, because they tell nothing about anybody's data.
 */
import { Hono } from 'hono';
import type { Deps } from '../ports/deps.ts';
import { openApiDocument } from './openapi.ts';
import type { JsonObject } from './json-schema.ts';
import { docsPage, docsPolicy } from './page.ts';

export function docsRoutes(deps: Pick<Deps, 'config'>): Hono {
  let document: JsonObject | undefined;
  const made = () => (document ??= openApiDocument(deps.config.publicUrl, deps.config));
  let page: string | undefined;

  return new Hono()
    .get('/openapi.json', (c) =>
      c.json(made(), 200, { 'access-control-allow-origin': '*', 'cache-control': 'no-cache' }),
    )
    .get('/docs', (c) =>
      c.html((page ??= docsPage(made(), deps.config.publicUrl, deps.config)), 200, {
        'content-security-policy': docsPolicy(deps.config),
        'cache-control': 'no-cache',
      }),
    );
}
