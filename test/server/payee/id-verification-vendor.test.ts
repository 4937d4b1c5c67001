import assert from 'node:assert/strict';
import { createHmac, randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { createHttpVerification } from '../../../src/server/providers/http-id-verification.ts';
import { createSandboxProviders } from '../../../src/server/providers/sandbox.ts';
import type { IdentitySubject } from '../../../src/server/ports/id-verification.ts';
import { stubbornServer } from '../../support/stubborn-server.ts';
import { timeLimits } from '../../support/time-limits.ts';
import { licenceBack } from '../../support/licence.ts';
import { createTestServer, publicUrl } from '../support.ts';
import type { TestServer } from '../support.ts';
import { atIdentity, identity, looks, shows, submits } from './identity.ts';
import { messages } from './payee.ts';
import type { Payee } from './payee.ts';

const secret = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const url = 'https://vendor.example/verify';
const day = 86_400_000;

/** `ahead`: milliseconds by which a test clock was advanced. */
async function withVendor(ahead = 0): Promise<TestServer> {
  const late: { server?: TestServer } = {};
  const now = () => late.server?.clock.now() ?? new Date();
  const clock = { now, real: () => new Date(now().getTime() - ahead) };
  const identityProvider = createHttpVerification({
    url,
    secret,
    publicUrl,
    clock,
    fetch: (input, init) => (late.server as TestServer).outbound.fetch(input, init),
    log: { warn: () => {} } as never,
  });
  late.server = await createTestServer({
    config: { idVerification: { url, secret } },
    deps: { clock, providers: { ...createSandboxProviders({ clock }), identity: identityProvider } },
  });
  return late.server;
}

async function submitted(
  server: TestServer,
  last = 'Doe',
  how?: Parameters<typeof shows>[2],
): Promise<{ one: Payee; checkId: string }> {
  const one = await atIdentity(server, last, ['manage-payouts']);
  await shows(server, one, how);
  await submits(one);
  await server.runDueJobs();
  const [check] = await server.db.query<{ id: string }>(
    'select id from id_checks order by number desc limit 1',
  );
  return { one, checkId: check?.id ?? '' };
}

const signed = (server: TestServer, id: string, body: string, key = secret, at = server.clock.now()) => ({
  'content-type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
  'webhook-signature': new Webhook(key).sign(id, at, body),
});

async function callsBack(
  server: TestServer,
  input: object,
  id = 'evt_1',
  change: { key?: string; at?: Date; body?: string } = {},
) {
  const body = JSON.stringify(input);
  const headers = signed(server, id, body, change.key, change.at);
  const answer = await server.app.request('/v2/providers/id-verification/callback', {
    method: 'POST',
    headers,
    body: change.body ?? body,
  });
  return {
    status: answer.status,
    code: answer.status === 204 ? null : ((await answer.json()) as { error_code: string }).error_code,
  };
}

describe('a vendor behind HTTP', () => {
  it('is sent the pictures, signed, and where to call back', async () => {
    const server = await withVendor();
    const { one, checkId } = await submitted(server);
    const [request] = server.outbound.requests.filter((sent) => sent.url === url);
    assert.ok(request);
    const content = `idv_${checkId}.${request.headers['webhook-timestamp']}.${request.body}`;
    const mac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(content)
      .digest('base64');
    assert.equal(request.headers['webhook-signature'], `v1,${mac}`);
    const body = JSON.parse(request.body) as Record<string, unknown> & {
      images: { side: string; type: string; data: string }[];
    };
    assert.deepEqual(
      [body['event'], body['check_id'], body['callback_url'], body['document'], body['person']],
      [
        'id-verification.requested',
        checkId,
        `${publicUrl}/v2/providers/id-verification/callback`,
        { country: 'US', type: 'passport' },
        { first_name: 'Jane', last_name: 'Doe', date_of_birth: null },
      ],
    );
    assert.deepEqual(
      body.images.map(({ side, type }) => [side, type]),
      [
        ['front', 'image/jpeg'],
        ['selfie', 'image/jpeg'],
      ],
    );
    assert.equal(Buffer.from(body.images[0]?.data ?? '', 'base64').toString('hex', 0, 2), 'ffd8');
    await looks(one);
    assert.deepEqual([identity(one).phase, identity(one).manual], ['review', false]);
  });

  describe('that is a real server', () => {
    const subject: IdentitySubject = {
      checkId: 'a check',
      attempt: 1,
      refusedBefore: 0,
      firstName: 'Jane',
      lastName: 'Doe',
      dateOfBirth: null,
      country: 'US',
      documentType: 'passport',
      images: () => Promise.resolve([]),
    };
    const now = () => new Date(0);
    const at = (place: string) =>
      createHttpVerification({
        url: place,
        secret,
        publicUrl,
        clock: { now, real: now },
        fetch,
        log: { warn: () => {} } as never,
      });
    const again = { status: 'waiting', manual: false, retryInMs: 5_000 };

    for (const path of ['/silent', '/halting'])
      it(`is asked again when it has not answered within 30 seconds (${path})`, async (t) => {
        const limits = timeLimits(t);
        const vendor = await stubbornServer(t);
        const request = vendor.next();
        const answer = at(`${vendor.url}${path}`).verify(subject);
        await request;
        assert.deepEqual(
          limits.map(({ milliseconds }) => milliseconds),
          [30_000],
        );
        limits[0]?.ring();
        assert.deepEqual(await answer, again);
      });

    it('is asked again when it redirects, and faces and documents go nowhere else', async (t) => {
      const vendor = await stubbornServer(t);
      assert.deepEqual(await at(`${vendor.url}/redirecting`).verify(subject), again);
      assert.deepEqual(vendor.asked, ['/redirecting']);
    });
  });

  it('has the last word days later, and the flow goes on', async () => {
    const server = await withVendor();
    const { one, checkId } = await submitted(server);
    assert.equal(
      (await callsBack(server, { check_id: checkId, status: 'in_review', reference: 'case-7' }, 'evt_1'))
        .status,
      204,
    );
    server.clock.advance(6 * day);
    assert.equal((await callsBack(server, { check_id: checkId, status: 'verified' }, 'evt_2')).status, 204);
    const { plan, status } = (await (await server.asPartner('GET', `/v2/flows/${one.flowId}`)).json()) as {
      plan: { name: string; state: string }[];
      status: string;
    };
    assert.equal(plan.find((entry) => entry.name === 'id-verification')?.state, 'completed');
    assert.equal(status, 'in_progress');
    assert.equal((await messages(server, 'user.updated.id_verified')).length, 1);
  });

  it('signs and checks signatures in real time, however far a test clock is ahead', async () => {
    const server = await withVendor(400 * day);
    const { checkId } = await submitted(server);
    const [request] = server.outbound.requests.filter((sent) => sent.url === url);
    const real = new Date(server.clock.now().getTime() - 400 * day);
    assert.equal(request?.headers['webhook-timestamp'], String(real.getTime() / 1000));
    assert.equal(
      (await callsBack(server, { check_id: checkId, status: 'verified' }, 'evt_1')).code,
      'invalid-signature',
    );
    assert.equal(
      (await callsBack(server, { check_id: checkId, status: 'verified' }, 'evt_2', { at: real })).status,
      204,
    );
  });

  it('may answer at once', async () => {
    const server = await withVendor();
    server.outbound.answer(Response.json({ status: 'rejected', reason: 'glare', side: 'selfie' }));
    const { one } = await submitted(server);
    await looks(one);
    assert.deepEqual(
      [identity(one).phase, identity(one).rejection, identity(one).rejected_side, identity(one).tries_left],
      ['rejected', 'glare', 'selfie', 2],
    );
  });

  it('changes nothing by a message sent twice, nor by a second verdict', async () => {
    const server = await withVendor();
    const { one, checkId } = await submitted(server);
    await callsBack(server, { check_id: checkId, status: 'rejected', reason: 'blurred' }, 'evt_1');
    assert.equal(
      (await callsBack(server, { check_id: checkId, status: 'rejected', reason: 'blurred' }, 'evt_1')).status,
      204,
    );
    assert.equal((await callsBack(server, { check_id: checkId, status: 'verified' }, 'evt_2')).status, 204);
    await looks(one);
    assert.deepEqual(
      [identity(one).phase, identity(one).rejection, identity(one).tries_left],
      ['rejected', 'blurred', 2],
    );
    assert.equal((await messages(server, 'user.updated.id_verified')).length, 0);
  });

  it('is not believed without its signature over this body, a moment ago', async () => {
    const server = await withVendor();
    const { one, checkId } = await submitted(server);
    const verdict = { check_id: checkId, status: 'verified' };
    const other = `whsec_${randomBytes(32).toString('base64')}`;
    const old = new Date(server.clock.now().getTime() - 6 * 60_000);
    for (const change of [
      { key: other },
      { at: old },
      { body: JSON.stringify({ ...verdict, reference: 'x' }) },
    ])
      assert.deepEqual(await callsBack(server, verdict, 'evt_1', change), {
        status: 401,
        code: 'invalid-signature',
      });
    const bare = await server.app.request('/v2/providers/id-verification/callback', {
      method: 'POST',
      body: JSON.stringify(verdict),
    });
    assert.equal(bare.status, 401);
    assert.deepEqual(await callsBack(server, { ...verdict, check_id: one.flowId }), {
      status: 404,
      code: 'no-such-resource',
    });
    assert.deepEqual(await callsBack(server, { ...verdict, status: 'maybe' }), {
      status: 422,
      code: 'invalid-input',
    });
    await looks(one);
    assert.equal(identity(one).phase, 'review');
  });

  it('has no callback where no vendor is set up', async () => {
    const server = await createTestServer();
    assert.deepEqual(await callsBack(server, { check_id: server.partner.id, status: 'verified' }), {
      status: 404,
      code: 'no-such-resource',
    });
  });

  it('is contradicted by what its own reading of the document says', async () => {
    for (const [document, reason] of [
      [{ expires: '2020-01-01' }, 'expired'],
      [{ first_name: 'Mary', last_name: 'Sample' }, 'name-mismatch'],
      [
        { mrz: ['P<UTODOE<<JANE'.padEnd(44, '<'), 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'] },
        'expired',
      ],
    ] as const) {
      const server = await withVendor();
      const { one, checkId } = await submitted(server);
      await callsBack(server, { check_id: checkId, status: 'verified', document });
      await looks(one);
      assert.deepEqual([identity(one).phase, identity(one).rejection], ['rejected', reason]);
    }
  });

  it('is asked again when it cannot be reached or fails, with the same id', async () => {
    const server = await withVendor();
    server.outbound.answer(new Error('connection refused'), 503);
    const { one, checkId } = await submitted(server);
    server.clock.advance(5_000);
    await server.runDueJobs();
    await looks(one);
    assert.deepEqual(
      [identity(one).phase, identity(one).manual],
      ['review', true],
      'it takes longer, and the payee may leave',
    );
    server.outbound.answer(Response.json({ status: 'verified' }));
    server.clock.advance(60_000);
    await server.runDueJobs();
    const asked = server.outbound.requests.filter((sent) => sent.url === url);
    assert.deepEqual(
      asked.map((sent) => sent.headers['webhook-id']),
      Array.from({ length: 3 }, () => `idv_${checkId}`),
    );
    const refreshed = await looks(one);
    assert.equal(refreshed.current?.step, 'manage-payouts');
  });

  it('may call back while the payee still submits: one verdict, one completion', async () => {
    const server = await withVendor();
    const { one, checkId } = await submitted(server);
    const calls = [1, 2, 3].map((n) =>
      callsBack(server, { check_id: checkId, status: 'verified' }, `evt_${n}`),
    );
    await Promise.all([...calls, one.call('POST', '/session/id-verification/submit', {})]);
    const done = (await messages(server)).filter((message) => message.payload['step'] === 'id-verification');
    assert.equal(done.length, 1);
  });
});

describe('the barcode of a licence', () => {
  it('that contradicts the payee ends the try before any vendor is asked', async () => {
    const server = await withVendor();
    const { one } = await submitted(server, 'Doe', {
      type: 'drivers-license',
      back: await licenceBack({ expires: '01012020' }),
    });
    await looks(one);
    assert.deepEqual([identity(one).phase, identity(one).rejection], ['rejected', 'expired']);
    assert.equal(
      server.outbound.requests.some((sent) => sent.url === url),
      false,
    );
  });

  it('that agrees leaves the rest to the vendor', async () => {
    const server = await withVendor();
    const { one } = await submitted(server, 'Doe', { type: 'drivers-license', back: await licenceBack() });
    await looks(one);
    assert.equal(identity(one).phase, 'review');
    assert.equal(server.outbound.requests.filter((sent) => sent.url === url).length, 1);
  });
});
