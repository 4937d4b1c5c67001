/** Traces and metrics by OpenTelemetry's own SDK, which the program brings. */
import assert from 'node:assert/strict';
import { after, beforeEach, describe, test } from 'node:test';
import { SpanKind, context, metrics, propagation, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { measures } from '../../../src/server/ports/meters.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import { createMeters } from '../../../src/server/telemetry/create-meters.ts';
import { watchJob } from '../../../src/server/telemetry/jobs.ts';
import { watchFetch, watchProviders } from '../../../src/server/telemetry/outside.ts';
import { inSpan } from '../../../src/server/telemetry/spans.ts';
import { basicAuth, createTestServer } from '../support.ts';
import { introduced, newPhone, openFlow, person, profile } from '../payee/payee.ts';

const spans = new InMemorySpanExporter();
const numbers = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
const reader = new PeriodicExportingMetricReader({ exporter: numbers, exportIntervalMillis: 600_000 });
context.setGlobalContextManager(new AsyncLocalStorageContextManager());
propagation.setGlobalPropagator(new W3CTraceContextPropagator());
trace.setGlobalTracerProvider(new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(spans)] }));
metrics.setGlobalMeterProvider(new MeterProvider({ readers: [reader] }));
after(() => reader.shutdown());
beforeEach(() => spans.reset());

const theirs = { id: '4bf92f3577b34da6a3ce929d0e0e4736', span: '00f067aa0ba902b7' };
const traceparent = `00-${theirs.id}-${theirs.span}-01`;

async function watchedServer() {
  const meters = createMeters();
  const clock = { now: () => new Date('2026-03-02T09:00:00.000Z') };
  const providers = watchProviders(createSandboxProviders({ clock }), meters);
  return createTestServer({ deps: { meters, providers } });
}
const named = (name: string) => spans.getFinishedSpans().filter((span) => span.name === name);

