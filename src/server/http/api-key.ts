/**
 * API keys are stored as salted SHA-256. A slow password hash (scrypt, argon2) protects secrets that people
 * choose. A key here has at least 128 random bits, which nobody can try out, and a slow hash on every request
 * would only make the server easy to exhaust. The comparison takes constant time.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { apiKeysOf, deleteApiKeysOf, insertApiKey } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import type { Queryable } from '../ports/database.ts';

const saltBytes = 16;

/** An unknown client id is compared with this, so that it takes as long as a known one. */
const nobody = { salt: randomBytes(saltBytes), key_hash: randomBytes(32) };

function hash(salt: Uint8Array, key: string): Buffer {
  return createHash('sha256').update(salt).update(key, 'utf8').digest();
}

/** Returns whether `key` is one of the app's keys. Pass null for an unknown app. */
export async function isKeyOf(db: Queryable, app: App | null, key: string): Promise<boolean> {
  // The same query runs for an unknown app, so that the time of the query does not give it away either.
  const stored = await apiKeysOf(db, app?.id ?? '00000000-0000-0000-0000-000000000000');
  let matches = false;
  for (const row of stored.length > 0 ? stored : [nobody]) {
    if (timingSafeEqual(hash(row.salt, key), row.key_hash)) matches = app !== null;
  }
  return matches;
}

/** Makes `key` the app's only key. */
export async function setApiKey(
  tx: Queryable,
  app: App,
  key: string,
  at: { readonly id: string; readonly now: Date },
): Promise<void> {
  const salt = randomBytes(saltBytes);
  await deleteApiKeysOf(tx, app.id);
  await insertApiKey(tx, { id: at.id, appId: app.id, created: at.now, salt, hash: hash(salt, key) });
}
