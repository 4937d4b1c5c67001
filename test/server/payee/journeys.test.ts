import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Completion, RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowObject } from '../../../src/server/flows/flow-object.ts';
import { findFlow } from '../../../src/server/db/flows.ts';
import type { FlowRow } from '../../../src/server/db/flows.ts';
import { createTestServer } from '../support.ts';
import type { TestServer } from '../support.ts';
import {
  bankAccount,
  foreigner,
  introduced,
  messages,
  newFlow,
  openFlow,
  person,
  profile,
  states,
} from './payee.ts';

/** Checks that the webhooks are the completions: as many, in order, with the same ids and facts. */
async function assertTold(
  server: TestServer,
  completions: readonly Completion[],
  completedEventId: string | null,
): Promise<void> {
  const told = await messages(server);
  assert.deepEqual(
    told.map(({ id }) => id),
    [
      ...completions.map((completion) => completion.event_id),
      ...(completedEventId ? [completedEventId] : []),
    ],
  );
  for (const [index, completion] of completions.entries()) {
    const { event_id: _, remaining_steps: __, ...facts } = completion;
    const {
      event,
      flow_id: ___,
      metadata: ____,
      origin,
      api_version,
      ...payload
    } = told[index]?.payload ?? {};
    assert.deepEqual([event, origin, api_version], ['flow.updated', 'api', '2']);
    assert.deepEqual(payload, facts);
  }
}

const storedFlow = async (server: TestServer, id: string) =>
  flowObject((await findFlow(server.db, id)) as FlowRow, server.deps);

describe('a new US payee', () => {
  it('finishes ["compliance", "manage-payouts"]', async () => {
    const server = await createTestServer();
    const flow = await newFlow(server, ['compliance', 'manage-payouts'], {
      metadata: { seller: 'seller-7' },
    });
    assert.deepEqual(Object.keys(flowObject(flow, server.deps)).slice(0, 9), [
      'id',
      'created',
      'updated',
      'user_id',
      'steps',
      'completed_steps',
      'payout_link_id',
      'link',
      'metadata',
    ]);
    const payee = await openFlow(server, flow.id);
    assert.equal(payee.seen.flow.status, 'in_progress');
    assert.equal(payee.seen.authenticated, false);
    assert.deepEqual(payee.seen.current, {
      step: 'authentication',
      hide_continue_button: false,
      phase: 'phone',
      known_phone: false,
      masked_phone: null,
      default_country: 'US',
      calling_code: '1',
      channel: 'sms',
      resend_in: 0,
      attempts_left: 5,
    });

    const sent = await payee.does('/session/authentication/code', {
      country: 'US',
      phone_number: '415 555 0100',
      channel: 'sms',
    });
    const code = sent.current as RequirementOf<'authentication'>;
    assert.equal(code.phase, 'code');
    assert.equal(code.masked_phone, '+1 ••• ••• 0100');
    assert.equal(code.resend_in, 30);

    const confirmed = await payee.does('/session/authentication/check', { code: '123 456' });
    assert.equal(confirmed.authenticated, true);
    assert.equal(confirmed.flow.user_id, null);
    assert.deepEqual(confirmed.current, {
      step: 'onboarding',
      hide_continue_button: false,
      fields: ['first_name', 'last_name', 'email', 'country'],
      prefill: { country: 'US' },
    });

    const onboarded = await payee.does('/session/onboarding', profile);
    assert.notEqual(onboarded.flow.user_id, null);
    const compliance = onboarded.current as RequirementOf<'compliance'>;
    assert.equal(compliance.form, 'w9');
    assert.equal(compliance.reason, 'requested');
    assert.equal(compliance.tax_id_verification, 'unsubmitted');
    assert.equal(compliance.prefill['first_name'], 'Jane');

    const taxed = await payee.does('/session/compliance', person);
    const payouts = taxed.current as RequirementOf<'manage-payouts'>;
    assert.deepEqual(payouts.methods, []);
    assert.deepEqual(
      payouts.rails.map((rail) => rail.platform),
      ['ach', 'paypal', 'venmo', 'cash_app'],
    );

    const added = await payee.does('/session/payout-methods', bankAccount);
    const { methods } = added.current as RequirementOf<'manage-payouts'>;
    assert.deepEqual(
      methods.map(({ id: _, ...method }) => method),
      [
        {
          platform: 'ach',
          masked: '••• 6789',
          bank_name: 'Test Bank',
          account_type: 'checking',
          is_default: true,
        },
      ],
    );

    const done = await payee.does('/session/manage-payouts');
    assert.equal(done.current, null);
    assert.equal(done.flow.status, 'completed');
    assert.deepEqual(
      done.completions.map(({ step, reason, outcome, sequence, completed_steps }) => [
        step,
        reason,
        outcome,
        sequence,
        completed_steps,
      ]),
      [
        ['authentication', 'no-user', 'verified', 1, []],
        ['onboarding', 'no-user', 'saved', 2, []],
        ['compliance', 'requested', 'verified', 3, ['compliance']],
        ['manage-payouts', 'requested', 'saved', 4, ['compliance', 'manage-payouts']],
      ],
    );
    await assertTold(server, done.completions, done.completed_event_id);
    assert.deepEqual((await messages(server)).at(-1)?.payload, {
      event: 'flow.completed',
      flow_id: flow.id,
      sequence: 5,
      completed_steps: ['compliance', 'manage-payouts'],
      user_id: done.flow.user_id,
      origin: 'api',
      metadata: { seller: 'seller-7' },
      api_version: '2',
    });
    const stored = await storedFlow(server, flow.id);
    assert.equal(stored.status, 'completed');
    assert.deepEqual(stored.completed_steps, ['compliance', 'manage-payouts']);
    assert.equal(stored.user_id, done.flow.user_id);
  });

  it('is told nothing about taxes when the partner did not ask and no money was paid', async () => {
    const payee = await introduced(await createTestServer(), ['manage-payouts']);
    assert.deepEqual(states(payee.seen), [
      'authentication:completed',
      'onboarding:completed',
      'manage-payouts:active',
    ]);
  });
});

