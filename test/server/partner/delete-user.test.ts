/** Nothing that no law keeps outlives the user, in whatever state it is when the partner deletes them. */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { removeOldPictures } from '../../../src/server/payee/id-verification/retention.ts';
import { simplePdf } from '../../support/pdf-forms.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { atIdentity, begins, chooses, sends, shows, submits } from '../payee/identity.ts';
import { introduced, newFlow, openFlow, person, profile } from '../payee/payee.ts';
import type { Payee } from '../payee/payee.ts';

let server: TestServer;

beforeEach(async () => {
  server = await createTestServer();
});

const count = async (table: string) => (await server.db.query(`select 1 from ${table}`)).length;
const deletes = async (one: Payee) => {
  const answer = await server.asPartner('DELETE', `/v2/users/${one.seen.flow.user_id}`);
  assert.equal(answer.status, 200);
};

describe('with the user go', () => {
  const states: Readonly<Record<string, (one: Payee) => Promise<unknown>>> = {
    'awaits a verdict': async (one) => {
      await shows(server, one);
      await submits(one);
    },
    'was not submitted': (one) => shows(server, one),
    'is half sent': async (one) => {
      await chooses(one);
      const { upload_id } = await begins(one, 'front', 1_000_000);
      const half = await sends(server, one, upload_id, 0, Buffer.alloc(1_000));
      assert.equal(half.status, 200);
    },
  };
  for (const [state, reach] of Object.entries(states))
    test(`photos of an ID check that ${state}`, async () => {
      const one = await atIdentity(server);
      await reach(one);
      assert.notEqual((await count('id_images')) + (await count('id_upload_parts')), 0);
      await deletes(one);
      assert.deepEqual([await count('id_images'), await count('id_upload_parts')], [0, 0]);
      // The provider's look at them, which is still to come, finds nothing.
      await server.runDueJobs();
      // An operator's own store is emptied by the same run that removes other pictures.
      const [waiting] = await server.db.query('select 1 from id_uploads where delete_at is null');
      assert.equal(waiting, undefined);
      await removeOldPictures(server.deps);
      assert.equal(await count('id_uploads'), 0);
    });

  test('the phones to which codes were sent', async () => {
    const one = await atIdentity(server);
    const codes = () => server.db.query('select phone_e164 from codes');
    assert.notDeepEqual(await codes(), []);
    await deletes(one);
    assert.deepEqual(await codes(), []);
  });

  test('the phone in flows where somebody was asked for what they know', async () => {
    const one = await introduced(server, ['compliance']);
    await one.does('/session/compliance', person);
    server.clock.advance(2 * 24 * 3_600_000);
    const other = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id, 'another browser');
    await other.authenticates();
    assert.equal(other.seen.authenticated, false);
    await deletes(one);
    const rows = await server.db.query(
      'select phone_e164, phone_country, phone_channel from flows where phone_e164 is not null',
    );
    assert.deepEqual([rows, await server.db.query('select phone_e164 from codes')], [[], []]);
    // The number is free: whoever has it now begins anew.
    await other.authenticates();
    assert.equal((await other.does('/session/onboarding', profile)).authenticated, true);
  });
});

test('what is kept is told, also where it has no end', async () => {
  const headers = { authorization: basicAuth(), 'content-type': 'application/pdf' };
  const body = new Uint8Array(await simplePdf());
  const uploaded = await server.app.request('/v2/pdf-templates', { method: 'POST', headers, body });
  const { id: template_id } = (await uploaded.json()) as { id: string };
  const one = await introduced(server, [{ name: 'pdf-form-fill', template_id }]);
  await one.does('/session/pdf-form-fill', {});
  await one.does('/session/pdf-form-fill/confirm', { consent: true });
  const answer = await server.asPartner('DELETE', `/v2/users/${one.seen.flow.user_id}`);
  const { kept } = (await answer.json()) as { kept: object[] };
  assert.deepEqual(kept, [{ what: 'documents', count: 1, until: null }]);
  const list = await server.asPartner('GET', `/v2/flows/${one.flowId}/documents`);
  assert.equal(((await list.json()) as { data: object[] }).data.length, 1);
});
