import { expect } from '@open-wc/testing';
import type { RequirementOf } from '../../../src/contract/steps/session.ts';
import { flowProblem } from '../../../src/flow/problem.ts';
import redirect from '../../../src/steps/redirect/index.ts';
import { everythingInTheDom, find, mountStep, press, submit } from '../support.ts';

const to = (redirect_url: string): RequirementOf<'redirect'> => ({
  step: 'redirect',
  hide_continue_button: false,
  redirect_url,
});
const mount = (url = 'https://app.acme.example/done?token=secret') => mountStep(redirect, to(url));
const request = { method: 'POST', path: '/redirect', body: {} };

describe('redirect step', () => {
  it('completes itself once, and says where to by the name of the host alone', async () => {
    const { element, sent } = await mount();

    expect(sent).to.deep.equal([request]);
    expect(find(element, 'h2').textContent).to.equal('Taking you back to app.acme.example');
    expect(everythingInTheDom(element)).not.to.include('secret');
    await expect(element).to.be.accessible();
  });

  it('sends nothing again when it is moved, updated or told the same again', async () => {
    const { element, sent, push, done } = await mount();

    const elsewhere = document.createElement('div');
    element.parentElement?.append(elsewhere);
    elsewhere.append(element);
    await push(to('https://app.acme.example/done?token=secret'));
    await done();
    elsewhere.remove();
    document.body.append(element);
    await element.updateComplete;
    element.remove();

    expect(sent).to.have.length(1);
  });

  it('offers to try again when the request failed, and goes on when that works', async () => {
    const { element, sent, refuse, done } = await mount();
    await refuse(flowProblem('network-error'));

    expect(find(element, '[role="alert"]').textContent).to.include('could not reach the server');
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

  for (const url of [
    'javascript:alert(1)',
    'data:text/html,hello',
    'ftp://app.acme.example/',
    '/done',
    'app.acme.example',
    '',
  ]) {
    it(`neither follows nor shows “${url}”`, async () => {
      const { element, sent } = await mount(url);

      expect(sent).to.deep.equal([]);
      expect(find(element, 'h2').textContent).to.equal('You are done here');
      expect(element.renderRoot.querySelector('a, button, form')).to.equal(null);
      if (url) expect(everythingInTheDom(element)).not.to.include(url);
      await expect(element).to.be.accessible();
    });
  }
});
