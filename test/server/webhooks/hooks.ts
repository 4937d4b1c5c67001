/** What tests of webhook endpoints do again and again, by the calls of partners. */
import assert from 'node:assert/strict';
import type { WebhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { appendMessage, newMessageId } from '../../../src/server/webhooks/outbox.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

export interface Endpoint {
  readonly id: string;
  readonly url: string;
  readonly events: string[];
  readonly description: string | null;
  readonly enabled: boolean;
  readonly failing_since: string | null;
  readonly disables_at: string | null;
  readonly disabled_at: string | null;
  readonly disabled_reason: string | null;
  readonly previous_secret_until: string | null;
  readonly secret?: string;
}

export interface Delivery {
  readonly id: string;
  readonly message_id: string;
  readonly event: string;
  readonly status: string;
  readonly attempts: number;
  readonly last_error: string | null;
  readonly next_attempt_at: string | null;
  readonly payload: Readonly<Record<string, unknown>>;
}

export const hours = (count: number) => count * 3_600_000;
export const days = (count: number) => count * 24 * 3_600_000;

const flowCompleted: WebhookPayload = {
  event: 'flow.completed',
  flow_id: '5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8',
  completed_steps: ['compliance'],
  user_id: null,
};

/** A server whose clock starts now, because receivers refuse signatures that are not recent. */
export async function createHooks(deps: Partial<TestServer['deps']> = {}) {
  const answers: Record<string, () => Response> = {};
  const requests: { path: string; headers: Record<string, string>; body: string }[] = [];
  const receive: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const path = new URL(request.url).pathname;
    requests.push({ path, headers: Object.fromEntries(request.headers), body: await request.text() });
    return answers[path]?.() ?? new Response();
  };
  const server = await createTestServer({ deps: { fetch: receive, ...deps } });
  server.clock.set(new Date());
  return {
    server,
    /** What the receiver at a path answers; 200 where nothing is said. */
    answers,
    /** What was sent to this path, the oldest first. */
    sentTo: (path: string) =>
      requests
        .filter((request) => request.path === path)
        .map(({ headers, body }) => ({
          id: headers['webhook-id'] ?? '',
          headers,
          body,
          payload: JSON.parse(body) as Record<string, unknown>,
        })),
    ...callsOf(server),
  };
}

function callsOf(server: TestServer) {
  /** Calls, asserts the status, and returns the body. */
  const call = async <T>(method: string, path: string, body?: unknown, status = 200): Promise<T> => {
    const answer = await server.asPartner(method, `/v2${path}`, body);
    const text = await answer.text();
    assert.equal(answer.status, status, text);
    return (text === '' ? null : JSON.parse(text)) as T;
  };
  return {
    call,
    add: (body: object = { url: 'http://localhost:9/hooks' }) =>
      call<Endpoint & { secret: string }>('POST', '/webhook-endpoints', body, 201),
    read: (id: string) => call<Endpoint>('GET', `/webhook-endpoints/${id}`),
    append: (payload: WebhookPayload = flowCompleted) =>
      server.db.transaction(async (tx) => {
        const id = newMessageId(server.deps.newId);
        await appendMessage(tx, server.deps, { id, appId: server.partner.id, payload });
        return id;
      }),
    deliveries: async (id: string, query = '') =>
      (await call<{ data: Delivery[] }>('GET', `/webhook-endpoints/${id}/deliveries${query}`)).data,
  };
}
