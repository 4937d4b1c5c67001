/** The tools that call the sandbox, by the client that partners use. */
import { createPartnerClient } from '../../partner/index.ts';
import type { PartnerClient, PartnerFailure, PartnerResult } from '../../partner/index.ts';
import type { Sandbox } from '../start/ask-sandbox.ts';
import { noServer } from '../start/ask-sandbox.ts';
import { answer, failure } from './answer.ts';
import type { Answer } from './answer.ts';

type Sent<Name extends keyof PartnerClient> = Parameters<PartnerClient[Name]>[0];

interface Wanted {
  readonly endpoint_id?: string | undefined;
  readonly status?: 'pending' | 'delivered' | 'failed' | undefined;
  readonly event?: string | undefined;
  readonly limit?: number | undefined;
}

export function connect({ url, clientId, apiKey }: Sandbox) {
  const client = createPartnerClient({ baseUrl: url, clientId, apiKey, retries: 0 });
  const failed = (error: PartnerFailure) => failure(told(error, url));
  let isSandbox = false;

  /** Runs `work` on a sandbox only: a live server has no test clock. */
  async function inSandbox(work: () => Promise<Answer>): Promise<Answer> {
    if (isSandbox) return work();
    const clock = await client.getSandboxClock();
    if (clock.ok) {
      isSandbox = true;
      return work();
    }
    const { error } = clock;
    return error.kind === 'problem' && error.status === 404
      ? failure({ title: `${url} is no sandbox, or an older one.` })
      : failed(error);
  }

  const plainly = async <T>(result: Promise<PartnerResult<T>>, say: (data: T) => unknown) => {
    const made = await result;
    return made.ok ? answer(say(made.data)) : failed(made.error);
  };

  return {
    /** The API judges what the agent has sent, so its types are not asserted before. */
    createFlow: async (sent: object) =>
      inSandbox(() =>
        plainly(client.createFlow(sent as Sent<'createFlow'>), ({ id, link, status, steps, plan }) => ({
          ...{ id, link, status, steps },
          plan: plan.map(({ name, reason }) => ({ name, reason })),
        })),
      ),

    advanceClock: async (sent: object) =>
      inSandbox(() =>
        plainly(client.advanceSandboxClock(sent as Sent<'advanceSandboxClock'>), (clock) => clock),
      ),

    listDeliveries: async ({ endpoint_id: one, ...query }: Wanted) =>
      inSandbox(async () => {
        const endpoints = await (one === undefined ? allOf(client) : [one]);
        if (!Array.isArray(endpoints)) return failed(endpoints);
        const pages = [];
        for (const endpoint_id of endpoints) {
          const page = await client.listDeliveries(endpoint_id, query as Sent<'listDeliveries'> & object);
          if (!page.ok) return failed(page.error);
          pages.push({ endpoint_id, deliveries: page.data.data, has_more: page.data.has_more });
        }
        return answer(pages.length > 0 ? pages : noEndpoints);
      }),
  };
}

const noEndpoints =
  'The app has no webhook endpoint. Make one with `POST /v2/webhook-endpoints`, which takes http://localhost ' +
  'in a sandbox, or read along with `dots-flow listen`.';

/** The ids of all endpoints, or why they are not to be had. */
async function allOf(client: PartnerClient): Promise<string[] | PartnerFailure> {
  const page = await client.listWebhookEndpoints({ limit: 100 });
  return page.ok ? page.data.data.map(({ id }) => id) : page.error;
}

/** An error as an agent can use it. */
function told(error: PartnerFailure, url: string): object {
  switch (error.kind) {
    case 'network':
      return { title: noServer(url), detail: error.message };
    case 'invalid-answer':
      return { title: error.message, status: error.status };
    case 'problem': {
      const { title, errors } = error.problem;
      const detail =
        error.status === 401
          ? 'Set DOTS_CLIENT_ID and DOTS_API_KEY of `dots-flow mcp`.'
          : error.problem.detail;
      return { title, detail, error_code: error.code, status: error.status, errors };
    }
  }
}
