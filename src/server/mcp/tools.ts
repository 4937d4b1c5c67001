/**
 * What an agent is told of each tool, and what each takes. The API judges what is sent, and says what is
 * wrong better than a schema could; here is what an agent needs to fill it in. zod itself, because the one of
 * the contract is in every page.
 */
import * as z from 'zod';
import { webhookEventNames } from '../../contract/partner/webhooks.ts';
import { stepNames } from '../../contract/steps.ts';

const onlyReads = { readOnlyHint: true, openWorldHint: false } as const;
const adds = { readOnlyHint: false, destructiveHint: false, openWorldHint: false } as const;

const step = z.union([z.string(), z.looseObject({ name: z.string() })]);
const steps = z
  .array(step)
  .describe(
    `What the payee goes through, in this order: ${stepNames.join(', ')}. ` +
      'A name, or an object with `name` and options of the step, like {"name": "compliance", "force": true}.',
  );

export const tools = {
  create_flow: {
    title: 'Make a flow',
    description:
      'Makes a flow in the sandbox (`POST /v2/flows`). Answers its `id`, for the attribute `flow-id` of ' +
      '<dots-flow>, its `link`, a page on which it can be tried, and its `plan`, which may have more steps ' +
      'than were asked for. The code that the payee is asked for in a sandbox is 123456.',
    inputSchema: {
      steps,
      user_id: z.string().optional().describe('A payee whom the app has already; a new one without it.'),
      metadata: z
        .record(z.string(), z.unknown())
        .optional()
        .describe('A note of your own, at most 16 kB. Nothing sensitive.'),
      expires_in: z.number().optional().describe('Seconds until the flow expires; never without it.'),
    },
    annotations: adds,
  },
  advance_clock: {
    title: 'Advance the test clock',
    description:
      "Advances the sandbox's clock (`POST /v2/sandbox/clock`), for everybody who uses it, and it never goes " +
      'back: links, codes, sessions, flows, tax forms, retries and payouts follow at once. Give `advance` or `to`.',
    inputSchema: {
      advance: z
        .union([z.string(), z.number()])
        .optional()
        .describe('By how much: an ISO 8601 duration like PT15M or P3Y, or whole seconds.'),
      to: z.string().optional().describe('Until when, like 2030-01-01T00:00:00Z.'),
    },
    annotations: { ...adds, destructiveHint: true },
  },
  list_webhook_deliveries: {
    title: 'List deliveries of webhooks',
    description:
      'Lists what the sandbox has sent to the webhook endpoints of the app, the newest first, each with its ' +
      '`event`, `status` (pending, delivered, failed), `last_status`, `last_error` and `payload` ' +
      '(`GET /v2/webhook-endpoints/{id}/deliveries`).',
    inputSchema: {
      endpoint_id: z.string().optional().describe('Of one endpoint; of all without it.'),
      status: z.enum(['pending', 'delivered', 'failed']).optional(),
      event: z
        .string()
        .optional()
        .describe(`Of one event: ${webhookEventNames.join(', ')}.`),
      limit: z.number().optional().describe('How many of each endpoint, 1 to 100; 20 without it.'),
    },
    annotations: onlyReads,
  },
  look_up_error: {
    title: 'Look up an error',
    description:
      'What a code means and what to do: the `error_code` of an answer, the `code` of a field in its ' +
      '`errors`, or the `code` of the event `dots-error`. Needs no server.',
    inputSchema: { code: z.string().describe('Like `invalid-input` or `owner-mismatch`.') },
    annotations: onlyReads,
  },
  read_docs: {
    title: 'Read the documentation',
    description:
      'The documentation of the installed version, as Markdown. Without `page` the list of all pages, with a ' +
      'sentence each. Needs no server.',
    inputSchema: { page: z.string().optional().describe('As the list names it, like `docs/webhooks.md`.') },
    annotations: onlyReads,
  },
} as const;