describe('traces', () => {
  test('have a span of each request by its pattern, with the calls of providers in it', async () => {
    const server = await watchedServer();
    const payee = await introduced(server, ['compliance']);
    await payee.does('/session/compliance', person);
    const [request] = named('POST /v2/session/authentication/code');
    assert.equal(request?.kind, SpanKind.SERVER);
    assert.deepEqual(request.attributes, {
      'http.request.method': 'POST',
      'http.route': '/v2/session/authentication/code',
      'dots_flow.operation': 'sendCode',
      'http.response.status_code': 200,
    });
    const [call] = named('codes.send');
    assert.equal(call?.kind, SpanKind.CLIENT);
    assert.equal(call.parentSpanContext?.spanId, request.spanContext().spanId);
    assert.deepEqual(call.attributes, { 'dots_flow.provider': 'codes', 'dots_flow.outcome': 'answered' });
    assert.deepEqual(named('codes.newCode'), [], 'what is answered at once is no call');

    const told = JSON.stringify(
      spans
        .getFinishedSpans()
        .map(({ name, attributes, events, status }) => ({ name, attributes, events, status })),
    );
    const ofSomebody = Object.values({ ...profile, ...newPhone, ...person }).filter(
      (value) => typeof value === 'string' && value.length > 4,
    );
    for (const word of [...ofSomebody, payee.flowId, payee.token, payee.seen.flow.user_id ?? '', 'Acme'])
      assert.ok(!told.includes(word), `spans tell ${word}`);
  });

  test('go on where a partner’s server says, and never where a browser says', async () => {
    const server = await watchedServer();
    await server.asPartner('GET', '/v2/users', undefined, { traceparent });
    const [partner] = named('GET /v2/users');
    assert.equal(partner?.spanContext().traceId, theirs.id);
    assert.equal(partner.parentSpanContext?.spanId, theirs.span);

    const payee = await introduced(server, ['compliance']);
    await payee.call('GET', '/session', undefined, { traceparent });
    await server.app.request(`/flow/${payee.flowId}`, { headers: { traceparent } });
    for (const name of ['GET /v2/session', 'GET /flow/:id'])
      for (const span of named(name)) assert.notEqual(span.spanContext().traceId, theirs.id, name);
    assert.equal(named('GET /flow/:id').length, 1);
    await openFlow(server, payee.flowId);
  });

  test('go on for no stranger who asks as a partner would, without a key', async () => {
    const server = await watchedServer();
    const asks: Record<string, string>[] = [
      {},
      { authorization: basicAuth('pk_test', 'sk_guessed') },
      { authorization: basicAuth('nobody', 'sk_guessed') },
    ];
    for (const headers of asks) {
      const answer = await server.app.request('/v2/users', { headers: { ...headers, traceparent } });
      assert.equal(answer.status, 401);
    }
    const refused = named('GET /v2/users');
    assert.equal(refused.length, 3);
    for (const span of refused) {
      assert.notEqual(span.spanContext().traceId, theirs.id);
      assert.equal(span.parentSpanContext, undefined);
    }
    for (const line of server.logLines) assert.notEqual(line['trace_id'], theirs.id);
  });

  test('have nothing of balancers that ask for health', async () => {
    const server = await watchedServer();
    await server.app.request('/readyz');
    await server.app.request('/healthz');
    assert.deepEqual(named('GET /readyz'), []);
    assert.deepEqual(named('GET /healthz'), []);
  });

  test('stay within what the program watches already', async () => {
    const server = await watchedServer();
    await inSpan({ name: 'the program', kind: SpanKind.SERVER, attributes: {} }, () =>
      server.asPartner('GET', '/v2/users', undefined, { traceparent }),
    );
    const [outer] = named('the program');
    assert.equal(named('GET /v2/users')[0]?.parentSpanContext?.spanId, outer?.spanContext().spanId);
  });

  test('have a span of each job, which is a trace of its own, and tell no message of an error', async () => {
    const meters = createMeters();
    const failing = () => Promise.reject(new TypeError('jane@example.com is no number'));
    await inSpan({ name: 'a request', kind: SpanKind.SERVER, attributes: {} }, async () => {
      await assert.rejects(watchJob(meters, { kind: 'check-tin' }, failing));
    });
    const [job] = named('job check-tin');
    assert.equal(job?.parentSpanContext, undefined);
    assert.deepEqual(job?.attributes, { 'dots_flow.job.kind': 'check-tin', 'error.type': 'TypeError' });
    assert.deepEqual([job?.events, job?.status.message], [[], undefined]);
  });

  test('do not leave with a webhook', async () => {
    const meters = createMeters();
    let sent: unknown;
    const send = watchFetch(
      (_input, init) => {
        sent = init?.headers;
        return Promise.resolve(new Response(null, { status: 503 }));
      },
      'webhooks',
      meters,
    );
    await watchJob(meters, { kind: 'deliver-webhook' }, async () => {
      await send('https://shop.example/hooks', { headers: { 'webhook-id': 'one' } });
    });
    assert.deepEqual(sent, { 'webhook-id': 'one' });
    const [call] = named('webhooks.request');
    assert.equal(call?.parentSpanContext?.spanId, named('job deliver-webhook')[0]?.spanContext().spanId);
    assert.equal(call?.attributes['http.response.status_code'], 503);
    assert.equal(call?.attributes['dots_flow.outcome'], 'failed');
    assert.doesNotMatch(JSON.stringify(call?.attributes), /shop/);
  });

  test('a line of the log names its trace', async () => {
    const server = await watchedServer();
    await server.asPartner('GET', '/v2/users', undefined, { traceparent });
    const line = server.logLines.find(({ msg }) => msg === 'request');
    assert.equal(line?.['trace_id'], theirs.id);
  });
});

test('metrics go to the SDK too, under the same names', async () => {
  const meters = createMeters();
  meters.observe('requests', { operation: 'getUser', status: '2xx' }, 0.2);
  meters.add('payouts', { status: 'completed' });
  meters.onLook(() => Promise.resolve([{ of: 'streams', labels: {}, value: 7 }]));
  await reader.forceFlush();
  const all = numbers
    .getMetrics()
    .flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics));
  const found = (name: string) => all.findLast(({ descriptor }) => descriptor.name === name);
  assert.deepEqual(found('dots_flow.request.duration')?.dataPoints.at(-1)?.attributes, {
    operation: 'getUser',
    status: '2xx',
  });
  assert.equal(found('dots_flow.request.duration')?.descriptor.unit, 's');
  const payouts = found('dots_flow.payouts')?.dataPoints;
  assert.equal(payouts?.find(({ attributes }) => attributes['status'] === 'completed')?.value, 1);
  assert.equal(found('dots_flow.event_streams')?.dataPoints.at(-1)?.value, 7);
  for (const { descriptor } of all)
    assert.ok(
      Object.values(measures).some(({ name }) => `dots_flow.${name}` === descriptor.name),
      descriptor.name,
    );
});
