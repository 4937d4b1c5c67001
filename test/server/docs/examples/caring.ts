/** Calls of a partner's server that cares for its webhooks and its wallet. */
import { webhookEventNames } from '../../../../src/contract/partner/webhooks.ts';
import type { RequirementOf } from '../../../../src/contract/steps/session.ts';
import { introduced } from '../../payee/payee.ts';
import type { TestServer } from '../../support.ts';
import { ask } from './partner.ts';

/** Webhooks that are changed, tested and sent once more. */
export async function caringForWebhooks(server: TestServer): Promise<void> {
  const made = await ask(server, 'POST', '/webhook-endpoints', { url: 'https://hooks.shop.example/dots' });
  const at = `/webhook-endpoints/${String(made['id'])}`;
  await ask(server, 'PATCH', at, { events: ['flow.completed'], description: 'Sellers' });
  await ask(server, 'POST', `${at}/rotate-secret`);
  await ask(server, 'DELETE', `${at}/previous-secret`);
  await introduced(server, ['manage-payouts']);
  const since = new Date(server.clock.now().getTime() - 3_600_000).toISOString();
  await ask(server, 'POST', `${at}/test`, {});
  await server.runDueJobs();
  const { data } = (await ask(server, 'GET', `${at}/deliveries?limit=1`)) as unknown as {
    readonly data: readonly { readonly id: string }[];
  };
  await ask(server, 'GET', `${at}/deliveries/${data[0]?.id}`);
  await ask(server, 'POST', `${at}/replay`, { since });
  await ask(server, 'POST', `${at}/recover`);
  for (const event of webhookEventNames) await ask(server, 'POST', '/sandbox/webhooks', { event });
  // The stream goes on until whoever listens leaves.
  await (await server.asPartner('GET', '/v2/sandbox/webhooks')).body?.cancel();
}

/** Money for somebody whom the partner knows by phone: sent by a link, called off, and paid at once. */
export async function sendingMoney(server: TestServer): Promise<void> {
  const jane = { first_name: 'Jane', last_name: 'Doe', country_code: '1', phone_number: '4155550100' };
  const made = await ask(server, 'POST', '/payout-links', {
    ...{ amount: 12_500, payee: jane, delivery: { method: 'sms', message: 'See you next year!' } },
    ...{ memo: 'Prize of the summer run', metadata: { run: 'summer' } },
  });
  const at = `/payout-links/${String(made['id'])}`;
  await server.runDueJobs();
  await ask(server, 'GET', '/sandbox/messages');
  await ask(server, 'GET', at);
  await ask(server, 'GET', '/payout-links?phone_number=14155550100&limit=1');
  await ask(server, 'POST', `${at}/redeliver`);
  await ask(server, 'DELETE', at);
  const user = await ask(server, 'POST', '/users', { ...jane, email: 'jane@example.com' });
  const of = `/users/${String(user['id'])}`;
  await ask(server, 'POST', `${of}/send-verification-token`, {});
  await ask(server, 'POST', `${of}/verify`, { token: '123456' });
  await ask(server, 'PUT', `${of}/payout-methods`, { platform: 'paypal', email: 'jane@example.com' });
  await ask(server, 'POST', '/payouts/send-payout', { amount: 12_500, user_id: user['id'], memo: 'Fee' });
}

/** The app's wallet: what it holds, and what comes in and goes out. */
export async function fillingTheWallet(server: TestServer): Promise<void> {
  const at = `/apps/${server.partner.id}`;
  await ask(server, 'GET', '/apps');
  await ask(server, 'GET', at);
  await ask(server, 'POST', `${at}/deposit`, { amount: 500_000 });
  await ask(server, 'POST', `${at}/withdraw`, { amount: 100_000 });
  await ask(server, 'POST', `${at}/change_settings`, { refill_threshold: 1_000_000 });
  const { data } = (await ask(server, 'GET', '/transactions?limit=2')) as unknown as {
    readonly data: readonly { readonly id: number }[];
  };
  await ask(server, 'GET', `/transactions/${data[0]?.id}`);
  const month = `${at}/statements/${server.clock.now().toISOString().slice(0, 7)}`;
  await ask(server, 'GET', month);
  await ask(server, 'GET', `${month}/csv`);
  await ask(server, 'GET', `${month}/pdf`);
}

