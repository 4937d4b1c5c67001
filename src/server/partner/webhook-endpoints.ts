/** `/webhook-endpoints`: where messages go, what became of them, and how to send them once more. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { createWebhookEndpointInput } from '../../contract/partner/users.ts';
import type { FieldCode } from '../../contract/problems.ts';
import { listDeliveries, listEndpoints } from '../db/lists.ts';
import { findDelivery, resetDelivery } from '../db/deliveries.ts';
import type { DeliveryRow } from '../db/deliveries.ts';
import { removeEndpoint, findEndpoint, insertEndpoint, setEndpointSecret } from '../db/webhooks.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import type { Deps } from '../ports/deps.ts';
import { idempotent } from '../http/idempotent.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { newSecret, secretPlace } from '../webhooks/sign.ts';
import { urlProblem, usualReach } from '../webhooks/url-safety.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { idParam, pageAnswer, readPage, readFields } from './requests.ts';

export function webhookEndpointRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings', 'secret');
  const ownEndpoint = async (c: Context<PartnerEnv>): Promise<EndpointRow> => {
    const endpoint = await findEndpoint(deps.db, c.get('partner').id, idParam(c));
    if (!endpoint) throw new ProblemError('no-such-resource');
    return endpoint;
  };

  return new Hono<PartnerEnv>()
    .post('/webhook-endpoints', partner, async (c) => {
      const input = await readFields(c, createWebhookEndpointInput);
      // This checks the URL by its name. The address that it resolves to is checked at every attempt.
      const problem = urlProblem(input.url, deps.config.webhookReach ?? usualReach(deps.config.sandbox));
      if (problem) throw fieldError('url', problem, wayOut(deps, problem));
      const id = deps.newId();
      const secret = newSecret();
      const row: EndpointRow = {
        id,
        app_id: c.get('partner').id,
        created: deps.clock.now(),
        url: input.url,
        // An empty list means all events.
        events: [...new Set(input.events ?? [])],
        secret_sealed: deps.vault.seal(secretPlace({ id, app_id: c.get('partner').id }), secret),
        seeded: null,
        enabled: true,
      };
      return idempotent(c, deps, row.app_id, async (tx) => {
        await insertEndpoint(tx, row);
        // The secret is sent only here and when it is rotated.
        return { status: 201, body: { ...endpointObject(row), secret } };
      });
    })
    .get('/webhook-endpoints', partner, async (c) =>
      c.json(pageAnswer(await listEndpoints(deps.db, c.get('partner').id, readPage(c)), endpointObject)),
    )
    .get('/webhook-endpoints/:id', partner, async (c) => c.json(endpointObject(await ownEndpoint(c))))
    .delete('/webhook-endpoints/:id', partner, async (c) => {
      if (!(await removeEndpoint(deps.db, c.get('partner').id, idParam(c), deps.clock.now())))
        throw new ProblemError('no-such-resource');
      return c.body(null, 204);
    })
    .post('/webhook-endpoints/:id/rotate-secret', partner, async (c) => {
      const endpoint = await ownEndpoint(c);
      return idempotent(c, deps, endpoint.app_id, async (tx) => {
        const secret = newSecret();
        await setEndpointSecret(tx, endpoint.id, deps.vault.seal(secretPlace(endpoint), secret));
        return { status: 200, body: { ...endpointObject(endpoint), secret } };
      });
    })
    .get('/webhook-endpoints/:id/deliveries', partner, async (c) => {
      const endpoint = await ownEndpoint(c);
      return c.json(pageAnswer(await listDeliveries(deps.db, endpoint.id, readPage(c)), deliveryObject));
    })
    .post('/webhook-endpoints/:id/deliveries/:delivery_id/redeliver', partner, async (c) => {
      const endpoint = await ownEndpoint(c);
      const deliveryId = idParam(c, 'delivery_id');
      const delivery = await deps.db.transaction(async (tx) => {
        if (!(await findDelivery(tx, endpoint.id, deliveryId))) throw new ProblemError('no-such-resource');
        await resetDelivery(tx, deliveryId, deps.clock.now());
        deps.jobs.deliveriesMade(tx);
        return findDelivery(tx, endpoint.id, deliveryId);
      });
      return c.json(deliveryObject(delivery as DeliveryRow), 202);
    });
}

/** Whoever tries webhooks on a network of their own is told how. */
const wayOut = ({ config }: Deps, problem: FieldCode): { detail?: string } =>
  config.sandbox && problem === 'insecure-url'
    ? {
        detail:
          'This address is in a private network. Start the sandbox with DOTS_PRIVATE_WEBHOOKS=true to send webhooks there.',
      }
    : {};

const endpointObject = (row: EndpointRow) => ({
  id: row.id,
  created: row.created.toISOString(),
  url: row.url,
  events: row.events,
  enabled: row.enabled,
});

const deliveryObject = (row: DeliveryRow) => ({
  id: row.id,
  message_id: row.message_id,
  event: row.event,
  created: row.created.toISOString(),
  status: row.status,
  attempts: row.attempts,
  last_status: row.last_status,
  last_error: row.last_error,
  next_attempt_at: row.next_attempt_at?.toISOString() ?? null,
  // The partner sees the body as data. What is sent is the text as it was stored.
  payload: JSON.parse(row.body) as unknown,
});
