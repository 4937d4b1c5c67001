/** After something is filed under their name the payee goes back to it no more. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, test } from 'node:test';
import type { UserRow } from '../../../src/server/db/users.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import { hasFiled, withoutClosedVisit } from '../../../src/server/payee/session/filed.ts';
import { addUser, fileForm } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

describe('a name stands', () => {
  const ways: Readonly<Record<string, (server: TestServer, user: UserRow) => Promise<UserRow | void>>> = {
    'a tax form': (server, user) => fileForm(server, user),
    'a verified identity': (server, user) => updateUser(server.db, user.id, { id_status: 'verified' }),
    'a rejected identity': (server, user) => updateUser(server.db, user.id, { id_status: 'failed' }),
  };
  for (const [what, file] of Object.entries(ways))
    test(`after ${what} alone, of this payee and of no other`, async () => {
      const server = await createTestServer();
      const [user, other] = [await addUser(server), await addUser(server)];
      const visit = { id: randomUUID(), revisits: 'onboarding' as const };
      assert.deepEqual(await withoutClosedVisit(server.db, visit, user), visit);
      const now = (await file(server, user)) ?? user;
      assert.deepEqual([await hasFiled(server.db, now), await hasFiled(server.db, other)], [true, false]);
      assert.deepEqual(await withoutClosedVisit(server.db, visit, now), { ...visit, revisits: null });
      // The methods may still be changed.
      const methods = { ...visit, revisits: 'manage-payouts' as const };
      assert.deepEqual(await withoutClosedVisit(server.db, methods, now), methods);
    });
  test('of nobody while nobody is known', async () =>
    assert.equal(await hasFiled((await createTestServer()).db, null), false));
});
