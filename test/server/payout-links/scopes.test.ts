/** Flows of payout links move money, so a key for flows alone neither sees them nor ends them. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApiScope } from '../../../src/contract/partner/api-keys.ts';
import type { Problem } from '../../../src/contract/problems.ts';
import { addUser } from '../ledger/support.ts';
import { basicAuth, clientId, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, makeLink, readLink } from './links.ts';

/** Returns what calls with a key of these scopes are answered. */
async function keyFor(server: TestServer, ...scopes: ApiScope[]) {
  const { key } = await ask<{ key: string }>(server, 'POST', '/api-keys', { name: 'one', scopes });
  return (method: string, path: string) =>
    server.asPartner(method, `/v2${path}`, undefined, { authorization: basicAuth(clientId, key) });
}

const idsIn = async (answer: Response): Promise<string[]> =>
  ((await answer.json()) as { data: { id: string }[] }).data.map(({ id }) => id);

describe('the flow of a payout link', () => {
  it('is out of the list of a key that may not see money, page by page', async () => {
    const server = await createTestServer();
    const plain: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      plain.unshift((await ask(server, 'POST', '/flows', { steps: ['compliance'] })).id);
      server.clock.advance(1_000);
      await makeLink(server);
      server.clock.advance(1_000);
    }
    const [flows, both] = [await keyFor(server, 'flows'), await keyFor(server, 'flows', 'money')];
    assert.equal((await idsIn(await both('GET', '/flows'))).length, 6);
    assert.deepEqual(await idsIn(await flows('GET', '/flows')), plain);
    assert.deepEqual(await idsIn(await flows('GET', '/flows?limit=2')), plain.slice(0, 2));
    assert.deepEqual(await idsIn(await flows('GET', `/flows?starting_after=${plain[1]}`)), plain.slice(2));
    const user = await addUser(server);
    await makeLink(server, { payee: null, user_id: user.id });
    assert.deepEqual(await idsIn(await flows('GET', `/flows?user_id=${user.id}`)), []);
    assert.equal((await idsIn(await both('GET', `/flows?user_id=${user.id}`))).length, 1);
  });

  for (const [method, path] of [
    ['GET', ''],
    ['POST', '/cancel'],
    ['GET', '/documents'],
  ] as const)
    it(`is refused to such a key by its id: ${method} ${path}`, async () => {
      const server = await createTestServer();
      const made = await makeLink(server);
      const [flows, all] = [await keyFor(server, 'flows'), await keyFor(server, 'all')];
      const answer = await flows(method, `/flows/${made.flow_id}${path}`);
      const { error_code, detail } = (await answer.json()) as Problem;
      assert.deepEqual([answer.status, error_code], [403, 'insufficient-scope']);
      assert.match(detail ?? '', /scopes flows and money.*payout link/);
      assert.equal((await readLink(server, made)).status, 'created');
      assert.equal((await all(method, `/flows/${made.flow_id}${path}`)).status, 200);
    });

  it('is refused in the older spelling, too, and is not there for another app', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const flows = await keyFor(server, 'flows');
    assert.equal((await flows('GET', `/flow/get/${made.flow_id}`)).status, 403);
    await server.addApp('pk_other', 'sk_other');
    const authorization = basicAuth('pk_other', 'sk_other');
    for (const path of ['/v2/flows/', '/v2/flow/get/'])
      assert.equal(
        (await server.asPartner('GET', path + made.flow_id, undefined, { authorization })).status,
        404,
      );
  });

  it('is not ended by deleting its user either, unless the key may move money', async () => {
    const server = await createTestServer();
    const [user, other] = [await addUser(server), await addUser(server)];
    const made = await makeLink(server, { payee: null, user_id: user.id });
    const users = await keyFor(server, 'users');
    const answer = await users('DELETE', `/users/${user.id}`);
    const { error_code, detail } = (await answer.json()) as Problem;
    assert.deepEqual([answer.status, error_code], [403, 'insufficient-scope']);
    assert.match(detail ?? '', /scopes users and money.*payout link/);
    assert.equal((await readLink(server, made)).status, 'created');
    assert.equal((await users('DELETE', `/users/${other.id}`)).status, 200);
    assert.equal((await (await keyFor(server, 'users', 'money'))('DELETE', `/users/${user.id}`)).status, 200);
    assert.equal((await readLink(server, made)).status, 'canceled');
  });

  it('is not in the export of a user either, which has links and transfers', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await makeLink(server, { payee: null, user_id: user.id });
    const path = `/users/${user.id}/export`;
    assert.equal((await (await keyFor(server, 'users', 'flows'))('GET', path)).status, 403);
    assert.equal(
      (await (await keyFor(server, 'users', 'flows', 'money', 'tax-numbers'))('GET', path)).status,
      200,
    );
  });
});
