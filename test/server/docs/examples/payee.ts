/** Calls of the element, in a payee's session. */
import { Webhook } from 'standardwebhooks';
import { disclosureVersion } from '../../../../src/contract/steps/background-check.ts';
import type { RequirementOf } from '../../../../src/contract/steps/session.ts';
import { allowedOrigin, clientId } from '../../support.ts';
import type { TestServer } from '../../support.ts';
import {
  atIdentity,
  begins,
  chooses,
  handsOff,
  looks,
  opensLink,
  shows,
  submits,
  tries,
} from '../../payee/identity.ts';
import {
  bankAccount,
  introduced,
  newFlow,
  newPhone,
  openFlow,
  person,
  profile,
  request,
  secretOf,
} from '../../payee/payee.ts';
import { simplePdf } from '../../../support/pdf-forms.ts';
import { ask } from './partner.ts';

/** A new payee: phone, code, names, tax form, bank account. */
export async function onboarding(server: TestServer): Promise<void> {
  const redirect = { name: 'redirect', redirect_url: 'https://shop.example/done' };
  const steps = ['compliance', 'manage-payouts', redirect];
  const flow = await ask(server, 'POST', '/flows', { steps });
  const payee = await openFlow(server, String(flow['id']));
  await payee.does('/session', undefined, 'GET');
  await payee.introduces();
  await payee.does('/session/extend');
  await payee.call('PUT', '/session/draft', { step: 'compliance', values: { city: 'Springfield' } });
  await payee.does('/session/compliance', person);
  await payee.call('GET', '/session/banks/110000000');
  await payee.does('/session/payout-methods', bankAccount);
  await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jane@example.com' });
  const { methods } = payee.seen.current as RequirementOf<'manage-payouts'>;
  const [first, second] = methods;
  await payee.does(`/session/payout-methods/${second?.id}/default`, {}, 'PUT');
  await payee.does(`/session/payout-methods/${first?.id}`, undefined, 'DELETE');
  await payee.does('/session/auto-payout', { enabled: true }, 'PUT');
  await payee.does('/session/manage-payouts');
  await payee.does('/session/visit', { step: payee.seen.back_to });
  await payee.does('/session/visit', { step: 'redirect' });
  await payee.does('/session/redirect');
  await payee.does('/session/return');
  const stream = await server.app.request('/v2/session/events', {
    headers: { authorization: `Bearer ${payee.token}` },
  });
  await stream.body?.cancel();
  const refreshed = await payee.call('POST', '/session/refresh');
  payee.token = refreshed.body.token;
  await server.app.request('/v2/session', {
    method: 'DELETE',
    headers: { authorization: `Bearer ${payee.token}`, origin: allowedOrigin },
  });
}

/** A form that is filled in elsewhere: refused at first, and then approved. */
export async function uploadingAForm(server: TestServer): Promise<void> {
  const payee = await introduced(server, ['compliance'], { ...profile, country: 'DE' });
  const upload = async (title: string) =>
    server.app.request('/v2/session/compliance/upload?form=w8eci', {
      method: 'PUT',
      headers: {
        ...{ origin: allowedOrigin, authorization: `Bearer ${payee.token}` },
        'content-type': 'application/pdf',
      },
      body: (await simplePdf(title)) as BodyInit,
    });
  const of = `/users/${payee.seen.flow.user_id}/tax-uploads`;
  const newest = async () =>
    ((await ask(server, 'GET', of)) as unknown as { data: readonly { id: string }[] }).data[0]?.id ?? '';
  await upload('Unsigned');
  await ask(server, 'POST', `${of}/${await newest()}/refuse`, { reason: 'The signature is missing.' });
  await upload('Signed');
  const id = await newest();
  await ask(server, 'GET', `${of}/${id}/file`);
  const reason = 'Signed; the number on line 7 is that of the letter that they sent.';
  await ask(server, 'POST', `${of}/${id}/approve`, { reason, signed_on: '2026-01-02' });
}

/** A page without a back end. */
export async function withoutBackEnd(server: TestServer): Promise<void> {
  const body = { client_id: clientId, steps: ['manage-payouts'], browser: secretOf('test') };
  await request(server, 'POST', '/sessions', body);
}

/** A payee who comes back after a year, in another browser. */
export async function comingBack(server: TestServer): Promise<void> {
  await (await introduced(server, ['compliance', 'manage-payouts'])).does('/session/compliance', person);
  server.clock.advance(400 * 24 * 3_600_000);
  const back = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id, 'another');
  await back.authenticates(newPhone);
  await back.does('/session/authentication/known', { date_of_birth: person.date_of_birth });
}

