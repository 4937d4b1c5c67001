/** What only a sandbox has. The calls are in the document of a sandbox and not in that of a live server. */
import { sandboxMessages } from '../../../contract/partner/sandbox-messages.ts';
import { advanceClockInput, testClock } from '../../../contract/partner/test-clock.ts';
import { triggeredWebhook, triggerWebhookInput } from '../../../contract/partner/webhook-calls.ts';
import type { Operation } from './operation.ts';

const clock = {
  path: '/sandbox/clock',
  tag: 'Sandbox',
  security: 'basic',
  sandboxOnly: true,
  status: 200,
  answer: testClock,
} as const;

export const sandboxOperations: readonly Operation[] = [
  {
    ...clock,
    id: 'getSandboxClock',
    method: 'get',
    summary: 'Tell the sandbox’s time',
    description:
      'A sandbox has a clock that you can put forward, to see today what happens in days: links expire, payouts arrive, debits fall due. It is the real time until you move it.',
  },
  {
    ...clock,
    id: 'advanceSandboxClock',
    method: 'post',
    summary: 'Advance the sandbox’s clock',
    description:
      'Sandbox mode only. `{"advance": "PT15M"}`, `{"advance": 900}` or `{"to": "2030-01-01T00:00:00Z"}`. Links, codes, sessions, flows, tax forms and kept answers age by it, and what waits for its time (retries of webhooks, payouts, checks) happens when the clock has passed it; an advance over several such times is one step. It is one clock for the whole server, goes on by itself, is kept over a restart and never goes back: start on a new database for that. The timestamps that webhooks are signed with, and the logs, stay in real time, and so do the checks that a typed date is not in the future and that a payee is old enough.',
    body: advanceClockInput,
    idempotent: true,
  },
  {
    path: '/sandbox/messages',
    tag: 'Sandbox',
    security: 'basic',
    sandboxOnly: true,
    status: 200,
    answer: sandboxMessages,
    id: 'listSandboxMessages',
    method: 'get',
    summary: 'List the messages to payees',
    description:
      'Sandbox mode only. The text messages by which payees who left would have heard of a result: of an ID check by a person, of a background check, of a tax number whose check took longer than ten minutes, of two small deposits, of a payout that did not arrive. The newest hundred, newest first. Codes are not listed: the code is always 123456. It needs a key with the scope `all`, because the links of flows are in it.',
  },
  {
    path: '/sandbox/webhooks',
    tag: 'Sandbox',
    security: 'basic',
    sandboxOnly: true,
    status: 200,
    answer: 'event-stream',
    id: 'listenToWebhooks',
    method: 'get',
    query: ['listen'],
    summary: 'Listen to webhooks',
    description:
      'Sandbox mode only. Server-sent events: one `webhook` for each message of the app, whoever it is for, with `id`, `created`, `event` and `body` as JSON. `body` is the text that endpoints are sent. `dots-flow listen` reads it, signs each message and hands it on to your machine.',
  },
  {
    path: '/sandbox/webhooks',
    tag: 'Sandbox',
    security: 'basic',
    sandboxOnly: true,
    status: 202,
    answer: triggeredWebhook,
    id: 'triggerWebhook',
    method: 'post',
    body: triggerWebhookInput,
    idempotent: true,
    summary: 'Send a sample of an event',
    description:
      'Sandbox mode only. Sends a made-up message to the endpoints that want this event, and to whoever listens. Nothing has its ids. `dots-flow trigger` calls it.',
  },
];
