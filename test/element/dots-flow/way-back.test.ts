import { expect } from '@open-wc/testing';
import { submit } from '../support.ts';
import { accessible, button, eventually, mountHeard, settled, stepOf, useMock } from './support.ts';
import { onboard, openWindow } from './other-window.ts';

describe('the way back to an earlier step', () => {
  const mock = useMock();

  it('is a link above the step, and completes nothing a second time', async () => {
    const flowId = mock.flow('compliance', 'manage-payouts');
    await onboard(await openWindow(mock.api, { flowId }));
    const { element, heard } = await mountHeard({ flowId });
    await stepOf(element, 'compliance');
    await eventually(() => element.renderRoot.querySelector('.back'), 'the link is there');
    await accessible(element);
    button(element, 'Back').click();
    const step = await stepOf(element, 'onboarding');
    expect(mock.calls('POST /session/visit')[0]?.body).to.deep.equal({ step: 'onboarding' });
    expect(step.renderRoot.querySelector<HTMLInputElement>('[name=last_name]')?.value).to.equal('Example');
    await settled(element);
    expect(element.renderRoot.querySelector('.back')).to.equal(null);
    await submit(step);
    await stepOf(element, 'compliance');
    expect(heard.details('dots-step-completed')).to.deep.equal([]);
    expect(mock.api.webhooks).to.have.length(2);
  });

  it('is not there where the server names no step', async () => {
    const user_id = mock.api.createUser();
    const { element } = await mountHeard({
      flowId: mock.api.createFlow({ steps: ['compliance'], user_id }).id,
    });
    await stepOf(element, 'compliance');
    await settled(element);
    expect(element.renderRoot.querySelector('.back')).to.equal(null);
  });
});
