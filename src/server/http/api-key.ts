/**
 * API keys are stored as salted SHA-256. A slow password hash (scrypt, argon2) protects secrets that people
 * choose. A key here has at least 128 random bits, which nobody can try out, and a slow hash on every request
 * would only make the server easy to exhaust. The comparison takes constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { ApiScope } from '../../contract/partner/api-keys.ts';
import { apiKeysOf, deleteEnvironmentKey, insertApiKey } from '../db/api-keys.ts';
import type { ApiKeyRow } from '../db/api-keys.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';

const saltBytes = 16;

/** An unknown client id is compared with this, so that it takes as long as a known one. */
const nobody = { salt: randomBytes(saltBytes), key_hash: randomBytes(32), revoked: null };

function hash(salt: Uint8Array, key: string): Buffer {
  return createHash('sha256').update(salt).update(key, 'utf8').digest();
}

/**
 * Returns which of the app's keys `key` is; null when it is none, or was revoked. Pass null for an unknown
 * app.
 */
export async function findKey(db: Queryable, app: App | null, key: string): Promise<ApiKeyRow | null> {
  // The same query runs for an unknown app, so that the time of the query does not give it away either.
  const stored = await apiKeysOf(db, app?.id ?? '00000000-0000-0000-0000-000000000000');
  const found: ApiKeyRow[] = [];
  for (const row of stored.length > 0 ? stored : [nobody])
    if (timingSafeEqual(hash(row.salt, key), row.key_hash) && row.revoked === null && 'id' in row)
      found.push(row);
  // The operator may have taken a key of the API for that of the environment.
  return found.find((row) => row.from_environment) ?? found[0] ?? null;
}

/** Makes `key` the app's key of the environment. Keys that were made by the API stay. */
export async function setApiKey(
  tx: Queryable,
  app: App,
  key: string,
  at: { readonly id: string; readonly now: Date },
): Promise<void> {
  await deleteEnvironmentKey(tx, app.id);
  await storeKey(tx, app, key, { ...at, name: 'DOTS_API_KEY', scopes: ['all'], from_environment: true });
}

/** Makes another key of the app, and returns it with its row: it can be read only now. */
export async function createApiKey(
  tx: Queryable,
  app: App,
  {
    sandbox,
    ...more
  }: Pick<ApiKeyRow, 'id' | 'name' | 'scopes'> & { readonly now: Date; readonly sandbox: boolean },
): Promise<{ key: string; row: ApiKeyRow }> {
  const key = `sk_${sandbox ? 'sandbox' : 'live'}_${randomBytes(32).toString('base64url')}`;
  return { key, row: await storeKey(tx, app, key, { ...more, from_environment: false }) };
}

function storeKey(
  tx: Queryable,
  app: App,
  key: string,
  {
    now,
    ...more
  }: Pick<ApiKeyRow, 'id' | 'name' | 'from_environment'> & {
    readonly now: Date;
    readonly scopes: ApiScope[];
  },
): Promise<ApiKeyRow> {
  const salt = randomBytes(saltBytes);
  return insertApiKey(tx, {
    ...more,
    app_id: app.id,
    created: now,
    salt,
    key_hash: hash(salt, key),
    last4: key.slice(-4),
  });
}
