/** A payee whom sanctions screening stops is let go by a document, and not by another name. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { atIdentity, identity, tries } from './identity.ts';
import { fields, introduced, messages, newFlow, openFlow, profile, request } from './payee.ts';
import type { Payee } from './payee.ts';

const forcedOnboarding = { name: 'onboarding' as const, force: true };

async function standing(
  server: TestServer,
  id: string,
): Promise<[UserRow['ofac_status'], UserRow['id_status']]> {
  const [row] = await server.db.query<UserRow>('select ofac_status, id_status from users where id = $1', [
    id,
  ]);
  assert.ok(row);
  return [row.ofac_status, row.id_status];
}

const idOf = (one: Payee) => one.seen.flow.user_id ?? '';

const names = async (server: TestServer, user_id: string, given: object): Promise<Payee> => {
  const one = await openFlow(
    server,
    (await newFlow(server, [forcedOnboarding, 'manage-payouts'], { user_id })).id,
  );
  await one.does('/session/onboarding', given);
  return one;
};

describe('a payee whom screening holds', () => {
  for (const held of ['id_verification_required', 'in_review', 'flagged'] as const)
    it(`stays ${held} when they give another name`, async () => {
      const server = await createTestServer();
      const user_id = idOf(await introduced(server, ['manage-payouts']));
      await updateUser(server.db, user_id, { ofac_status: held });
      await names(server, user_id, { ...profile, last_name: 'Roe' });
      assert.equal((await standing(server, user_id))[0], held);
    });

  it('stays flagged, after failing for good, when they say what their profile lacks', async () => {
    const server = await createTestServer();
    const user_id = idOf(
      await introduced(server, ['manage-payouts'], { ...profile, last_name: 'Sanctioned' }),
    );
    await updateUser(server.db, user_id, { ofac_status: 'flagged', id_status: 'failed', email: null });
    const one = await openFlow(server, (await newFlow(server, ['onboarding'], { user_id })).id);
    await one.does('/session/onboarding', { email: 'again@example.com' });
    assert.deepEqual(await standing(server, user_id), ['flagged', 'failed']);
  });

  it('cannot ask with the client id for steps to be forced', async () => {
    const server = await createTestServer();
    for (const name of ['onboarding', 'compliance', 'id-verification', 'manage-payments']) {
      const made = (force: boolean) =>
        request(server, 'POST', '/sessions', {
          client_id: 'pk_sandbox_demo',
          steps: ['authentication', { name, force }],
        });
      const { status, body } = await made(true);
      assert.deepEqual([status, fields(body)], [422, ['steps[1].force:force-not-allowed']], name);
      assert.equal((await made(false)).status, 201);
    }
  });
});

describe('another name', () => {
  it('brings a payee under a hold, and tells the partner', async () => {
    const server = await createTestServer();
    const user_id = idOf(await introduced(server, ['manage-payouts']));
    const one = await names(server, user_id, { ...profile, last_name: 'Sanctioned' });
    assert.deepEqual(await standing(server, user_id), ['id_verification_required', 'unverified']);
    assert.equal(identity(one).reason, 'screening');
    assert.equal((await messages(server, 'user.updated')).length, 1);
  });

  it('is not the one on the document that was verified', async () => {
    const server = await createTestServer();
    const first = await atIdentity(server);
    await tries(server, first);
    await names(server, idOf(first), { ...profile, first_name: ' jane' });
    assert.deepEqual(
      await standing(server, idOf(first)),
      ['unflagged', 'verified'],
      'the same name, typed otherwise',
    );
    await names(server, idOf(first), { ...profile, last_name: 'Roe' });
    assert.deepEqual(await standing(server, idOf(first)), ['unflagged', 'unverified']);
    const again = await openFlow(
      server,
      (await newFlow(server, ['id-verification'], { user_id: idOf(first) })).id,
    );
    assert.equal(identity(again).phase, 'choose');
  });

  it('grants no new tries to a payee who failed for good', async () => {
    const server = await createTestServer();
    const user_id = idOf(await introduced(server, ['manage-payouts']));
    await updateUser(server.db, user_id, { ofac_status: 'flagged', id_status: 'failed' });
    await names(server, user_id, { ...profile, last_name: 'Roe' });
    assert.deepEqual(await standing(server, user_id), ['flagged', 'failed']);
  });
});
