/** A tax form is held against what is known of the payee, in a flow and through the partner API. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Problem } from '../../../src/contract/problems.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import type { User } from '../../../src/contract/partner/users.ts';
import { fields, foreigner, introduced, profile } from '../payee/payee.ts';
import { addMethod, addUser, fileForm, paypal } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const compliance = '/session/compliance';
const day = 24 * 60 * 60 * 1000;
const { us_indicia_reason: _, ...unexplained } = foreigner;
const read = async (server: TestServer, id: string) =>
  (await (await server.asPartner('GET', `/v2/users/${id}`)).json()) as User;
const address = { line_1: '1 Main Street', city: 'Springfield', state: 'IL', postcode: '62701' };

describe('a W-8BEN in a flow', () => {
  test('of somebody who came from the US is believed with a reason', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const shown = payee.seen.current as RequirementOf<'compliance'>;
    assert.deepEqual([shown.said_country, shown.us_indicia], ['US', ['us-address', 'us-phone']]);
    const refusal = await payee.refused(compliance, unexplained);
    assert.deepEqual(fields(refusal), ['us_indicia_reason:required']);
    const seen = await payee.does(compliance, { ...foreigner, us_indicia_reason: 'moved-away' });
    const user = await read(server, seen.flow.user_id ?? '');
    assert.equal(user.country, 'DE', 'what was signed is where they live');
    assert.deepEqual(user.compliance.us_indicia, ['us-phone']);
    assert.equal(user.compliance.us_indicia_explained, true);
    assert.doesNotMatch(
      JSON.stringify(user),
      /moved-away/,
      'the partner is told the fact and not the reason',
    );
  });

  test('asks which country is right', async () => {
    const server = await createTestServer();
    const french = { country_code: '33', phone_number: '612345678', country: 'FR' };
    const payee = await introduced(server, ['compliance'], { ...profile, country: 'FR' }, french);
    assert.equal((payee.seen.current as RequirementOf<'compliance'>).us_indicia, undefined);
    assert.deepEqual(fields(await payee.refused(compliance, unexplained)), [
      'country_confirmed:consent-required',
    ]);
    const seen = await payee.does(compliance, { ...unexplained, country_confirmed: true });
    assert.equal((await read(server, seen.flow.user_id ?? '')).country, 'DE');
  });
});

describe('PUT /users/{id}/compliance', () => {
  const w8ben = {
    ...{ name: 'Jana Beispiel', citizenship_country: 'DE', date_of_birth: '1990-04-12' },
    ...{ foreign_tax_id: '36574261809' },
    address: { line_1: 'Beispielweg 1', city: 'Berlin', country: 'DE', postcode: '10115' },
    signature: { consent: true, name: 'Jana Beispiel', email: 'jana@example.com' },
  };
  const put = async (server: TestServer, id: string, form: object) => {
    const answer = await server.asPartner('PUT', `/v2/users/${id}/compliance`, form);
    return [answer.status, ...fields((await answer.json()) as Problem)].join(' ');
  };

  test('wants the reason for a phone in the US', async () => {
    const server = await createTestServer();
    const { id } = await addUser(server, { country: null });
    assert.equal(await put(server, id, { w8ben }), '422 w8ben.us_indicia_reason:required');
    assert.equal(
      await put(server, id, { w8ben: { ...w8ben, us_indicia_reason: 'other' } }),
      '422 w8ben.us_indicia_explanation:required',
    );
    assert.equal(await put(server, id, { w8ben: { ...w8ben, us_indicia_reason: 'contact-only' } }), '200');
  });

  test('wants to hear that another country than before is right', async () => {
    const server = await createTestServer();
    const french = { country: 'FR', phone_e164: '+33612345678', calling_code: '33' };
    const { id } = await addUser(server, french);
    assert.equal(await put(server, id, { w8ben }), '422 w8ben.country_confirmed:consent-required');
    assert.equal(await put(server, id, { w8ben: { ...w8ben, country_confirmed: true } }), '200');
  });
});

describe('a change after the form was signed', () => {
  async function filed() {
    const server = await createTestServer();
    const user = await addUser(server, { country: 'DE', phone_e164: '+4915123456789', calling_code: '49' });
    await addMethod(server, user, paypal);
    await fileForm(server, user, {}, unexplained);
    const pay = async () => {
      const body = { user_id: user.id, amount: 1_000, platform: 'paypal', fund: true };
      const answer = await server.asPartner('POST', '/v2/payouts', body);
      return answer.status === 201 ? 'paid' : ((await answer.json()) as Problem).error_code;
    };
    const change = async () => (await read(server, user.id)).compliance.tax_form_change;
    return { server, user, id: user.id, pay, change };
  }

  test('makes another form due: 30 days, then nothing is paid', async () => {
    const { server, user, id, pay, change } = await filed();
    assert.equal(await change(), null);
    const since = server.clock.now();
    await server.asPartner('PUT', `/v2/users/${id}/addresses`, { ...address, country: 'FR' });
    const due_by = new Date(since.getTime() + 30 * day).toISOString();
    assert.deepEqual(await change(), { what: 'country', since: since.toISOString(), due_by });
    server.clock.advance(30 * day - 1);
    assert.equal(await pay(), 'paid');
    server.clock.advance(1);
    assert.equal(await pay(), 'user-info-missing');
    await fileForm(server, user, { country: 'FR', tax_id_country: 'DE' }, unexplained);
    assert.deepEqual([await change(), await pay()], [null, 'paid']);
  });

  test('is asked about as soon as the payee is there', async () => {
    const { server, id } = await filed();
    const flow = async () => {
      const made = await server.asPartner('POST', '/v2/flows', {
        user_id: id,
        steps: ['compliance', 'payout'],
      });
      const { plan } = (await made.json()) as { plan: { name: string; state: string }[] };
      return plan.find(({ name }) => name === 'compliance')?.state;
    };
    await server.asPartner('PUT', `/v2/users/${id}/addresses`, { ...address, country: 'US' });
    assert.notEqual(await flow(), 'skipped');
  });

  test('is none within the country, and an address that was a mistake is taken back', async () => {
    const { server, id, change } = await filed();
    const move = (country: string) =>
      server.asPartner('PUT', `/v2/users/${id}/addresses`, { ...address, state: 'BE', country });
    await move('DE');
    assert.equal(await change(), null);
    await move('US');
    assert.equal((await change())?.what, 'us-address');
    await move('DE');
    assert.equal(await change(), null);
  });

  test('is a phone in the US', async () => {
    const { server, id, change } = await filed();
    const body = { country_code: '1', phone_number: '4155550199' };
    await server.asPartner('PUT', `/v2/users/${id}/phone`, body);
    assert.equal((await change())?.what, 'us-phone');
  });
});

test('a W-8BEN of somebody who lives in the US is not on file', async () => {
  const server = await createTestServer();
  const user = await addUser(server);
  await addMethod(server, user, paypal);
  await fileForm(server, user, foreigner);
  const big = { user_id: user.id, amount: 300_000, platform: 'paypal', fund: true };
  const answer = await server.asPartner('POST', '/v2/payouts', big);
  assert.equal(((await answer.json()) as Problem).error_code, 'user-info-missing');
});
