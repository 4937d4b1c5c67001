/** Calls of a partner's server, in the order in which one would make them. */
import assert from 'node:assert/strict';
import { agreementPdf } from '../../../support/pdf-forms.ts';
import { basicAuth } from '../../support.ts';
import type { TestServer } from '../../support.ts';
import { foreigner, introduced, openFlow } from '../../payee/payee.ts';

/** Makes a call, and returns what was answered. */
export async function ask(
  server: TestServer,
  method: string,
  path: string,
  body?: unknown,
): Promise<Record<string, never>> {
  const answer = await server.asPartner(method, `/v2${path}`, body);
  const text = await answer.text();
  assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
  return (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, never>;
}

const jane = {
  first_name: 'Jane',
  last_name: 'Doe',
  email: 'jane@example.com',
  country_code: '1',
  phone_number: '4155550100',
  metadata: { seller: 'seller-7' },
};

/** A user whom the partner knows, whose phone is confirmed, and who is paid. */
export async function payingOut(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', jane);
  const at = `/users/${user['id']}`;
  await ask(server, 'POST', `${at}/send-verification-token`, {});
  await ask(server, 'POST', `${at}/verify`, { token: '123456' });
  await ask(server, 'PUT', `${at}/addresses`, {
    country: 'US',
    line_1: '1 Main Street',
    city: 'Springfield',
    state: 'IL',
    postcode: '62701',
  });
  await ask(server, 'PUT', `${at}/compliance`, {
    w9: {
      entity_type: 'individual',
      first_name: 'Jane',
      last_name: 'Doe',
      date_of_birth: '1990-04-12',
      tin: '123456789',
      address: {
        line_1: '1 Main Street',
        city: 'Springfield',
        state: 'IL',
        country: 'US',
        postcode: '62701',
      },
    },
  });
  const account = {
    platform: 'ach',
    routing_number: '110000000',
    account_number: '000123456789',
    account_type: 'checking',
  };
  await ask(server, 'PUT', `${at}/payout-methods`, account);
  await ask(server, 'GET', `${at}/payout-methods`);
  await ask(server, 'PATCH', at, { metadata: { seller: 'seller-7', tier: 'gold' } });
  const transfer = await ask(server, 'POST', '/transfers', { user_id: user['id'], amount: -12_500 });
  await ask(server, 'GET', `/transfers/${transfer['id']}`);
  await ask(server, 'POST', '/payouts', { user_id: user['id'], amount: 10_000, platform: 'default' });
  await server.runDueJobs();
  await ask(server, 'GET', `/transfers?user_id=${user['id']}&limit=2`);
  await ask(server, 'GET', at);
  await ask(server, 'GET', '/users?limit=1&status=verified');
  const forms = await ask(server, 'GET', `${at}/tax-forms`);
  const [form] = forms['data'] as unknown as { id: string }[];
  await ask(server, 'GET', `${at}/tax-forms/${form?.id}/pdf`);
  await ask(server, 'GET', `${at}/export`);
  await ask(server, 'GET', `${at}/accesses?limit=1`);
}

/** What a partner's support does for users. */
export async function helping(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', jane);
  const at = `/users/${user['id']}`;
  await ask(server, 'PUT', `${at}/phone`, { country_code: '1', phone_number: '4155550199' });
  await ask(server, 'POST', `${at}/vouch`);
  await ask(server, 'POST', `${at}/end-sessions`);
  await ask(server, 'POST', `${at}/disable`);
  await ask(server, 'POST', `${at}/enable`);
  await ask(server, 'DELETE', at);
}

/** A payout waits: the user's name is on a list. Stories go by their names, so this user is no example. */
export async function withheld(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', { ...jane, last_name: 'Sanctioned' });
  const at = `/users/${user['id']}`;
  await ask(server, 'POST', `${at}/send-verification-token`, {});
  await ask(server, 'POST', `${at}/verify`, { token: '123456' });
  await ask(server, 'PUT', `${at}/payout-methods`, { platform: 'paypal', email: 'jane@example.com' });
  await ask(server, 'POST', '/transfers', { user_id: user['id'], amount: -12_500 });
  await ask(server, 'POST', '/payouts', { user_id: user['id'], amount: 10_000, platform: 'default' });
  await server.runDueJobs();
}

/** Flows, as the partner's server makes and follows them. */
export async function following(server: TestServer): Promise<void> {
  const asked = { steps: ['compliance', 'manage-payouts'], metadata: { seller: 'seller-7' } };
  const flow = await ask(server, 'POST', '/flows', asked);
  await ask(server, 'GET', `/flows/${flow['id']}`);
  await ask(server, 'GET', '/flows?limit=1');
  await ask(server, 'POST', `/flows/${flow['id']}/cancel`);
  const old = await ask(server, 'POST', '/flow/create', { steps: ['manage-payouts'] });
  await ask(server, 'GET', `/flow/get/${old['id']}`);
}

/** Webhooks, and what was delivered. */
export async function listening(server: TestServer): Promise<void> {
  const made = await ask(server, 'POST', '/webhook-endpoints', {
    url: 'https://hooks.shop.example/dots',
    events: ['flow.updated', 'flow.completed'],
  });
  const at = `/webhook-endpoints/${made['id']}`;
  await ask(server, 'GET', at);
  await ask(server, 'GET', '/webhook-endpoints?limit=1');
  server.outbound.answer(500);
  await introduced(server, ['manage-payouts']);
  await server.runDueJobs();
  const sent = await ask(server, 'GET', `${at}/deliveries?limit=1`);
  const [delivery] = sent['data'] as unknown as { id: string }[];
  await ask(server, 'POST', `${at}/deliveries/${delivery?.id}/redeliver`);
  await ask(server, 'POST', `${at}/rotate-secret`);
  await ask(server, 'DELETE', at);
}

/** Keys. */
export async function changingKeys(server: TestServer): Promise<void> {
  const key = await ask(server, 'POST', '/api-keys', { name: 'billing service', scopes: ['money', 'read'] });
  await ask(server, 'GET', '/api-keys');
  await ask(server, 'DELETE', `/api-keys/${key['id']}`);
}

/** The sandbox's clock, and the texts that payees would have been sent. */
export async function movingTime(server: TestServer): Promise<void> {
  await ask(server, 'GET', '/sandbox/clock');
  await ask(server, 'POST', '/sandbox/clock', { advance: 'PT15M' });
  await ask(server, 'GET', '/sandbox/messages');
}

/** A PDF form, from the upload to the document that the payee confirmed. */
export async function fillingIn(server: TestServer): Promise<void> {
  const uploaded = await server.app.request('/v2/pdf-templates?name=Agreement', {
    method: 'POST',
    headers: { authorization: basicAuth(), 'content-type': 'application/pdf' },
    body: new Uint8Array(await agreementPdf()),
  });
  assert.equal(uploaded.status, 201, await uploaded.clone().text());
  const { id } = (await uploaded.json()) as { id: string };
  await ask(server, 'GET', `/pdf-templates/${id}`);
  await ask(server, 'GET', '/pdf-templates?limit=1');
  await ask(server, 'GET', `/pdf-templates/${id}/file`);
  await ask(server, 'PUT', `/pdf-templates/${id}`, {
    name: 'Contractor agreement',
    fields: { 'applicant.fullName': { prefill: '{{full_name}}' } },
  });
  const payee = await introduced(server, [{ name: 'pdf-form-fill', template_id: id }]);
  const answers = {
    f1: 'Jane Doe',
    f2: '123-45-6789',
    f3: '2026-04-01',
    f4: 'Part time',
    f5: 'Large',
    f7: 'true',
    f8: 'None',
  };
  await payee.does('/session/pdf-form-fill', answers);
  await payee.call('GET', '/session/pdf-form-fill/document');
  await payee.does('/session/pdf-form-fill/confirm', { consent: true, signature: 'Jane Doe' });
  const list = await ask(server, 'GET', `/flows/${payee.flowId}/documents`);
  const [document] = list['data'] as unknown as { id: string }[];
  await ask(server, 'GET', `/flows/${payee.flowId}/documents/${document?.id}`);
  await ask(server, 'DELETE', `/pdf-templates/${id}`);
}

/** A person from abroad, who reads the form before signing it. */
export async function signing(server: TestServer): Promise<void> {
  const phone = { country: 'DE', phone_number: '01512 3456789' };
  const profile = { first_name: 'Jana', last_name: 'Beispiel', email: 'jana@example.com', country: 'DE' };
  const payee = await introduced(server, ['compliance', 'manage-payouts'], profile, phone);
  await payee.call('POST', '/session/compliance/preview', foreigner);
  await payee.does('/session/compliance', foreigner);
  await openFlow(server, payee.flowId);
}
