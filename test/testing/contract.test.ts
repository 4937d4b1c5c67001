/**
 * The mock keeps the contract of the server: the same calls have the same answers, word for word but for ids
 * and moments. Both are held against the schemas and against what each journey expects.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { servedCalls } from '../../src/testing/index.ts';
import { createTestServer } from '../server/support.ts';
import { backends, type BackendName } from './backends.ts';
import { journeys, type Journey } from './journeys.ts';
import { comparable, record, type Entry } from './transcript.ts';

async function run(name: BackendName, journey: Journey): Promise<readonly Entry[]> {
  const payee = record(await backends[name]());
  await journey(payee);
  return payee.entries;
}

describe('the mock and the server', () => {
  for (const [name, journey] of Object.entries(journeys))
    test(name, async () => {
      const mocked = await run('mock', journey);
      const real = await run('server', journey);
      assert.deepEqual(comparable(mocked), comparable(real));
    });
});

test('every call of the payee API is served, and no other', async () => {
  const { app } = await createTestServer();
  const real = app.routes
    .filter(
      ({ method, path }) =>
        method !== 'ALL' && /^\/v2\/(session|sessions|handoff|flows\/:id\/sessions)\b/.test(path),
    )
    .map(({ method, path }) => `${method} ${path.replace(/^\/v2/, '')}`);
  assert.deepEqual(servedCalls(), [...new Set(real)].sort());
});
