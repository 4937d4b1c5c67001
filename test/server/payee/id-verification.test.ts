import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import { atIdentity, begins, chooses, identity, looks, shows, submits, tries, uploads } from './identity.ts';
import { introduced, messages, newFlow, openFlow, profile, states } from './payee.ts';
import type { Payee } from './payee.ts';

const userOf = async (server: TestServer, one: Payee) => {
  const answer = await server.asPartner('GET', `/v2/users/${one.seen.flow.user_id}`);
  return (await answer.json()) as {
    compliance: { id_verified: boolean; flagged: boolean; flags: { ofac: boolean; ofac_status: string } };
  };
};

describe('id-verification', () => {
  it('asks for the document, each side of it, the face, and then waits', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    assert.equal(identity(one).phase, 'choose');
    assert.equal(identity(one).default_country, 'US');
    assert.equal(identity(one).name, 'Jane Doe');
    assert.equal(identity(one).tries_left, 3);

    await chooses(one, 'drivers-license');
    assert.deepEqual([identity(one).phase, identity(one).needs], ['capture', ['front', 'back', 'selfie']]);
    await uploads(server, one, 'back');
    await looks(one);
    assert.deepEqual(identity(one).needs, ['front', 'selfie']);
    await uploads(server, one, 'front');
    await looks(one);
    assert.deepEqual([identity(one).phase, identity(one).needs], ['selfie', ['selfie']]);
    assert.equal((await one.refused('/session/id-verification/submit')).error_code, 'images-missing');
    await uploads(server, one, 'selfie');
    assert.deepEqual(identity({ ...one, seen: await looks(one) }).needs, []);

    await submits(one);
    assert.deepEqual([identity(one).phase, identity(one).manual, one.seen.waiting], ['review', false, true]);
  });

  it('is verified after a second, tells the partner, and goes on by itself', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server, 'Doe', ['manage-payouts']);
    await tries(server, one);
    assert.equal(one.seen.current?.step, 'manage-payouts');
    assert.equal(one.seen.waiting, false);
    assert.deepEqual(one.seen.completions.at(-1)?.outcome, 'verified');
    const [done] = (await messages(server)).filter(
      (message) => message.payload['step'] === 'id-verification',
    );
    assert.equal(done?.id, one.seen.completions.at(-1)?.event_id);
    assert.equal(done?.payload['outcome'], 'verified');
    assert.equal((await messages(server, 'user.updated.id_verified')).length, 1);
    assert.equal((await userOf(server, one)).compliance.id_verified, true);
  });

  it('is skipped for a payee who was verified before, unless forced', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    await tries(server, one);
    const input = { user_id: one.seen.flow.user_id ?? '' };
    const again = await newFlow(server, ['id-verification', 'manage-payouts'], input);
    assert.deepEqual(
      again.plan.map((entry) => entry.state),
      ['skipped', 'active'],
    );
    const forced = await newFlow(server, [{ name: 'id-verification', force: true }], input);
    const other = await openFlow(server, forced.id);
    assert.equal(identity(other).phase, 'choose');
  });

  it('says why a try was refused, and a better picture is good', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server, 'Blurry');
    await tries(server, one);
    assert.deepEqual(
      [identity(one).phase, identity(one).rejection, identity(one).rejected_side, identity(one).tries_left],
      ['rejected', 'blurred', 'front', 2],
    );
    assert.equal((await userOf(server, one)).compliance.id_verified, false);

    await one.does('/session/id-verification/restart');
    assert.deepEqual([identity(one).phase, identity(one).rejection], ['choose', 'blurred']);
    assert.deepEqual(
      identity(one).document,
      { country: 'US', document_type: 'passport' },
      'the document need not be chosen anew',
    );
    await tries(server, one);
    assert.equal(one.seen.flow.status, 'completed');
  });

  for (const [last, reason] of [
    ['Expired', 'expired'],
    ['Mismatch', 'face-mismatch'],
  ] as const) {
    it(`fails for good after three tries (${last})`, async () => {
      const server = await createTestServer();
      const one = await atIdentity(server, last);
      for (const left of [2, 1, 0]) {
        await tries(server, one);
        assert.deepEqual([identity(one).tries_left, identity(one).rejection], [left, reason]);
        if (left > 0) await one.does('/session/id-verification/restart');
      }
      assert.equal(identity(one).phase, 'failed');
      assert.equal((await one.refused('/session/id-verification/restart')).error_code, 'no-tries-left');
      const { compliance } = await userOf(server, one);
      assert.deepEqual([compliance.id_verified, compliance.flagged], [false, true]);
      assert.equal(one.seen.flow.status, 'in_progress');

      const user_id = one.seen.flow.user_id ?? '';
      const other = await openFlow(server, (await newFlow(server, ['id-verification'], { user_id })).id);
      assert.equal(identity(other).phase, 'failed', 'another flow is no way round');
      const forced = await openFlow(
        server,
        (await newFlow(server, [{ name: 'id-verification', force: true }], { user_id })).id,
      );
      assert.deepEqual([identity(forced).phase, identity(forced).tries_left], ['choose', 3]);
    });
  }

  it('waits for a person, says so, and goes on when that person has looked', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server, 'Review', ['manage-payouts']);
    await tries(server, one);
    assert.deepEqual([identity(one).phase, identity(one).manual, one.seen.waiting], ['review', true, true]);
    assert.equal((await userOf(server, one)).compliance.flags.ofac_status, 'in_review');
    server.clock.advance(10_000);
    await server.runDueJobs();
    await looks(one);
    assert.equal(one.seen.current?.step, 'manage-payouts');
    assert.deepEqual((await userOf(server, one)).compliance.flags, {
      ...(await userOf(server, one)).compliance.flags,
      ofac: false,
      ofac_status: 'unflagged',
    });
  });

  it('comes before money moves for a payee whom sanctions screening flagged', async () => {
    const server = await createTestServer();
    const one = await introduced(server, ['manage-payouts'], { ...profile, last_name: 'Sanctioned' });
    assert.deepEqual(states(one.seen).slice(2), ['id-verification:active', 'manage-payouts:pending']);
    assert.equal(identity(one).reason, 'screening');
    await tries(server, one);
    assert.equal(one.seen.current?.step, 'manage-payouts');
    assert.deepEqual(one.seen.flow.status, 'in_progress');
    assert.equal((await userOf(server, one)).compliance.flags.ofac_status, 'unflagged');
  });

  it('drops the pictures when another document is chosen, and keeps them when the same one is', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    await shows(server, one);
    await chooses(one, 'passport', 'US');
    assert.equal(identity(one).uploads.length, 2);
    await chooses(one, 'id-card', 'DE');
    assert.deepEqual([identity(one).uploads.length, identity(one).needs.length], [0, 3]);
  });

  it('takes only documents that the country has', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    const { errors } = await one.refused('/session/id-verification/document', {
      country: 'GB',
      document_type: 'id-card',
    });
    assert.deepEqual(
      errors?.map(({ field, code }) => [field, code]),
      [['document_type', 'invalid-choice']],
    );
    assert.equal(
      (await one.refused('/session/id-verification/document', { country: 'ZZ', document_type: 'passport' }))
        .errors?.[0]?.field,
      'country',
    );
  });

  it('is submitted once, however often the request is sent', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    await shows(server, one);
    const key = { 'idempotency-key': 'submit-1' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => one.call('POST', '/session/id-verification/submit', {}, key)),
    );
    assert.deepEqual(answers.filter((answer) => answer.status === 200).length >= 1, true);
    assert.ok(answers.every((answer) => answer.status === 200 || answer.body.error_code === 'resource-busy'));
    assert.equal((await one.refused('/session/id-verification/submit')).error_code, 'step-not-current');
    const [count] = await server.db.query<{ n: number }>(
      "select count(*)::int as n from test_jobs where job->>'kind' = 'check-id'",
    );
    assert.equal(count?.n, 1);
  });

  it('takes no pictures while they are judged', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    await shows(server, one);
    const { upload_id } = identity(one).uploads[0] ?? { upload_id: '' };
    await submits(one);
    assert.equal(
      (await one.call('POST', '/session/id-verification/uploads', { side: 'front', size: 10 })).body
        .error_code,
      'step-not-current',
    );
    assert.equal(
      (await one.refused(`/session/id-verification/uploads/${upload_id}`, undefined, 'DELETE')).error_code,
      'step-not-current',
    );
    assert.equal(
      (await one.refused('/session/id-verification/document', { country: 'DE', document_type: 'passport' }))
        .error_code,
      'step-not-current',
    );
  });

  it('lets a picture be taken again', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    await shows(server, one);
    const front = identity(one).uploads.find((upload) => upload.side === 'front');
    await one.does(`/session/id-verification/uploads/${front?.upload_id}`, undefined, 'DELETE');
    assert.deepEqual(
      identity(one).needs,
      ['front', 'selfie'].filter((side) => side === 'front'),
    );
    await begins(one, 'selfie', 100);
    await looks(one);
    assert.deepEqual(identity(one).needs, ['front', 'selfie'], 'a new upload replaces the finished one');
  });

  it('is done by nobody who did not confirm their phone', async () => {
    const server = await createTestServer();
    const one = await atIdentity(server);
    const stranger = await openFlow(server, one.flowId, 'another');
    for (const path of ['document', 'uploads', 'submit', 'restart', 'handoff', 'handoff/cancel']) {
      const { body } = await stranger.call('POST', `/session/id-verification/${path}`, {
        country: 'US',
        document_type: 'passport',
        side: 'front',
        size: 9,
      });
      assert.equal(body.error_code, 'authentication-required', path);
    }
  });
});
