/** API keys of apps. Of a key only a salted hash is stored (`http/api-key.ts`). */
import type { ApiScope } from '../../contract/partner/api-keys.ts';
import type { Queryable, Row } from '../ports/database.ts';
import { forgetKnown } from './known.ts';

export interface ApiKeyRow extends Row {
  id: string;
  app_id: string;
  created: Date;
  /** Random bytes for each key, so that equal keys of two apps have different hashes. */
  salt: Buffer;
  key_hash: Buffer;
  name: string;
  scopes: ApiScope[];
  last4: string;
  last_used: Date | null;
  revoked: Date | null;
  /** The key of `DOTS_API_KEY`, of which an app has one. */
  from_environment: boolean;
}

const columns =
  'id, app_id, created, salt, key_hash, name, scopes, last4, last_used, revoked, from_environment';

/** Returns all keys of the app, revoked ones too, newest first. */
export function apiKeysOf(db: Queryable, appId: string): Promise<ApiKeyRow[]> {
  return db.query<ApiKeyRow>(`select ${columns} from api_keys where app_id = $1 order by created desc, id`, [
    appId,
  ]);
}

export async function insertApiKey(
  tx: Queryable,
  key: Omit<ApiKeyRow, 'last_used' | 'revoked'>,
): Promise<ApiKeyRow> {
  const [row] = await tx.query<ApiKeyRow>(
    `insert into api_keys (id, app_id, created, salt, key_hash, name, scopes, last4, from_environment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning ${columns}`,
    [
      key.id,
      key.app_id,
      key.created,
      key.salt,
      key.key_hash,
      key.name,
      key.scopes,
      key.last4,
      key.from_environment,
    ],
  );
  return row as ApiKeyRow;
}

/** The rest of the app's keys stay. */
export async function deleteEnvironmentKey(tx: Queryable, appId: string): Promise<void> {
  await tx.query('delete from api_keys where app_id = $1 and from_environment', [appId]);
  forgetKnown(tx);
}

/** Returns null when the app has no such key. A key that was revoked before stays as it is. */
export async function revokeApiKey(
  tx: Queryable,
  appId: string,
  id: string,
  now: Date,
): Promise<ApiKeyRow | null> {
  const [row] = await tx.query<ApiKeyRow>(
    `update api_keys set revoked = coalesce(revoked, $3) where app_id = $1 and id = $2 and not from_environment
     returning ${columns}`,
    [appId, id, now],
  );
  forgetKnown(tx);
  return row ?? null;
}

/**
 * Notes that the key was used. It is exact to the minute, so that a busy partner is not a write per request.
 * Other requests have the same row in hand, and note nothing more.
 */
export async function noteApiKeyUse(
  db: Queryable,
  key: Pick<ApiKeyRow, 'id' | 'last_used'>,
  now: Date,
): Promise<void> {
  if (key.last_used && now.getTime() - key.last_used.getTime() < 60_000) return;
  key.last_used = now;
  await db.query('update api_keys set last_used = greatest(last_used, $2) where id = $1', [key.id, now]);
}
