import { expect } from '@open-wc/testing';
import type { SnapshotOptions } from '../../support/snapshots.ts';
import { fill, submit } from '../support.ts';
import {
  accessible,
  button,
  eventually,
  mountAtStep,
  openSession,
  problem,
  session,
  settled,
  snapshot,
  stepOf,
  type TestFlow,
  useApi,
  useMock,
} from './support.ts';
import { confirmPhone, onboard, openWindow } from './other-window.ts';

const known = {
  phase: 'code',
  known_phone: true,
  masked_phone: '+1 ••• ••• 0123',
  resend_in: 30,
};
const steps = ['authentication', 'onboarding', 'compliance', 'manage-payouts'] as const;
/** The same flow, in a session that has to confirm the phone first. */
const asked: SnapshotOptions = {
  at: 'onboarding',
  steps,
  more: {
    authenticated: false,
    current: {
      step: 'authentication',
      hide_continue_button: false,
      default_country: 'US',
      calling_code: '1',
      channel: 'sms',
      attempts_left: 5,
      ...known,
      phase: 'code',
    },
  },
};
/** A session of which so many seconds are left. */
const endingIn = (seconds: number): SnapshotOptions => ({
  at: 'onboarding',
  steps,
  more: {
    now: '2026-11-28T12:00:00.000Z',
    session_ends_at: new Date(Date.parse('2026-11-28T12:00:00.000Z') + seconds * 1000).toISOString(),
  },
});

const notice = (element: TestFlow) =>
  element.renderRoot.querySelector('[part~=session]')?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const position = (element: TestFlow) =>
  element.renderRoot.querySelector('[part=progress] p > span')?.textContent;

describe('the end of a session', () => {
  const mock = useMock();
  const begun = async () => {
    const flowId = mock.flow('compliance', 'manage-payouts');
    return { flowId, other: await openWindow(mock.api, { flowId }) };
  };

  it('is told in a sentence, and keeps what was typed', async () => {
    const { flowId, other } = await begun();
    await confirmPhone(other);
    const { element, step } = await mountAtStep({ flowId });
    expect(position(element)).to.equal('Step 2 of 4 · About you');
    await fill(step, { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', country: 'US' });
    mock.api.clock.advance('PT16M');
    await submit(step);

    const code = await stepOf(element, 'authentication');
    await eventually(() => notice(element), 'the reason is given');
    expect(notice(element)).to.equal(
      'You were away for a while, so we signed you out to keep this safe. What you typed is still here.',
    );
    expect(position(element), 'the payee stands where the flow does').to.equal('Step 2 of 4 · Your phone');
    expect(element.renderRoot.querySelectorAll('.bar > [part~=done]')).to.have.length(1);
    await accessible(element);

    await submit(code);
    await eventually(() => code.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await fill(code, { code: '123456' });
    const again = await stepOf(element, 'onboarding');
    expect(again.renderRoot.querySelector<HTMLInputElement>('[name=last_name]')?.value).to.equal('Lovelace');
    expect(notice(element)).to.equal('');
  });

  it('is told as well when a draft, which nobody waits for, met it first', async () => {
    const { flowId, other } = await begun();
    await confirmPhone(other);
    const { element, step } = await mountAtStep({ flowId });
    await fill(step, { first_name: 'Ada', last_name: 'Lovelace', email: 'ada@example.com', country: 'US' });
    mock.api.clock.advance('PT16M');
    window.dispatchEvent(new Event('pagehide'));
    await eventually(
      () => mock.calls(`POST /flows/${flowId}/sessions`).length > 1,
      'another session is opened',
    );
    await settled(element);
    await submit(step);
    const code = await stepOf(element, 'authentication');
    expect(element.renderRoot.textContent).not.to.include('authentication-required');
    await submit(code);
    await eventually(() => code.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await fill(code, { code: '123456' });
    const again = await stepOf(element, 'onboarding');
    expect(again.renderRoot.querySelector<HTMLInputElement>('[name=last_name]')?.value).to.equal('Lovelace');
  });

  it('is explained, too, to who comes back by the link', async () => {
    const { flowId, other } = await begun();
    await onboard(other);
    mock.api.clock.advance('PT16M');
    const { element } = await mountAtStep({ flowId });
    await eventually(() => notice(element), 'the reason is given');
    expect(notice(element)).to.contain('we ask for a code');
    expect(position(element)).to.equal('Step 3 of 4 · Your phone');
    expect(element.renderRoot.querySelectorAll('.bar > [part~=done]')).to.have.length(2);
    expect(element.renderRoot.querySelectorAll('.bar > [part~=active]')).to.have.length(1);
  });

  it('is not warned of in a session that has time', async () => {
    const { flowId, other } = await begun();
    await confirmPhone(other);
    const { element } = await mountAtStep({ flowId });
    await settled(element);
    await settled(element);
    expect(notice(element)).to.equal('');
  });
});

/** The mock's clock brings no session near to its end: the token ends first. */
describe('a session that is about to end', () => {
  const api = useApi();

  it('is warned of while there is time, and more time is one press away', async () => {
    api.on(openSession, session(endingIn(300.3)));
    api.on('POST /session/extend', snapshot(endingIn(7200)));
    const { element, step } = await mountAtStep();
    await eventually(() => notice(element), 'the payee is warned');
    expect(notice(element)).to.equal(
      'To keep this safe, we will ask for a new code in less than 5 minutes. Give me more time',
    );
    await accessible(element);
    await fill(step, { first_name: 'Ada' });
    button(element, 'Give me more time').click();
    await eventually(() => !notice(element), 'the warning goes away');
    await settled(element);
    expect(api.calls('POST /session/extend')).to.have.length(1);
    expect(element.shadowRoot?.activeElement, 'the focus is in the step').to.equal(step);
    expect(step.renderRoot.querySelector<HTMLInputElement>('[name=first_name]')?.value).to.equal('Ada');
  });

  it('offers no more time where the server has none', async () => {
    api.on(openSession, session(endingIn(200)));
    api.on('POST /session/extend', snapshot(endingIn(100)));
    const { element } = await mountAtStep();
    await eventually(() => notice(element), 'the payee is warned');
    button(element, 'Give me more time').click();
    await eventually(() => !notice(element).includes('more time'), 'the offer is withdrawn');
    expect(notice(element)).to.contain('we will ask for a new code');
  });

  it('comes by itself, and leaves nothing on screen', async () => {
    api.on(openSession, session(endingIn(0.2)), session(asked));
    api.on('GET /session', problem(401, 'session-expired'), snapshot(asked));
    const { element } = await mountAtStep();
    await stepOf(element, 'authentication');
    expect(notice(element)).to.contain('You were away for a while');
  });
});
