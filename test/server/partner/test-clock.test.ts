import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import type { Hono } from 'hono';
import { createApp } from '../../../src/server/start/app.ts';
import { setAhead } from '../../../src/server/db/test-clock.ts';
import { openTestClock } from '../../../src/server/start/test-clock.ts';
import type { TestClock } from '../../../src/server/ports/clock.ts';
import { basicAuth, createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';

const start = '2026-03-02T09:00:00.000Z';

describe('the sandbox’s clock', () => {
  let server: TestServer;
  let clock: TestClock;
  let app: Hono;
  beforeEach(async () => {
    server = await createTestServer();
    await setAhead(server.db, 0);
    ({ clock, app } = await another());
  });

  /** Starts another process on the same database. */
  const another = async () => {
    const opened = await openTestClock(server.db, () => server.clock.now());
    return { clock: opened, app: createApp({ ...server.deps, clock: opened, testClock: opened }) };
  };
  const call = async (body?: unknown, headers: Record<string, string> = {}, on = app) => {
    const answer = await on.request('/v2/sandbox/clock', {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: basicAuth(), 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json = (await answer.json()) as {
      now: string;
      ahead: number;
      errors?: { field: string; code: string }[];
    };
    return {
      status: answer.status,
      now: json.now,
      ahead: json.ahead,
      error: json.errors?.map(({ field, code }) => `${field} ${code}`).join(),
    };
  };

  test('says how old somebody is', async () => {
    const create = async () => {
      const answer = await app.request('/v2/users', {
        method: 'POST',
        headers: { authorization: basicAuth(), 'content-type': 'application/json' },
        body: JSON.stringify({
          first_name: 'Ada',
          last_name: 'Example',
          email: 'ada@example.com',
          country_code: '1',
          phone_number: '4155550111',
          date_of_birth: '2027-01-01',
        }),
      });
      return ((await answer.json()) as { errors?: { code: string }[] }).errors?.map(({ code }) => code);
    };
    assert.deepEqual(await create(), ['date-in-future']);
    await call({ to: '2039-12-31T00:00:00Z' });
    assert.deepEqual(await create(), ['too-young']);
    await call({ to: '2040-01-02T00:00:00Z' });
    assert.equal(await create(), undefined);
  });

  test('is real time, until it is advanced by a duration, by seconds or to a date; real time goes on below it', async () => {
    assert.deepEqual(await call(), { status: 200, now: start, ahead: 0, error: undefined });
    assert.deepEqual(await call({ advance: 'PT15M' }), {
      status: 200,
      now: '2026-03-02T09:15:00.000Z',
      ahead: 900,
      error: undefined,
    });
    assert.equal((await call({ advance: 30 })).now, '2026-03-02T09:15:30.000Z');
    server.clock.advance(1500);
    assert.equal((await call({ advance: 'P3Y2M1W1DT1H1M1S' })).now, '2029-05-10T10:16:32.500Z');
    assert.equal((await call({ to: '2030-01-01T00:00:00+01:00' })).now, '2029-12-31T23:00:00.000Z');
    server.clock.advance(1000);
    assert.equal((await call()).now, '2029-12-31T23:00:01.000Z');
    assert.equal(clock.now().toISOString(), '2029-12-31T23:00:01.000Z');
    assert.deepEqual(clock.real(), server.clock.now());
    assert.equal((await call({ to: '2029-12-31T23:30:00' })).now, '2029-12-31T23:30:00.000Z');
  });

  test('never goes back, nor where there are no dates any more', async () => {
    await call({ advance: 'P1D' });
    const before = await call();
    for (const [body, error] of [
      [{ to: '2026-03-03T09:00:00Z' }, 'to date-in-past'],
      [{ to: start }, 'to date-in-past'],
      [{ advance: 'P0D' }, 'advance date-in-past'],
      [{ advance: 0 }, 'advance invalid-duration'],
      [{ advance: -900 }, 'advance invalid-duration'],
      [{ advance: 1.5 }, 'advance invalid-duration'],
      [{ advance: '-PT15M' }, 'advance invalid-duration'],
      [{ advance: 'P' }, 'advance invalid-duration'],
      [{ advance: 'PT' }, 'advance invalid-duration'],
      [{ advance: '15 minutes' }, 'advance invalid-duration'],
      [{ advance: 'P80Y' }, 'advance invalid-date'],
      [{ advance: 'P999999999Y' }, 'advance invalid-date'],
      [{ to: 'tomorrow' }, 'to invalid-date'],
      [{}, 'advance required'],
      [{ advance: 1, to: '2030-01-01T00:00:00Z' }, 'to unknown'],
      [{ frozen_time: 1900000000 }, 'advance required'],
    ] as const) {
      const { status, error: got } = await call(body);
      assert.deepEqual([status, got], [422, error], JSON.stringify(body));
    }
    assert.deepEqual(await call(), before);
  });

  test('is advanced once by a call that is repeated, however far that goes', async () => {
    const key = { 'idempotency-key': 'three-years' };
    const first = await call({ advance: 'P3Y' }, key);
    assert.equal(first.now, '2029-03-02T09:00:00.000Z');
    assert.deepEqual(await call({ advance: 'P3Y' }, key), first);
    assert.equal((await call()).now, first.now);
  });

  test('is one for all processes on a database, and for the next one', async () => {
    const other = await another();
    await call({ advance: 'PT1H' });
    assert.equal((await call({ advance: 'PT1H' }, {}, other.app)).now, '2026-03-02T11:00:00.000Z');
    let heard = 0;
    clock.onAdvance(() => (heard += 1));
    await clock.refresh(server.db);
    await clock.refresh(server.db);
    assert.equal(heard, 1);
    assert.equal(clock.now().toISOString(), '2026-03-02T11:00:00.000Z');
    assert.equal((await another()).clock.now().toISOString(), '2026-03-02T11:00:00.000Z');
  });

  test('is not moved by a transaction that is undone', async () => {
    await assert.rejects(
      server.db.transaction(async (tx) => {
        await clock.advance(tx, (now) => new Date(now.getTime() + 1000));
        throw new Error('no');
      }),
    );
    assert.equal(clock.ahead(), 0);
    assert.equal((await call()).ahead, 0);
  });

  test('is for whoever has a key, and is not there outside of sandbox mode', async () => {
    assert.equal(
      (await app.request('/v2/sandbox/clock', { method: 'POST', body: '{"advance":60}' })).status,
      401,
    );
    assert.equal(
      (await app.request('/api/v2/sandbox/clock', { headers: { authorization: basicAuth() } })).status,
      200,
    );
    for (const method of ['GET', 'POST'])
      assert.equal(
        (await server.app.request('/v2/sandbox/clock', { method, headers: { authorization: basicAuth() } }))
          .status,
        404,
      );
  });
});
