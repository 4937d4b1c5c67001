import { expect } from '@open-wc/testing';
import redirect from '../../../src/steps/redirect/index.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { everythingInTheDom, find, mountOnMock, mountStep, press, standstill, submit } from '../support.ts';

const redirect_url = 'https://app.acme.example/done?token=secret';
async function mount() {
  const api = createMockApi(standstill);
  const user_id = api.createUser();
  const steps = [{ name: 'redirect', redirect_url }];
  return { api, ...(await mountOnMock(redirect, api, { steps, user_id })) };
}
const request = { method: 'POST', path: '/redirect', body: {} };

describe('redirect step', () => {
  it('completes itself once, and says where to by the name of the host alone', async () => {
    const { api, element, sent, done } = await mount();

    expect(sent).to.deep.equal([request]);
    expect(find(element, 'h2').textContent).to.equal('Taking you back to app.acme.example');
    expect(everythingInTheDom(element)).not.to.include('secret');
    await expect(element).to.be.accessible();
    await done();
    expect(api.webhooks.map(({ payload }) => payload.event)).to.deep.equal([
      'flow.updated',
      'flow.completed',
    ]);
  });

  it('sends nothing again when it is moved, updated or told the same again', async () => {
    const { element, sent, catchUp, done } = await mount();

    const elsewhere = document.createElement('div');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await catchUp();
    await done();
    elsewhere.remove();
    document.body.append(element);
    await element.updateComplete;
    element.remove();

    expect(sent).to.have.length(1);
  });

  it('offers to try again when the request failed, and goes on when that works', async () => {
    const { api, element, sent, done } = await mount();
    api.faults.fail('service-unavailable', { times: 3 });
    await done();

    expect(find(element, '[role="alert"]').textContent).to.include('busy at the moment');
    await expect(element).to.be.accessible();
    await submit(element);
    expect(sent).to.deep.equal([request, request]);
    await done();

    expect(element.renderRoot.querySelector('[role="alert"]')).to.equal(null);
    expect(find(element, 'h2').textContent).to.include('Taking you back');
  });

  it('has a way on when nothing follows', async () => {
    const { element, sent, supersede } = await mount();
    expect(element.renderRoot.querySelector('button'), 'none while it is under way').to.equal(null);
    await supersede();

    await press(element, 'Continue now');

    expect(sent).to.deep.equal([request, request]);
  });

  // No server of ours has a flow that leads there.
  for (const url of [
    'javascript:alert(1)',
    'data:text/html,hello',
    'ftp://app.acme.example/',
    '/done',
    'app.acme.example',
    '',
  ]) {
    it(`neither follows nor shows “${url}”`, async () => {
      const hidden = { hide_continue_button: false };
      const requirement = { step: 'redirect', ...hidden, redirect_url: url } as const;
      const { element, sent } = await mountStep(redirect, requirement);

      expect(sent).to.deep.equal([]);
      expect(find(element, 'h2').textContent).to.equal('You are done here');
      expect(element.renderRoot.querySelector('a, button, form')).to.equal(null);
      if (url) expect(everythingInTheDom(element)).not.to.include(url);
      await expect(element).to.be.accessible();
    });
  }
});
