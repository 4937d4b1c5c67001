/** A server that is newer than the script. The flow waits for a step that this version cannot show. */
import { expect } from '@open-wc/testing';
import {
  accessible,
  button,
  eventually,
  flowId,
  mountHeard,
  openSession,
  session,
  settled,
  snapshot,
  snapshotAt,
  state,
  stepOf,
  title,
  useApi,
} from './support.ts';
import { fill } from '../support.ts';

const current = { step: 'a-step-to-come', hide_continue_button: false } as never;
const steps = ['authentication', 'onboarding'] as const;
const unknown = { steps, at: 'onboarding', more: { current } } as const;

describe('a step that <dots-flow> does not know', () => {
  const api = useApi();
  beforeEach(() => api.on(openSession, session(unknown)));

  it('is led to in a page of its own, and the page hears why', async () => {
    const { element, heard } = await mountHeard();
    expect(await title(element)).to.equal('One step is waiting on another page');
    const link = button(element, 'Open the full page') as HTMLAnchorElement;
    expect(link.href).to.equal(`https://pay.example/flow/${flowId}`);
    expect([link.target, link.rel]).to.deep.equal(['_blank', 'noopener']);
    expect(heard.types()).to.deep.equal(['dots-ready', 'dots-error']);
    expect(heard.details('dots-error')).to.deep.equal([
      { code: 'unsupported-step', retryable: false, flowId, step: 'a-step-to-come', fields: [] },
    ]);
    await accessible(element);
  });

  it('is told once, however often the server says so', async () => {
    const { element, heard } = await mountHeard();
    await title(element);
    await eventually(() => api.streams === 1, 'the event stream is open');
    api.push(snapshotAt(unknown));
    api.push(snapshotAt(unknown));
    await settled(element);
    expect(heard.details('dots-error')).to.have.length(1);
  });

  it('done elsewhere lets the flow go on by itself, with its events', async () => {
    api.on(openSession, session({ steps, at: 'authentication', more: { current } }));
    const { element, heard } = await mountHeard();
    await title(element);
    await eventually(() => api.streams === 1, 'the event stream is open');
    api.push(snapshotAt({ steps, at: 'onboarding' }));
    await stepOf(element, 'onboarding');
    expect(heard.types()).to.deep.equal([
      'dots-ready',
      'dots-error',
      'dots-step-completed',
      'dots-before-step',
      'dots-step-started',
    ]);
    await eventually(() => api.streams === 0, 'nothing is listened to any more');
  });

  it('done elsewhere leads the focus on to the step after it', async () => {
    const plan = ['authentication', 'onboarding', 'manage-payments'] as const;
    api.on(
      openSession,
      session({
        steps: plan,
        at: 'authentication',
        requirement: { phase: 'code', masked_phone: '+1 ••• ••• 0123' },
      }),
    );
    api.on(
      'POST /session/authentication/check',
      snapshot({ steps: plan, at: 'onboarding', more: { current } }),
    );
    const { element } = await mountHeard();
    const first = await stepOf(element, 'authentication');
    await fill(first, { code: '123456' });
    expect(await title(element)).to.equal('One step is waiting on another page');
    await eventually(() => api.streams === 1, 'the event stream is open');
    api.push(snapshotAt({ steps: plan, at: 'manage-payments' }));
    const next = await stepOf(element, 'manage-payments');
    await eventually(() => next.shadowRoot?.activeElement, 'something has the focus');
    expect(next.shadowRoot?.activeElement?.id).to.equal('title');
  });

  it('is looked after when the payee comes back to the page', async () => {
    const { element, heard } = await mountHeard();
    await title(element);
    api.on('GET /session', snapshot({ steps, at: null }));
    document.dispatchEvent(new Event('visibilitychange'));
    await state(element, 'completed');
    expect(heard.types()).to.deep.equal([
      'dots-ready',
      'dots-error',
      'dots-step-completed',
      'dots-flow-completed',
    ]);
  });

  it('stops being waited for when the element leaves the page', async () => {
    const { element } = await mountHeard();
    await title(element);
    await eventually(() => api.streams === 1, 'the event stream is open');
    element.remove();
    await eventually(() => api.streams === 0, 'the event stream is closed');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(api.calls('GET /session')).to.deep.equal([]);
  });
});

describe('a running flow that asks for nothing', () => {
  const api = useApi();
  const nothing = { steps, at: 'onboarding', more: { current: null } } as const;

  it('is not said to be done: the payee is led to the full page, and the page hears why, once', async () => {
    api.on(openSession, session(nothing));
    const { element, heard } = await mountHeard();
    expect(await title(element)).to.equal('One step is waiting on another page');
    expect(element.state.name).to.equal('unsupported');
    await eventually(() => api.streams === 1, 'the event stream is open');
    api.push(snapshotAt(nothing));
    api.push(snapshotAt(nothing));
    await settled(element);
    expect(heard.types()).to.deep.equal(['dots-ready', 'dots-error']);
    expect(heard.details('dots-error')).to.deep.equal([
      { code: 'invalid-answer', retryable: true, flowId, step: null, fields: [] },
    ]);
    await accessible(element);
  });

  it('goes on by itself when the server asks for something again', async () => {
    api.on(openSession, session(nothing));
    const { element, heard } = await mountHeard();
    await title(element);
    await eventually(() => api.streams === 1, 'the event stream is open');
    api.push(snapshotAt({ steps, at: 'onboarding' }));
    await stepOf(element, 'onboarding');
    expect(heard.types()).to.deep.equal([
      'dots-ready',
      'dots-error',
      'dots-before-step',
      'dots-step-started',
    ]);
  });

  it('is completed only when the server says so', async () => {
    const { flow } = snapshotAt(nothing);
    const done = { ...nothing.more, flow: { ...flow, status: 'completed' as const } };
    api.on(openSession, session({ ...nothing, more: done }));
    const { element } = await mountHeard();
    await state(element, 'completed');
  });
});
