/** What is known of people in payout links: it is told to them, goes with them, and is not kept for ever. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { userExport } from '../../../src/contract/partner/export.ts';
import { sweep } from '../../../src/server/db/sweep.ts';
import { usualRetention } from '../../../src/server/ports/retention.ts';
import { openFlow } from '../payee/payee.ts';
import { addMethod, addUser, bank } from '../ledger/support.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { ask, claim, dayMs, jane, makeLink, passes, readLink, refused, wallet } from './links.ts';

const opening = 100_000_000;
const personal = {
  payee: { ...jane, first_name: 'Ottilie', last_name: 'Byron', email: 'ottilie@example.com' },
  ...{ memo: 'Prize of Ottilie', description: 'for Ottilie', metadata: { name: 'Ottilie' } },
  delivery: { method: 'all', message: 'Dear Ottilie' },
};

/** What of a table is about Ottilie. No id has her name in it, as one may have “ada”. */
const aboutOttilie = async (server: TestServer, table: string): Promise<number> =>
  (await server.db.query(`select 1 from ${table} t where t::text ~* 'ottilie|byron|4155550100'`)).length;

async function sweepAfter(server: TestServer, days: number): Promise<void> {
  server.clock.advance(days * dayMs);
  await sweep(server.db, server.clock.now(), usualRetention);
}

describe('what is known of people in payout links', () => {
  it('is in the export of whom they are for', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, personal);
    await server.runDueJobs();
    const payee = await claim(server, made);
    const told = userExport.parse(await ask(server, 'GET', `/users/${payee.seen.flow.user_id}/export`));
    assert.deepEqual(told.payout_links, [await readLink(server, made)]);
    assert.deepEqual(
      told.messages.map(({ text }) => text.includes('Dear Ottilie')),
      [true, true],
    );
  });

  it('goes with the user, whose unclaimed money goes back', async () => {
    const server = await createTestServer();
    const claimed = await makeLink(server, personal);
    const payee = await claim(server, claimed);
    const id = String(payee.seen.flow.user_id);
    assert.equal(await refused(server, 'DELETE', `/users/${id}`), '409 wallet-not-empty');
    await ask(server, 'POST', '/transfers', { user_id: id, amount: 5_000 });
    const open = await makeLink(server, personal);
    assert.equal(open['user_id'], id, 'it is known by the phone');
    await server.runDueJobs();
    assert.equal(await wallet(server), opening - 5_000);
    await ask(server, 'DELETE', `/users/${id}`);
    assert.equal(await wallet(server), opening);
    assert.deepEqual(
      [(await readLink(server, claimed)).status, (await readLink(server, open)).status],
      ['claimed', 'canceled'],
    );
    for (const table of ['payout_links', 'payout_link_messages', 'flows', 'transfers'])
      assert.equal(await aboutOttilie(server, table), 0, table);
  });

  it('of a link that nobody claimed is forgotten after a year, and the link is not', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, { ...personal, expires_in: 3600 });
    await server.runDueJobs();
    await passes(server, 2 * 3_600_000);
    assert.equal((await readLink(server, made)).status, 'expired');
    await sweepAfter(server, 91);
    assert.equal(await aboutOttilie(server, 'payout_link_messages'), 0);
    assert.equal(await aboutOttilie(server, 'payout_links'), 1);
    await sweepAfter(server, 274);
    assert.equal(await aboutOttilie(server, 'payout_links'), 0);
    assert.equal(await aboutOttilie(server, 'flows'), 0);
    const { status, amount, payee, memo } = await readLink(server, made);
    assert.deepEqual([status, amount, memo], ['expired', 5_000, null]);
    assert.deepEqual(Object.values(payee as object), [null, null, null, null, null]);
  });

  it('stays for as long as somebody may claim it', async () => {
    const server = await createTestServer();
    const made = await makeLink(server, { ...personal, expires_in: 31_536_000 });
    server.clock.advance(100 * dayMs);
    await sweep(server.db, server.clock.now(), { ...usualRetention, flows: 31 });
    await claim(server, made);
    assert.equal((await readLink(server, made)).status, 'claimed');
    await sweepAfter(server, 400);
    assert.equal(await aboutOttilie(server, 'payout_links'), 1, 'it goes with the user');
  });

  it('is noted when a partner reads it', async () => {
    const server = await createTestServer();
    const user = await addUser(server);
    const made = await makeLink(server, { payee: null, user_id: user.id });
    await readLink(server, made);
    await ask(server, 'GET', '/payout-links');
    const { data } = await ask<{ data: { call: string }[] }>(server, 'GET', `/users/${user.id}/accesses`);
    assert.deepEqual(data.map(({ call }) => call).sort(), ['GET /payout-links', 'GET /payout-links/{id}']);
  });

  it('is claimed by nobody with another phone, even where the flow has forgotten it', async () => {
    const server = await createTestServer();
    const made = await makeLink(server);
    await server.db.query('update flows set phone_e164 = null where id = $1', [made.flow_id]);
    const stranger = await addUser(server, { phone_e164: '+14155550142' });
    await addMethod(server, stranger, bank);
    const payee = await openFlow(server, made.flow_id);
    await payee.does('/session/authentication/code', {
      ...{ country: 'US', phone_number: '4155550142', channel: 'sms' },
    });
    const refusal = await payee.refused('/session/authentication/check', { code: '123456' });
    assert.equal(refusal.error_code, 'step-not-current');
    assert.equal((await readLink(server, made)).status, 'created');
  });
});
