/**
 * Somebody in a payee's account adds an account of their own and withdraws. Nothing goes to an account that
 * is new, so that the payee has the time to notice.
 */
import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { payoutMethodsOf, removePayoutMethod } from '../../../src/server/db/payout-methods.ts';
import { updateUser } from '../../../src/server/db/users.ts';
import type { UserRow } from '../../../src/server/db/users.ts';
import type { TransferRow } from '../../../src/server/db/transfers.ts';
import { withAnswers } from '../../../src/server/http/ask-outside.ts';
import { insertMethod } from '../../../src/server/payout-methods/insert.ts';
import { newMethods } from '../../../src/server/payout-methods/shown.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { addMethod, addUser, bank, paypal } from './support.ts';

const hours = (count: number) => count * 3_600_000;
const theirs = { platform: 'paypal', email: 'mallory@example.com' } as const;

describe('with a wait of a day', () => {
  let server: TestServer;
  let user: UserRow;

  beforeEach(async () => {
    server = await createTestServer({ config: { payoutMethodWaitMs: hours(24) } });
    user = await addUser(server);
  });

  const waits = async (id: string) => (await newMethods(server.deps, server.db, user)).get(id) ?? null;
  const payOut = async (platform: string, more: object = {}) =>
    server.asPartner('POST', '/v2/payouts', { user_id: user.id, amount: 2_500, platform, ...more });
  const give = async (cents: number) => {
    const answer = await server.asPartner('POST', '/v2/transfers', { user_id: user.id, amount: -cents });
    assert.equal(answer.status, 200);
  };
  const payouts = () =>
    server.db.query<Pick<TransferRow, 'amount' | 'payout_method_id'>>(
      "select amount, payout_method_id from transfers where type = 'payout' and user_id = $1",
      [user.id],
    );

  test('a new payee is paid on their first method at once', async () => {
    const { id } = await addMethod(server, user);
    await give(10_000);
    assert.equal(await waits(id), null);
    assert.equal((await payOut('ach')).status, 201);
  });

  test('another method waits, and the partner’s API says until when', async () => {
    await addMethod(server, user);
    const { id, created } = await addMethod(server, user, theirs);
    await give(10_000);
    const from = new Date(created.getTime() + hours(24));
    assert.deepEqual(await waits(id), from);
    for (const more of [{}, { account_id: id }, { fund: true }]) {
      const refused = await payOut('paypal', more);
      const body = (await refused.json()) as Record<string, unknown>;
      assert.deepEqual([refused.status, body['error_code']], [409, 'payout-method-waiting']);
      assert.equal(refused.headers.get('retry-after'), String(24 * 3600));
      assert.match(String(body['detail']), new RegExp(from.toISOString()));
    }
    assert.equal((await payOut('ach')).status, 201, 'the one from before is as it was');
    server.clock.advance(hours(24) - 1);
    assert.equal((await payOut('paypal')).status, 409);
    server.clock.advance(1);
    assert.equal((await payOut('paypal')).status, 201);
  });

  test('the first method of a payee who is not new waits', async () => {
    server.clock.advance(hours(24));
    const { id } = await addMethod(server, user, theirs);
    await give(10_000);
    assert.notEqual(await waits(id), null);
    assert.equal((await payOut('paypal')).status, 409);
  });

  test('whoever removes the payee’s method before they add their own waits', async () => {
    const { id } = await addMethod(server, user);
    await removePayoutMethod(server.db, user.id, id, server.clock.now());
    assert.notEqual(await waits((await addMethod(server, user, theirs)).id), null);
  });

  test('a method that was removed and is added again waits, unless it was only paused', async () => {
    const add = () =>
      withAnswers(() => server.db.transaction((tx) => insertMethod(server.deps, tx, user, bank)));
    await addMethod(server, user, paypal);
    const before = await add();
    server.clock.advance(hours(25));
    await removePayoutMethod(server.db, user.id, before, server.clock.now());
    const again = await add();
    assert.notEqual(await waits(again), null);

    server.clock.advance(hours(25));
    await give(10_000);
    for (const _ of [1, 2, 3]) {
      assert.equal((await payOut('ach', { amount: 2_513 })).status, 201);
      await server.runDueJobs();
      server.clock.advance(3_000);
      await server.runDueJobs();
    }
    assert.equal((await payOut('ach')).status, 409, 'it is paused');
    const anew = await add();
    assert.notEqual(anew, again);
    assert.equal(await waits(anew), null);
  });

  test('another account behind the tag of a paused method waits, and is not the default', async () => {
    const tagged = {
      platform: 'cash_app',
      cash_tag: '$victim',
      routing_number: '110000000',
      account_number: '000123456789',
    } as const;
    const add = (more: object = {}) =>
      withAnswers(() =>
        server.db.transaction((tx) => insertMethod(server.deps, tx, user, { ...tagged, ...more })),
      );
    const before = await add();
    server.clock.advance(hours(25));
    await give(10_000);
    for (const _ of [1, 2, 3]) {
      assert.equal((await payOut('cash_app', { amount: 2_513 })).status, 201);
      await server.runDueJobs();
      server.clock.advance(3_000);
      await server.runDueJobs();
    }
    assert.equal((await payOut('cash_app')).status, 409, 'it is paused');
    const added = await add({ routing_number: '021000021', account_number: '000987654321' });
    assert.notEqual(await waits(added), null);
    const methods = await payoutMethodsOf(server.db, user.id);
    assert.deepEqual(
      methods.filter(({ is_default }) => is_default).map(({ id }) => id),
      [before],
    );
  });

  test('an automatic payout is made when the wait is over, once, with what came meanwhile', async () => {
    server.clock.advance(hours(48));
    user = await updateUser(server.db, user.id, { auto_payout_enabled: true });
    const { id } = await addMethod(server, user);
    await give(10_000);
    await server.runDueJobs();
    server.clock.advance(hours(1));
    await give(5_000);
    await server.runDueJobs();
    server.clock.advance(hours(23) - 1);
    await server.runDueJobs();
    assert.deepEqual(await payouts(), []);
    server.clock.advance(1);
    await server.runDueJobs();
    assert.deepEqual(await payouts(), [{ amount: 15_000, payout_method_id: id }]);
    server.clock.advance(hours(2));
    await server.runDueJobs();
    assert.equal((await payouts()).length, 1);
  });

  test('an automatic payout goes to nobody’s new default', async () => {
    user = await updateUser(server.db, user.id, { auto_payout_enabled: true });
    await addMethod(server, user);
    const { id } = await addMethod(server, user, theirs);
    await server.asPartner('PUT', `/v2/users/${user.id}/payout-methods`, { ...theirs, is_default: true });
    assert.equal((await payoutMethodsOf(server.db, user.id)).find((one) => one.is_default)?.id, id);
    await give(10_000);
    await server.runDueJobs();
    assert.deepEqual(await payouts(), []);
  });
});

test('without a wait a new method is paid at once', async () => {
  const server = await createTestServer();
  const user = await addUser(server);
  server.clock.advance(hours(400));
  await addMethod(server, user, paypal);
  const { id } = await addMethod(server, user, theirs);
  assert.equal((await newMethods(server.deps, server.db, user)).has(id), false);
});
