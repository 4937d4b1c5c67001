import { expect, fixture, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi, type MockFlowInput } from '../../../src/testing/index.ts';
import { focused, submit, title, walk } from '../support.ts';
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

  it('leads to the heading of the step, also where that step has a way back of its own', async () => {
    const flowId = mock.flow('manage-payouts', 'payout');
    const other = await openWindow(mock.api, { flowId });
    await onboard(other);
    await other.does('/payout-methods', { platform: 'paypal', email: 'ada@example.com' });
    await other.does('/manage-payouts', {});
    const { element } = await mountHeard({ flowId });
    const payout = await stepOf(element, 'payout');
    await eventually(() => element.renderRoot.querySelector('.back'), 'the link is there');
    const back = button(element, 'Back');
    back.focus();
    back.click();
    const before = await stepOf(element, 'manage-payouts');
    expect(payout.isConnected).to.equal(false);
    await eventually(() => element.renderRoot.querySelector('.back'), 'it has a way back too');
    await eventually(() => before.matches(':focus-within'), 'the focus is in the step');
    expect(before.shadowRoot?.activeElement?.id).to.equal('title');
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

class MockedFlow extends DotsFlow {
  protected override createClient({ fetch }: DotsFlowConfig): FlowsClient {
    return createFlowsClient({ fetch, baseUrl: 'https://pay.example/api' });
  }
}
MockedFlow.define('mocked-flow');

describe('the way back inside a step', () => {
  /** Puts a flow into the page, and returns what tells where its Back stands. */
  async function mount(step: 'compliance' | 'manage-payouts', input: Partial<MockFlowInput> = {}) {
    const api = createMockApi();
    const element = document.createElement('mocked-flow') as MockedFlow;
    const flowId = api.createFlow({ steps: [step], user_id: api.createUser(), ...input }).id;
    element.config = { flowId, fetch: api.fetch };
    await fixture(html`<div>${element}</div>`);
    const shown = await stepOf(element, step);
    await settled(element);
    const backs = () =>
      [element.renderRoot, shown.renderRoot].flatMap((root) =>
        [...root.querySelectorAll('button')].filter((one) => one.textContent?.trim() === 'Back'),
      );
    /** Returns `above` when the one Back there is stands above the progress line and the heading. */
    const place = () => {
      const [back, ...more] = backs();
      const progress = element.renderRoot.querySelector('.progress');
      if (!back) return 'none';
      if (more.length || !progress) return 'several';
      const isAbove = back.compareDocumentPosition(progress) & Node.DOCUMENT_POSITION_FOLLOWING;
      return back.getRootNode() === element.renderRoot && isAbove ? 'above' : 'below';
    };
    const goBack = async () => {
      const before = title(shown);
      backs()[0]?.focus();
      backs()[0]?.click();
      await eventually(() => title(shown) !== before, 'the page before is there');
      await settled(element);
    };
    return { element, shown, place, goBack };
  }

  it('stands above every page of the tax form, and leads to the heading of the page before', async () => {
    const { element, shown, place, goBack } = await mount('compliance');
    expect(place()).to.equal('none');
    await walk(shown, {
      date_of_birth: '04271985',
      tin: '412557890',
      line_1: '12 Elm Street',
      city: 'Oakland',
      state: 'CA',
      postcode: '94607',
    });
    await submit(shown);
    await settled(element);
    const seen = [title(shown)];
    while (place() !== 'none') {
      expect(place(), title(shown)).to.equal('above');
      await accessible(element);
      await goBack();
      expect(focused(shown), title(shown)).to.equal('title');
      seen.push(title(shown));
    }
    expect(seen).to.deep.equal(['Check and certify', 'Address', 'Tax number', 'Tax details']);
  });

  it('stands above the form of a payout method', async () => {
    const { element, shown, place, goBack } = await mount('manage-payouts');
    expect(place()).to.equal('none');
    button(shown, 'PayPal').click();
    await settled(element);
    await eventually(() => place() !== 'none', 'there is a way back');
    expect(place()).to.equal('above');
    expect(shown.renderRoot.textContent).not.to.include('Choose another way');
    await goBack();
    expect(focused(shown)).to.equal('title');
    expect(place()).to.equal('none');
  });
});
