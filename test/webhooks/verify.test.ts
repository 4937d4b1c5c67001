import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { WebhookError, verifyWebhook } from '../../src/webhooks/index.ts';

const secret = `whsec_${Buffer.alloc(32, 3).toString('base64')}`;
const payload = {
  event: 'flow.completed',
  flow_id: '5f0f8f8f-f8f8-48f8-a8f8-f8f8f8f8f8f8',
  completed_steps: ['compliance'],
  user_id: null,
};

function signed(body: string, spelling = 'webhook', at = new Date()) {
  return {
    [`${spelling}-id`]: 'msg_1',
    [`${spelling}-timestamp`]: String(Math.floor(at.getTime() / 1000)),
    [`${spelling}-signature`]: new Webhook(secret).sign('msg_1', at, body),
  };
}

const refused = (code: string) => (error: unknown) =>
  error instanceof WebhookError && error.code === code && error.message.length > 0;

describe('verifyWebhook', () => {
  const body = JSON.stringify(payload);

  test('answers the payload of a genuine message, in either spelling and any kind of headers', () => {
    assert.deepEqual(verifyWebhook(body, signed(body), secret), payload);
    assert.deepEqual(verifyWebhook(body, signed(body, 'svix'), secret), payload);
    assert.deepEqual(verifyWebhook(body, signed(body, 'Webhook'), secret), payload);
    assert.deepEqual(verifyWebhook(Buffer.from(body), new Headers(signed(body)), secret), payload);
  });

  test('refuses a changed body, another secret and a made-up signature', () => {
    assert.throws(() => verifyWebhook(`${body} `, signed(body), secret), refused('invalid-signature'));
    assert.throws(
      () => verifyWebhook(body, signed(body), `whsec_${Buffer.alloc(32, 4).toString('base64')}`),
      refused('invalid-signature'),
    );
    assert.throws(
      () => verifyWebhook(body, { ...signed(body), 'webhook-signature': 'v1,AAAA' }, secret),
      refused('invalid-signature'),
    );
    assert.throws(
      () => verifyWebhook(body, { ...signed(body), 'webhook-signature': 'nonsense' }, secret),
      refused('invalid-signature'),
    );
  });

  test('refuses what is older than five minutes, or from the future', () => {
    for (const seconds of [-310, 310])
      assert.throws(
        () => verifyWebhook(body, signed(body, 'webhook', new Date(Date.now() + seconds * 1000)), secret),
        refused('outside-tolerance'),
      );
    const late = signed(body, 'webhook', new Date(Date.now() - 290_000));
    assert.deepEqual(verifyWebhook(body, late, secret), payload);
  });

  test('takes a header that comes in parts, as Node gives it', () => {
    const { 'webhook-signature': signature, ...rest } = signed(body);
    const parts = { ...rest, 'webhook-signature': ['v1,AAAA', signature ?? ''] };
    assert.throws(() => verifyWebhook(body, parts, secret), refused('invalid-signature'));
    assert.deepEqual(
      verifyWebhook(body, { ...rest, 'webhook-signature': [signature ?? ''] }, secret),
      payload,
    );
  });

  test('reads the spelling of the specification first', () => {
    const other = Object.fromEntries(Object.keys(signed(body, 'svix')).map((name) => [name, 'nonsense']));
    assert.deepEqual(verifyWebhook(body, { ...other, ...signed(body) }, secret), payload);
  });

  test('names missing headers and an unusable secret', () => {
    const { 'webhook-id': _, ...rest } = signed(body);
    assert.throws(() => verifyWebhook(body, rest, secret), /The request lacks webhook-id\.$/);
    assert.throws(() => verifyWebhook(body, new Headers(rest), secret), refused('missing-headers'));
    assert.equal(new WebhookError('invalid-body', '').name, 'WebhookError');
    assert.throws(() => verifyWebhook(body, {}, secret), refused('missing-headers'));
    assert.throws(() => verifyWebhook(body, signed(body), ''), refused('invalid-secret'));
    assert.throws(() => verifyWebhook(body, signed(body), 'whsec_***'), refused('invalid-secret'));
  });

  test('passes on what a newer server adds to an event, new values among it', () => {
    for (const newer of [
      {
        ...payload,
        event: 'flow.updated',
        step: 'a-step-to-come',
        outcome: 'sung',
        reason: 'why',
        sequence: 1,
      },
      { ...payload, completed_steps: ['a-step-to-come'], more: { than: 'before' } },
      {
        event: 'transfer.completed',
        transfer: { type: 'gift', status: 'glad', external_data: { platform: 'rtp' } },
      },
    ]) {
      const body = JSON.stringify(newer);
      assert.deepEqual(verifyWebhook(body, signed(body), secret), newer);
    }
  });

  test('tells a genuine message that is no JSON object, and a secret that is none, from a forged one', () => {
    for (const body of ['<x>', '', '[]', 'null', '"flow.completed"'])
      assert.throws(() => verifyWebhook(body, signed(body), secret), refused('invalid-body'), body);
    for (const none of ['hello', 'whsec_', 'whsec_c2hvcnQ=', `sk_${'a'.repeat(40)}`])
      assert.throws(() => verifyWebhook(body, signed(body), none), refused('invalid-secret'), none);
  });

  test('says that it needs the raw body', () => {
    for (const parsed of [undefined, JSON.parse(body) as unknown])
      assert.throws(() => verifyWebhook(parsed as string, signed(body), secret), refused('invalid-body'));
  });

  test('tells a genuine event of a later version from a forged one', () => {
    const later = JSON.stringify({ event: 'moon.landed', moon: 'Io' });
    assert.throws(() => verifyWebhook(later, signed(later), secret), refused('unknown-event'));
  });
});
