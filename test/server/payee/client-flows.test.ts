/** What whoever read the client id in a page can have of the app. */
import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Flow } from '../../../src/contract/flow.ts';
import { readConfig } from '../../../src/server/start/config.ts';
import { clientId, createTestServer } from '../support.ts';
import { atIdentity, handsOff, opensLink } from './identity.ts';
import { fields, messages, payee, profile, request, secretOf } from './payee.ts';

const live = readConfig({
  DOTS_MODE: 'live',
  DOTS_WITHHOLDING: 'report',
  DOTS_APP_NAME: 'Acme Market',
  DOTS_CLIENT_ID: clientId,
  DOTS_API_KEY: 'k'.repeat(32),
  DOTS_ENCRYPTION_KEYS: Buffer.alloc(32, 9).toString('base64'),
  PUBLIC_URL: 'https://flows.example.com',
});

it('a live app pays for no check that it did not ask for', async () => {
  const server = await createTestServer({ config: { clientSteps: live.clientSteps } });
  const ask = (...steps: string[]) => request(server, 'POST', '/sessions', { client_id: clientId, steps });
  for (const step of ['id-verification', 'background-check', 'manage-payments', 'payout'])
    assert.deepEqual(fields((await ask('compliance', step)).body), ['steps[1]:step-not-for-clients'], step);
  assert.equal((await ask('compliance', 'manage-payouts')).status, 201);
});

it('everything that the partner is told says so', async () => {
  const server = await createTestServer();
  const opened = await request(server, 'POST', '/sessions', {
    client_id: clientId,
    steps: ['onboarding'],
    metadata: 'I am the treasurer',
  });
  const stranger = payee(server, opened.body);
  await stranger.introduces(profile);
  const flow = (await (await server.asPartner('GET', `/v2/flows/${stranger.flowId}`)).json()) as Flow;
  assert.deepEqual([flow.origin, flow.metadata], ['client', 'I am the treasurer']);
  const told = (await messages(server)).filter(({ payload }) => payload['flow_id'] === flow.id);
  assert.ok(told.length >= 2);
  for (const { payload } of told) assert.equal(payload['origin'], 'client', String(payload['event']));
});

it('a page that may not open flows uses up nothing of its visitors', async () => {
  const server = await createTestServer({ config: { sandbox: false } });
  const evil = { origin: 'https://evil.example' };
  const open = async (headers: Record<string, string> = {}, id = clientId) =>
    (await request(server, 'POST', '/sessions', { client_id: id, steps: ['compliance'] }, headers)).status;
  const refused: number[] = [];
  for (let time = 0; time < 80; time += 1) refused.push(await open(evil), await open({}, 'pk_unknown'));
  assert.equal(await open(), 201);
  assert.equal(refused.at(-1), 429, 'refusals have a limit of their own');
  const made: number[] = [];
  for (let time = 0; time < 30; time += 1) made.push(await open());
  assert.deepEqual([made[28], made[29]], [201, 429]);
});

it('a page that guesses links to phones uses up nothing of its visitors', async () => {
  const server = await createTestServer({ config: { sandbox: false } });
  const { token } = await handsOff(await atIdentity(server));
  const guess = { token: 'x'.repeat(token.length), browser: secretOf('phone') };
  const guesses: number[] = [];
  for (let time = 0; time < 80; time += 1)
    guesses.push((await request(server, 'POST', '/handoff/sessions', guess)).status);
  assert.equal(guesses.at(-1), 429);
  assert.equal((await opensLink(server, token)).status, 201);
});

it('nor does a page that has a link of its own maker', async () => {
  const server = await createTestServer({ config: { sandbox: false } });
  const desktop = await atIdentity(server);
  const link = await handsOff(desktop);
  const statuses: number[] = [];
  for (let time = 0; time < 80; time += 1)
    statuses.push((await opensLink(server, link.token, 'phone', 'https://evil.example')).status);
  assert.deepEqual([statuses[0], statuses.at(-1)], [403, 429]);
  assert.equal((await opensLink(server, (await handsOff(desktop)).token)).status, 201);
});
