/**
 * Answers that are lost after the server has done its work, and sessions that end in between. What was done
 * is not asked for again, and what the screen says is what happens.
 */
import { expect } from '@open-wc/testing';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { choose, fill, press, submit, text } from '../support.ts';
import { eventually, mountAtStep, settled, stepOf, useMock, type TestFlow } from './support.ts';

const back = { name: 'redirect', redirect_url: 'https://app.example/done' };
const account = { routing_number: '110000000', account_number: '000123456789' };

describe('a lost answer', () => {
  const mock = useMock();

  const opened = async (...steps: readonly unknown[]) => {
    const user_id = mock.api.createUser();
    const { id: flowId } = mock.api.createFlow({ steps: [...steps, back], user_id });
    return mountAtStep({ flowId });
  };
  const typeAccount = async (step: StepElement) => {
    await fill(step, account);
    await choose(step, 'account_type', 'checking');
  };
  /** The payee was away for so long that they have to confirm the phone again, and does. */
  const confirmAgain = async (element: TestFlow) => {
    const phone = await stepOf(element, 'authentication');
    await submit(phone);
    await eventually(() => phone.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await fill(phone, { code: '123456' });
  };
  const made = (name: string) => mock.calls(name).length;
  const left = (element: TestFlow) => eventually(() => element.leftFor.length, 'it leaves the page');

  it('of going on after the first account leaves that account on the list', async () => {
    const { element, step } = await opened('manage-payouts');
    await choose(step, 'platform', 'ach');
    await typeAccount(step);
    mock.api.faults.dropAnswers({ call: 'POST /session/manage-payouts', times: 3 });
    await submit(step);
    await eventually(() => text(step).includes('••• 6789'), 'the account is on the list');
    await settled(element);
    expect(step.renderRoot.querySelector('[role=alert]')?.textContent).to.include('could not reach');
    await press(step, 'Continue');
    await left(element);
    expect(made('POST /session/payout-methods')).to.equal(1);
  });

  it('is given again after the payee has confirmed the phone: a payout method', async () => {
    const { element, step } = await opened('manage-payouts');
    await choose(step, 'platform', 'ach');
    await typeAccount(step);
    mock.api.faults.dropAnswers({ call: 'POST /session/payout-methods', times: 3 });
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[role=alert]'), 'it says that it failed');
    mock.api.clock.advance('PT16M');
    await submit(step);
    await confirmAgain(element);
    await submit(await stepOf(element, 'manage-payouts'));
    await eventually(() => text(step).includes('••• 6789'), 'the account is on the list');
    await press(step, 'Continue');
    await left(element);
    expect(new Set(mock.calls('POST /session/payout-methods').map(({ key }) => key)).size).to.equal(1);
  });

  it('is given again after the payee has confirmed the phone: a payment method', async () => {
    const { element, step } = await opened('manage-payments');
    step.renderRoot.querySelector<HTMLElement>('[name=source][value=manual]')?.click();
    await settled(step);
    await typeAccount(step);
    await choose(step, 'consent');
    mock.api.faults.dropAnswers({ call: 'POST /session/payment-methods', times: 3 });
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[role=alert]'), 'it says that it failed');
    mock.api.clock.advance('PT16M');
    await submit(step);
    await confirmAgain(element);
    await submit(await stepOf(element, 'manage-payments'));
    await eventually(() => text(step).includes('••• 6789'), 'the account is on the list');
    expect(text(step)).not.to.include('already');
  });

  it('of leaving is asked for again by itself once the phone is confirmed', async () => {
    const { element } = await opened('manage-payouts');
    const release = mock.hold('POST /session/redirect');
    await press(await stepOf(element, 'manage-payouts'), 'later');
    const step = await stepOf(element, 'redirect');
    await eventually(() => made('POST /session/redirect'), 'it is about to leave');
    mock.api.clock.advance('PT16M');
    release();
    await confirmAgain(element);
    await left(element);
    expect(step.renderRoot.querySelector('button')).to.equal(null);
  });

  it('of leaving, with the session over before anything was sent again', async () => {
    const { element } = await opened('manage-payouts');
    mock.api.faults.fail('service-unavailable', { call: 'POST /session/redirect', times: 3 });
    await press(await stepOf(element, 'manage-payouts'), 'later');
    const step = await stepOf(element, 'redirect');
    await eventually(() => step.renderRoot.querySelector('[role=alert]'), 'it says that it failed');
    mock.api.clock.advance('PT16M');
    await submit(step);
    await confirmAgain(element);
    await left(element);
  });
});
