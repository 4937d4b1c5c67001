/** Lets a request in with the app's key. Every failure looks the same and takes the same time. */
import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { App } from '../db/apps.ts';
import type { Deps } from '../ports/deps.ts';
import { noteApiKeyUse } from '../db/api-keys.ts';
import { forOwner } from '../db/shares.ts';
import type { ApiScope } from '../../contract/partner/api-keys.ts';
import { origin } from '../http/client.ts';
import { askingPartner } from '../http/partner-key.ts';
import { writeAccess } from './accesses.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import { assertQuery } from './queries.ts';

/** What the handlers of the partner API find in `c.get('partner')`: the app whose key was right. */
export interface PartnerEnv {
  Variables: { partner: App; apiKeyId: string; scopes?: readonly ApiScope[]; about?: string[] };
}

/** Returns the middleware that lets a request in with the app's key, and answers `unauthorized` otherwise. */
export function authenticatePartner(
  deps: Pick<Deps, 'db' | 'config' | 'clock' | 'newId'>,
  areas: Area | readonly Area[],
  rule: Rule = 'usual',
) {
  const needed = [areas].flat();
  return createMiddleware<PartnerEnv>(async (c, next) => {
    refusePages(c, deps);
    const { app, key } = await askingPartner(c, deps);
    // For the log, also where the key is wrong or may not do this.
    if (app) c.set('partner', app);
    if (key) {
      c.set('apiKeyId', key.id);
      c.set('scopes', key.scopes);
    }
    if (!app || !key)
      throw new ProblemError('unauthorized', {
        headers: {
          'www-authenticate': `${promptsFor(c) ? 'Basic' : 'xBasic'} realm="Flows API", charset="UTF-8"`,
        },
      });
    if (!needed.every((area) => mayDo(key.scopes, area, isRead(c) ? rule : 'change')))
      throw new ProblemError('insufficient-scope', { detail: needs(needed) });
    assertOwnApp(c, app);
    assertQuery(c);
    // What a partner reads is about people.
    c.header('cache-control', 'no-store');
    await noteApiKeyUse(deps.db, key, deps.clock.now());
    await forOwner(app.id, next);
    await writeAccess(c, deps);
  });
}

/** What a call is about. `settings`: keys, webhook endpoints, and the sandbox's own calls. */
export type Area = Exclude<ApiScope, 'read' | 'all'> | 'settings';
/**
 * `secret`: the answer has a whole tax number, keys, or the id of a flow, with which whoever reads it may act
 * for the payee. `read` is not enough.
 */
export type Rule = 'usual' | 'secret';

const mayDo = (scopes: readonly ApiScope[], area: Area, rule: Rule | 'change'): boolean =>
  scopes.some((scope) => scope === 'all' || scope === area || (scope === 'read' && rule === 'usual'));

/** Whether the key of this request, which was let in, may see and move money as well. */
export const mayMoveMoney = (c: Context<PartnerEnv>): boolean =>
  mayDo(c.get('scopes') ?? [], 'money', 'change');

function needs(areas: readonly Area[]): string {
  const scopes = areas.map((area) => (area === 'settings' ? 'all' : area));
  const names = new Intl.ListFormat('en-GB').format(scopes);
  return `This call needs an API key with the scope${scopes.length > 1 ? 's' : ''} ${names}.`;
}

const isRead = (c: Context): boolean => c.req.method === 'GET' || c.req.method === 'HEAD';

/**
 * Refuses a request for another app. The vendor has keys of an organisation, which name the app that they act
 * for. A key here is one app's, and would do for this app what was meant for the other one.
 */
function assertOwnApp(c: Context, app: App): void {
  const meant = c.req.header('api-app-id');
  if (meant !== undefined && meant.toLowerCase() !== app.id)
    throw new ProblemError('insufficient-scope', {
      detail: 'This API key is not one of the app that Api-App-Id names.',
    });
}

/**
 * Refuses requests that a page of another origin had the browser make. A browser that was given the key once,
 * in the address bar, adds it to those as well. Older browsers send no Sec-Fetch-Site, but an Origin with
 * whatever changes something (Fetch Metadata; RFC 6454 §7).
 */
function refusePages(c: Context, { config }: Pick<Deps, 'config'>): void {
  const from = origin(c);
  const site = c.req.header('sec-fetch-site') ?? 'none';
  const isOwn = from === null || from === new URL(config.publicUrl).origin;
  if (site === 'same-origin' || (isOwn && site === 'none')) return;
  throw new ProblemError('origin-not-allowed', {
    detail: 'The partner API takes no calls from web pages: the API key belongs on your server.',
  });
}

/**
 * Returns whether a browser may ask its user for the key. RFC 9110 §11.6.1 wants a challenge in every answer,
 * but browsers know no scheme `xBasic`, and so they ask nothing.
 */
function promptsFor(c: Context): boolean {
  return c.req.method === 'GET' || c.req.header('sec-fetch-site') === undefined;
}
