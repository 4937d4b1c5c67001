/** What whoever runs the server is told, and that it says nothing of anybody. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import type { Call } from '../payee/payee.ts';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { findUserById } from '../../../src/server/db/users.ts';
import { timeoutOf } from '../../../src/server/db/timeouts.ts';
import { NoPlace } from '../../../src/server/db/shares.ts';
import { createBossJobs } from '../../../src/server/jobs/boss-jobs.ts';
import { createTransfer } from '../../../src/server/ledger/transfers.ts';
import { DatabaseUnavailable } from '../../../src/server/ports/database.ts';
import { measures, prometheusName } from '../../../src/server/ports/meters.ts';
import type { MeasureName } from '../../../src/server/ports/meters.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { serve } from '../../../src/server/start/serve.ts';
import { createMeters } from '../../../src/server/telemetry/create-meters.ts';
import type { TwoMeters } from '../../../src/server/telemetry/create-meters.ts';
import { bounded } from '../../../src/server/telemetry/label-values.ts';
import { watchJob } from '../../../src/server/telemetry/jobs.ts';
import { watchFetch, watchProviders } from '../../../src/server/telemetry/outside.ts';
import { readGauges } from '../../../src/server/telemetry/readings.ts';
import { operationOf } from '../../../src/server/telemetry/requests.ts';
import { createTestServer } from '../support.ts';
import { bankAccount, introduced, newPhone, openFlow, person, profile } from '../payee/payee.ts';

/** Returns the value of one line: its name, and its labels in any order. */
async function valueOf(meters: TwoMeters, name: string, labels: Record<string, string> = {}) {
  const wanted = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  const line = (await meters.text())
    .split('\n')
    .find((one) => one.startsWith(`${name}{`) && wanted.every((part) => one.includes(part)));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

/** Asks under another name, which `fetch` cannot. */
const statusAs = (host: string, url: string) =>
  new Promise<number | undefined>((resolve, reject) => {
    http.get(url, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on('error', reject);
  });

async function measuredServer() {
  const meters = createMeters();
  const clock = { now: () => new Date('2026-03-02T09:00:00.000Z') };
  const providers = watchProviders(createSandboxProviders({ clock }), meters);
  const server = await createTestServer({ deps: { meters, providers } });
  return { server, meters };
}

describe('metrics', () => {
  test('tell what happened in a flow, and nothing of whom it happened to', async () => {
    const { server, meters } = await measuredServer();
    await createBossJobs(server.db, server.deps.log).then((jobs) => jobs.stop());
    readGauges(meters, server.deps);
    const { id: endpoint } = (await (
      await server.asPartner('POST', '/v2/webhook-endpoints', { url: 'http://127.0.0.1:9/private-path' })
    ).json()) as { id: string };
    const payee = await introduced(server, ['compliance', 'payout']);
    await payee.does('/session/compliance', person);
    await server.runDueJobs();
    server.clock.advance(60_000);
    await server.runDueJobs();
    const userId = payee.seen.flow.user_id ?? '';
    await server.db.transaction(async (tx) => {
      const user = await findUserById(tx, userId);
      assert.ok(user);
      await createTransfer(server.deps, tx, { app: server.partner, user, amount: -120_00 });
    });
    await payee.does('/session/payout-methods', bankAccount);
    const seen = () => payee.seen.current as RequirementOf<'payout'>;
    await payee.does('/session/payout/review', { amount: 50_00, method_id: seen().methods[0]?.id });
    await payee.does('/session/payout', { id: seen().review?.id });
    await server.runDueJobs();
    for (const path of [`/flow/${payee.flowId}`, `/v2/flows/${payee.flowId}`, `/${userId}`, '/v2/nothing'])
      await server.app.request(path);
    await server.asPartner('GET', `/v2/users/${userId}`);
    await server.asPartner('PROPFIND', `/v2/users/${userId}`);

    const text = await meters.text();
    const requests = (operation: string, status: string) =>
      valueOf(meters, 'dots_flow_request_duration_seconds_count', { operation, status });
    assert.equal(await requests('getUser', '2xx'), 1);
    assert.equal(await requests('hostedPage', '2xx'), 1);
    assert.equal(await requests('other', '4xx'), 3);
    for (const status of ['created', 'pending'])
      assert.equal(await valueOf(meters, 'dots_flow_payouts_total', { status }), 1);
    const outside = (provider: string) =>
      valueOf(meters, 'dots_flow_outside_duration_seconds_count', { provider, outcome: 'answered' });
    assert.ok(await outside('codes'));
    assert.ok(await outside('tins'));
    assert.ok(await valueOf(meters, 'dots_flow_webhook_attempts_total', { outcome: 'delivered' }));
    assert.equal(
      await valueOf(meters, 'dots_flow_jobs', { kind: 'deliver-webhook', state: 'due' }),
      await server.db
        .query<{ n: number }>(
          `select count(*)::int as n from webhook_deliveries where status = 'pending' and next_attempt_at <= $1`,
          [server.clock.now()],
        )
        .then(([row]) => row?.n),
    );

    const ofSomebody = [
      ...Object.values({ ...profile, ...newPhone, ...person, ...bankAccount }).filter(
        (value) => typeof value === 'string' && value.length > 4,
      ),
      ...[payee.flowId, userId, endpoint, payee.token, server.partner.id, 'pk_sandbox', 'private-path'],
      ...['Acme', '127.0.0.1'],
    ];
    // The values are seconds and bytes, in whose digits any number can stand.
    const names = text.replace(/ [\d.e+-]+$/gm, '');
    assert.match(names, /^dots_flow_request_duration_seconds_sum\{.*\}$/m);
    for (const word of ofSomebody) assert.ok(!names.includes(word), `metrics tell ${word}`);
    assert.doesNotMatch(names, /[0-9a-f]{8}-[0-9a-f]{4}|\/v2|msg_|\+1/);
    // Every value of our labels is a word of ours.
    for (const [, label, value] of text.matchAll(/^dots_flow_[^{]*\{.*?(\w+)="([^"]*)"/gm))
      if (label !== 'le') assert.deepEqual(bounded({ [label ?? '']: value ?? '' }), { [label ?? '']: value });
  });

  test('have no value of a label that was not known beforehand', async () => {
    const meters = createMeters();
    for (let id = 0; id < 1000; id += 1)
      meters.observe('requests', { operation: `/v2/users/${id}`, status: '+14155550100' }, 0.1);
    assert.equal(
      await valueOf(meters, 'dots_flow_request_duration_seconds_count', { operation: 'other' }),
      1000,
    );
    for (const measure of Object.keys(measures) as MeasureName[])
      for (const label of measures[measure].labels)
        assert.deepEqual(bounded({ [label]: 'jane@example.com' }), { [label]: 'other' });
  });

  test('count from 0, so that the first is seen', async () => {
    const meters = createMeters();
    const webhooks = () => valueOf(meters, 'dots_flow_webhook_attempts_total', { outcome: 'given-up' });
    assert.equal(await webhooks(), 0);
    meters.add('webhooks', { outcome: 'given-up' });
    assert.equal(await webhooks(), 1);
    const code = { limit: 'code', per: 'country' };
    assert.equal(await valueOf(meters, 'dots_flow_limits_reached_total', code), 0);
  });

  test('know an operation under both bases, and one that is asked for its head alone', () => {
    assert.equal(operationOf('GET', '/v2/users/:id'), 'getUser');
    assert.equal(operationOf('HEAD', '/api/v2/users/:id'), 'getUser');
    assert.equal(operationOf('GET', '/flow/:id'), 'hostedPage');
    assert.equal(operationOf('GET', '/partner/own'), 'other');
  });

  test('count limits that were reached', async () => {
    const meters = createMeters();
    const server = await createTestServer({ config: { sandbox: false }, deps: { meters } });
    const payee = await introduced(server, ['compliance']);
    let refused = 0;
    for (let time = 0; time < 12; time += 1) {
      const answer: Call = await payee.call('POST', '/session/compliance', { ...person, tin: '123450002' });
      if (answer.status === 429) refused += 1;
    }
    assert.ok(refused > 0);
    const labels = { limit: 'tax number', per: 'user' };
    assert.equal(await valueOf(meters, 'dots_flow_limits_reached_total', labels), refused);
  });

  test('tell apart what others answered, refused and failed', async () => {
    const meters = createMeters();
    const count = (labels: Record<string, string>) =>
      valueOf(meters, 'dots_flow_outside_duration_seconds_count', labels);
    for (const status of [204, 302, 404, 500])
      await watchFetch(() => Promise.resolve(new Response(null, { status })), 'webhooks', meters)('http://x');
    const broken = watchFetch(() => Promise.reject(new Error('gone')), 'webhooks', meters);
    await assert.rejects(broken('http://x'), /gone/);
    assert.equal(await count({ provider: 'webhooks', outcome: 'answered' }), 1);
    assert.equal(await count({ provider: 'webhooks', outcome: 'refused' }), 2);
    assert.equal(await count({ provider: 'webhooks', outcome: 'failed' }), 2);

    // A provider may be a class with fields of its own.
    class Carrier {
      #sent = 0;
      newCode = () => '123456';
      check = () => Promise.resolve(null);
      async send() {
        this.#sent += 1;
        if (this.#sent > 1) throw new Error('out of money');
      }
    }
    const clock = { now: () => new Date() };
    const given = { ...createSandboxProviders({ clock }), codes: new Carrier(), bankLinks: null };
    const { codes, bankLinks } = watchProviders(given, meters);
    assert.equal(codes.newCode(), '123456');
    assert.equal(bankLinks, null);
    const message = { to: '', channel: 'sms', code: '', appName: '', language: '', text: '' } as const;
    await codes.send(message);
    await assert.rejects(codes.send(message), /out of money/);
    assert.equal(await count({ provider: 'codes', outcome: 'answered' }), 1);
    assert.equal(await count({ provider: 'codes', outcome: 'failed' }), 1);
  });

  test('count jobs by what came of them', async () => {
    const meters = createMeters();
    const job = { kind: 'advance-payout', transferId: 'one' } as const;
    await watchJob(meters, job, () => Promise.resolve());
    await assert.rejects(watchJob(meters, job, () => Promise.reject(new Error('no'))));
    for (const outcome of ['done', 'failed'])
      assert.equal(
        await valueOf(meters, 'dots_flow_job_duration_seconds_count', { kind: 'advance-payout', outcome }),
        1,
      );
  });

  test('count event streams that are open', async () => {
    const { server, meters } = await measuredServer();
    readGauges(meters, server.deps);
    const payee = await openFlow(server, (await introduced(server, ['compliance'])).flowId);
    const leave = new AbortController();
    const headers = { authorization: `Bearer ${payee.token}`, origin: 'http://localhost:4400' };
    const stream = await server.app.request('/v2/session/events', { headers, signal: leave.signal });
    const reader = stream.body?.getReader();
    await reader?.read();
    assert.match(await meters.text(), /^dots_flow_event_streams 1$/m);
    await reader?.cancel();
  });

  test('go on without what cannot be read', async () => {
    const meters = createMeters();
    meters.onLook(() => Promise.reject(new Error('no database')));
    meters.onLook(() => Promise.resolve([{ of: 'streams', labels: {}, value: 3 }]));
    const text = await meters.text();
    assert.match(text, /^dots_flow_event_streams 3$/m);
    assert.doesNotMatch(text, /^dots_flow_jobs\{/m);
  });

  test('say for what the database had no time', () => {
    const coded = (code: string) => new DatabaseUnavailable(Object.assign(new Error('no'), { code }));
    assert.equal(timeoutOf(coded('57014')), 'statement');
    assert.equal(timeoutOf(coded('55P03')), 'lock');
    assert.equal(timeoutOf(coded('08006')), null);
    assert.equal(timeoutOf(new DatabaseUnavailable(new NoPlace())), 'share');
    const inWords = new DatabaseUnavailable(new Error('timeout exceeded when trying to connect'));
    assert.equal(timeoutOf(inWords), 'connection');
    assert.equal(timeoutOf(new Error('no')), null);
  });

  test('are on a port of their own, and nowhere else', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'dots-flow-metrics-'));
    const env = { DATA_DIR: dir, PORT: '0', METRICS_PORT: '0', LOG_LEVEL: 'silent' };
    const running = await serve({ env });
    try {
      assert.match(running.metricsUrl ?? '', /^http:\/\/localhost:\d+\/metrics$/);
      assert.equal((await fetch(`${running.url}/metrics`)).status, 404);
      const answer = await fetch(running.metricsUrl ?? '');
      assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/);
      const text = await answer.text();
      for (const measure of Object.keys(measures) as MeasureName[])
        assert.match(text, new RegExp(`^# TYPE ${prometheusName(measure)} ${measures[measure].kind}$`, 'm'));
      assert.match(text, /^dots_flow_jobs_oldest_seconds\{kind="advance-payout"\} 0$/m);
      assert.match(text, /^nodejs_eventloop_lag_p99_seconds /m);
      // A page can make its own name lead to this machine.
      assert.equal(await statusAs('evil.example', running.metricsUrl ?? ''), 403);
      assert.equal(await statusAs('127.0.0.1:9464', running.metricsUrl ?? ''), 200);
    } finally {
      await running.close();
      await rm(dir, { recursive: true, force: true });
    }
    await assert.rejects(fetch(running.metricsUrl ?? ''));
  });
});