describe('a payee outside the US', () => {
  const german = { country: 'DE', phone_number: '01512 3456789' };
  const abroad = { ...profile, first_name: 'Jana', last_name: 'Beispiel', country: 'DE' };

  it('files a W-8BEN even though the partner asked for manage-payouts only', async () => {
    const server = await createTestServer();
    const payee = await introduced(
      server,
      ['manage-payouts', { name: 'redirect', redirect_url: 'https://shop.example/done' }],
      abroad,
      german,
    );
    assert.deepEqual(payee.seen.plan.slice(2), [
      { name: 'compliance', state: 'active', reason: 'tax-law' },
      { name: 'manage-payouts', state: 'pending', reason: 'requested' },
      { name: 'redirect', state: 'pending', reason: 'requested' },
    ]);
    const compliance = payee.seen.current as RequirementOf<'compliance'>;
    assert.equal(compliance.form, 'w8ben');
    assert.equal(compliance.reason, 'tax-law');
    assert.equal(compliance.prefill['name'], 'Jana Beispiel');

    await payee.does('/session/compliance', foreigner);
    const payouts = payee.seen.current as RequirementOf<'manage-payouts'>;
    assert.deepEqual(
      payouts.rails.map((rail) => rail.platform),
      ['intl_bank', 'paypal', 'payoneer'],
    );
    await payee.does('/session/payout-methods', { platform: 'paypal', email: 'jana@example.com' });
    const last = await payee.does('/session/manage-payouts');
    assert.deepEqual(last.current, {
      step: 'redirect',
      hide_continue_button: false,
      redirect_url: 'https://shop.example/done',
    });

    const done = await payee.does('/session/redirect');
    assert.equal(done.flow.status, 'completed');
    assert.deepEqual(
      done.completions.map(({ step, outcome }) => `${step} ${outcome}`),
      [
        'authentication verified',
        'onboarding saved',
        'compliance saved',
        'manage-payouts saved',
        'redirect redirected',
      ],
    );
    assert.deepEqual(done.completions.at(-1)?.completed_steps, ['manage-payouts', 'redirect']);
    await assertTold(server, done.completions, done.completed_event_id);
  });

  it('is recognised by the number itself, whatever country was chosen', async () => {
    const server = await createTestServer();
    const one = await openFlow(server, (await newFlow(server, ['compliance'])).id);
    const sent = await one.does('/session/authentication/code', {
      country: 'US',
      phone_number: '+1 416 555 0123',
    });
    assert.equal((sent.current as RequirementOf<'authentication'>).default_country, 'CA');
  });
});