/** Money in the wallet goes out, once well and once not. */
export async function withdrawing(server: TestServer): Promise<void> {
  const payee = await introduced(server, ['payout']);
  const seen = () => payee.seen.current as RequirementOf<'payout'>;
  await ask(server, 'POST', '/transfers', { user_id: payee.seen.flow.user_id, amount: -500_00 });
  await payee.does('/session/payout-methods', { ...bankAccount, account_number: '000333333338' });
  const pays = async (amount: number) => {
    const method_id = seen().methods[0]?.id;
    await payee.does('/session/payout/review', { amount, method_id });
    await payee.does('/session/payout', { id: seen().review?.id });
    await server.runDueJobs();
    server.clock.advance(10_000);
    await server.runDueJobs();
    await payee.does('/session', undefined, 'GET');
  };
  await pays(50_00);
  await payee.does('/session/payout/again');
  await payee.does(`/session/payout-methods/${seen().methods[0]?.id}`, bankAccount, 'PUT');
  await pays(50_00);
  await payee.does('/session/payout/continue');
}

/** Photos of a passport, on the phone and here. */
export async function showingPapers(server: TestServer): Promise<void> {
  const one = await atIdentity(server, 'Blurry');
  await chooses(one);
  const { upload_id } = await begins(one, 'front', 100);
  await one.call('GET', `/session/id-verification/uploads/${upload_id}`);
  await one.does(`/session/id-verification/uploads/${upload_id}`, undefined, 'DELETE');
  await tries(server, one);
  await one.does('/session/id-verification/restart');
  const link = await handsOff(one);
  await opensLink(server, link.token);
  await looks(one);
  await one.does('/session/id-verification/handoff/cancel');
}

/** The phone takes the step back that the desktop had taken. */
export async function takingBack(server: TestServer): Promise<void> {
  const desktop = await atIdentity(server);
  const opened = await opensLink(server, (await handsOff(desktop)).token);
  await desktop.does('/session/id-verification/handoff/cancel');
  const authorization = `Bearer ${opened.body.token}`;
  await request(server, 'POST', '/session/id-verification/handoff/take', {}, { authorization });
}

/** What a vendor of identity checks finds, days later. */
export async function callingBack(server: TestServer, secret: string): Promise<void> {
  const one = await atIdentity(server);
  await shows(server, one);
  await submits(one);
  await server.runDueJobs();
  const [check] = await server.db.query<{ id: string }>('select id from id_checks');
  const body = JSON.stringify({
    check_id: check?.id,
    status: 'verified',
    document: {
      first_name: 'JANE',
      last_name: 'DOE',
      date_of_birth: '1990-04-12',
      expires: '2031-05-01',
      mrz: null,
    },
  });
  const now = server.clock.now();
  await server.app.request('/v2/providers/id-verification/callback', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'webhook-id': 'evt_1',
      'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign('evt_1', now, body),
    },
    body,
  });
}

/** A background check that passes, and one whose report the partner has to read. */
export async function beingChecked(server: TestServer): Promise<void> {
  const at = '/session/background-check';
  const payee = await introduced(server, ['background-check']);
  const { date_of_birth, line_1, city, state, postcode } = person;
  const details = { date_of_birth, line_1, city, state, postcode, ssn: '123450012' };
  const disclosed = { disclosure_version: disclosureVersion };
  await payee.does(`${at}/details`, details);
  await payee.does(`${at}/disclosure`, disclosed);
  await payee.does(`${at}/authorization`, { ...disclosed, signature: 'Jane Doe', consent: true });
  await server.runDueJobs();
  await payee.does(`${at}/continue`);
}

/** An account that the app may debit: by its numbers, and by signing in at the bank. */
export async function connecting(server: TestServer): Promise<void> {
  const payee = await introduced(server, ['manage-payments']);
  const seen = () => payee.seen.current as RequirementOf<'manage-payments'>;
  const agreed = () => ({ mandate_version: seen().mandate.version, consent: true });
  const { platform: _, ...numbers } = bankAccount;
  await payee.does('/session/payment-methods', { source: 'manual', ...numbers, ...agreed() });
  await server.runDueJobs();
  const id = seen().methods[0]?.id ?? '';
  await payee.does(`/session/payment-methods/${id}/deposits`, { amount_1: '32', amount_2: '45' });
  await payee.call('GET', '/session/institutions?q=Juniper');
  await payee.does('/session/bank-link', { institution_id: 'sandbox-juniper' });
  await payee.does('/session/bank-link/answer', { answer: '123456' });
  await payee.does('/session/payment-methods', { source: 'link', account_id: 'savings', ...agreed() });
  const second = seen().methods.find((method) => method.id !== id)?.id ?? '';
  await payee.does(`/session/payment-methods/${second}/default`, {}, 'PUT');
  await payee.does(`/session/payment-methods/${id}`, undefined, 'DELETE');
  await payee.does('/session/bank-link', { institution_id: 'sandbox-meadow' });
  await payee.does('/session/bank-link/look', {});
  await payee.does('/session/bank-link', undefined, 'DELETE');
  await payee.does('/session/manage-payments');
}

/** Steps that wait: for a tax number that the office has not looked at, and for another site. */
export async function waiting(server: TestServer): Promise<void> {
  const steps = ['compliance', { name: 'redirect', redirect_url: 'https://shop.example/done' }] as const;
  const payee = await introduced(server, [...steps], profile);
  await payee.does('/session/compliance', { ...person, tin: '123-45-0002' });
  if (payee.seen.current?.step === 'compliance') await payee.does('/session/compliance/continue');
  await payee.does('/session/redirect');
}
