import { expect, fixture, html } from '@open-wc/testing';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { control, fill, submit } from '../support.ts';
import {
  accessible,
  button,
  eventually,
  flowId,
  later,
  listen,
  mount,
  mountAtStep,
  mountHeard,
  openSession,
  problem,
  session,
  settled,
  snapshot,
  snapshotAt,
  state,
  stepOf,
  TestFlow,
  title,
  useApi,
} from './support.ts';

const other = '6f0f8f8f-f8f8-48f8-88f8-f8f8f8f8f8f8';
const openOther = `POST /flows/${other}/sessions`;
const openClient = 'POST /sessions';

describe('starting <dots-flow>', () => {
  const api = useApi();
  beforeEach(() => {
    api.on(openSession, session());
    const flow = { ...snapshotAt().flow, id: other };
    api.on(openOther, session({ more: { flow } }));
    api.on(openClient, session());
  });
  const openings = () => api.calls().map(({ name }) => name);

  describe('with a flow id', () => {
    it('works from markup', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.innerHTML = `<test-flow flow-id="${flowId}" api-url="https://pay.example/base/"></test-flow>`;
      const element = holder.firstElementChild as TestFlow;
      await stepOf(element);
      expect(api.calls().map(({ url }) => url)).to.deep.equal([
        `https://pay.example/base/v2/flows/${flowId}/sessions`,
      ]);
      expect(element.flow?.id).to.equal(flowId);
    });

    it('asks without headers that would cost a preflight, and without an Authorization', async () => {
      await mountAtStep();
      expect(api.calls()[0]).to.deep.include({ body: {}, contentType: null, key: null, authorization: null });
    });

    it('says by what the tab is known again: random, the same after a reload, and no part of the page’s data', async () => {
      await mountAtStep();
      await mountAtStep();
      const [first, second] = api.calls();
      expect(first?.browser).to.match(/^[\w-]{32,64}$/);
      expect(second?.browser).to.equal(first?.browser);
      expect(Object.entries(sessionStorage)).to.deep.equal([['dots-flow', first?.browser]]);
    });

    it('opens one session when the id is set before connecting', async () => {
      const element = document.createElement('test-flow') as TestFlow;
      element.flowId = flowId;
      element.setAttribute('flow-id', flowId);
      await fixture(html`<div>${element}</div>`);
      await stepOf(element);
      expect(openings()).to.deep.equal([openSession]);
    });

    it('opens one session when the id is set after connecting, or set again', async () => {
      const element = await mount({});
      await settled(element);
      element.flowId = flowId;
      element.setAttribute('flow-id', flowId);
      const step = await stepOf(element);
      await fill(step, { phone_number: '2025550123' });
      element.flowId = flowId;
      element.setAttribute('flow-id', flowId);
      await settled(element);
      expect(openings()).to.deep.equal([openSession]);
      expect(control(await stepOf(element), 'phone_number').value).to.contain('202');
    });

    it('opens one session for an element that is upgraded in the page', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.innerHTML = `<upgraded-flow flow-id="${flowId}"></upgraded-flow>`;
      customElements.define('upgraded-flow', class extends TestFlow {});
      await stepOf(holder.firstElementChild as TestFlow);
      expect(openings()).to.deep.equal([openSession]);
    });

    it('keeps a property that was set before the upgrade', async () => {
      const holder = await fixture<HTMLElement>(html`<div><late-flow></late-flow></div>`);
      const element = holder.firstElementChild as TestFlow;
      element.flowId = flowId;
      customElements.define('late-flow', class extends TestFlow {});
      await stepOf(element);
      expect(openings()).to.deep.equal([openSession]);
    });

    it('starts over when the id changes, and forgets what was typed', async () => {
      const { element, heard } = await mountHeard();
      await fill(await stepOf(element), { phone_number: '2025550123' });
      element.setAttribute('flow-id', other);
      await eventually(() => element.flow?.id === other, 'the other flow is open');
      expect(control(await stepOf(element), 'phone_number').value).to.equal('');
      expect(openings()).to.deep.equal([openSession, openOther]);
      expect(heard.types()).to.deep.equal([
        'dots-ready',
        'dots-before-step',
        'dots-step-started',
        'dots-ready',
        'dots-before-step',
        'dots-step-started',
      ]);
    });

    it('ignores the answer about the flow it no longer shows', async () => {
      const slow = later();
      api.on(openSession, slow.reply);
      const { element, heard } = await mountHeard();
      await state(element, 'opening');
      element.flowId = other;
      await stepOf(element);
      slow.answer(session());
      await settled(element);
      expect(element.flow?.id).to.equal(other);
      expect(heard.details('dots-ready')).to.have.length(1);
      expect(heard.details('dots-error')).to.have.length(0);
    });

    it('waits again when the id is taken away', async () => {
      const { element } = await mountAtStep();
      element.flowId = null;
      await state(element, 'idle');
      await settled(element);
      expect(element.flow).to.equal(null);
      expect(element.renderRoot.querySelector('[part=skeleton]')).not.to.equal(null);
    });
  });

  describe('moving in the page', () => {
    it('opens no second session, and keeps what was typed', async () => {
      const { element, heard } = await mountHeard();
      const step = await stepOf(element);
      await fill(step, { phone_number: '2025550123' });
      const before = heard.types();

      const elsewhere = await fixture<HTMLElement>(html`<section></section>`);
      elsewhere.append(element);
      await settled(element);
      element.remove();
      await settled(element);
      elsewhere.append(element);
      await settled(element);

      expect(openings()).to.deep.equal([openSession]);
      expect(heard.types()).to.deep.equal(before);
      expect((await stepOf(element)) === step, 'the step is still the same element').to.equal(true);
      expect(control(step, 'phone_number').value).to.contain('202');
    });

    it('opens one session when a framework mounts it twice', async () => {
      const element = document.createElement('test-flow') as TestFlow;
      element.flowId = flowId;
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.append(element);
      element.remove();
      holder.append(element);
      await stepOf(element);
      expect(openings()).to.deep.equal([openSession]);
    });

    it('shows what was answered while it was away', async () => {
      const slow = later();
      api.on(openSession, slow.reply);
      const { element, heard } = await mountHeard();
      await state(element, 'opening');
      const holder = element.parentElement as HTMLElement;
      element.remove();
      slow.answer(session());
      await state(element, 'step');
      holder.append(element);
      await stepOf(element);
      expect(openings()).to.deep.equal([openSession]);
      expect(heard.details('dots-ready')).to.have.length(1);
    });

    it('shows the flow whose id was set while it was away', async () => {
      const { element } = await mountAtStep();
      const holder = element.parentElement as HTMLElement;
      element.remove();
      element.flowId = other;
      await settled(element);
      expect(openings(), 'nothing is opened out of sight').to.deep.equal([openSession]);
      holder.append(element);
      await eventually(() => element.flow?.id === other, 'the other flow is open');
      expect(openings()).to.deep.equal([openSession, openOther]);
    });

    it('stops listening to the server while it is away, and listens again afterwards', async () => {
      api.on(openSession, session({ at: 'onboarding', more: { waiting: true } }));
      const { element } = await mountAtStep();
      await eventually(() => api.streams === 1, 'it listens');
      const holder = element.parentElement as HTMLElement;
      element.remove();
      await eventually(() => api.streams === 0, 'it has stopped');
      holder.append(element);
      await eventually(() => api.streams === 1, 'it listens again');
    });
  });

  describe('reset()', () => {
    it('forgets the flow and everything typed until load()', async () => {
      const { element, heard } = await mountHeard();
      await fill(await stepOf(element), { phone_number: '2025550123' });
      element.reset();
      await settled(element);
      expect(element.state.name).to.equal('idle');
      expect(element.flow).to.equal(null);
      expect(element.renderRoot.querySelector('[part=skeleton]')).not.to.equal(null);
      expect(openings()).to.deep.equal([openSession]);
      await accessible(element);

      await element.load();
      expect(control(await stepOf(element), 'phone_number').value).to.equal('');
      expect(heard.details('dots-ready')).to.have.length(2);
    });

    it('forgets an answer that is still to come', async () => {
      api.on('POST /session/authentication/code', later().reply);
      const { element, heard } = await mountHeard();
      const step = await stepOf(element);
      await fill(step, { phone_number: '2025550123' });
      await submit(step);
      element.reset();
      await settled(element);
      expect(element.state.name).to.equal('idle');
      expect(heard.details('dots-error')).to.deep.equal([]);
    });
  });

  describe('with a client id', () => {
    it('asks for the steps named with spaces', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.innerHTML = `<test-flow client-id="pk_test" steps="compliance  manage-payouts"></test-flow>`;
      await stepOf(holder.firstElementChild as TestFlow);
      expect(api.calls().map(({ name, body }) => [name, body])).to.deep.equal([
        [openClient, { client_id: 'pk_test', steps: ['compliance', 'manage-payouts'] }],
      ]);
    });

    it('asks for the steps given as JSON', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      holder.innerHTML = `<test-flow client-id="pk_test" steps='[{"name": "compliance", "force": true}, "redirect"]'></test-flow>`;
      await stepOf(holder.firstElementChild as TestFlow);
      expect(api.calls()[0]?.body).to.deep.equal({
        client_id: 'pk_test',
        steps: [{ name: 'compliance', force: true }, 'redirect'],
      });
    });

    it('reads text that a framework gives to a property', async () => {
      const element = await mount({ clientId: 'pk_test' });
      Object.assign(element, { steps: 'compliance manage-payouts' });
      await stepOf(element);
      Object.assign(element, { steps: null, config: '{"clientId": "pk_test", "steps": ["payout"]}' });
      await eventually(() => api.calls(openClient).length === 2, 'the other flow is opened');
      expect(api.calls(openClient).map(({ body }) => body)).to.deep.equal([
        { client_id: 'pk_test', steps: ['compliance', 'manage-payouts'] },
        { client_id: 'pk_test', steps: ['payout'] },
      ]);
    });

    it('sends metadata along', async () => {
      await mountAtStep({ config: { clientId: 'pk_test', steps: ['compliance'], metadata: { order: 7 } } });
      expect(api.calls()[0]?.body).to.deep.equal({
        client_id: 'pk_test',
        steps: ['compliance'],
        metadata: { order: 7 },
      });
    });

    for (const steps of ['', '[]']) {
      it(`says that steps="${steps}" are none`, async () => {
        const holder = await fixture<HTMLElement>(html`<div></div>`);
        const heard = listen(holder);
        holder.innerHTML = `<test-flow client-id="pk_test" steps="${steps}"></test-flow>`;
        await title(holder.firstElementChild as TestFlow);
        expect(heard.details('dots-error')).to.deep.equal([
          { code: 'invalid-config', retryable: false, flowId: null, step: null, fields: ['steps'] },
        ]);
        expect(openings()).to.deep.equal([]);
      });
    }
  });

  describe('with a config', () => {
    it('may be JSON in an attribute', async () => {
      const holder = await fixture<HTMLElement>(html`<div></div>`);
      const element = document.createElement('test-flow') as TestFlow;
      element.setAttribute(
        'config',
        JSON.stringify({ flowId, prefill: { phone_number: '2025550123', country: 'US' } }),
      );
      holder.append(element);
      expect(control(await stepOf(element), 'phone_number').value).to.contain('202');
      expect(openings()).to.deep.equal([openSession]);
    });

    it('gives way to attributes', async () => {
      await mountAtStep({ flowId, config: { flowId: other } });
      expect(openings()).to.deep.equal([openSession]);
    });

    for (const [name, config] of [
      ['broken JSON', '{"flowId":'],
      ['an empty text', ''],
      ['a list', '[]'],
      ['nothing to run', '{"theme":"dark"}'],
      ['null', 'null'],
      ['a number', '1'],
    ] as const) {
      it(`says that ${name} is no config`, async () => {
        const element = document.createElement('test-flow') as TestFlow;
        const heard = listen(element);
        element.setAttribute('config', config);
        await fixture(
          html`<div style="background: ${name === 'nothing to run' ? '#14171c' : '#fff'}">${element}</div>`,
        );
        expect(await title(element)).to.equal('We cannot show this right now');
        expect(heard.details('dots-error')).to.deep.equal([
          { code: 'invalid-config', retryable: false, flowId: null, step: null, fields: ['flowId'] },
        ]);
        expect(openings()).to.deep.equal([]);
        await accessible(element);
      });
    }

    it('goes on when the config was put right', async () => {
      const { element } = await mountHeard({ config: {} });
      await title(element);
      element.config = { flowId };
      await stepOf(element);
      expect(openings()).to.deep.equal([openSession]);
    });
  });

  describe('with createFlow', () => {
    const created = (createFlow: unknown) => ({ createFlow }) as DotsFlowConfig;
    const errors = console.error;
    let logged: unknown[][] = [];
    beforeEach(() => {
      logged = [];
      console.error = (...args: unknown[]) => void logged.push(args);
    });
    afterEach(() => {
      console.error = errors;
    });

    for (const [name, answer] of [
      ['an id', flowId],
      ['a flow', { id: flowId, steps: [] }],
    ] as const) {
      it(`runs the flow of ${name}`, async () => {
        let asked = 0;
        const { element } = await mountAtStep({ config: created(async () => ((asked += 1), answer)) });
        expect(element.flow?.id).to.equal(flowId);
        expect(asked).to.equal(1);
        expect(openings()).to.deep.equal([openSession]);
      });
    }

    for (const [name, createFlow] of [
      ['nonsense', async () => 'not a flow id'],
      ['a path', async () => '../partner/flows'],
      ['nothing', async () => undefined],
      ['null', async () => null],
      ['an object without an id', async () => ({ flow: flowId })],
    ] as const) {
      it(`fails with ${name}, and asks again on a retry`, async () => {
        let asked = 0;
        let answer: () => unknown = createFlow;
        const { element, heard } = await mountHeard({ config: created(() => ((asked += 1), answer())) });
        expect(await title(element)).to.equal('We cannot show this right now');
        expect(heard.details('dots-error')).to.deep.equal([
          { code: 'create-flow-failed', retryable: true, flowId: null, step: null, fields: [] },
        ]);
        expect(openings()).to.deep.equal([]);
        await accessible(element);

        answer = async () => flowId;
        button(element, 'Try again').click();
        await stepOf(element);
        expect(asked).to.equal(2);
      });
    }

    for (const [name, createFlow] of [
      [
        'throws',
        () => {
          throw new Error('no back end');
        },
      ],
      ['rejects', () => Promise.reject(new Error('no back end'))],
    ] as const) {
      it(`fails when it ${name}, and shows the developer why`, async () => {
        const { element, heard } = await mountHeard({ config: created(createFlow) });
        await title(element);
        expect(heard.details('dots-error')).to.deep.equal([
          { code: 'create-flow-failed', retryable: true, flowId: null, step: null, fields: [] },
        ]);
        expect(String(logged[0]?.[1])).to.equal('Error: no back end');
        expect(element.renderRoot.textContent).not.to.include('no back end');
      });
    }

    it('is told when nobody waits for it any more', async () => {
      let signal: AbortSignal | undefined;
      const { element } = await mountHeard({
        config: created((given: AbortSignal) => ((signal = given), new Promise(() => undefined))),
      });
      await eventually(() => signal, 'it is asked');
      expect(signal?.aborted).to.equal(false);
      element.reset();
      expect(signal?.aborted).to.equal(true);
      await settled(element);
      expect(element.state.name).to.equal('idle');
    });
  });

  describe('with refreshFlow', () => {
    it('goes on with another flow when this one has expired', async () => {
      api.on(openSession, problem(410, 'flow-expired'));
      const reasons: string[] = [];
      const { element, heard } = await mountHeard({
        config: { flowId, refreshFlow: async (reason) => (reasons.push(reason), { id: other }) },
      });
      await stepOf(element);
      expect(reasons).to.deep.equal(['expired']);
      expect(element.flow?.id).to.equal(other);
      expect(heard.types()).to.deep.equal([
        'dots-error',
        'dots-flow-expired',
        'dots-ready',
        'dots-before-step',
        'dots-step-started',
      ]);
    });

    it('keeps what was typed when the flow expires in the middle', async () => {
      api.on(
        'POST /session/authentication/code',
        problem(410, 'flow-expired'),
        snapshot({ requirement: { phase: 'code' } }),
      );
      const { element } = await mountHeard({ config: { flowId, refreshFlow: async () => other } });
      const step = await stepOf(element);
      await fill(step, { phone_number: '2025550123' });
      await submit(step);
      await eventually(() => element.flow?.id === other, 'the other flow is open');
      expect(control(await stepOf(element), 'phone_number').value).to.contain('202');
    });

    it('says that the link has expired when there is no other flow', async () => {
      api.on(openSession, problem(410, 'flow-expired'));
      const { element, heard } = await mountHeard({ config: { flowId, refreshFlow: async () => '' } });
      await title(element);
      expect(element.state.name).to.equal('failed');
      expect(heard.types()).to.deep.equal(['dots-error', 'dots-flow-expired', 'dots-error']);
      await accessible(element);
    });
  });
});
