/** The browser goes offline in the middle of a submission. It goes on by itself, and never twice. */
import { expect } from '@open-wc/testing';
import { fill, submit } from '../support.ts';
import { accessible, eventually, listen, mountAtStep, settled, useMock } from './support.ts';

const sendCode = 'POST /session/authentication/code';

describe('offline in the middle of a submission, <dots-flow>', () => {
  const mock = useMock();
  const mountAtPhone = () => mountAtStep({ flowId: mock.flow('onboarding') });
  const online = (isOnline: boolean) => mock.api.faults.offline(!isOnline);

  /** The payee has pressed the button, and the request did not get out. */
  const unsent = async () => {
    const { element, step } = await mountAtPhone();
    await settled(element);
    await eventually(() => element.renderRoot.querySelector('[part=skeleton]') === null, 'the step is there');
    await fill(step, { phone_number: '2025550123' });
    online(false);
    const heard = listen(element);
    await submit(step);
    const alert = () => step.renderRoot.querySelector('[role=alert]')?.textContent ?? '';
    await eventually(() => alert().includes('You are offline'), 'it says that it was not sent');
    await settled(element);
    return { element, step, heard, alert };
  };
  const keys = () => new Set(mock.calls(sendCode).map(({ key }) => key));

  it('says so once, in one place, and promises to go on', async () => {
    const { element, heard, alert } = await unsent();
    expect(alert()).to.include('This goes on by itself as soon as you are connected again');
    expect(element.renderRoot.querySelector('[part=offline]')).to.equal(null);
    expect(heard.details('dots-error')).to.have.length(1);
    expect(mock.calls(sendCode), 'no try while the browser knows better').to.have.length(1);
    await accessible(element);
  });

  it('sends the same again with the same intent when the network is back', async () => {
    const { element, step } = await unsent();
    online(true);
    await eventually(() => step.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(2);
    expect(keys().size).to.equal(1);
  });

  it('takes a press as well, with the same intent, and never sends two', async () => {
    const { element, step } = await unsent();
    const release = mock.hold(sendCode);
    await submit(step);
    online(true);
    globalThis.dispatchEvent(new Event('online'));
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(2);
    release();
    await eventually(() => step.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(2);
    expect(keys().size).to.equal(1);
  });

  it('goes on after a press that did not get out either, once', async () => {
    const { element, step } = await unsent();
    await submit(step);
    await eventually(() => mock.calls(sendCode).length === 2 && !step.busy, 'the press was in vain');
    await settled(element);
    online(true);
    await eventually(() => step.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(3);
    expect(keys().size).to.equal(1);
  });

  it('asks a payee who has changed something to press again', async () => {
    const { element, step, alert } = await unsent();
    await fill(step, { phone_number: '2025550124' });
    online(true);
    await eventually(() => alert().includes('You have changed something since'), 'it says what to do');
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(1);
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[name=code]'), 'the code is asked for');
    expect(keys().size, 'another wish').to.equal(2);
  });

  it('sends nothing any more once the element has left the page', async () => {
    const { element } = await unsent();
    element.remove();
    online(true);
    await settled(element);
    expect(mock.calls(sendCode)).to.have.length(1);
  });

  it('does not send again what the server has refused', async () => {
    const { step } = await mountAtPhone();
    await fill(step, { phone_number: '2025550123' });
    mock.api.faults.fail('too-many-requests', { call: sendCode });
    await submit(step);
    await eventually(() => step.renderRoot.querySelector('[role=alert]'), 'it is refused');
    globalThis.dispatchEvent(new Event('online'));
    await settled(step);
    expect(mock.calls(sendCode)).to.have.length(1);
  });
});
