/** `/webhook-endpoints`: where messages go. What became of them is in `webhook-deliveries.ts`. */
import { Hono } from 'hono';
import { createWebhookEndpointInput } from '../../contract/partner/users.ts';
import { updateWebhookEndpointInput } from '../../contract/partner/webhook-calls.ts';
import type { UpdateWebhookEndpointInput } from '../../contract/partner/webhook-calls.ts';
import type { FieldCode } from '../../contract/problems.ts';
import { listEndpoints } from '../db/lists.ts';
import { insertEndpoint, lockEndpoint, missingSince, removeEndpoint } from '../db/webhooks.ts';
import { switchedOn, updateEndpoint } from '../db/webhooks.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import type { Queryable } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { endPreviousSecrets, hasOlderSecret, replaceSecret, sealSecret } from '../webhooks/secrets.ts';
import { newSecret } from '../webhooks/sign.ts';
import { urlProblem, usualReach } from '../webhooks/url-safety.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam, pageAnswer, readFields, readPage } from './requests.ts';
import { endpointObject, ownEndpoint } from './webhook-objects.ts';

/** Each of three secrets in one day would have been promised a day. */
const twice =
  'This secret was replaced twice in the last 24 hours, and both that it replaced still sign. Change your receiver to the last one, end the others with DELETE /webhook-endpoints/{id}/previous-secret, and rotate again.';

export function webhookEndpointRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings', 'secret');

  return new Hono<PartnerEnv>()
    .post('/webhook-endpoints', partner, async (c) => {
      const input = await readFields(c, createWebhookEndpointInput);
      assertReachable(deps, input.url);
      const endpoint = { id: deps.newId(), app_id: c.get('partner').id };
      return idempotent(c, deps, endpoint.app_id, async (tx) => {
        const secret = newSecret();
        const row = await insertEndpoint(tx, {
          ...endpoint,
          created: deps.clock.now(),
          url: input.url,
          // An empty list means all events.
          events: [...new Set(input.events ?? [])],
          description: input.description ?? null,
          secret_sealed: sealSecret(deps, endpoint, secret),
          seeded: null,
        });
        // The secret is sent only here and when it is rotated.
        return { status: 201, body: { ...endpointObject(deps, row), secret } };
      });
    })
    .get('/webhook-endpoints', partner, async (c) =>
      c.json(
        pageAnswer(await listEndpoints(deps.db, c.get('partner').id, readPage(c)), (row) =>
          endpointObject(deps, row),
        ),
      ),
    )
    .get('/webhook-endpoints/:id', partner, async (c) =>
      c.json(endpointObject(deps, await ownEndpoint(deps, c))),
    )
    .patch('/webhook-endpoints/:id', partner, async (c) => {
      const { id, app_id } = await ownEndpoint(deps, c);
      const input = await readFields(c, updateWebhookEndpointInput);
      if (input.url !== undefined) assertReachable(deps, input.url);
      const row = await deps.db.transaction(async (tx) => {
        const patch = patchOf(deps, await locked(tx, app_id, id), input);
        if (input.enabled) deps.jobs.deliveriesMade(tx);
        return Object.keys(patch).length > 0 ? updateEndpoint(tx, id, patch) : locked(tx, app_id, id);
      });
      return c.json(endpointObject(deps, row));
    })
    .delete('/webhook-endpoints/:id', partner, async (c) => {
      if (!(await removeEndpoint(deps.db, c.get('partner').id, idParam(c), deps.clock.now())))
        throw new ProblemError('no-such-resource');
      return c.body(null, 204);
    })
    .post('/webhook-endpoints/:id/rotate-secret', partner, async (c) => {
      const { id, app_id } = await ownEndpoint(deps, c);
      return idempotent(c, deps, app_id, async (tx) => {
        const secret = newSecret();
        const endpoint = await locked(tx, app_id, id);
        if (hasOlderSecret(deps, endpoint)) throw new ProblemError('conflicting-state', { detail: twice });
        const row = await replaceSecret(deps, tx, endpoint, secret);
        return { status: 200, body: { ...endpointObject(deps, row), secret } };
      });
    })
    .delete('/webhook-endpoints/:id/previous-secret', partner, async (c) => {
      await endPreviousSecrets(deps.db, (await ownEndpoint(deps, c)).id);
      return c.body(null, 204);
    });
}

async function locked(tx: Queryable, appId: string, id: string): Promise<EndpointRow> {
  const endpoint = await lockEndpoint(tx, appId, id);
  if (!endpoint) throw new ProblemError('no-such-resource');
  return endpoint;
}

/** Returns what changes. At another address another receiver begins, which has not failed yet. */
function patchOf(
  { clock }: Deps,
  endpoint: EndpointRow,
  { url, events, description, enabled }: UpdateWebhookEndpointInput,
): Partial<EndpointRow> {
  const moves = url !== undefined && url !== endpoint.url;
  // At its start the server would find no endpoint with that address, and make another one.
  if (moves && endpoint.seeded)
    throw fieldError('url', 'invalid-url', {
      detail: 'This is the endpoint of WEBHOOK_URL. Its address is changed there.',
    });
  return {
    ...(moves ? { url, ...startsAnew(endpoint) } : {}),
    ...(events ? { events: [...new Set(events)] } : {}),
    ...(description === undefined ? {} : { description }),
    ...(enabled === true && !endpoint.enabled ? switchedOn(endpoint) : {}),
    ...(enabled === false && endpoint.enabled
      ? {
          enabled,
          disabled_at: clock.now(),
          disabled_reason: 'requested' as const,
          disables_at: null,
        }
      : {}),
  };
}

/** At another address it does not fail yet. What it has missed at the one before is still to be sent. */
const startsAnew = (endpoint: EndpointRow) => ({
  ...{ failing_since: null, disables_at: null },
  missed_since: missingSince(endpoint),
});

/** Checks the URL by its name. The address that it resolves to is checked at every attempt. */
function assertReachable(deps: Deps, url: string): void {
  const problem = urlProblem(url, deps.config.webhookReach ?? usualReach(deps.config.sandbox));
  if (problem) throw fieldError('url', problem, wayOut(deps, problem));
}

/** Whoever tries webhooks on a network of their own is told how. */
const wayOut = ({ config }: Deps, problem: FieldCode): { detail?: string } =>
  config.sandbox && problem === 'insecure-url'
    ? {
        detail:
          'This address is in a private network. Start the sandbox with DOTS_PRIVATE_WEBHOOKS=true to send webhooks there.',
      }
    : {};
