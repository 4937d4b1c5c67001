/** What the dearest changes cost: nothing is read twice, nobody is asked twice. */
import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced, newFlow, openFlow, profile } from '../payee/payee.ts';

// The app and its key are known for two seconds, and what is counted must not depend on when they end.
before(() => mock.timers.enable({ apis: ['Date'], now: Date.now() }));
after(() => mock.timers.reset());

/** A payee whose name is asked for again, as the last step of the flow. */
async function atOnboarding(server: TestServer) {
  const { seen } = await introduced(server, ['compliance']);
  const user_id = seen.flow.user_id ?? '';
  const { id } = await newFlow(server, [{ name: 'onboarding', force: true }], { user_id });
  return openFlow(server, id);
}

const named = { 'idempotency-key': 'one-of-a-kind' };

describe('a change', () => {
  it('of a name, which ends a flow, is made in one transaction of 18 statements', async () => {
    const server = await createTestServer();
    const payee = await atOnboarding(server);
    // Six before it: the session, its key, the flow, the payee, the limit, the sandbox's sanctions list.
    const before = server.db.answered();
    const { status } = await payee.call('POST', '/session/onboarding', profile, named);
    assert.deepEqual([status, server.db.answered() - before], [200, 6 + 18]);
  });

  it('of two wallets takes eleven statements', async () => {
    const server = await createTestServer();
    const { seen } = await introduced(server, ['compliance']);
    const give = { user_id: seen.flow.user_id, amount: -1_000 };
    const ask = (key: string) => server.asPartner('POST', '/v2/transfers', give, { 'idempotency-key': key });
    // The wallet is opened, and the app and its key are known.
    await ask('first');
    const before = server.db.answered();
    const { status } = await ask('second');
    assert.deepEqual([status, server.db.answered() - before], [200, 11]);
  });

  it('that is one statement has no transaction around it, unless a key goes with it', async () => {
    const server = await createTestServer();
    const transactions = mock.method(server.deps.db, 'transaction');
    const counted = async (path: string, body: object, headers?: Record<string, string>) => {
      transactions.mock.resetCalls();
      const { ok } = await server.asPartner('POST', path, body, headers);
      return [ok, transactions.mock.callCount()];
    };
    const flow = { steps: ['compliance'] };
    const user = (phone_number: string) => ({
      ...{ first_name: 'Robin', last_name: 'Example', email: 'robin@example.com' },
      ...{ country_code: '1', phone_number },
    });
    assert.deepEqual(await counted('/v2/flows', flow), [true, 0]);
    assert.deepEqual(await counted('/v2/flows', flow, named), [true, 1]);
    assert.deepEqual(await counted('/v2/users', user('2015550101')), [true, 0]);
    const other = { 'idempotency-key': 'another-one' };
    assert.deepEqual(await counted('/v2/users', user('2015550102'), other), [true, 1]);
  });

  it('asks a vendor once, and costs nothing when it is refused', async () => {
    const server = await createTestServer();
    const screen = mock.method(server.deps.providers.screening, 'screen');
    const payee = await atOnboarding(server);
    screen.mock.resetCalls();
    await payee.does('/session/onboarding', { ...profile, last_name: 'Roe' });
    assert.equal(screen.mock.callCount(), 1);
    const charged = () => server.db.query("select sum(points) from rate_limits where key like 'name %'");
    const before = await charged();
    await payee.refused('/session/onboarding', { ...profile, last_name: 'Poe' });
    assert.equal(screen.mock.callCount(), 1, 'the flow is over');
    assert.deepEqual(await charged(), before);
  });
});
