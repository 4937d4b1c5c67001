/** Who waits for money gets it as soon as it is there, or whoever stood before them is gone. */
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import { bookRefill } from '../../../src/server/ledger/refills.ts';
import { rescuePayouts } from '../../../src/server/ledger/rescue.ts';
import { addMethod, addUser, bank } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, makeLink, passes, readLink, wallet } from './links.ts';
import type { Link } from './links.ts';

const opening = 100_000_000;

/** Leaves so many cents in the app's wallet. */
async function leave(server: TestServer, cents: number): Promise<void> {
  await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening - cents });
  await server.runDueJobs();
}

/** A link for too much, and one behind it for which there would be enough. */
async function twoInLine(server: TestServer, first: object = {}): Promise<[Link, Link]> {
  await leave(server, 3_000);
  const blocks = await makeLink(server, { amount: 8_000, ...first }, 202);
  server.clock.advance(1_000);
  const waits = await makeLink(server, { amount: 4_000 }, 202);
  await ask(server, 'POST', `/transfers`, { user_id: (await addUser(server)).id, amount: -1 });
  await server.db.transaction((tx) =>
    bookRefill(server.deps, tx, { app: server.partner, amount: 2_000, reference: randomUUID() }),
  );
  await server.runDueJobs();
  assert.equal((await readLink(server, waits)).status, 'funds_pending', 'nobody is passed');
  return [blocks, waits];
}

describe('the next payout link in line', () => {
  for (const [end, work] of [
    ['is canceled', (server: TestServer, link: Link) => ask(server, 'DELETE', `/payout-links/${link.id}`)],
    [
      'ends with its flow',
      (server: TestServer, link: Link) => ask(server, 'POST', `/flows/${link.flow_id}/cancel`),
    ],
  ] as const)
    it(`gets its money at once when the one before it, which waited, too, ${end}`, async () => {
      const server = await createTestServer();
      const [blocks, waits] = await twoInLine(server);
      await work(server, blocks);
      await server.runDueJobs();
      assert.equal((await readLink(server, waits)).status, 'created');
      assert.equal(await wallet(server), 999);
    });

  it('gets it when the user before it is deleted', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    const [, waits] = await twoInLine(server, { payee: null, user_id: user.id });
    await ask(server, 'DELETE', `/users/${user.id}`);
    await server.runDueJobs();
    assert.equal((await readLink(server, waits)).status, 'created');
  });

  it('gets it when the time of the one before it is over', async () => {
    const server = await createTestServer();
    const [blocks, waits] = await twoInLine(server, { expires_in: 3_600 });
    await passes(server, 3_600_000);
    assert.equal((await readLink(server, blocks)).status, 'failed');
    assert.equal((await readLink(server, waits)).status, 'created');
  });

  it('gets the money of a link that is canceled, of a refill, and of a user, without a look by the clock', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    await ask(server, 'POST', `/transfers`, { user_id: user.id, amount: -1_000 });
    const holds = await makeLink(server, { amount: 1_000 });
    await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening - 2_000 });
    await server.runDueJobs();
    for (const come of [
      () => ask(server, 'DELETE', `/payout-links/${holds.id}`),
      () =>
        server.db.transaction((tx) =>
          bookRefill(server.deps, tx, { app: server.partner, amount: 1_000, reference: randomUUID() }),
        ),
      () => ask(server, 'POST', `/transfers`, { user_id: user.id, amount: 1_000 }),
    ]) {
      const waits = await makeLink(server, { amount: 1_000 }, 202);
      await server.runDueJobs();
      assert.equal((await readLink(server, waits)).status, 'funds_pending');
      await come();
      await server.runDueJobs();
      assert.equal((await readLink(server, waits)).status, 'created');
      assert.equal(await wallet(server), 0);
    }
  });

  it('is found by the clock, too, where the one who brings the money has no jobs', async () => {
    const server = await createTestServer();
    await leave(server, 0);
    const waits = await makeLink(server, { amount: 1_000 }, 202);
    const jobs = { ...server.deps.jobs, enqueue: () => Promise.resolve() };
    await server.db.transaction((tx) =>
      bookRefill({ ...server.deps, jobs }, tx, {
        app: server.partner,
        amount: 1_000,
        reference: randomUUID(),
      }),
    );
    await rescuePayouts(server.deps);
    await server.runDueJobs();
    assert.equal((await readLink(server, waits)).status, 'created');
  });

  it('gets it although the one before it cannot be paid at once, by a law that the first look did not see', async () => {
    const server = await createTestServer();
    const [user, other] = [await addUser(server), await addUser(server, { phone_e164: '+14155550188' })];
    for (const one of [user, other]) await addMethod(server, one, bank);
    const pay = () =>
      ask(server, 'POST', '/payouts', { user_id: user.id, amount: 199_900, platform: 'ach', fund: true });
    await pay();
    server.clock.set('2027-06-02T09:00:00Z');
    await pay();
    await server.runDueJobs();
    // Exempt money of this year is used up by what was paid in the years before.
    server.clock.set('2027-12-31T09:00:00Z');
    const amount = (await wallet(server)) - 1_000;
    await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount });
    await server.runDueJobs();
    const sends = async (body: object) => await ask(server, 'POST', '/payouts/send-payout', body);
    const first = await sends({ user_id: user.id, amount: 500_000, tax_exempt: true });
    server.clock.advance(1_000);
    const second = await sends({ user_id: other.id, amount: 5_000 });
    server.clock.set('2028-01-02T09:00:00Z');
    await ask(server, 'POST', `/apps/${server.partner.id}/deposit`, { amount: 10_000_000 });
    for (let look = 0; look < 4; look += 1) {
      server.clock.advance(60_000);
      await rescuePayouts(server.deps);
      await server.runDueJobs();
    }
    const [blocked, next] = [await readLink(server, first), await readLink(server, second)];
    assert.deepEqual([blocked.status, blocked.not_paid_because], ['sent', 'tax-form-due']);
    assert.notEqual(next.status, 'funds_pending');
  });
});