describe('a payee whose phone the app knows', () => {
  it('is linked, and asked only for what is missing', async () => {
    const server = await createTestServer();
    const first = await introduced(server, ['compliance']);
    await server.db.query('update users set email = null');

    const again = await openFlow(server, (await newFlow(server, ['manage-payouts'])).id);
    const confirmed = await again.authenticates();
    assert.equal(confirmed.flow.user_id, first.seen.flow.user_id);
    assert.deepEqual(confirmed.current, {
      step: 'onboarding',
      hide_continue_button: false,
      fields: ['email'],
      prefill: {},
    });
    const saved = await again.does('/session/onboarding', {
      email: 'new@example.com',
      first_name: 'Mallory',
    });
    assert.equal(saved.current?.step, 'manage-payouts');
    const [user] = await server.db.query('select first_name, email from users');
    assert.deepEqual(user, { first_name: 'Jane', email: 'new@example.com' });
  });

  it('skips onboarding when nothing is missing', async () => {
    const server = await createTestServer();
    const first = await introduced(server, ['compliance']);
    const again = await openFlow(server, (await newFlow(server, ['onboarding', 'manage-payouts'])).id);
    const confirmed = await again.authenticates();
    assert.equal(confirmed.flow.user_id, first.seen.flow.user_id);
    assert.deepEqual(states(confirmed), [
      'authentication:completed',
      'onboarding:skipped',
      'manage-payouts:active',
    ]);
    assert.deepEqual(
      confirmed.completions.map(({ step }) => step),
      ['authentication'],
    );
    assert.deepEqual(confirmed.completions[0]?.completed_steps, ['onboarding']);
  });

  it('becomes one user when two flows finish onboarding with the same new phone', async () => {
    const server = await createTestServer();
    const [a, b] = [
      await openFlow(server, (await newFlow(server, ['compliance'])).id),
      await openFlow(server, (await newFlow(server, ['compliance'])).id),
    ];
    await a.authenticates();
    await b.authenticates();
    const first = await a.does('/session/onboarding', profile);
    const second = await b.does('/session/onboarding', { ...profile, first_name: 'Other' });
    assert.equal(second.flow.user_id, first.flow.user_id);
    assert.deepEqual(await server.db.query('select first_name from users'), [{ first_name: 'Jane' }]);
  });
});

describe('steps already satisfied', () => {
  it('are shown again in the sandbox when compliance is requested, and skipped outside it', async () => {
    for (const sandbox of [true, false]) {
      const server = await createTestServer({ config: { sandbox } });
      const payee = await introduced(server, ['compliance']);
      const done = await payee.does('/session/compliance', person);
      const next = await newFlow(server, ['compliance', 'manage-payouts'], { user_id: done.flow.user_id });
      assert.equal(next.plan[0]?.state, sandbox ? 'active' : 'skipped');
      assert.deepEqual(flowObject(next, server.deps).completed_steps, sandbox ? [] : ['compliance']);
    }
  });

  it('finish a flow that asks for nothing else', async () => {
    const server = await createTestServer();
    const payee = await introduced(server, ['compliance']);
    const flow = await newFlow(server, ['onboarding'], { user_id: payee.seen.flow.user_id });
    assert.equal(flow.status, 'completed');
    assert.equal((await messages(server, 'flow.completed')).length, 1);
    const opened = await openFlow(server, flow.id);
    assert.equal(opened.seen.current, null);
  });
});
