/** HTTP Basic (RFC 7617) with `client_id:api_key`: whose key a request has. */
import type { Context } from 'hono';
import type { ApiKeyRow } from '../db/api-keys.ts';
import { findAppByClientId } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import type { Deps } from '../ports/deps.ts';
import { findKey } from './api-key.ts';

interface Asking {
  /** Whom the client id names, also where the key is wrong. */
  readonly app: App | null;
  readonly key: ApiKeyRow | null;
}

const known = new WeakMap<Context, Promise<Asking>>();

/**
 * Looks once for each request. An unknown client id and a wrong key take the same queries and the same
 * hashing, so the time tells a stranger nothing about which client ids exist.
 */
export function askingPartner(c: Context, deps: Pick<Deps, 'db'>): Promise<Asking> {
  const asking = known.get(c) ?? findAsking(c.req.header('authorization'), deps);
  known.set(c, asking);
  return asking;
}

async function findAsking(header: string | undefined, { db }: Pick<Deps, 'db'>): Promise<Asking> {
  const given = readCredentials(header);
  const app = await findAppByClientId(db, given?.clientId ?? '');
  return { app, key: await findKey(db, app, given?.apiKey ?? '') };
}

/**
 * Returns null when the header is not Basic credentials. The key may contain colons; the client id may not,
 * and `readConfig` refuses one that does.
 */
function readCredentials(header: string | undefined): { clientId: string; apiKey: string } | null {
  const encoded = /^Basic +([A-Za-z0-9+/=_-]+) *$/i.exec(header ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  // PostgreSQL text cannot hold NUL, and no client id has one.
  return colon < 0 || text.includes('\0')
    ? null
    : { clientId: text.slice(0, colon), apiKey: text.slice(colon + 1) };
}
