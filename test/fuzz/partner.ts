/** A partner's back end that makes every call of the partner API once, in an order in which it succeeds. */
import assert from 'node:assert/strict';
import { agreementPdf, simplePdf } from '../support/pdf-forms.ts';
import { newPhone, person, profile } from '../server/payee/payee.ts';
import { allowedOrigin, basicAuth, clientId, type TestServer } from '../server/support.ts';
import type { Prober } from './prober.ts';

const home = {
  line_1: '1 Main Street',
  city: 'Springfield',
  state: 'IL',
  postcode: '62701',
  country: 'US',
};

type Answer = Record<string, unknown> & { id: string; data: Answer[] };

export async function partner(server: TestServer, { request }: Prober): Promise<void> {
  const ask = async (method: string, path: string, body?: unknown, headers = {}): Promise<Answer> => {
    const bytes = body instanceof Uint8Array;
    const answer = await request(`/v2${path}`, {
      method,
      headers: {
        authorization: basicAuth(),
        ...(body !== undefined && { 'content-type': bytes ? 'application/pdf' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bytes ? (body as Uint8Array<ArrayBuffer>) : JSON.stringify(body) }),
    });
    await server.runDueJobs();
    const isJson = answer.headers.get('content-type')?.includes('json');
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    if (isJson) return (await answer.json()) as Answer;
    // A stream of events has no end.
    await answer.body?.cancel();
    return {} as Answer;
  };
  const listed = async (path: string) => (await ask('GET', path)).data;

  const endpoint = await ask('POST', '/webhook-endpoints', { url: 'https://partner.example/hooks' });
  await listed('/webhook-endpoints?limit=5');
  await ask('GET', `/webhook-endpoints/${endpoint.id}`);
  await ask('PATCH', `/webhook-endpoints/${endpoint.id}`, { description: 'Hooks' });
  await ask('POST', `/webhook-endpoints/${endpoint.id}/rotate-secret`, {});
  await ask('DELETE', `/webhook-endpoints/${endpoint.id}/previous-secret`);

  const { country: _, ...named } = profile;
  const user = await ask('POST', '/users', { ...named, country_code: '1', phone_number: '4155550123' });
  const of = `/users/${user.id}`;
  await listed('/users?limit=5');
  await ask('GET', of);
  await ask('PATCH', of, { metadata: { number: 7 } });
  await ask('POST', `${of}/send-verification-token`, {});
  await ask('POST', `${of}/verify`, { token: '123456' });
  await ask('PUT', `${of}/addresses`, home);
  const { first_name, last_name, date_of_birth, tin } = person;
  const w9 = { entity_type: 'individual', first_name, last_name, date_of_birth, tin, address: home };
  await ask('PUT', `${of}/compliance`, { w9 });
  await ask('PUT', `${of}/payout-methods`, { platform: 'paypal', email: 'jane@example.com' });
  await ask('GET', `${of}/payout-methods`);
  const [form] = await listed(`${of}/tax-forms`);
  await ask('GET', `${of}/tax-forms/${form?.id}/pdf`);
  await ask('GET', `${of}/tax-forms/${form?.id}/numbers`);

  await ask('POST', '/transfers', { user_id: user.id, amount: -5000, metadata: { order: 'o1' } });
  const payout = await ask('POST', '/payouts', { user_id: user.id, amount: 2000, platform: 'paypal' });
  const batch = await ask('POST', '/payout-batches', {
    items: [
      {
        ...{ user_id: user.id, amount: 500, platform: 'paypal', fund: true, metadata: { row: 1 } },
        idempotency_key: '6f1c4c3e-0f4b-4e58-9d0a-4f2f6f9f1a01',
      },
    ],
    metadata: { week: 7 },
  });
  await listed('/payout-batches?limit=5');
  await ask('GET', `/payout-batches/${batch.id}`);
  await ask('GET', `/payout-batches/${batch.id}/results?include_request=true&limit=5`);
  await listed('/transfers?type=payout&reverse_order=true');
  await ask('GET', `/transfers/${payout.id}`);
  const [delivery] = await listed(`/webhook-endpoints/${endpoint.id}/deliveries`);
  await ask('GET', `/webhook-endpoints/${endpoint.id}/deliveries/${delivery?.id}`);
  await ask('POST', `/webhook-endpoints/${endpoint.id}/deliveries/${delivery?.id}/redeliver`, {});
  await ask('POST', `/webhook-endpoints/${endpoint.id}/replay`, { since: '2020-01-01T00:00:00Z' });
  await ask('POST', `/webhook-endpoints/${endpoint.id}/recover`);
  await ask('POST', `/webhook-endpoints/${endpoint.id}/test`);
  await ask('POST', '/sandbox/webhooks', { event: 'flow.completed' });
  await ask('GET', '/sandbox/webhooks');

  const link = await ask('POST', '/payout-links', {
    ...{ amount: 2500, memo: 'Prize', delivery: { method: 'all', message: 'Well done' } },
    payee: { ...named, country_code: '1', phone_number: '4155550124' },
    additional_steps: ['manage-payouts'],
  });
  await listed('/payout-links?status=sent&phone_number=14155550124');
  await ask('GET', `/payout-links/${link.id}`);
  await ask('POST', `/payout-links/${link.id}/redeliver`);
  await ask('DELETE', `/payout-links/${link.id}`);
  await ask('POST', '/payouts/send-payout', { user_id: user.id, amount: 2500 });

  await ask('GET', '/apps');
  const app = `/apps/${server.partner.id}`;
  await ask('GET', app);
  await ask('POST', `${app}/deposit`, { amount: 5000 });
  await ask('POST', `${app}/withdraw`, { amount: 1000 });
  await ask('POST', `${app}/change_settings`, { refill_threshold: 1000 });
  const month = `${app}/statements/${server.clock.now().toISOString().slice(0, 7)}`;
  for (const path of ['', '/csv', '/pdf']) await ask('GET', month + path);
  const [line] = await listed('/transactions');
  await ask('GET', `/transactions/${line?.id}`);

  const template = await ask('POST', '/pdf-templates?name=Agreement', new Uint8Array(await agreementPdf()));
  await listed('/pdf-templates');
  await ask('GET', `/pdf-templates/${template.id}`);
  await ask('GET', `/pdf-templates/${template.id}/file`);
  await ask('PUT', `/pdf-templates/${template.id}`, { name: 'Contract' });

  const steps = [{ name: 'pdf-form-fill', template_id: template.id }];
  const flow = await ask('POST', '/flows', { steps, metadata: { order: 'o1' } });
  await ask('POST', '/flow/create', { steps: ['compliance'] });
  await ask('GET', `/flow/get/${flow.id}`);
  await ask('GET', `/flows/${flow.id}`);
  await listed('/flows');
  const page = { origin: allowedOrigin };
  const session = await ask(
    'POST',
    `/flows/${flow.id}/sessions`,
    { browser: 'a'.repeat(32) },
    { ...page, authorization: '' },
  );
  const payee = (token: unknown) => ({ ...page, authorization: `Bearer ${String(token)}` });
  let token = session['token'];
  const does = async (method: string, path: string, body?: unknown) => {
    const answer = await ask(method, `/session${path}`, body, payee(token));
    token = (answer['renewed'] as { token?: string } | undefined)?.token ?? token;
  };
  await does('POST', '/authentication/code', { ...newPhone, channel: 'sms' });
  await does('POST', '/authentication/check', { code: '123456' });
  await does('POST', '/onboarding', profile);
  await does('GET', '/events');
  await does('GET', '/banks/110000000');
  await does('POST', '/pdf-form-fill', {
    f1: 'Jane Doe',
    f2: '123-45-6789',
    f3: '2026-04-01',
    f4: 'Part time',
    f7: 'true',
  });
  await does('POST', '/pdf-form-fill/confirm', { consent: true, signature: 'Jane Doe' });
  const [document] = await listed(`/flows/${flow.id}/documents`);
  await ask('GET', `/flows/${flow.id}/documents/${document?.id}`);
  const open = await ask('POST', '/flows', { steps: ['compliance'], user_id: user.id });
  await ask('POST', `/flows/${open.id}/cancel`, {});
  await ask(
    'POST',
    '/sessions',
    { client_id: clientId, steps: ['compliance'] },
    { ...page, authorization: '' },
  );
  await ask('DELETE', `/pdf-templates/${template.id}`);

  const customer = await ask('POST', '/payment-customers', { user_id: user.id, business_name: 'Doe LLC' });
  await listed('/payment-customers?limit=5');
  await ask('GET', `/payment-customers/${customer.id}`);
  const paying = await ask('POST', '/flows', { user_id: user.id, steps: ['manage-payments'] });
  const browser = { browser: 'b'.repeat(32) };
  const opened = await ask('POST', `/flows/${paying.id}/sessions`, browser, { ...page, authorization: '' });
  token = opened['token'];
  await does('POST', '/bank-link', { institution_id: 'sandbox-lantern' });
  const { current } = await ask('GET', '/session', undefined, payee(token));
  const { mandate } = current as { mandate: { version: string } };
  const agreed = { mandate_version: mandate.version, consent: true };
  await does('POST', '/payment-methods', { source: 'link', account_id: 'checking', ...agreed });
  const [account] = await listed(`/payment-methods?customer_id=${customer.id}&limit=5`);
  await ask('GET', `/payment-methods/${account?.id}`);
  const debit = { user_id: user.id, amount: 700, platform: 'ach', account_id: account?.id };
  await ask('POST', '/payments', debit);
  const tomorrow = new Date(server.clock.now().getTime() + 24 * 3_600_000).toISOString().slice(0, 10);
  const later = await ask('POST', '/payments', { ...debit, debit_on: tomorrow });
  await ask('POST', `/payments/${later.id}/cancel`, {});
  await ask('POST', `/payment-methods/${account?.id}/detach`, {});

  await keepsBack(server, ask);
  await reports(server, user.id, ask);
  await uploads(ask);
  const notice = await ask('POST', `${of}/b-notices`, { received: '2026-01-05' });
  await ask('GET', `${of}/b-notices`);
  await ask('PATCH', `${of}/b-notices/${notice.id}`, { letter: 'irs-147c' });
  await ask('PATCH', `${of}/b-notices/${notice.id}`, { undone: true });

  await ask('PUT', '/sandbox/sanctions-list', { names: ['Listed'] });
  const found = { ...named, last_name: 'Listed', country_code: '1', phone_number: '4155550126' };
  const listedUser = await ask('POST', '/users', found);
  const [match] = await listed(`/screening-matches?state=held&user_id=${listedUser.id}&limit=5`);
  await ask('POST', `/screening-matches/${match?.id}/confirm`, { reason: 'The same person.' });
  await ask('POST', `/screening-matches/${match?.id}/release`, { reason: 'It was a mistake.' });

  await ask('GET', `${of}/accesses`);
  await ask('GET', `${of}/export`);
  await ask('POST', `${of}/disable`, {});
  await ask('POST', `${of}/enable`, {});
  await ask('POST', `${of}/end-sessions`, {});
  await ask('POST', `${of}/vouch`, {});
  await ask('PUT', `${of}/phone`, { country_code: '1', phone_number: '4155550124' });
  const other = await ask('POST', '/users', { ...named, country_code: '1', phone_number: '4155550125' });
  await ask('DELETE', `/users/${other.id}`);

  const key = await ask('POST', '/api-keys', { name: 'billing', scopes: ['read'] });
  assert.ok((await listed('/api-keys')).some(({ id }) => id === key.id));
  await ask('DELETE', `/api-keys/${key.id}`);
  await ask('GET', '/sandbox/clock');
  await ask('POST', '/sandbox/clock', { advance: 'PT1M' });
  await ask('GET', '/sandbox/messages');
  await ask('DELETE', `/webhook-endpoints/${endpoint.id}`);
}

/** The year is over, and reported. */
async function reports(
  server: TestServer,
  userId: string,
  ask: (method: string, path: string, body?: unknown) => Promise<Answer>,
): Promise<void> {
  const was = server.clock.now();
  await ask('GET', '/tax-totals?year=2026&quarter=1&limit=5');
  await ask('GET', '/tax-totals/csv?year=2026');
  await ask('POST', '/payouts', {
    ...{ user_id: userId, amount: 250_000, platform: 'paypal', fund: true, income_type: 'services' },
  });
  for (let round = 0; round < 3; round += 1) {
    server.clock.advance(4_000);
    await server.runDueJobs();
  }
  server.clock.set(new Date(Date.UTC(was.getUTCFullYear() + 1, 0, 5)));
  const payer = { name: 'Acme Inc', tin: '12-3456789', phone: '2175550100', ...home, country: undefined };
  const made = await ask('POST', '/tax-returns', { year: was.getUTCFullYear(), form: '1099-nec', payer });
  await ask('GET', '/tax-returns?limit=5');
  await ask('GET', `/tax-returns/${made.id}`);
  await ask('GET', `/tax-returns/${made.id}/csv?kind=original`);
  await ask('GET', `/users/${userId}/tax-returns/${made.id}/pdf`);
}

/** Somebody abroad is paid, and tax is withheld. */
async function keepsBack(
  server: TestServer,
  ask: (method: string, path: string, body?: unknown) => Promise<Answer>,
): Promise<void> {
  const jana = { first_name: 'Jana', last_name: 'Beispiel', email: 'jana@example.com' };
  const user = await ask('POST', '/users', { ...jana, country_code: '49', phone_number: '15123456789' });
  const of = `/users/${user.id}`;
  await ask('POST', `${of}/send-verification-token`, {});
  await ask('POST', `${of}/verify`, { token: '123456' });
  await ask('PUT', `${of}/payout-methods`, { platform: 'paypal', email: 'jana@example.com' });
  await ask('PUT', `${of}/compliance`, {
    w8ben: {
      ...{ name: 'Jana Beispiel', citizenship_country: 'DE', date_of_birth: '1988-01-31' },
      ...{ foreign_tax_id: '86 095 742 719', place_of_work: 'both', us_work_percent: 40 },
      address: { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' },
      signature: { name: 'Jana Beispiel', email: 'jana@example.com', consent: true },
    },
  });
  const pay = { user_id: user.id, amount: 10_000, platform: 'paypal', fund: true, income_type: 'services' };
  const [one, other] = [await ask('POST', '/payouts', pay), await ask('POST', '/payouts', pay)];
  for (let round = 0; round < 3; round += 1) {
    server.clock.advance(4_000);
    await server.runDueJobs();
  }
  await ask('GET', '/transfers?withholding=held&limit=5');
  await ask('POST', `/transfers/${one.id}/withholding/remit`, {});
  await ask('POST', `/transfers/${other.id}/withholding/release`, {});
}

/** A payee abroad uploads a tax form, which is read, refused and approved. */
async function uploads(
  ask: (method: string, path: string, body?: unknown, headers?: object) => Promise<Answer>,
): Promise<void> {
  const page = { origin: allowedOrigin };
  const flow = await ask('POST', '/flows', { steps: ['compliance'] });
  const browser = { browser: 'b'.repeat(32) };
  const session = await ask('POST', `/flows/${flow.id}/sessions`, browser, { ...page, authorization: '' });
  let token = session['token'];
  const does = async (path: string, body: unknown, method = 'POST') => {
    const answer = await ask(method, `/session${path}`, body, {
      ...page,
      authorization: `Bearer ${String(token)}`,
    });
    token = (answer['renewed'] as { token?: string } | undefined)?.token ?? token;
    return answer;
  };
  await does('/authentication/code', { country: 'US', phone_number: '4155550128', channel: 'sms' });
  await does('/authentication/check', { code: '123456' });
  const { flow: seen } = (await does('/onboarding', { ...profile, country: 'DE' })) as unknown as {
    flow: { user_id: string };
  };
  await does('/compliance/upload?form=w8eci', new Uint8Array(await simplePdf()), 'PUT');
  const of = `/users/${seen.user_id}/tax-uploads`;
  const [upload] = (await ask('GET', of)).data;
  await ask('GET', `${of}/${upload?.id}/file`);
  await ask('POST', `${of}/${upload?.id}/refuse`, { reason: 'The date is missing.' });
  await ask('POST', `${of}/${upload?.id}/approve`, {
    ...{ reason: 'The date was on the back.', rate: 0, income_types: ['services'] },
    signed_on: '2026-01-05',
  });
}
