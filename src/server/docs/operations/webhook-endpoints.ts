/** Webhook endpoints and what was delivered to them. Secrets are answered only where they are made. */
import {
  createWebhookEndpointInput,
  webhookDelivery,
  webhookEndpoint,
} from '../../../contract/partner/users.ts';
import {
  recovered,
  replayInput,
  replayed,
  testWebhookInput,
  updateWebhookEndpointInput,
} from '../../../contract/partner/webhook-calls.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const endpointPage = pageOf(webhookEndpoint);
const deliveryPage = pageOf(webhookDelivery);

export const webhookEndpointOperations: readonly Operation[] = [
  {
    id: 'createWebhookEndpoint',
    method: 'post',
    path: '/webhook-endpoints',
    tag: 'Webhook endpoints',
    summary: 'Create a webhook endpoint',
    description:
      'Returns the signing secret, once. In a sandbox the URL may be on your own machine: `http://localhost:3000/webhooks`. Messages are signed by the Standard Webhooks scheme and carry both `webhook-*` and `svix-*` headers. Answer with a 2xx within 15 seconds; otherwise the message comes again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, with the same `webhook-id` and the same bytes. `Retry-After` makes a wait longer, up to ten hours. 410 disables the endpoint. One at which every attempt has failed for three days is announced to the app’s other endpoints (`webhook_endpoint.failing`), and disabled after five (`webhook_endpoint.disabled`); `POST …/recover` brings it back. With an `Idempotency-Key` the same request makes one endpoint, and answers the same secret.',
    security: 'basic',
    body: createWebhookEndpointInput,
    idempotent: true,
    status: 201,
    answer: webhookEndpoint,
  },
  {
    id: 'listWebhookEndpoints',
    method: 'get',
    path: '/webhook-endpoints',
    tag: 'Webhook endpoints',
    summary: 'List webhook endpoints',
    description:
      'Without their secrets. Look here when webhooks stay away: it says which endpoints are off, and which have been failing, and since when.',
    security: 'basic',
    query: ['page'],
    status: 200,
    answer: endpointPage,
  },
  {
    id: 'getWebhookEndpoint',
    method: 'get',
    path: '/webhook-endpoints/{id}',
    tag: 'Webhook endpoints',
    summary: 'Retrieve a webhook endpoint',
    description:
      'Which events it wants, whether it is on, and since when it has been failing. The secret is told when it is made; `POST /webhook-endpoints/{id}/rotate-secret` makes another.',
    security: 'basic',
    status: 200,
    answer: webhookEndpoint,
  },
  {
    id: 'updateWebhookEndpoint',
    method: 'patch',
    path: '/webhook-endpoints/{id}',
    tag: 'Webhook endpoints',
    summary: 'Change a webhook endpoint',
    description:
      'Changes what is named and nothing else; the secret stays. What waits to be sent goes to the new URL. With `"enabled": false` nothing is sent, and what waits is kept until `true`; what happens in between is sent by `POST …/recover` instead. The URL of the endpoint that `WEBHOOK_URL` made is changed in the environment.',
    security: 'basic',
    body: updateWebhookEndpointInput,
    status: 200,
    answer: webhookEndpoint,
  },
  {
    id: 'deleteWebhookEndpoint',
    method: 'delete',
    path: '/webhook-endpoints/{id}',
    tag: 'Webhook endpoints',
    summary: 'Delete a webhook endpoint and its deliveries',
    description:
      'Nothing is sent there from then on, and what it has not taken yet is lost for it. To stop it for a time only, set `enabled` to `false` with `PATCH /webhook-endpoints/{id}`: then what waits is kept.',
    security: 'basic',
    status: 204,
  },
  {
    id: 'rotateWebhookSecret',
    method: 'post',
    path: '/webhook-endpoints/{id}/rotate-secret',
    tag: 'Webhook endpoints',
    summary: 'Replace the signing secret',
    description:
      'Returns the new secret, once. For 24 hours the old one signs as well: `webhook-signature` has both signatures, and a receiver takes the one of the secret that it has. `DELETE …/previous-secret` ends the old one before. Rotating again, such as after a lost answer, leaves it its 24 hours; a third time within them is refused.',
    security: 'basic',
    idempotent: true,
    errors: ['conflicting-state'],
    status: 200,
    answer: webhookEndpoint,
  },
  {
    id: 'endPreviousWebhookSecret',
    method: 'delete',
    path: '/webhook-endpoints/{id}/previous-secret',
    tag: 'Webhook endpoints',
    summary: 'End the secrets before the last one',
    description: 'From now on only the last secret signs. Harmless where there is no other.',
    security: 'basic',
    status: 204,
  },
  {
    id: 'listDeliveries',
    method: 'get',
    path: '/webhook-endpoints/{id}/deliveries',
    tag: 'Webhook endpoints',
    summary: 'List what was sent, and what came of it',
    description:
      'One entry for each message to this endpoint, with what came of it. `status`, `event`, `since` and `until` find what did not arrive; `POST /webhook-endpoints/{id}/replay` sends it again.',
    security: 'basic',
    query: ['page', 'deliveries'],
    status: 200,
    answer: deliveryPage,
  },
  {
    id: 'getDelivery',
    method: 'get',
    path: '/webhook-endpoints/{id}/deliveries/{delivery_id}',
    tag: 'Webhook endpoints',
    summary: 'Retrieve a delivery',
    description:
      'Shows what was sent and how the receiver answered, for when a message does not do what you expect. `POST …/redeliver` sends the very same message once more.',
    security: 'basic',
    status: 200,
    answer: webhookDelivery,
  },
  {
    id: 'redeliver',
    method: 'post',
    path: '/webhook-endpoints/{id}/deliveries/{delivery_id}/redeliver',
    tag: 'Webhook endpoints',
    summary: 'Send a message once more',
    description: 'The same `webhook-id` and the same bytes, at once; the schedule of retries starts over.',
    security: 'basic',
    status: 202,
    answer: webhookDelivery,
  },
  {
    id: 'replayWebhooks',
    method: 'post',
    path: '/webhook-endpoints/{id}/replay',
    tag: 'Webhook endpoints',
    summary: 'Send what did not arrive since a time',
    description:
      'To this endpoint alone, the oldest first, with the same `webhook-id` and the same bytes: what did not arrive, also what was never sent to it because it was off or newer. `"delivered": true` sends everything, also what arrived. At most 10,000 messages; `continues_at` is the `since` of the next call.',
    security: 'basic',
    body: replayInput,
    idempotent: true,
    status: 202,
    answer: replayed,
  },
  {
    id: 'recoverWebhookEndpoint',
    method: 'post',
    path: '/webhook-endpoints/{id}/recover',
    tag: 'Webhook endpoints',
    summary: 'Enable an endpoint and send what it missed',
    description:
      'Enables it, forgets that it failed, and sends what did not arrive since it began to fail or was disabled.',
    security: 'basic',
    idempotent: true,
    status: 202,
    answer: recovered,
  },
  {
    id: 'testWebhookEndpoint',
    method: 'post',
    path: '/webhook-endpoints/{id}/test',
    tag: 'Webhook endpoints',
    summary: 'Send a test event',
    description:
      'Sends `webhook_endpoint.test` to this endpoint alone, whatever events it wants. A sandbox also sends a sample of any other `event`. The answer is the delivery; retrieve it to see what came of it. An endpoint that is off gets it when it is on.',
    security: 'basic',
    body: testWebhookInput,
    isBodyOptional: true,
    idempotent: true,
    status: 202,
    answer: webhookDelivery,
  },
];
