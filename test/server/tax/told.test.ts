/** What partners are told of tax forms: each once of a form, also where two processes look. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { webhookPayload } from '../../../src/contract/partner/webhooks.ts';
import type { WebhookPayload } from '../../../src/contract/partner/webhooks.ts';
import { taxFormsOf } from '../../../src/server/db/tax-forms.ts';
import type { TaxFormRow } from '../../../src/server/db/tax-forms.ts';
import { tellExpiries, tellVerdict } from '../../../src/server/tax/tell-form.ts';
import { addUser, fileForm } from '../ledger/support.ts';
import { foreigner, introduced, person, profile } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

type FormEvent = Extract<WebhookPayload, { tax_form_id: string }>;

async function told({ db }: TestServer): Promise<FormEvent[]> {
  const rows = await db.query<{ payload: unknown }>(
    `select payload from webhook_messages where event like 'tax_form.%' order by created, ctid`,
  );
  return rows.map(({ payload }) => webhookPayload.parse(payload) as FormEvent);
}
const events = async (server: TestServer) =>
  (await told(server)).map((payload) =>
    [
      payload.event.replace('tax_form.', ''),
      ...('days_left' in payload ? [payload.days_left] : []),
      ...('reason' in payload ? [payload.reason, payload.must] : []),
    ].join(' '),
  );

async function filed(form: object, country = 'US') {
  const server = await createTestServer();
  const payee = await introduced(server, ['compliance'], { ...profile, country });
  await payee.does('/session/compliance', form);
  return server;
}

describe('the partner is told of a tax form', () => {
  it('when it is filed, and what the tax authority says of its number', async () => {
    assert.deepEqual(await events(await filed(person)), ['filed', 'matched']);
    assert.deepEqual(await events(await filed(foreigner, 'DE')), ['filed']);
    const mismatched = await filed({ ...person, tin: '412550001' });
    assert.deepEqual(await events(mismatched), ['filed', 'mismatched', 'due mismatched false']);
    const [first] = await told(mismatched);
    assert.deepEqual(
      [first?.form, first?.tax_id_verification, first?.holds_until],
      ['w9', 'mismatched', null],
    );
    assert.ok(!JSON.stringify(await told(mismatched)).includes('412550001'));
  });

  it('when the tax authority answers later', async () => {
    const server = await filed({ ...person, tin: '412550002' });
    assert.deepEqual(await events(server), ['filed']);
    server.clock.advance(6_000);
    await server.runDueJobs();
    assert.deepEqual(await events(server), ['filed', 'matched']);
  });

  it('when something of the payee changes that it depends on, once', async () => {
    const server = await filed(foreigner, 'DE');
    const [user] = await server.db.query<{ id: string }>('select id from users');
    const move = async (country: string) => {
      const place =
        country === 'FR' ? { city: 'Paris', postcode: '75001' } : { city: 'Berlin', postcode: '10115' };
      const address = { line_1: 'Beispielweg 1', state: place.city, country, ...place };
      const answer = await server.asPartner('PUT', `/v2/users/${user?.id}/addresses`, address);
      const { status } = answer;
      assert.equal(status, 200, await answer.text());
    };
    await move('FR');
    await move('DE');
    await move('FR');
    assert.deepEqual(await events(server), ['filed', 'due changed false']);
    const until = (await told(server)).at(-1)?.holds_until;
    assert.equal(until, new Date(server.clock.now().getTime() + 30 * 24 * 3_600_000).toISOString());
  });

  it('when a B-notice is recorded', async () => {
    const server = await filed(person);
    const [user] = await server.db.query<{ id: string }>('select id from users');
    await server.asPartner('POST', `/v2/users/${user?.id}/b-notices`, {});
    assert.deepEqual(await events(server), ['filed', 'matched', 'due b-notice false']);
  });

  it('of a wrong number on a form that was replaced, and that none is wanted for it', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await fileForm(server, user, {}, person);
    const [old] = await taxFormsOf(server.db, user.id);
    const wrong = { ...(old as TaxFormRow), tin_status: 'mismatched' } as const;
    await fileForm(server, user, {}, person);
    await server.db.transaction((tx) => tellVerdict(server.deps, tx, user, wrong));
    assert.deepEqual(await events(server), ['mismatched']);
  });

  it('60, 30 and 7 days before it expires, and then, each once', async () => {
    const server = await createTestServer();
    const user = await addUser(server, { country: 'DE' });
    await fileForm(server, user);
    const at = async (moment: string) => {
      server.clock.set(moment);
      // Two processes look at the same time, and one a while later.
      await Promise.all([tellExpiries(server.deps), tellExpiries(server.deps)]);
      await tellExpiries(server.deps);
      return events(server);
    };
    // Signed in 2026, it holds until the end of 2029 (Treas. Reg. §1.1441-1(e)(4)(ii)(A)).
    assert.deepEqual(await at('2028-12-31T12:00:00Z'), []);
    assert.deepEqual(await at('2029-11-01T12:00:00Z'), []);
    assert.deepEqual(await at('2029-11-02T12:00:00Z'), ['expiring 60']);
    assert.deepEqual(await at('2029-12-02T12:00:00Z'), ['expiring 60', 'expiring 30']);
    const all = ['expiring 60', 'expiring 30', 'expiring 7'];
    assert.deepEqual(await at('2029-12-25T12:00:00Z'), all);
    assert.deepEqual(await at('2030-01-01T00:00:00Z'), [...all, 'expired', 'due expired true']);
    assert.deepEqual(await at('2031-01-01T00:00:00Z'), [...all, 'expired', 'due expired true']);
  });

  it('once of what holds now, where nobody looked for a while', async () => {
    const server = await createTestServer();
    await fileForm(server, await addUser(server, { country: 'DE' }));
    server.clock.set('2029-12-30T00:00:00Z');
    await tellExpiries(server.deps);
    assert.deepEqual(await events(server), ['expiring 2']);
  });

  it('and not of one that was replaced, or of somebody who was deleted', async () => {
    const server = await createTestServer();
    const [renewed, gone] = [
      await addUser(server, { country: 'DE' }),
      await addUser(server, { country: 'DE' }),
    ];
    await fileForm(server, renewed);
    await fileForm(server, gone);
    server.clock.set('2028-06-01T00:00:00Z');
    await fileForm(server, renewed);
    assert.equal((await server.asPartner('DELETE', `/v2/users/${gone.id}`)).status, 200);
    server.clock.set('2030-01-02T00:00:00Z');
    await tellExpiries(server.deps);
    assert.deepEqual(await events(server), []);
  });
});
