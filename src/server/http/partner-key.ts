/** HTTP Basic (RFC 7617) with `client_id:api_key`: whose key a request has. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Context } from 'hono';
import type { ApiKeyRow } from '../db/api-keys.ts';
import { findAppByClientId } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { createKnown } from '../db/known.ts';
import type { Database } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { findKey } from './api-key.ts';

interface Asking {
  /** Whom the client id names, also where the key is wrong. */
  readonly app: App | null;
  readonly key: ApiKeyRow | null;
}

const asked = new WeakMap<Context, Promise<Asking>>();

/**
 * Looks once for each request. An unknown client id and a wrong key take the same queries and the same
 * hashing, so the time tells a stranger nothing about which client ids exist.
 */
export function askingPartner(c: Context, deps: Pick<Deps, 'db'>): Promise<Asking> {
  const asking = asked.get(c) ?? findAsking(c.req.header('authorization'), deps);
  asked.set(c, asking);
  return asking;
}

interface Partner {
  readonly app: App;
  readonly key: ApiKeyRow;
}

/** Whose key was right a moment ago (`db/known.ts`). Each database has its own apps. */
const knownIn = new WeakMap<Database, ReturnType<typeof createKnown<Partner>>>();
/** What is kept names no key, and its names are good for nothing in another process. */
const nameKey = randomBytes(32);

async function findAsking(header: string | undefined, { db }: Pick<Deps, 'db'>): Promise<Asking> {
  const given = readCredentials(header);
  const known = knownIn.get(db) ?? createKnown<Partner>();
  knownIn.set(db, known);
  let refused: App | null = null;
  const name = createHmac('sha256', nameKey)
    .update(header ?? '')
    .digest('base64url');
  const partner = await known(name, async () => {
    const app = await findAppByClientId(db, given?.clientId ?? '');
    const key = await findKey(db, app, given?.apiKey ?? '');
    refused = app;
    return app && key && { app, key };
  });
  return partner ?? { app: refused, key: null };
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
