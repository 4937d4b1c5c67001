/** Webhook endpoints and what was delivered to them. Secrets are answered only where they are made. */
import {
  createWebhookEndpointInput,
  webhookDelivery,
  webhookEndpoint,
} from '../../../contract/partner/users.ts';
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
      'Returns the signing secret, once. Messages are signed by the Standard Webhooks scheme and carry both `webhook-*` and `svix-*` headers. Answer with a 2xx within 15 seconds; otherwise the message comes again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, with the same `webhook-id` and the same bytes.',
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
    security: 'basic',
    status: 200,
    answer: webhookEndpoint,
  },
  {
    id: 'deleteWebhookEndpoint',
    method: 'delete',
    path: '/webhook-endpoints/{id}',
    tag: 'Webhook endpoints',
    summary: 'Delete a webhook endpoint and its deliveries',
    security: 'basic',
    status: 204,
  },
  {
    id: 'rotateWebhookSecret',
    method: 'post',
    path: '/webhook-endpoints/{id}/rotate-secret',
    tag: 'Webhook endpoints',
    summary: 'Replace the signing secret',
    description: 'Returns the new secret, once. The old one stops signing at once.',
    security: 'basic',
    idempotent: true,
    status: 200,
    answer: webhookEndpoint,
  },
  {
    id: 'listDeliveries',
    method: 'get',
    path: '/webhook-endpoints/{id}/deliveries',
    tag: 'Webhook endpoints',
    summary: 'List what was sent, and what came of it',
    security: 'basic',
    query: ['page'],
    status: 200,
    answer: deliveryPage,
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
];
