/** Calls that change webhook endpoints, find deliveries, and send messages once more. */
import * as z from '../z.ts';
import { timestamp } from '../flow.ts';
import { dateOrMoment } from '../forms/date-or-moment.ts';
import { createWebhookEndpointInput, webhookEndpoint } from './users.ts';
import { webhookEventNames } from './webhooks.ts';

const event = z.enum(webhookEventNames, 'invalid-choice');

/** Body of `PATCH /webhook-endpoints/{id}`. What is absent stays as it is. */
export const updateWebhookEndpointInput = z.strictObject({
  url: z.optional(createWebhookEndpointInput.shape.url),
  /** Which events to send from now on. Empty: all. What waits to be sent is sent all the same. */
  events: createWebhookEndpointInput.shape.events,
  /** What it is for, in your words: at most 500 characters. */
  description: createWebhookEndpointInput.shape.description,
  /** `false` stops sending, `true` begins again; what waits is kept meanwhile. */
  enabled: z.optional(z.boolean('invalid-boolean')),
});
export type UpdateWebhookEndpointInput = z.infer<typeof updateWebhookEndpointInput>;

/** Filters of `GET /webhook-endpoints/{id}/deliveries`. */
export const deliveryQuery = z.object({
  status: z.optional(z.enum(['pending', 'delivered', 'failed'], 'invalid-choice')),
  event: z.optional(event),
  /** Made at this moment or later. */
  since: z.optional(dateOrMoment),
  /** Made before this moment. */
  until: z.optional(dateOrMoment),
});

/** Body of `POST /webhook-endpoints/{id}/replay`. */
export const replayInput = z.strictObject({
  /** Messages of this moment or later. They are kept for 90 days. */
  since: dateOrMoment,
  /** Messages before this moment. */
  until: z.optional(z.nullable(dateOrMoment)),
  /** Which events; those that the endpoint wants when it is absent. */
  events: z.optional(z.nullable(z.array(event))),
  /** `true` sends what arrived as well. */
  delivered: z.optional(z.nullable(z.boolean('invalid-boolean'))),
});

/** What a replay sends. */
export const replayed = z.object({
  /** How many messages are sent: the oldest 10,000 at most. */
  messages: z.int(),
  /** Where there are more: the `since` of the call that sends them. */
  continues_at: z.nullable(timestamp),
});

/** Answer of `POST /webhook-endpoints/{id}/recover`. */
export const recovered = z.object({ endpoint: webhookEndpoint, ...replayed.shape });

/** Body of `POST /webhook-endpoints/{id}/test`. */
export const testWebhookInput = z.strictObject({
  /** In a sandbox any event, of which a sample is sent. `webhook_endpoint.test` when it is absent. */
  event: z.optional(z.nullable(event)),
});

/** Query of `GET /sandbox/webhooks`. */
export const listenQuery = z.object({
  /** Messages of this moment or later; from now on when it is absent. */
  since: z.optional(dateOrMoment),
});

/** Body of `POST /sandbox/webhooks`. */
export const triggerWebhookInput = z.strictObject({ event });

/** Answer of `POST /sandbox/webhooks`. */
export const triggeredWebhook = z.object({
  /** The `webhook-id` of the message. */
  id: z.string(),
  event: z.string(),
  /** To how many endpoints it is sent. */
  endpoints: z.int(),
});
