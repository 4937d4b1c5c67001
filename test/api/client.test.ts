import assert from 'node:assert/strict';
import test from 'node:test';
import { requests } from '../../src/api/requests.ts';
import { checkCode } from '../../src/steps/authentication/code-more.ts';
import { flowId, sessionAt, snapshotAt } from '../support/snapshots.ts';
import { opened, problem, scripted } from './scripted.ts';

const { signal } = new AbortController();

test('opening a session needs no preflight: a POST of plain text without any header', async () => {
  const { client, seen } = scripted(opened);
  const answer = await client.open({ flowId }, signal);
  assert.equal(answer.ok, true);
  assert.equal(seen[0]?.url, `https://pay.example/api/v2/flows/${flowId}/sessions`);
  assert.equal(seen[0]?.method, 'POST');
  assert.deepEqual([...(seen[0]?.headers ?? [])], []);
});

test('a client id opens flow and session in one request', async () => {
  const { client, seen } = scripted(opened);
  await client.open({ clientId: 'pk_sandbox_demo', steps: ['compliance'] }, signal);
  assert.equal(seen[0]?.url, 'https://pay.example/api/v2/sessions');
  const { browser, ...said } = JSON.parse(String(seen[0]?.body)) as Record<string, unknown>;
  assert.deepEqual(said, { client_id: 'pk_sandbox_demo', steps: ['compliance'] });
  assert.match(String(browser), /^[\w-]{32,64}$/);
});

test('a cut connection is tried again with the same Idempotency-Key', async () => {
  const { client, seen, pauses } = scripted(
    opened,
    'cut',
    { status: 503 },
    { body: snapshotAt({ at: 'onboarding' }) },
  );
  await client.open({ flowId }, signal);
  const answer = await client.send(checkCode('123456'), 'wish-1', signal);
  assert.equal(answer.ok, true);
  assert.deepEqual(
    seen.slice(1).map(({ headers }) => headers.get('idempotency-key')),
    ['wish-1', 'wish-1', 'wish-1'],
  );
  assert.deepEqual(pauses, [400, 1600]);
});

test('after three tries it is the payee’s turn', async () => {
  const { client, seen } = scripted(opened, 'cut', 'cut', 'cut');
  await client.open({ flowId }, signal);
  const answer = await client.send(checkCode('123456'), 'wish-1', signal);
  assert.deepEqual(answer, { ok: false, problem: { code: 'network-error', retryable: true, fields: [] } });
  assert.equal(seen.length, 4);
});

for (const code of ['invalid-input', 'too-many-requests', 'too-many-attempts', 'flow-expired'])
  test(`a verdict is not tried again: ${code}`, async () => {
    const { client, seen } = scripted(opened, problem(422, code));
    await client.open({ flowId }, signal);
    await client.send(checkCode('123456'), 'wish-1', signal);
    assert.equal(seen.length, 2);
  });

test('a session that is over is opened again and the same wish runs once more', async () => {
  const reopened = { status: 201, body: { ...sessionAt({ at: 'onboarding' }), token: 'token-2' } };
  const { client, seen } = scripted(opened, problem(401, 'session-expired'), reopened, {
    body: snapshotAt({ at: 'compliance' }),
  });
  await client.open({ flowId }, signal);
  const answer = await client.send(requests.submit('onboarding', {}), 'wish-1', signal);
  assert.equal(answer.ok && answer.snapshot.current?.step, 'compliance');
  assert.equal(seen[3]?.headers.get('authorization'), 'Bearer token-2');
  assert.equal(seen[3]?.headers.get('idempotency-key'), 'wish-1');
});

test('the token that signing in makes is used from then on, and told to nobody', async () => {
  const renewed = { token: 'token-after-code', expires_in: 900 };
  const { client, seen } = scripted(
    opened,
    { body: { ...snapshotAt({ at: 'compliance' }), renewed } },
    { body: snapshotAt({ at: 'compliance' }) },
  );
  await client.open({ flowId }, signal);
  const answer = await client.send(checkCode('123456'), 'wish-1', signal);
  assert.equal(answer.ok && answer.snapshot.current?.step, 'compliance');
  assert.ok(!JSON.stringify(answer).includes('token-after-code'));
  await client.read(signal);
  assert.equal(seen[2]?.headers.get('authorization'), 'Bearer token-after-code');
});

test('when the new session asks for a code first, the wish waits and nothing is sent', async () => {
  const asksCode = { status: 201, body: sessionAt({ requirement: { known_phone: true } }) };
  const { client, seen } = scripted(opened, problem(401, 'session-expired'), asksCode);
  await client.open({ flowId }, signal);
  const answer = await client.send(requests.submit('compliance', {}), 'wish-1', signal);
  assert.deepEqual(answer, { ok: true, snapshot: asksCode.body.snapshot, reopened: true });
  assert.equal(seen.length, 3);
});

test('two requests that find the session over share one new session', async () => {
  const over = problem(401, 'session-expired');
  const reopened = { status: 201, body: sessionAt({ at: 'onboarding' }) };
  const { client, seen } = scripted(
    opened,
    over,
    over,
    reopened,
    { body: snapshotAt() },
    { body: snapshotAt() },
  );
  await client.open({ flowId }, signal);
  await Promise.all([client.read(signal), client.read(signal)]);
  assert.equal(seen.filter(({ url }) => url.endsWith('/sessions')).length, 2);
});

test('an answer that is not ours is said to be so', async () => {
  const { client } = scripted({ body: { hello: 'world' } });
  assert.deepEqual(await client.open({ flowId }, signal), {
    ok: false,
    problem: { code: 'invalid-answer', retryable: true, fields: [] },
  });
});

test('an aborted request rejects instead of answering late', async () => {
  const { client } = scripted('cut');
  const controller = new AbortController();
  controller.abort();
  await assert.rejects(client.open({ flowId }, controller.signal));
});
