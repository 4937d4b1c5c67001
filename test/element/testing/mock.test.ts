/** The real element on the mock, driven as a partner's own test drives it. */
import { expect, fixture, html } from '@open-wc/testing';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi, createPayee, onDom, type MockApi } from '../../../src/testing/index.ts';
import { eventually, listen, type Heard } from '../dots-flow/support.ts';

DotsFlow.define();

const apiUrl = 'https://pay.example/api';

async function mount(config: DotsFlowConfig) {
  const element = document.createElement('dots-flow');
  const heard = listen(element);
  element.config = { apiUrl, ...config };
  await fixture(html`<div>${element}</div>`);
  return { element, heard, payee: createPayee(onDom(element)) };
}

const completed = (heard: Heard) =>
  eventually(() => heard.types().includes('dots-flow-completed'), 'completed');
const eventIds = (heard: Heard) =>
  heard.events.flatMap(({ detail }) => {
    const { eventId } = (detail ?? {}) as { eventId?: string };
    return eventId ? [eventId] : [];
  });

describe('dots-flow/testing', () => {
  let api: MockApi;
  beforeEach(() => {
    api = createMockApi();
  });

  it('runs a whole flow without a server, and the events have the ids of the webhooks', async () => {
    const { id } = api.createFlow({ steps: ['compliance', 'manage-payouts'] });
    const { heard, payee } = await mount({ flowId: id, fetch: api.fetch });
    await payee.authenticate();
    await payee.completeOnboarding({ country: 'US' });
    await payee.completeCompliance();
    await payee.addBankAccount();
    await payee.finishPayouts();
    await completed(heard);
    expect(eventIds(heard)).to.deep.equal(api.webhooks.map((webhook) => webhook.id));
    expect(api.flow(id).status).to.equal('completed');
  });

  it('makes the flow for a client id', async () => {
    const { payee } = await mount({ clientId: api.clientId, steps: ['manage-payouts'], fetch: api.fetch });
    await payee.authenticate();
    await payee.completeOnboarding({ country: 'DE' });
    await payee.completeW8Ben();
    await payee.waitForStep('manage-payouts');
  });

  it('takes the place of the page’s fetch, and puts it back', async () => {
    const real = globalThis.fetch;
    const uninstall = api.install(apiUrl);
    try {
      const { payee } = await mount({ flowId: api.createFlow({ steps: ['manage-payouts'] }).id });
      await payee.fillPhone('2125550001');
      await eventually(async () => (await payee.errorOf('phone_number')) !== '', 'a message is shown');
    } finally {
      uninstall();
    }
    expect(globalThis.fetch).to.equal(real);
  });

  it('shows a pending tax number and, once the clock has gone on, the next step', async () => {
    const { id } = api.createFlow({ steps: ['compliance', 'manage-payouts'] });
    const { payee } = await mount({ flowId: id, fetch: api.fetch });
    await payee.authenticate();
    await payee.completeOnboarding();
    await payee.completeCompliance({ tin: '123-45-0002' });
    await eventually(
      () => api.calls.some(({ name }) => name === 'GET /session/events'),
      'the stream is open',
    );
    api.clock.advance('PT6S');
    await payee.waitForStep('manage-payouts');
  });

  it('pays out what is in the wallet', async () => {
    const user_id = api.createUser();
    api.fund(user_id, 12_000);
    const { id } = api.createFlow({ steps: ['manage-payouts', 'payout'], user_id });
    const { heard, payee } = await mount({ flowId: id, fetch: api.fetch });
    await payee.addBankAccount();
    await payee.finishPayouts();
    await payee.withdraw('25.00');
    api.clock.advance(4);
    await payee.press('Continue');
    await completed(heard);
  });

  it('loses an answer, and the same intent brings it again', async () => {
    const { id } = api.createFlow({ steps: ['manage-payouts'] });
    const { payee } = await mount({ flowId: id, fetch: api.fetch });
    await payee.authenticate();
    api.faults.dropAnswers({ call: 'POST /session/onboarding' });
    await payee.completeOnboarding();
    const calls = api.calls.filter(({ name }) => name === 'POST /session/onboarding');
    expect(new Set(calls.map(({ headers }) => headers.get('idempotency-key'))).size).to.equal(1);
    expect(calls.length).to.equal(2);
  });

  it('goes offline in the middle of a submission, and on again', async () => {
    const { id } = api.createFlow({ steps: ['manage-payouts'] });
    const { payee } = await mount({ flowId: id, fetch: api.fetch });
    await payee.authenticate();
    await payee.fillOnboarding();
    api.faults.offline(true);
    await payee.press();
    api.faults.offline(false);
    await payee.waitForStep('onboarding', 'gone');
    expect(navigator.onLine).to.equal(true);
  });

  it('says which step it does not serve', () => {
    expect(() => api.createFlow({ steps: ['pdf-form-fill'] })).to.throw(/steps\[0\]\.template_id/);
  });
});