/** Many payouts by one call: one is paid, and one names nobody. */
export async function payingMany(server: TestServer): Promise<void> {
  const payee = await introduced(server, ['manage-payouts']);
  await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
  const row = { amount: 2_500, platform: 'paypal', fund: true };
  const made = await ask(server, 'POST', '/payout-batches', {
    items: [
      {
        ...{ user_id: payee.seen.flow.user_id, ...row, metadata: { invoice: 'INV-17' } },
        idempotency_key: 'c3d4e5f6-a7b8-49c0-91d2-e3f4a5b6c7d8',
      },
      {
        ...{ user_id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', ...row },
        idempotency_key: 'd4e5f6a7-b8c9-4ad1-a2e3-f4a5b6c7d8e9',
      },
    ],
    idempotency_key: 'a7bb54d2-7342-4d13-a8aa-9d999753128b',
    metadata: { week: '2026-09' },
  });
  await server.runDueJobs();
  await ask(server, 'GET', '/payout-batches?limit=1');
  await ask(server, 'GET', `/payout-batches/${made['id']}`);
  await ask(server, 'GET', `/payout-batches/${made['id']}/results?include_request=true`);
}

/** Somebody abroad is paid, and what was kept back of it is remitted, or released. */
export async function keepingBack(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', {
    ...{ first_name: 'Jana', last_name: 'Beispiel', email: 'jana@example.com' },
    ...{ country_code: '49', phone_number: '15123456789' },
  });
  const at = `/users/${user['id']}`;
  await ask(server, 'POST', `${at}/send-verification-token`, {});
  await ask(server, 'POST', `${at}/verify`, { token: '123456' });
  await ask(server, 'PUT', `${at}/payout-methods`, { platform: 'paypal', email: 'jana@example.com' });
  await ask(server, 'PUT', `${at}/compliance`, {
    w8ben: {
      ...{ name: 'Jana Beispiel', citizenship_country: 'DE', date_of_birth: '1988-01-31' },
      ...{ foreign_tax_id: '86 095 742 719', place_of_work: 'both', us_work_percent: 40 },
      address: { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' },
      signature: { name: 'Jana Beispiel', email: 'jana@example.com', consent: true },
    },
  });
  const pay = {
    user_id: user['id'],
    amount: 10_000,
    platform: 'paypal',
    fund: true,
    income_type: 'services',
  };
  const [one, other] = [
    await ask(server, 'POST', '/payouts', pay),
    await ask(server, 'POST', '/payouts', pay),
  ];
  for (let round = 0; round < 3; round += 1) {
    server.clock.advance(4_000);
    await server.runDueJobs();
  }
  await ask(server, 'GET', '/transfers?withholding=held&limit=2');
  await ask(server, 'POST', `/transfers/${one['id']}/withholding/remit`);
  await ask(server, 'POST', `/transfers/${other['id']}/withholding/release`);
}

/** A year is over: what was paid in it, the returns that are made of it, and the copy for the payee. */
export async function reportingTaxes(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', {
    ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
    ...{ country_code: '1', phone_number: '4155550100' },
  });
  const of = `/users/${String(user['id'])}`;
  await ask(server, 'POST', `${of}/send-verification-token`, {});
  await ask(server, 'POST', `${of}/verify`, { token: '123456' });
  await ask(server, 'PUT', `${of}/payout-methods`, { platform: 'paypal', email: 'jane@example.com' });
  const address = { line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' };
  await ask(server, 'PUT', `${of}/compliance`, {
    w9: {
      ...{ entity_type: 'individual', first_name: 'Jane', last_name: 'Doe', tin: '123-45-6789' },
      ...{ date_of_birth: '1990-04-12', address: { ...address, country: 'US' } },
    },
  });
  const { data } = (await ask(server, 'GET', `${of}/tax-forms`)) as unknown as {
    readonly data: readonly { readonly id: string }[];
  };
  await ask(server, 'GET', `${of}/tax-forms/${data[0]?.id}/numbers`);
  const pay = { user_id: user['id'], platform: 'paypal', fund: true };
  await ask(server, 'POST', '/payouts', { ...pay, amount: 250_000, income_type: 'services' });
  for (let round = 0; round < 2; round += 1) {
    server.clock.advance(4_000);
    await server.runDueJobs();
  }
  server.clock.set('2027-01-05T09:00:00.000Z');
  await ask(server, 'GET', '/tax-totals?year=2026&limit=1');
  await ask(server, 'GET', '/tax-totals/csv?year=2026&quarter=1');
  const payer = {
    ...{ name: 'Acme Market Inc', tin: '123456789', line_1: '1 Market Street', city: 'Springfield' },
    ...{ state: 'IL', postcode: '62701', phone: '2175550100' },
  };
  const made = await ask(server, 'POST', '/tax-returns', { year: 2026, form: '1099-nec', payer });
  await ask(server, 'GET', '/tax-returns?limit=1');
  await ask(server, 'GET', `/tax-returns/${String(made['id'])}`);
  await ask(server, 'GET', `/tax-returns/${String(made['id'])}/csv?kind=original`);
  await ask(server, 'GET', `${of}/tax-returns/${String(made['id'])}/pdf`);
}

