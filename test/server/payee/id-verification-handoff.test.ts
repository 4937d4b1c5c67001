import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createTestServer, publicUrl } from '../support.ts';
import {
  atIdentity,
  chooses,
  handsOff,
  identity,
  looks,
  opensLink,
  phoneOf,
  shows,
  submits,
  tries,
  uploads,
} from './identity.ts';

describe('a hand-off to the phone', () => {
  it('shows the same code on both, the phone does the step, and the desktop goes on', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server, 'Doe', ['manage-payouts']);
    const link = await handsOff(desktop);
    assert.ok(link.url.startsWith(`${publicUrl}/flow/${desktop.flowId}#handoff=`));
    assert.match(link.code, /^\d{4}$/);
    await looks(desktop);
    assert.deepEqual(
      [identity(desktop).handoff, desktop.seen.waiting],
      [{ state: 'waiting', code: link.code, role: 'starter', holds: true, expires_in: 600 }, true],
    );

    const phone = await phoneOf(server, link.token);
    assert.deepEqual(identity(phone).handoff, {
      state: 'opened',
      code: link.code,
      role: 'phone',
      holds: true,
      expires_in: null,
    });
    await looks(desktop);
    assert.deepEqual([identity(desktop).handoff.state, identity(desktop).handoff.holds], ['opened', false]);
    assert.equal(
      (
        await desktop.refused('/session/id-verification/document', {
          country: 'US',
          document_type: 'passport',
        })
      ).error_code,
      'handed-off',
    );

    await tries(server, phone);
    assert.equal(identity(phone).phase, 'done');
    await looks(desktop);
    assert.equal(desktop.seen.current?.step, 'manage-payouts');
  });

  it('gives the phone this step and nothing else', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server, 'Doe', ['manage-payouts']);
    const phone = await phoneOf(server, (await handsOff(desktop)).token);
    await tries(server, phone);
    for (const path of [
      '/session/payout-methods',
      '/session/manage-payouts',
      '/session/id-verification/handoff',
    ])
      assert.equal(
        (await phone.call('POST', path, { platform: 'paypal', email: 'ada@example.com' })).body.error_code,
        'step-not-current',
        path,
      );
    await looks(phone);
    assert.equal(identity(phone).phase, 'done');
  });

  it('is opened by one browser, which may open it again', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server);
    const { token } = await handsOff(desktop);
    const first = await phoneOf(server, token);
    assert.equal((await opensLink(server, token, 'thief')).body.error_code, 'handoff-expired');
    const reloaded = await phoneOf(server, token);
    assert.equal(identity(reloaded).phase, 'choose');
    assert.equal((await first.call('GET', '/session')).body.error_code, 'session-expired');
  });

  it('is won by one of two browsers that open it at once', async () => {
    const server = await createTestServer();
    const { token } = await handsOff(await atIdentity(server));
    const answers = await Promise.all(['a', 'b', 'c'].map((agent) => opensLink(server, token, agent)));
    assert.deepEqual(answers.map((answer) => answer.status).sort(), [201, 410, 410]);
  });

  it('is over after ten minutes, when another link is made, and when it was never one', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server);
    const late = await handsOff(desktop);
    server.clock.advance(10 * 60_000);
    assert.equal((await opensLink(server, late.token)).body.error_code, 'handoff-expired');
    await looks(desktop);
    assert.deepEqual([identity(desktop).handoff.state, identity(desktop).handoff.code], ['none', null]);

    const old = await handsOff(desktop);
    await handsOff(desktop);
    assert.equal((await opensLink(server, old.token)).body.error_code, 'handoff-expired');
    assert.equal((await opensLink(server, 'nonsense')).body.error_code, 'handoff-expired');
    assert.equal((await opensLink(server, '')).status, 422);
  });

  it('is refused to a page of a foreign origin', async () => {
    const server = await createTestServer();
    const { token } = await handsOff(await atIdentity(server));
    assert.equal(
      (await opensLink(server, token, 'phone', 'https://evil.example')).body.error_code,
      'origin-not-allowed',
    );
    assert.equal((await opensLink(server, token)).status, 201, 'and was not used up by it');
  });

  it('is taken over by the desktop, and by the phone again', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server);
    const { token } = await handsOff(desktop);
    const phone = await phoneOf(server, token);
    await chooses(phone);
    await uploads(server, phone, 'front');

    await desktop.does('/session/id-verification/handoff/cancel');
    assert.deepEqual(
      [identity(desktop).phase, identity(desktop).handoff.state, identity(desktop).handoff.holds],
      ['selfie', 'none', true],
    );
    await looks(phone);
    assert.deepEqual(
      [identity(phone).handoff.state, identity(phone).handoff.holds, phone.seen.waiting],
      ['canceled', false, true],
    );
    assert.equal((await phone.refused('/session/id-verification/submit')).error_code, 'handed-off');

    await phone.does('/session/id-verification/handoff/take');
    assert.deepEqual([identity(phone).handoff.state, identity(phone).handoff.holds], ['opened', true]);
    assert.equal((await desktop.refused('/session/id-verification/submit')).error_code, 'handed-off');
    assert.equal((await desktop.refused('/session/id-verification/handoff/take')).error_code, 'handed-off');
  });

  it('that was canceled before anybody opened it cannot be opened', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server);
    const { token } = await handsOff(desktop);
    await desktop.does('/session/id-verification/handoff/cancel');
    assert.equal((await opensLink(server, token)).body.error_code, 'handoff-expired');
  });

  it('lets either device begin again after a refusal; that one has the step from then on', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server, 'Blurry');
    const phone = await phoneOf(server, (await handsOff(desktop)).token);
    await tries(server, phone);
    await looks(desktop);
    assert.deepEqual(
      [identity(phone).phase, identity(desktop).phase, identity(desktop).handoff.state],
      ['rejected', 'rejected', 'done'],
    );
    await desktop.does('/session/id-verification/restart');
    await looks(phone);
    assert.deepEqual([identity(desktop).handoff.holds, identity(phone).handoff.holds], [true, false]);
    await shows(server, desktop);
    await submits(desktop);
  });

  it('holds nobody up when the phone’s session ends', async () => {
    const server = await createTestServer();
    const desktop = await atIdentity(server);
    server.clock.advance(10 * 60_000);
    await phoneOf(server, (await handsOff(desktop)).token);
    const refreshed = await desktop.call('POST', '/session/refresh', {});
    desktop.token = refreshed.body.token;
    server.clock.advance(14 * 60_000);
    const again = await desktop.call('POST', '/session/refresh', {});
    desktop.token = again.body.token;
    server.clock.advance(2 * 60_000);
    await looks(desktop);
    assert.deepEqual([identity(desktop).handoff.state, identity(desktop).handoff.holds], ['none', true]);
  });
});
