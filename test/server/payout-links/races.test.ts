/**
 * Payout links that are claimed, canceled, made and given money at the same moment. Whatever is first, the
 * money goes to one side. The embedded database lets one transaction wait for the other; PostgreSQL lets
 * them meet.
 */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advancePayoutLink } from '../../../src/server/payout-links/advance.ts';
import { lockFlow } from '../../../src/server/db/flows.ts';
import { database } from '../db/databases.ts';
import { meanwhile } from '../db/meanwhile.ts';
import { readBooks } from '../ledger/support.ts';
import { openFlow } from '../payee/payee.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, makeLink, readLink, wallet } from './links.ts';
import type { Link } from './links.ts';

const opening = 100_000_000;

/** Whatever happened, the money is on one side, and the books say so. */
async function assertOneSide(server: TestServer, link: Link): Promise<string> {
  const { status } = await readLink(server, link);
  const { totals, ...books } = await readBooks(server.db);
  assert.deepEqual(books, { sum: 0, unbalanced: 0, wrongWallets: 0 });
  const isClaimed = status === 'claimed';
  assert.deepEqual(
    [totals['reserved'], totals['user_wallet'] ?? 0, await wallet(server)],
    [0, isClaimed ? 5_000 : 0, opening - (isClaimed ? 5_000 : 0)],
  );
  return status;
}

/** Starts all at once; on PostgreSQL each in its turn, while the flow is locked. */
async function atOnce(server: TestServer, link: Link, works: (() => Promise<unknown>)[]): Promise<void> {
  if (database.name === 'PostgreSQL') await meanwhile(server.db, (tx) => lockFlow(tx, link.flow_id), works);
  else await Promise.all(works.map((work) => work()));
}

/** A payee who has only to enter the code, and what enters it. */
async function atTheCode(server: TestServer, link: Link, browser: string) {
  const payee = await openFlow(server, link.flow_id, browser);
  await payee.does('/session/authentication/code', { channel: 'sms' });
  return () => payee.call('POST', '/session/authentication/check', { code: '123456' });
}

async function linkOfUser(server: TestServer, more: object = {}): Promise<Link> {
  const user = await ask(server, 'POST', '/users', {
    ...{ first_name: 'Jane', last_name: 'Doe', email: 'jane@example.com' },
    ...{ country_code: '1', phone_number: '4155550100' },
  });
  return makeLink(server, { payee: null, user_id: user.id, ...more });
}

describe('a payout link, at the same moment', () => {
  for (const first of ['claimed', 'canceled'] as const)
    it(`is either claimed or canceled: ${first} first`, async () => {
      const server = await createTestServer();
      const made = await linkOfUser(server);
      const enter = await atTheCode(server, made, 'one');
      const cancel = () => server.asPartner('DELETE', `/v2/payout-links/${made.id}`);
      await atOnce(server, made, first === 'claimed' ? [enter, cancel] : [cancel, enter]);
      const status = await assertOneSide(server, made);
      if (database.name === 'PostgreSQL') assert.equal(status, first);
    });

  it('is claimed once, by two windows', async () => {
    const server = await createTestServer();
    const made = await linkOfUser(server);
    const works = [await atTheCode(server, made, 'one'), await atTheCode(server, made, 'two')];
    await atOnce(server, made, works);
    assert.equal(await assertOneSide(server, made), 'claimed');
  });

  it('is canceled once', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    const cancel = () => server.asPartner('DELETE', `/v2/payout-links/${made.id}`);
    await atOnce(server, made, [cancel, cancel, cancel]);
    assert.equal(await assertOneSide(server, made), 'canceled');
  });

  it('expires once, or is canceled', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, { expires_in: 60 });
    server.clock.advance(60_000);
    const expire = () => advancePayoutLink(server.deps, made.transfer_id);
    const cancel = () => server.asPartner('DELETE', `/v2/payout-links/${made.id}`);
    await atOnce(server, made, [expire, cancel, expire]);
    assert.ok(['expired', 'canceled'].includes(await assertOneSide(server, made)));
  });

  it('is not claimed any more once its time is over, before anybody has looked', async () => {
    const server = await createTestServer();
    const made = await linkOfUser(server, { expires_in: 60 });
    const enter = await atTheCode(server, made, 'one');
    server.clock.advance(60_000);
    assert.equal((await enter()).body.error_code, 'flow-expired');
    await advancePayoutLink(server.deps, made.transfer_id);
    assert.equal(await assertOneSide(server, made), 'expired');
  });

  it('gets its money once, and the next in line what is left', async () => {
    const server = await createTestServer();
    await ask(server, 'POST', `/apps/${server.partner.id}/withdraw`, { amount: opening });
    const first = await makeLink(server, {}, 202);
    server.clock.advance(1_000);
    const second = await makeLink(server, {}, 202);
    const { id } = await ask(server, 'POST', `/apps/${server.partner.id}/deposit`, { amount: 5_000 });
    for (const ms of [0, 5_000, 5_000]) {
      server.clock.advance(ms);
      await server.runDueJobs();
    }
    assert.equal((await ask(server, 'GET', `/transfers/${id}`)).status, 'completed');
    const look = () => advancePayoutLink(server.deps, first.transfer_id);
    await atOnce(server, first, [look, look, () => advancePayoutLink(server.deps, second.transfer_id)]);
    assert.deepEqual(
      [(await readLink(server, first)).status, (await readLink(server, second)).status],
      ['created', 'funds_pending'],
    );
    assert.equal(await wallet(server), 0);
    await claim(server, first);
    assert.equal((await readBooks(server.db)).totals['user_wallet'], 5_000);
  });
});
