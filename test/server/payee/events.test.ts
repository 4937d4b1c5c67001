import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { Snapshot } from '../../../src/contract/steps/session.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { flowChanged } from '../../../src/server/db/signals.ts';
import { DatabaseUnavailable, type Database } from '../../../src/server/ports/database.ts';
import { createTestServer, sharedDatabase } from '../support.ts';
import type { TestServer } from '../support.ts';
import { introduced, newFlow, openFlow, person, profile } from './payee.ts';
import type { Payee } from './payee.ts';

async function listen(server: TestServer, payee: Payee) {
  const response = await server.app.request('/v2/session/events', {
    headers: { authorization: `Bearer ${payee.token}` },
  });
  assert.equal(response.status, 200);
  assert.match(response.headers.get('content-type') ?? '', /^text\/event-stream/);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let text = '';
  return {
    /** Resolves to the next pushed snapshot, or to null when the stream has ended. */
    async next(): Promise<Snapshot | null> {
      for (;;) {
        const end = text.indexOf('\n\n');
        if (end >= 0) {
          const event = text.slice(0, end);
          text = text.slice(end + 2);
          const data = /^data: (.*)$/m.exec(event)?.[1];
          if (data !== undefined) return JSON.parse(data) as Snapshot;
        } else {
          const { done, value } = await reader.read();
          if (done) return null;
          text += decoder.decode(value, { stream: true });
        }
      }
    },
    close: () => reader.cancel(),
  };
}

