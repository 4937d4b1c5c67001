/** `/api-keys`: the keys with which this API is called. A key is answered once, where it is made. */
import { Hono } from 'hono';
import { createApiKeyInput } from '../../contract/partner/api-keys.ts';
import type { apiKeyObject } from '../../contract/partner/api-keys.ts';
import type * as z from '../../contract/z.ts';
import { apiKeysOf, revokeApiKey } from '../db/api-keys.ts';
import type { ApiKeyRow } from '../db/api-keys.ts';
import { idempotent } from '../http/idempotent.ts';
import { createApiKey } from '../http/api-key.ts';
import { ProblemError } from '../../contract/input/problem-error.ts';
import type { Deps } from '../ports/deps.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam, readFields } from './requests.ts';

export function apiKeyRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings', 'secret');
  return new Hono<PartnerEnv>()
    .post('/api-keys', partner, async (c) => {
      const { name, scopes } = await readFields(c, createApiKeyInput);
      const app = c.get('partner');
      return idempotent(c, deps, app.id, async (tx) => {
        const { key, row } = await createApiKey(tx, app, {
          id: deps.newId(),
          now: deps.clock.now(),
          name,
          scopes: [...new Set(scopes)],
          sandbox: deps.config.sandbox,
        });
        return { status: 201, body: { ...keyObject(row), key } };
      });
    })
    .get('/api-keys', partner, async (c) =>
      c.json({ data: (await apiKeysOf(deps.db, c.get('partner').id)).map(keyObject), has_more: false }),
    )
    .delete('/api-keys/:id', partner, async (c) => {
      const app = c.get('partner');
      const id = idParam(c);
      const revoked = await revokeApiKey(deps.db, app.id, id, deps.clock.now());
      if (revoked) return c.json(keyObject(revoked));
      const known = (await apiKeysOf(deps.db, app.id)).some((row) => row.id === id);
      throw known
        ? new ProblemError('invalid-input', {
            detail:
              'This is the key of DOTS_API_KEY. Change it in the environment, and start the server again.',
            errors: [],
          })
        : new ProblemError('no-such-resource');
    });
}

const keyObject = (row: ApiKeyRow): z.infer<typeof apiKeyObject> => ({
  id: row.id,
  created: row.created.toISOString(),
  name: row.name,
  scopes: row.scopes,
  last4: row.last4,
  last_used: row.last_used?.toISOString() ?? null,
  revoked: row.revoked?.toISOString() ?? null,
  from_environment: row.from_environment,
});
