/** What became of messages to a webhook endpoint, and how to send them once more. */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { momentOf } from '../../contract/forms/moments.ts';
import { deliveryQuery, replayInput, testWebhookInput } from '../../contract/partner/webhook-calls.ts';
import { readQuery } from './queries.ts';
import { ProblemError, fieldError } from '../../contract/input/problem-error.ts';
import { listDeliveries } from '../db/lists.ts';
import { findDelivery, resetDelivery } from '../db/deliveries.ts';
import type { DeliveryRow } from '../db/deliveries.ts';
import { replayMessages } from '../db/replays.ts';
import type { Replay } from '../db/replays.ts';
import { lockEndpoint, missingSince, recovered, updateEndpoint } from '../db/webhooks.ts';
import type { EndpointRow } from '../db/webhooks.ts';
import type { Transaction } from '../ports/database.ts';
import type { Deps } from '../ports/deps.ts';
import { readText } from '../http/body.ts';
import { idempotent } from '../http/idempotent.ts';
import { appendMessageTo } from '../webhooks/outbox.ts';
import { longestTryMs } from '../webhooks/retry-after.ts';
import { samplePayload } from '../webhooks/samples.ts';
import { authenticatePartner } from './authenticate.ts';
import type { PartnerEnv } from './authenticate.ts';
import { fieldsOf, idParam, pageAnswer, readFields, readObject, readPage } from './requests.ts';
import { deliveryObject, endpointObject, ownEndpoint } from './webhook-objects.ts';

/** So many messages are sent again by one call: what one transaction writes in a moment. */
const mostReplayed = 10_000;

export function webhookDeliveryRoutes(deps: Deps): Hono<PartnerEnv> {
  const partner = authenticatePartner(deps, 'settings', 'secret');
  const base = '/webhook-endpoints/:id';

  return new Hono<PartnerEnv>()
    .get(`${base}/deliveries`, partner, async (c) => {
      const endpoint = await ownEndpoint(deps, c);
      const { status, event, since, until } = readQuery(c, deliveryQuery);
      const filter = { status: status ?? null, event: event ?? null, since: date(since), until: date(until) };
      return c.json(
        pageAnswer(await listDeliveries(deps.db, endpoint.id, filter, readPage(c)), deliveryObject),
      );
    })
    .get(`${base}/deliveries/:delivery_id`, partner, async (c) => {
      const { id } = await ownEndpoint(deps, c);
      const delivery = await findDelivery(deps.db, id, idParam(c, 'delivery_id'));
      if (!delivery) throw new ProblemError('no-such-resource');
      return c.json(deliveryObject(delivery));
    })
    .post(`${base}/deliveries/:delivery_id/redeliver`, partner, async (c) => {
      const endpoint = await ownEndpoint(deps, c);
      const deliveryId = idParam(c, 'delivery_id');
      const delivery = await deps.db.transaction(async (tx) => {
        if (!(await findDelivery(tx, endpoint.id, deliveryId))) throw new ProblemError('no-such-resource');
        await resetDelivery(tx, deliveryId, deps.clock.now());
        deps.jobs.deliveriesMade(tx);
        return findDelivery(tx, endpoint.id, deliveryId);
      });
      return c.json(deliveryObject(delivery as DeliveryRow), 202);
    })
    .post(`${base}/replay`, partner, async (c) => {
      const { id, app_id } = await ownEndpoint(deps, c);
      const { since, until, events, delivered } = await readFields(c, replayInput);
      return idempotent(c, deps, app_id, async (tx) => {
        const endpoint = await locked(tx, app_id, id);
        const body = await replay(deps, tx, endpoint, {
          since: momentOf(since),
          until: date(until),
          events: events ?? endpoint.events,
          delivered: delivered ?? false,
        });
        return { status: 202, body };
      });
    })
    .post(`${base}/recover`, partner, async (c) => {
      const { id, app_id } = await ownEndpoint(deps, c);
      return idempotent(c, deps, app_id, async (tx) => {
        const before = await locked(tx, app_id, id);
        const sent = await replayMissed(deps, tx, before);
        const endpoint = await updateEndpoint(tx, id, recovered);
        return { status: 202, body: { endpoint: endpointObject(deps, endpoint), ...sent } };
      });
    })
    .post(`${base}/test`, partner, async (c) => {
      const endpoint = await ownEndpoint(deps, c);
      const event = (await readOptional(c, testWebhookInput)).event ?? 'webhook_endpoint.test';
      // A payout that never was must not be booked by anybody's receiver.
      if (!deps.config.sandbox && event !== 'webhook_endpoint.test')
        throw fieldError('event', 'invalid-choice', { detail: 'Samples of other events are for sandboxes.' });
      return idempotent(c, deps, endpoint.app_id, async (tx) => {
        const given = { newId: deps.newId, now: deps.clock.now(), endpointId: endpoint.id };
        const id = await appendMessageTo(tx, deps, endpoint, samplePayload(event, given));
        const delivery = await findDelivery(tx, endpoint.id, id);
        return { status: 202, body: deliveryObject(delivery as DeliveryRow) };
      });
    });
}

const date = (text: string | null | undefined): Date | null => (text ? momentOf(text) : null);

/** The body may be absent. */
async function readOptional(c: Context, schema: typeof testWebhookInput) {
  return fieldsOf(c, schema, (await readText(c)) === '' ? {} : await readObject(c));
}

/** Two replays at one time would both find messages without a delivery. */
async function locked(tx: Transaction, appId: string, id: string): Promise<EndpointRow> {
  const endpoint = await lockEndpoint(tx, appId, id);
  if (!endpoint) throw new ProblemError('no-such-resource');
  return endpoint;
}

async function replay(deps: Deps, tx: Transaction, endpoint: EndpointRow, wanted: Replay) {
  const { messages, continuesAt } = await replayMessages(
    tx,
    endpoint,
    wanted,
    deps.clock.now(),
    mostReplayed,
  );
  deps.jobs.deliveriesMade(tx);
  return { messages, continues_at: continuesAt?.toISOString() ?? null };
}

/**
 * Sends what the endpoint missed since it failed or was off, though it may be well again. What was tried when
 * it began to fail may be older than that, by as long as a message is tried. What was there before the
 * endpoint is not for it.
 */
function replayMissed(deps: Deps, tx: Transaction, endpoint: EndpointRow) {
  const { created, events } = endpoint;
  const began = missingSince(endpoint);
  if (!began) return Promise.resolve({ messages: 0, continues_at: null });
  const since = new Date(Math.max(began.getTime() - longestTryMs, created.getTime()));
  return replay(deps, tx, endpoint, { since, until: null, events, delivered: false });
}
