/** The keys with which the API is called. */
import { apiKeyObject, createApiKeyInput } from '../../../contract/partner/api-keys.ts';
import { pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const keyPage = pageOf(apiKeyObject);

export const apiKeyOperations: readonly Operation[] = [
  {
    id: 'createApiKey',
    method: 'post',
    path: '/api-keys',
    tag: 'API keys',
    summary: 'Create an API key',
    description:
      'Returns the key, once. It works beside the others, so that a key is changed without a gap: create one, use it, revoke the other. `users` and `money` open those calls; an export of a user takes `users`, `flows` and `money`, and releasing a screening match takes `users` and `money`. `flows` opens flows and PDF forms, and may act for any user: a flow with a user opens without a code for the first browser within 15 minutes. The flow of a payout link has money, so it takes `flows` and `money`: for a key without `money` it is not in the list, and its id is 403 `insufficient-scope`. `read` reads users, transfers and forms, but no whole tax numbers and no flows. `all` opens everything; calls on keys and webhook endpoints need it.',
    security: 'basic',
    body: createApiKeyInput,
    idempotent: true,
    status: 201,
    answer: apiKeyObject,
  },
  {
    id: 'listApiKeys',
    method: 'get',
    path: '/api-keys',
    tag: 'API keys',
    summary: 'List API keys',
    description: 'All at once, newest first, revoked ones too. `last_used` is exact to the minute.',
    security: 'basic',
    status: 200,
    answer: keyPage,
  },
  {
    id: 'revokeApiKey',
    method: 'delete',
    path: '/api-keys/{id}',
    tag: 'API keys',
    summary: 'Revoke an API key',
    description: 'It opens nothing from then on. The key of `DOTS_API_KEY` is changed in the environment.',
    security: 'basic',
    status: 200,
    answer: apiKeyObject,
  },
];
