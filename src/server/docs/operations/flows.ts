/**
 * Flows, as partners make and follow them. The older spellings are documented as deprecated, so that
 * generators still make calls of them for clients that have them.
 */
import { createFlowInput, flow, pageOf } from '../../../contract/flow.ts';
import type { Operation } from './operation.ts';

const flowPage = pageOf(flow);

const createFlow = {
  method: 'post',
  tag: 'Flows',
  security: 'basic',
  body: createFlowInput,
  idempotent: true,
  status: 200,
  answer: flow,
} as const;
const getFlow = { method: 'get', tag: 'Flows', security: 'basic', status: 200, answer: flow } as const;

export const flowOperations: readonly Operation[] = [
  {
    ...createFlow,
    id: 'createFlow',
    errors: ['invalid-transaction', 'no-such-resource'],
    path: '/flows',
    summary: 'Create a flow',
    description:
      'Steps are named as here or, for the first two together, `onboard` or `authorization`. Without `user_id`, the steps `authentication` and `onboarding` come first and `user_id` is set when they are done. With `user_id`, the first browser that opens the link within 15 minutes needs no code, where the user’s phone was confirmed before; `require_auth` always asks for one. `link` opens the hosted page; `<dots-flow flow-id="…">` embeds the same flow.',
  },
  {
    id: 'listFlows',
    errors: ['no-such-resource'],
    method: 'get',
    path: '/flows',
    tag: 'Flows',
    summary: 'List flows, newest first',
    description:
      'Those of payout links are among them only for a key with the scope `money`; another key does not see that they are there.',
    security: 'basic',
    query: ['page', 'flows'],
    status: 200,
    answer: flowPage,
  },
  {
    ...getFlow,
    id: 'getFlow',
    path: '/flows/{id}',
    summary: 'Retrieve a flow',
    description:
      '`status`, `completed_steps` and `user_id` say how far the payee has come. You need not ask again and again: `flow.completed` comes as a webhook. The flow of a payout link takes the scope `money` as well, and is 403 `insufficient-scope` without it.',
  },
  {
    id: 'cancelFlow',
    errors: ['flow-completed', 'flow-expired'],
    method: 'post',
    path: '/flows/{id}/cancel',
    tag: 'Flows',
    summary: 'Cancel a flow',
    description:
      'Its link and its sessions stop working at once. Canceling again returns the same; a completed flow cannot be canceled. With the flow of a payout link that nobody has claimed, the link is canceled, too, and its money goes back: that takes the scope `money` as well.',
    security: 'basic',
    idempotent: true,
    status: 200,
    answer: flow,
  },
  {
    ...createFlow,
    id: 'createFlowOld',
    errors: ['invalid-transaction', 'no-such-resource'],
    path: '/flow/create',
    summary: 'Create a flow (older spelling)',
    description:
      'The same as `POST /flows`, by the name that the vendor’s older documentation has for it. New clients call `POST /flows`; the flow and its webhooks are the same.',
    deprecated: true,
  },
  {
    ...getFlow,
    id: 'getFlowOld',
    path: '/flow/get/{id}',
    summary: 'Retrieve a flow (older spelling)',
    description:
      'The same as `GET /flows/{id}`, by the name that the vendor’s older documentation has for it. Both answer flows that were made by either spelling.',
    deprecated: true,
  },
];
