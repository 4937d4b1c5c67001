/** The mock and the real server, as one kind of thing: what the contract suite calls. */
import type { Flow } from '../../src/contract/flow.ts';
import { pdfTemplate } from '../../src/contract/steps/pdf-form-fill.ts';
import { createMockApi, type MockFlowInput, type MockUserInput } from '../../src/testing/index.ts';
import { templateOf } from '../support/pdf-template.ts';
import { allowedOrigin, basicAuth, createTestServer, type TestServer } from '../server/support.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

type UserInput = Required<Omit<MockUserInput, 'phone_confirmed' | 'date_of_birth'>> & MockUserInput;

export interface Backend {
  /** Makes a call of the payee API. `path` is below `/v2`. */
  call(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
  createFlow(input: MockFlowInput): Promise<string>;
  flow(id: string): Promise<Flow>;
  cancelFlow(id: string): Promise<void>;
  createUser(input: UserInput): Promise<string>;
  /** Gives it the PDF form `name`. Returns the id. */
  createPdfTemplate(name: string, file: Buffer): Promise<string>;
  /** Sends nothing to a payout method in its first hours. */
  waitForMethods(hours: number): void;
  /** Keeps tax back that law wants withheld of payouts. */
  withhold(): void;
  fund(userId: string, cents: number): Promise<void>;
  /** Lets time pass, and what is due by then happen. */
  advance(seconds: number): Promise<void>;
  /** The ids and payloads of the `flow.*` webhooks, in order. */
  webhooks(): Promise<{ readonly id: string; readonly payload: Readonly<Record<string, unknown>> }[]>;
}

export type BackendName = 'mock' | 'server';

export const backends: Readonly<Record<BackendName, () => Promise<Backend>>> = {
  mock: mockBackend,
  server: async () => serverBackend(await createTestServer()),
};

const bodyOf = async (response: Response): Promise<unknown> =>
  response.status === 204 ? null : response.json();

/** A piece of a picture goes as it is, everything else as JSON. */
const sent = (body: unknown): BodyInit =>
  body instanceof Uint8Array ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body);

const headersOf = (body: unknown, headers: Readonly<Record<string, string>>) => ({
  ...(body !== undefined && { 'content-type': 'application/json' }),
  ...headers,
});

async function mockBackend(): Promise<Backend> {
  const start = Date.parse('2026-03-02T09:00:00.000Z');
  const api = createMockApi({ now: () => start });
  return {
    async call(method, path, body, headers = {}) {
      const response = await api.fetch(`https://pay.example/api/v2${path}`, {
        method,
        headers: headersOf(body, headers),
        ...(body !== undefined && { body: sent(body) }),
      });
      return { status: response.status, headers: response.headers, body: await bodyOf(response) };
    },
    createFlow: async (input) => api.createFlow(input).id,
    flow: async (id) => api.flow(id),
    cancelFlow: async (id) => api.cancelFlow(id),
    createUser: async (input) => api.createUser(input),
    async createPdfTemplate(name, file) {
      return api.createPdfTemplate(await templateOf(name, file));
    },
    waitForMethods: (hours) => api.setPayoutMethodWait(hours),
    withhold: () => api.setWithholding('deduct'),
    fund: async (userId, cents) => api.fund(userId, cents),
    advance: async (seconds) => api.clock.advance(seconds),
    webhooks: async () => [...api.webhooks],
  };
}

/** `request` sends the calls of `call` in another way. */
export async function serverBackend(
  server: TestServer,
  request: (url: string, init: RequestInit) => Promise<Response> = async (url, init) =>
    server.app.request(url, init),
): Promise<Backend> {
  const partner = async (method: string, path: string, body?: unknown) => {
    const response = await server.asPartner(method, `/v2${path}`, body);
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  await server.runDueJobs();
  return {
    async call(method, path, body, headers = {}) {
      const response = await request(`/v2${path}`, {
        method,
        headers: { origin: allowedOrigin, 'user-agent': 'test', ...headersOf(body, headers) },
        ...(body !== undefined && { body: sent(body) }),
      });
      const answer = await bodyOf(response);
      // What is due at once has happened before the next call.
      await server.runDueJobs();
      return { status: response.status, headers: response.headers, body: answer };
    },
    createFlow: async (input) => String((await partner('POST', '/flows', input))['id']),
    flow: async (id) => (await partner('GET', `/flows/${id}`)) as unknown as Flow,
    async cancelFlow(id) {
      await partner('POST', `/flows/${id}/cancel`);
    },
    async createUser({ phone_number, country, phone_confirmed = true, ...profile }) {
      const user = await partner('POST', '/users', {
        ...profile,
        country_code: '1',
        phone_number: phone_number.replace(/^\+1/, ''),
      });
      const id = String(user['id']);
      if (phone_confirmed) {
        await partner('POST', `/users/${id}/send-verification-token`, {});
        await partner('POST', `/users/${id}/verify`, { token: '123456' });
      }
      await server.db.query('update users set country = $1 where id = $2', [country, id]);
      return id;
    },
    async createPdfTemplate(name, file) {
      const answer = await server.app.request(`/v2/pdf-templates?name=${name}`, {
        method: 'POST',
        headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
        body: new Uint8Array(file),
      });
      return pdfTemplate.parse(await answer.json()).id;
    },
    waitForMethods(hours) {
      Object.assign(server.deps.config, { payoutMethodWaitMs: hours * 3_600_000 });
    },
    withhold() {
      Object.assign(server.deps.config, { withholding: 'deduct' });
    },
    async fund(user_id, cents) {
      await partner('POST', '/transfers', { user_id, amount: -cents });
    },
    async advance(seconds) {
      server.clock.advance(seconds * 1000);
      await server.runDueJobs();
    },
    async webhooks() {
      const rows = await server.db.query<{ id: string; payload: Record<string, unknown> }>(
        "select id, payload from webhook_messages where event like 'flow.%'",
      );
      const place = ({ payload }: (typeof rows)[number]) => Number(payload['sequence'] ?? Infinity);
      return rows.sort((one, other) => place(one) - place(other));
    },
  };
}