/** The IRS says that a number is wrong, and confirms it later. */
export async function hearingFromTheIrs(server: TestServer): Promise<void> {
  const user = await ask(server, 'POST', '/users', {
    ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
    ...{ country_code: '1', phone_number: '4155550100' },
  });
  const at = `/users/${user['id']}/b-notices`;
  const received = server.clock.now().toISOString().slice(0, 10);
  const notice = await ask(server, 'POST', at, { received });
  await ask(server, 'GET', at);
  await ask(server, 'PATCH', `${at}/${notice['id']}`, { letter: 'irs-147c' });
}

/** A name comes on a list: one is somebody else, and one is who is listed. */
export async function deciding(server: TestServer): Promise<void> {
  const jane = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' };
  for (const phone_number of ['4155550100', '4155550101'])
    await ask(server, 'POST', '/users', { ...jane, country_code: '1', phone_number });
  await ask(server, 'PUT', '/sandbox/sanctions-list', { names: ['Doe'] });
  await server.runDueJobs();
  const { data } = (await ask(server, 'GET', '/screening-matches?state=held&limit=2')) as unknown as {
    readonly data: readonly { readonly id: string }[];
  };
  const at = ({ id = '' } = {}) => `/screening-matches/${id}`;
  await ask(server, 'POST', `${at(data[0])}/release`, { reason: 'Born 1990; the listed one was born 1961.' });
  await ask(server, 'POST', `${at(data[1])}/confirm`, {
    reason: 'The passport number is that of the entry.',
  });
}

/** A customer connects an account, is debited, and revokes that. */
export async function debiting(server: TestServer): Promise<void> {
  const payee = await introduced(server, ['manage-payments']);
  const { user_id } = payee.seen.flow;
  const jane = { first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' };
  const customer = await ask(server, 'POST', '/payment-customers', {
    ...{ user_id, ...jane, metadata: { plan: 'gold' } },
  });
  await ask(server, 'GET', '/payment-customers?limit=1');
  await ask(server, 'GET', `/payment-customers/${customer['id']}`);
  await payee.does('/session/bank-link', { institution_id: 'sandbox-lantern' });
  const { mandate } = payee.seen.current as RequirementOf<'manage-payments'>;
  const agreed = { mandate_version: mandate.version, consent: true };
  await payee.does('/session/payment-methods', { source: 'link', account_id: 'checking', ...agreed });
  const { data } = (await ask(
    server,
    'GET',
    `/payment-methods?customer_id=${customer['id']}`,
  )) as unknown as {
    readonly data: readonly { readonly id: string }[];
  };
  const account = data[0]?.id;
  await ask(server, 'GET', `/payment-methods/${account}`);
  const debit = { customer_id: customer['id'], amount: 4_900, platform: 'ach', account_id: account };
  await ask(server, 'POST', '/payments', { ...debit, metadata: { invoice: 'INV-18' } });
  const later = await ask(server, 'POST', '/payments', { ...debit, debit_on: '2026-03-20' });
  await ask(server, 'POST', `/payments/${later['id']}/cancel`);
  await ask(server, 'POST', `/payment-methods/${account}/detach`, {});
}
