/** Writes into the database, at start, what the environment says about the app. */
import { closeOtherApps, findAppByClientId, upsertApp } from '../db/apps.ts';
import type { App } from '../db/apps.ts';
import { findEndpointByUrl, insertEndpoint, switchedOn } from '../db/webhooks.ts';
import { findKey, setApiKey } from '../http/api-key.ts';
import { openAppWallet } from '../ledger/opening.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { replaceSecret, sealSecret } from '../webhooks/secrets.ts';
import type { ServerConfig } from './config.ts';

type Seed = Pick<
  ServerConfig,
  'appName' | 'appAddress' | 'clientId' | 'apiKey' | 'allowedOrigins' | 'help' | 'webhook'
>;

/**
 * Runs at every start. What the environment says wins over what is stored; what was made by the API stays.
 * The key is only hashed again when it changed. An app that the environment no longer names is closed.
 */
export async function seedApp(deps: Deps, seed: Seed): Promise<App> {
  return deps.db.transaction(async (tx) => {
    const known = await findAppByClientId(tx, seed.clientId);
    const now = deps.clock.now();
    const app = await upsertApp(tx, {
      id: known?.id ?? deps.newId(),
      created: now,
      name: seed.appName,
      client_id: seed.clientId,
      allowed_origins: [...seed.allowedOrigins],
      ...seed.help,
      address: seed.appAddress,
    });
    await closeOtherApps(tx, app.id, now);
    const key = await findKey(tx, app, seed.apiKey);
    if (!key?.from_environment) await setApiKey(tx, app, seed.apiKey, { id: deps.newId(), now });
    if (deps.config.sandbox) await openAppWallet(deps, tx, app);
    if (seed.webhook) await seedEndpoint(deps, tx, app, seed.webhook);
    return app;
  });
}

/**
 * A shortcut for partners with one webhook endpoint. It is made once, and gets the secret of the environment
 * whenever that has changed.
 */
async function seedEndpoint(
  deps: Deps,
  tx: Queryable,
  app: App,
  { url, secret }: NonNullable<Seed['webhook']>,
): Promise<void> {
  const known = await findEndpointByUrl(tx, app.id, url);
  const seeded = deps.vault.fingerprint('seeded webhook secret', secret);
  // The same secret as at the last start: what was rotated by the API since then stays.
  if (known?.seeded?.equals(seeded)) return;
  if (known) {
    await replaceSecret(deps, tx, known, secret, { ...switchedOn(known), seeded });
    return;
  }
  const endpoint = { id: deps.newId(), app_id: app.id };
  await insertEndpoint(tx, {
    ...endpoint,
    created: deps.clock.now(),
    url,
    events: [],
    description: null,
    secret_sealed: sealSecret(deps, endpoint, secret),
    seeded,
  });
}