describe('the event stream', () => {
  it('pushes what happens in another window, by a job and by the partner', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    const stream = await listen(server, payee);
    assert.equal((await stream.next())?.current?.step, 'compliance');

    await (await openFlow(server, payee.flowId)).does('/session/compliance', { ...person, tin: '123450002' });
    assert.equal((await stream.next())?.waiting, true);

    server.clock.advance(5_000);
    await server.runDueJobs();
    const matched = await stream.next();
    assert.equal(matched?.current?.step, 'manage-payouts');
    assert.equal(matched.completions.at(-1)?.step, 'compliance');

    await server.asPartner('POST', `/v2/flows/${payee.flowId}/cancel`);
    assert.equal((await stream.next())?.flow.status, 'canceled');
    await stream.close();
  });

  it('tells what another process wrote, and ends with the session', async () => {
    const server = await createTestServer();
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const stream = await listen(server, payee);
    await stream.next();
    await server.db.query(`update flows set status = 'canceled', updated = updated + interval '1 second'`);
    assert.equal((await stream.next())?.flow.status, 'canceled');
    server.clock.advance(15 * 60_000);
    assert.equal(await stream.next(), null);
  });

  it('is one of ten: who has the link opens more by ending their own, and never a payee’s', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    const theirs = await listen(server, payee);
    await theirs.next();
    const streams = [];
    for (let opened = 0; opened < 12; opened += 1) {
      const stranger = await openFlow(server, payee.flowId, `stranger ${opened}`);
      const stream = await listen(server, stranger);
      assert.equal((await stream.next())?.authenticated, false);
      streams.push(stream);
    }
    for (const stream of streams.slice(0, 2)) assert.equal(await stream.next(), null);
    await server.asPartner('POST', `/v2/flows/${payee.flowId}/cancel`);
    for (const stream of [theirs, ...streams.slice(2)]) {
      assert.equal((await stream.next())?.flow.status, 'canceled');
      await stream.close();
    }
  });

  it('goes on when the database was away for a moment', async () => {
    const real = await sharedDatabase();
    let isAway = false;
    let noticed = () => {};
    const asked = new Promise<void>((resolve) => (noticed = resolve));
    const db: Database = {
      ...real,
      query(sql, params) {
        if (!isAway) return real.query(sql, params);
        noticed();
        return Promise.reject(new DatabaseUnavailable(new Error('away')));
      },
    };
    const server = await createTestServer({ db });
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const stream = await listen(server, payee);
    await stream.next();
    isAway = true;
    flowChanged(real, payee.flowId);
    await asked;
    isAway = false;
    await server.asPartner('POST', `/v2/flows/${payee.flowId}/cancel`);
    let seen: Snapshot | null;
    do seen = await stream.next();
    while (seen?.flow.status === 'in_progress');
    assert.equal(seen?.flow.status, 'canceled');
    await stream.close();
  });

  it('ends in silence when the server fails, and says nothing of its insides', async () => {
    const real = await sharedDatabase();
    let fails = false;
    const db: Database = {
      ...real,
      query: (sql, params) => (fails ? Promise.reject(new Error('the insides')) : real.query(sql, params)),
    };
    const server = await createTestServer({ db });
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const stream = await listen(server, payee);
    await stream.next();
    fails = true;
    flowChanged(real, payee.flowId);
    assert.equal(await stream.next(), null);
    assert.equal(server.logLines.filter(({ msg }) => msg === 'event stream failed').length, 1);
  });

  it('ends with its token: who has an old one sees nothing of what follows', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance', 'manage-payouts']);
    const stream = await listen(server, payee);
    assert.equal((await stream.next())?.current?.step, 'compliance');
    payee.token = (await payee.call('POST', '/session/refresh')).body.token;
    server.clock.advance(29_000);
    await payee.does('/session/extend');
    await server.asPartner('PATCH', `/v2/users/${payee.seen.flow.user_id}`, { metadata: 'x' });
    server.clock.advance(2_000);
    await payee.does('/session/compliance', person);
    let seen: Snapshot | null;
    do seen = await stream.next();
    while (seen?.current?.step === 'compliance');
    assert.equal(seen, null, 'it goes on with a token that was replaced');
    assert.equal((await payee.call('GET', '/session')).status, 200);
  });

  for (const [what, ends] of [
    [
      'the payee signs out',
      (server: TestServer, { token }: Payee) =>
        server.app.request('/v2/session', {
          method: 'DELETE',
          headers: { authorization: `Bearer ${token}` },
        }),
    ],
    [
      'the partner ends the sessions of a user',
      (server: TestServer, { seen }: Payee) =>
        server.asPartner('POST', `/v2/users/${seen.flow.user_id}/end-sessions`),
    ],
  ] as const)
    it(`ends when ${what}, in a flow that is done too`, async () => {
      const server = await createTestServer();
      const payee = await introduced(server, ['onboarding']);
      assert.equal(payee.seen.flow.status, 'completed');
      const stream = await listen(server, payee);
      await stream.next();
      await ends(server, payee);
      assert.equal(await stream.next(), null);
    });

  it('tells that money is held no longer, whoever cleared the payee', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['payout'], { ...profile, last_name: 'Review' });
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, payee.seen.flow.user_id ?? '');
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: -5_000 });
    });
    const stream = await listen(server, payee);
    const held = await stream.next();
    assert.deepEqual([held?.current?.step === 'payout' && held.current.held, held?.waiting], [5_000, true]);
    await server.db.query(`update users set ofac_status = 'unflagged'`);
    const free = await stream.next();
    assert.deepEqual([free?.current?.step === 'payout' && free.current.held, free?.waiting], [0, true]);
    await stream.close();
  });

  it('tells that money has come, whoever booked it', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['payout']);
    const stream = await listen(server, payee);
    const empty = await stream.next();
    assert.deepEqual([empty?.current?.step === 'payout' && empty.current.balance, empty?.waiting], [0, true]);
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, payee.seen.flow.user_id ?? '');
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: -5_000 });
    });
    const paid = await stream.next();
    assert.deepEqual(
      [paid?.current?.step === 'payout' && paid.current.balance, paid?.waiting],
      [5_000, true],
    );
    await stream.close();
  });

  it('tells it at once where this process booked it, and looks for nothing', async (t) => {
    const server = await createTestServer();
    const payee = await introduced(server, ['payout']);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const stream = await listen(server, payee);
    await stream.next();
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, payee.seen.flow.user_id ?? '');
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: -5_000 });
    });
    // The next look would be due only when the clock goes on.
    const paid = await stream.next();
    assert.equal(paid?.current?.step === 'payout' && paid.current.balance, 5_000);
    await stream.close();
  });

  it('is neither kept nor held back by what stands in between', async () => {
    const server = await createTestServer();
    const { token } = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const { headers, body } = await server.app.request('/v2/session/events', {
      headers: { authorization: `Bearer ${token}` },
    });
    assert.deepEqual([headers.get('cache-control'), headers.get('x-accel-buffering')], ['no-store', 'no']);
    await body?.cancel();
  });

  it('costs the database nothing of its own while nothing changes: one look is for all', async (t) => {
    const server = await createTestServer();
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const streams = [];
    for (let opened = 0; opened < 5; opened += 1) streams.push(await listen(server, payee));
    for (const stream of streams) await stream.next();
    const { mock } = t.mock.method(server.deps.db, 'query');
    t.mock.timers.tick(3_000);
    while (mock.callCount() === 0) await setImmediate();
    for (const { result } of mock.calls) await (result as Promise<unknown>);
    assert.equal(mock.callCount(), 1);
    for (const stream of streams) await stream.close();
  });

  it('says that it is still there when nothing has moved for 20 seconds', async (t) => {
    const server = await createTestServer();
    const payee = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    t.mock.timers.enable({ apis: ['setTimeout', 'Date'], now: Date.now() });
    const { body } = await server.app.request('/v2/session/events', {
      headers: { authorization: `Bearer ${payee.token}` },
    });
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    const next = async () => new TextDecoder().decode((await reader.read()).value);
    assert.match(await next(), /^event: snapshot/);
    // Time goes on only while nothing is said. The first thing that is said must be that it is still there.
    let said: string | undefined;
    const saying = next().then((text) => (said = text));
    for (; said === undefined; await setImmediate()) t.mock.timers.tick(400);
    assert.equal(await saying, ': still here\n\n');
    await reader.cancel();
  });

  it('needs a session', async () => {
    const server = await createTestServer();
    assert.equal((await server.app.request('/v2/session/events')).status, 401);
  });
});
