/** A body that does not fit says which path is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertBody, checkedFetch, createMockApi } from '../../src/testing/index.ts';
import { sessionAt, snapshotAt } from '../support/snapshots.ts';

test('a session that fits passes', () => {
  assertBody('session', sessionAt());
  assertBody('snapshot', snapshotAt());
});

test('a path that is wrong is named', () => {
  const seen = snapshotAt();
  const wrong = { ...sessionAt(), snapshot: { ...seen, plan: [{ ...seen.plan[0], state: 'done' }] } };
  assert.throws(() => assertBody('session', wrong), /snapshot\.plan\[0\]\.state: .*pending, active/);
  assert.throws(
    () => assertBody('snapshot', { ...seen, authenticated: undefined }),
    /authenticated: .*required/,
  );
});

test('a transport of one’s own is held against the contract', async () => {
  const api = createMockApi();
  const { id } = api.createFlow({ steps: ['manage-payouts'] });
  const open = (transport: typeof fetch) =>
    transport(`https://pay.example/api/v2/flows/${id}/sessions`, { method: 'POST', body: '{}' });
  assert.equal((await open(checkedFetch(api.fetch))).status, 201);
  const answer = Response.json({ token: 'abc', expires_in: 900, snapshot: {} }, { status: 201 });
  await assert.rejects(open(checkedFetch(async () => answer)), /snapshot\.flow: .*required/);
});
