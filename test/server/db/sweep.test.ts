import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sweep } from '../../../src/server/db/sweep.ts';
import { introduced, newFlow, newPhone, openFlow } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';

test('sweeping removes what has served its purpose, and only that', async () => {
  const server = await createTestServer({ config: { sandbox: false } });
  const { clock, db } = server;
  const open = async () => openFlow(server, (await newFlow(server, ['onboarding'])).id);
  const left = async () => {
    const tables = ['sessions', 'codes', 'idempotency_keys', 'rate_limits', 'drafts'];
    const rows = await db.query<{ held: number }>(
      tables.map((table) => `select count(*) as held from ${table}`).join(' union all '),
    );
    return rows.map(({ held }) => held);
  };
  const sweepNow = () => sweep(db, clock.now());

  const finished = await open();
  await finished.authenticates();
  clock.advance(60_000);
  const typing = await open();
  await typing.call('POST', '/session/authentication/code', newPhone, { 'idempotency-key': 'sent' });
  const typed = { step: 'onboarding', values: { first_name: 'Ja' } };
  assert.equal((await finished.call('PUT', '/session/draft', typed)).status, 200);
  // Codes count for the address, the phone twice, country and app; openings for the address and two flows.
  assert.deepEqual(await left(), [2, 2, 1, 8, 1]);

  await sweepNow();
  assert.deepEqual(await left(), [2, 1, 1, 8, 1], 'the used code is gone, the other can still be typed');
  const { current } = await typing.does('/session/authentication/check', { code: '123456' });
  assert.equal(current?.step, 'onboarding');

  clock.advance(2 * 3_600_000 - 60_000);
  await sweepNow();
  assert.deepEqual(
    await left(),
    [1, 0, 1, 3, 0],
    'the first session has ended, the second has a minute left, and of the limits those of a day go on',
  );

  clock.advance(24 * 3_600_000);
  await sweepNow();
  assert.deepEqual(await left(), [0, 0, 0, 0, 0]);
});

test('sweeping forgets browsers that were not seen for 400 days', async () => {
  const server = await createTestServer();
  const { clock, db } = server;
  await introduced(server, ['compliance']);
  const kept = async () => {
    await sweep(db, clock.now());
    return (await db.query('select 1 from known_browsers')).length;
  };
  clock.advance(399 * 24 * 3_600_000);
  assert.equal(await kept(), 1);
  clock.advance(24 * 3_600_000);
  assert.equal(await kept(), 0);
});
