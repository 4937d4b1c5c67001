/**
 * Every call of the API, as it should be made, and then in many ways in which it should not. Nothing is
 * answered with 5xx, every refusal is a problem (RFC 9457), and every success has the documented shape.
 *
 * `npm run fuzz [requests] [seed]` sends more.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { operations } from '../../src/server/docs/operations.ts';
import { setAhead } from '../../src/server/db/test-clock.ts';
import { createApp } from '../../src/server/start/app.ts';
import { openTestClock } from '../../src/server/start/test-clock.ts';
import { createTestServer, type TestServer } from '../server/support.ts';
import { serverBackend } from '../testing/backends.ts';
import { journeys } from '../testing/journeys.ts';
import { record } from '../testing/transcript.ts';
import { chance, type Chance } from './mutate.ts';
import { partner } from './partner.ts';
import { Findings, probe } from './prober.ts';

const requests = Number(process.env['FUZZ_REQUESTS'] ?? 1500);
const seed = Number(process.env['FUZZ_SEED'] ?? 1);

/** Serves the sandbox's clock as well. */
async function withTestClock(server: TestServer): Promise<TestServer> {
  await setAhead(server.db, 0);
  const clock = await openTestClock(server.db, () => server.clock.now());
  return { ...server, app: createApp({ ...server.deps, clock, testClock: clock }) };
}

/** Makes one journey. Among other requests it may end anywhere. */
async function go(name: string, findings: Findings, by: Chance, often: number): Promise<void> {
  const server = await withTestClock(await createTestServer({ config: { withholding: 'deduct' } }));
  const prober = probe(server, findings, by, often);
  const journey = journeys[name];
  if (!journey) return partner(server, prober);
  await journey(record(await serverBackend(server, prober.request)));
}

const names = ['the partner', ...Object.keys(journeys)];

describe('the API', () => {
  test('answers every call as it is documented', async () => {
    const findings = new Findings();
    for (const name of names) await go(name, findings, chance(0), 0);
    assert.deepEqual([...findings.faults], []);
    const missing = operations.map(({ id }) => id).filter((id) => !findings.reached.has(id));
    // The sandbox has no vendor who calls back (test/server/payee/id-verification-vendor.test.ts).
    assert.deepEqual(missing, ['idVerificationCallback']);
  });

  test(`refuses what is wrong with a problem, and never with 5xx (seed ${seed})`, async (t) => {
    const findings = new Findings();
    const by = chance(seed);
    let whole = 0;
    while (findings.sent < requests)
      await go(by.of(names), findings, by, 4).then(
        () => (whole += 1),
        () => undefined,
      );
    t.diagnostic(
      `${findings.sent} requests, ${findings.reached.size} operations, ${whole} journeys to their end`,
    );
    assert.deepEqual([...findings.faults], []);
  });
});
