/**
 * A payee in front of a browser, without the browser. It opens a session and does the steps, named as on the
 * wire.
 */
import assert from 'node:assert/strict';
import type { Problem } from '../../../src/contract/problems.ts';
import type { StepName, StepRequestInput } from '../../../src/contract/steps.ts';
import type { Session, Snapshot } from '../../../src/contract/steps/session.ts';
import { session as sessionSchema, snapshot as snapshotSchema } from '../../../src/contract/steps/session.ts';
import type { FlowRow } from '../../../src/server/db/flows.ts';
import { createFlow } from '../../../src/server/flows/create-flow.ts';
import type { FlowInput } from '../../../src/server/flows/create-flow.ts';
import { allowedOrigin } from '../support.ts';
import type { TestServer } from '../support.ts';

export const newPhone = { country: 'US', phone_number: '(415) 555-0100' };
export const profile = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com', country: 'US' };
export const person = {
  form: 'w9',
  entity_type: 'individual',
  first_name: 'Jane',
  last_name: 'Doe',
  date_of_birth: '1990-04-12',
  tin: '123-45-6789',
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
};
export const company = {
  ...person,
  entity_type: 'business',
  business_name: 'Doe Studio LLC',
  tax_classification: 'llc_p',
  tin: '12-3456789',
};
export const foreigner = {
  form: 'w8ben',
  name: 'Jana Beispiel',
  citizenship_country: 'DE',
  date_of_birth: '1988-01-31',
  foreign_tax_id: '86 095 742 719',
  line_1: 'Beispielweg 1',
  city: 'Berlin',
  postcode: '10115',
  country: 'DE',
  // The payees of these tests have a phone from the US.
  us_indicia_reason: 'contact-only',
  signature: 'jana  beispiel',
  consent: true,
};
export const foreignCompany = {
  form: 'w8bene',
  business_name: 'Beispiel Musik GmbH',
  incorporation_country: 'DE',
  chapter3_status: 'corporation',
  chapter4_status: 'active_nffe',
  status_certified: true,
  foreign_tax_id: 'DE136695976',
  business_registration_number: 'HRB 12345',
  line_1: 'Beispielweg 1',
  city: 'Berlin',
  postcode: '10115',
  country: 'DE',
  us_indicia_reason: 'contact-only',
  signer_name: 'Jana Beispiel',
  signature: 'Jana Beispiel',
  capacity: true,
  consent: true,
};
export const bankAccount = {
  platform: 'ach',
  routing_number: '110000000',
  account_number: '000123456789',
  account_type: 'checking',
};

export interface Call {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Snapshot & Session & Problem;
}

export interface Payee {
  readonly flowId: string;
  token: string;
  /** The last snapshot that came as an answer. */
  seen: Snapshot;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Call>;
  /** Like `call`, and it has to succeed. */
  does(path: string, body?: unknown, method?: string): Promise<Snapshot>;
  /** Like `call`, and it has to be refused. */
  refused(path: string, body?: unknown, method?: string): Promise<Problem>;
  authenticates(phone?: object | null): Promise<Snapshot>;
  /** Gives phone, code and names. */
  introduces(profileGiven?: object, phone?: object): Promise<Snapshot>;
}

export const newFlow = (
  server: TestServer,
  steps: unknown,
  input: Omit<FlowInput, 'steps'> = {},
  extra?: { clientOrigin: string },
): Promise<FlowRow> =>
  server.db.transaction((tx) => createFlow(server.deps, tx, server.partner, { steps, ...input }, extra));

export async function request(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Call> {
  const response = await server.app.request(`/v2${path}`, {
    method,
    headers: {
      origin: allowedOrigin,
      'user-agent': 'test',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: (await response.json()) as Call['body'],
  };
}

export async function openFlow(
  server: TestServer,
  flowId: string,
  browser = 'test',
  headers: Record<string, string> = {},
): Promise<Payee> {
  const body = { browser: secretOf(browser) };
  const opened = await request(server, 'POST', `/flows/${flowId}/sessions`, body, headers);
  assert.equal(opened.status, 201, JSON.stringify(opened.body));
  return payee(server, opened.body, headers);
}

/** The secret of a browser of this name. */
export const secretOf = (browser: string): string => browser.replaceAll(' ', '-').padEnd(32, '-');

export function payee(server: TestServer, opened: Session, ownHeaders: Record<string, string> = {}): Payee {
  sessionSchema.parse(opened);
  const self: Payee = {
    flowId: opened.snapshot.flow.id,
    token: opened.token,
    seen: opened.snapshot,
    async call(method, path, body, headers = {}) {
      const answer = await request(server, method, path, body, {
        authorization: `Bearer ${self.token}`,
        ...ownHeaders,
        ...headers,
      });
      self.token = answer.body.renewed?.token ?? self.token;
      return answer;
    },
    async does(path, body = {}, method = 'POST') {
      const answer = await self.call(
        method,
        path,
        method === 'GET' || method === 'DELETE' ? undefined : body,
      );
      assert.equal(answer.status, 200, JSON.stringify(answer.body));
      return (self.seen = snapshotSchema.parse(answer.body));
    },
    async refused(path, body = {}, method = 'POST') {
      const answer = await self.call(
        method,
        path,
        method === 'GET' || method === 'DELETE' ? undefined : body,
      );
      assert.ok(answer.status >= 400, `${path} was not refused`);
      return answer.body;
    },
    async authenticates(phone = newPhone) {
      await self.does('/session/authentication/code', { ...phone, channel: 'sms' });
      return self.does('/session/authentication/check', { code: '123456' });
    },
    async introduces(profileGiven = profile, phone = newPhone) {
      await self.authenticates(phone);
      return self.does('/session/onboarding', profileGiven);
    },
  };
  return self;
}

/** Takes a payee to the first step after they introduced themselves. */
export async function introduced(
  server: TestServer,
  steps: (StepName | StepRequestInput)[],
  profileGiven?: object,
  phone?: object,
): Promise<Payee> {
  const one = await openFlow(server, (await newFlow(server, steps)).id);
  await one.introduces(profileGiven, phone);
  return one;
}

/** Returns `field:code` of every field problem. */
export const fields = (problem: Pick<Problem, 'errors'>): string[] =>
  (problem.errors ?? []).map(({ field, code }) => `${field}:${code}`);
/** Returns `name:state` of every plan entry. */
export const states = (seen: Snapshot): string[] => seen.plan.map(({ name, state }) => `${name}:${state}`);

export async function messages(
  server: TestServer,
  prefix = 'flow.',
): Promise<{ id: string; event: string; payload: Record<string, unknown> }[]> {
  const rows = await server.db.query<{ id: string; event: string; payload: Record<string, unknown> }>(
    'select id, event, payload from webhook_messages',
  );
  const sequence = (row: (typeof rows)[number]) => Number(row.payload['sequence'] ?? 99);
  return rows.filter((row) => row.event.startsWith(prefix)).sort((a, b) => sequence(a) - sequence(b));
}
