import { expect, fixture, html } from '@open-wc/testing';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { fill, settled as stepSettled, submit } from '../support.ts';
import {
  accessible,
  eventually,
  flowId as madeUp,
  listen,
  mount,
  mountHeard,
  openSession,
  session,
  settled,
  snapshot,
  snapshotAt,
  state,
  stepOf,
  type TestFlow,
  title,
  useApi,
  useMock,
} from './support.ts';
import { confirmPhone, onboard, openWindow } from './other-window.ts';

const steps = ['authentication', 'onboarding'] as const;

describe('what <dots-flow> tells the page', () => {
  const mock = useMock();
  let flowId: string;
  beforeEach(() => {
    flowId = mock.flow(...steps);
  });

  async function walkToCode(element: TestFlow): Promise<StepElement> {
    const authentication = await stepOf(element, 'authentication');
    await fill(authentication, { phone_number: '2025550123' });
    await submit(authentication);
    await eventually(() => authentication.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    return authentication;
  }

  /** Runs a flow of two steps up to its end. */
  async function walk(element: TestFlow): Promise<void> {
    await fill(await walkToCode(element), { code: '123456' });
    const form = await stepOf(element, 'onboarding');
    await fill(form, { first_name: 'Robin', last_name: 'Vance', email: 'robin@example.com', country: 'US' });
    await submit(form);
    await title(element);
  }

  it('is every step once and in order, with the ids and the details of the contract', async () => {
    const { element, heard } = await mountHeard({ flowId });
    await walk(element);

    expect(heard.types()).to.deep.equal([
      'dots-ready',
      'dots-before-step',
      'dots-step-started',
      'dots-step-completed',
      'dots-before-step',
      'dots-step-started',
      'dots-step-completed',
      'dots-flow-completed',
    ]);
    expect(heard.details('dots-ready')).to.deep.equal([{ flowId, steps, userId: null }]);
    expect(heard.details('dots-step-started')).to.deep.equal(
      steps.map((step) => ({ flowId, step, reason: 'requested' })),
    );
    expect(heard.details('dots-before-step')).to.deep.equal(heard.details('dots-step-started'));
    const [first, second, last] = mock.api.webhooks;
    const { user_id: userId } = mock.api.flow(flowId);
    expect(heard.details('dots-step-completed'), 'the ids are those of the webhooks').to.deep.equal([
      {
        eventId: first?.id,
        flowId,
        step: 'authentication',
        reason: 'requested',
        outcome: 'verified',
        sequence: 1,
        completedSteps: ['authentication'],
        remainingSteps: ['onboarding'],
        userId: null,
      },
      {
        eventId: second?.id,
        flowId,
        step: 'onboarding',
        reason: 'requested',
        outcome: 'saved',
        sequence: 2,
        completedSteps: steps,
        remainingSteps: [],
        userId,
      },
    ]);
    expect(heard.details('dots-flow-completed')).to.deep.equal([
      { eventId: last?.id, flowId, completedSteps: steps, userId },
    ]);
    await accessible(element);
  });

  it('bubbles and crosses shadow roots', async () => {
    const outer = await fixture<HTMLElement>(html`<div></div>`);
    const heard = listen(outer);
    const inner = outer.attachShadow({ mode: 'open' }).appendChild(document.createElement('div'));
    const element = document.createElement('test-flow') as TestFlow;
    element.flowId = flowId;
    inner.append(element);
    await stepOf(element);

    expect(heard.types()).to.deep.equal(['dots-ready', 'dots-before-step', 'dots-step-started']);
    for (const event of heard.events)
      expect([event.bubbles, event.composed], event.type).to.deep.equal([true, true]);
  });

  it('measures how long it took, without saying more than a name and a number', async () => {
    const { element, heard } = await mountHeard({ flowId });
    await walk(element);
    const metrics = heard.details('dots-metric') as { name: string; step: string | null; duration: number }[];

    expect(metrics.map(({ name, step }) => `${name} ${step ?? '-'}`)).to.deep.equal([
      'session-opened -',
      'step-shown authentication',
      'request authentication',
      'request authentication',
      'step-shown onboarding',
      'request onboarding',
    ]);
    for (const metric of metrics) {
      expect(Object.keys(metric).sort()).to.deep.equal(['duration', 'name', 'step']);
      expect(metric.duration).to.be.at.least(0);
    }
  });

  it('is nothing that happened before the flow was opened', async () => {
    await confirmPhone(await openWindow(mock.api, { flowId }));
    const { element, heard } = await mountHeard({ flowId });
    await stepOf(element, 'onboarding');
    expect(heard.types()).to.deep.equal(['dots-ready', 'dots-before-step', 'dots-step-started']);
  });

  it('is dots-ready alone when the flow is completed already', async () => {
    await onboard(await openWindow(mock.api, { flowId }));
    const { element, heard } = await mountHeard({ flowId });
    expect(await title(element)).to.equal('All done');
    expect(heard.types()).to.deep.equal(['dots-ready']);
  });

  it('is a refusal as dots-error with its code, and no step', async () => {
    const call = 'POST /session/authentication/code';
    mock.api.faults.fail('too-many-requests', { call, retryAfter: 60 });
    const { element, heard } = await mountHeard({ flowId });
    const step = await stepOf(element);
    await fill(step, { phone_number: '2025550123' });
    await submit(step);
    await eventually(() => heard.details('dots-error').length, 'an error is told');
    await stepSettled(step);
    expect(heard.details('dots-error')).to.deep.equal([
      { code: 'too-many-requests', retryable: true, flowId, step: 'authentication', fields: [] },
    ]);
    expect(heard.details('dots-step-completed')).to.deep.equal([]);
  });

  describe('dots-before-step', () => {
    it('holds the step back until load() is called', async () => {
      const element = document.createElement('test-flow') as TestFlow;
      const heard = listen(element);
      element.addEventListener('dots-before-step', (event) => event.preventDefault(), { once: true });
      element.flowId = flowId;
      await fixture(html`<div>${element}</div>`);
      await state(element, 'held');
      await settled(element);
      expect(heard.types()).to.deep.equal(['dots-ready', 'dots-before-step']);
      expect(element.renderRoot.querySelector('[part=skeleton]'), 'what is shown meanwhile').not.to.equal(
        null,
      );
      await accessible(element);

      await element.load();
      await stepOf(element, 'authentication');
      expect(mock.calls(`POST /flows/${flowId}/sessions`), 'the session is still the same').to.have.length(1);
      expect(heard.details('dots-step-started')).to.have.length(1);
      expect(heard.details('dots-ready')).to.have.length(1);
    });

    it('is asked again by load(), so that a page may say no once more', async () => {
      const element = document.createElement('test-flow') as TestFlow;
      let answers = 0;
      element.addEventListener('dots-before-step', (event) => {
        answers += 1;
        if (answers < 3) event.preventDefault();
      });
      element.flowId = flowId;
      await fixture(html`<div>${element}</div>`);
      await state(element, 'held');
      await element.load();
      expect(element.state.name).to.equal('held');
      await element.load();
      await stepOf(element);
      expect(answers).to.equal(3);
    });

    it('comes before every step, also in the middle', async () => {
      const element = await mount({ flowId });
      element.addEventListener(
        'dots-before-step',
        (event) => event.detail.step === 'onboarding' && event.preventDefault(),
      );
      await fill(await walkToCode(element), { code: '123456' });
      await state(element, 'held');
      expect(element.state).to.include({ name: 'held', step: 'onboarding' });
    });
  });

  describe('a step that is held for long', () => {
    const now = performance.now.bind(performance);
    afterEach(() => void (performance.now = now));

    /** Holds the first step, and lets it go after `milliseconds`. */
    async function holdFor(milliseconds: number, meanwhile = async () => {}): Promise<TestFlow> {
      const element = document.createElement('test-flow') as TestFlow;
      element.addEventListener('dots-before-step', (event) => event.preventDefault(), { once: true });
      element.flowId = flowId;
      await fixture(html`<div>${element}</div>`);
      await state(element, 'held');
      await settled(element);
      await meanwhile();
      performance.now = () => now() + milliseconds;
      await element.load();
      return element;
    }

    it('is the step where the flow stands by then', async () => {
      const element = await holdFor(3 * 24 * 3600_000, async () => {
        // Done on another device meanwhile. The session is over, so another one is opened.
        mock.api.clock.advance('PT71H59M');
        await confirmPhone(await openWindow(mock.api, { flowId }));
      });
      await stepOf(element, 'onboarding');
      expect(mock.calls(`POST /flows/${flowId}/sessions`)).to.have.length(2);
      expect(mock.calls('GET /session')).to.have.length(2);
    });

    it('is shown as it is after a short hold, and nothing is asked', async () => {
      const element = await holdFor(1000);
      await stepOf(element, 'authentication');
      expect(mock.calls('GET /session')).to.have.length(0);
    });
  });

  describe('dots-redirect', () => {
    beforeEach(() => {
      const redirect = { name: 'redirect', redirect_url: 'https://partner.example/done' };
      flowId = mock.api.createFlow({ steps: [redirect], user_id: mock.api.createUser() }).id;
    });

    it('comes after the flow is completed, and the browser leaves', async () => {
      const { element, heard } = await mountHeard({ flowId });
      expect(await title(element)).to.equal('Taking you back');
      expect(heard.types().slice(-3)).to.deep.equal([
        'dots-step-completed',
        'dots-flow-completed',
        'dots-redirect',
      ]);
      expect(heard.details('dots-redirect')).to.deep.equal([{ flowId, url: 'https://partner.example/done' }]);
      expect(element.leftFor).to.deep.equal(['https://partner.example/done']);
      await accessible(element);
    });

    it('can be kept by the page, which then shows that everything is done', async () => {
      const keep = (event: Event) => event.preventDefault();
      document.addEventListener('dots-redirect', keep);
      const element = await mount({ flowId });
      expect(await title(element)).to.equal('All done');
      document.removeEventListener('dots-redirect', keep);
      expect(element.leftFor).to.deep.equal([]);
    });
  });
});

describe('what <dots-flow> tells the page of what the mock does not come to say', () => {
  const api = useApi();

  it('is nothing twice when the server says the same again, in an answer or pushed', async () => {
    const waiting = { more: { waiting: true } };
    api.on(openSession, session({ steps, at: 'onboarding', ...waiting }));
    const { element, heard } = await mountHeard();
    const step = await stepOf(element, 'onboarding');
    await eventually(() => api.streams === 1, 'the server can push');
    const before = heard.types();
    api.push(snapshotAt({ steps, at: 'onboarding', ...waiting }));
    // This snapshot is older than what was told. It arrives late and is ignored.
    api.push(snapshotAt({ steps, at: 'authentication', ...waiting }));
    await settled(element);
    expect(heard.types()).to.deep.equal(before);
    expect((await stepOf(element)) === step, 'the step is still the same element').to.equal(true);

    api.push(snapshotAt({ steps, at: null, ...waiting }));
    api.push(snapshotAt({ steps, at: null, ...waiting }));
    await title(element);
    await settled(element);
    expect(heard.types()).to.deep.equal([...before, 'dots-step-completed', 'dots-flow-completed']);
  });

  it('is all of several steps that end with one answer, in order', async () => {
    const three = ['authentication', 'onboarding', 'compliance'] as const;
    api.on(
      openSession,
      session({ steps: three, requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' } }),
    );
    api.on('POST /session/authentication/check', snapshot({ steps: three, at: 'compliance' }));
    const { element, heard } = await mountHeard();
    const step = await stepOf(element);
    await fill(step, { code: '123456' });
    await stepOf(element, 'compliance');
    expect(
      heard.details('dots-step-completed').map((detail) => (detail as { step: string }).step),
    ).to.deep.equal(['authentication', 'onboarding']);
    expect(heard.types().slice(-2)).to.deep.equal(['dots-before-step', 'dots-step-started']);
  });

  it('hears the end of the flow from a pushed snapshot too', async () => {
    api.on(openSession, session({ steps, at: 'onboarding', more: { waiting: true } }));
    const { element, heard } = await mountHeard();
    await stepOf(element, 'onboarding');
    await eventually(() => api.streams === 1, 'the server can push');
    const pushed = snapshotAt({ steps, at: 'onboarding' });
    api.push({ ...pushed, current: null, flow: { ...pushed.flow, status: 'canceled' } });
    expect(await title(element)).to.equal('This link was canceled');
    expect(heard.details('dots-flow-expired')).to.deep.equal([{ flowId: madeUp, reason: 'canceled' }]);
  });

  it('does not come when the flow was canceled while the payee was about to leave', async () => {
    api.on(openSession, session({ steps: ['redirect'], at: 'redirect' }));
    const { flow } = snapshotAt({ steps: ['redirect'], at: 'redirect' });
    const canceled = { current: null, flow: { ...flow, status: 'canceled' as const } };
    api.on('POST /session/redirect', snapshot({ steps: ['redirect'], at: 'redirect', more: canceled }));
    const { element, heard } = await mountHeard();
    expect(await title(element)).to.equal('This link was canceled');
    expect(heard.details('dots-redirect')).to.deep.equal([]);
    expect(element.leftFor).to.deep.equal([]);
  });
});
