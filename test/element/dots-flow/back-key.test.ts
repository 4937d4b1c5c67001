import { expect, fixture, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi } from '../../../src/testing/index.ts';
import { submit } from '../support.ts';
import { openWindow } from './other-window.ts';
import { button, eventually, settled, stepOf } from './support.ts';

class BackFlow extends DotsFlow {
  protected override createClient({ fetch }: DotsFlowConfig): FlowsClient {
    return createFlowsClient({ fetch, baseUrl: 'https://pay.example/api' });
  }
}
BackFlow.define('back-flow');

/** Puts a flow that adds a payout method into the page. */
async function mount(attributes: Readonly<Record<string, string>> = {}) {
  const api = createMockApi();
  const element = document.createElement('back-flow') as BackFlow;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const flowId = api.createFlow({ steps: ['manage-payouts'], user_id: api.createUser() }).id;
  element.config = { flowId, fetch: api.fetch };
  const frame = await fixture(html`<div>${element}</div>`);
  const step = await stepOf(element, 'manage-payouts');
  await settled(element);
  const heading = () => step.renderRoot.querySelector('h2')?.textContent?.trim();
  const choice = heading() ?? '';
  const chooseRail = async () => {
    button(step, 'PayPal').click();
    await eventually(() => heading() !== choice, 'the form of the rail is shown');
  };
  return { element, frame, step, heading, choice, chooseRail };
}

const stateNow = () => history.state as Readonly<Record<string, unknown>> | null;

/** Listens as a router of the page does. */
function router() {
  const heard: unknown[] = [];
  const listener = ({ state }: PopStateEvent) => heard.push(state);
  addEventListener('popstate', listener);
  return { heard, stop: () => removeEventListener('popstate', listener) };
}

describe('the browser’s Back', () => {
  let page: ReturnType<typeof router>;
  beforeEach(() => {
    // An entry to come back to, with the state of a router.
    history.pushState({ before: true }, '');
    history.pushState({ idx: 7 }, '');
    page = router();
  });
  afterEach(() => page.stop());

  it('leads one screen back inside a step, and a router finds itself where it was', async () => {
    const { element, heading, choice, chooseRail } = await mount();
    expect(history.state, 'nothing is put there before it is needed').to.deep.equal({ idx: 7 });
    await chooseRail();
    await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
    expect(history.state, 'with what the router has in it').to.deep.equal({ idx: 7, dotsFlow: 1 });
    history.back();
    await eventually(() => heading() === choice, 'the choice is shown again');
    await settled(element);
    expect(history.state).to.deep.equal({ idx: 7 });
    expect(page.heard).to.deep.equal([{ idx: 7 }]);
  });

  it('leads from the code to the number, and from there to the code that still works', async () => {
    const api = createMockApi();
    const element = document.createElement('back-flow') as BackFlow;
    element.config = { flowId: api.createFlow({ steps: ['onboarding'] }).id, fetch: api.fetch };
    await fixture(html`<div>${element}</div>`);
    const step = await stepOf(element, 'authentication');
    const shows = (name: string) =>
      eventually(() => step.renderRoot.querySelector(`[name=${name}]`), `${name} is asked`);
    const phone = step.renderRoot.querySelector<HTMLInputElement>('[name=phone_number]');
    phone?.focus();
    phone?.setRangeText('2025550123');
    phone?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    button(step, 'Send code').click();
    await shows('code');
    await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
    await settled(element);
    expect(button(element, 'Back'), 'the frame shows it too').to.be.instanceOf(HTMLButtonElement);
    history.back();
    await shows('phone_number');
    await settled(element);
    expect(page.heard).to.deep.equal([{ idx: 7 }]);
    button(step, 'Enter the code').click();
    await shows('code');
    button(element, 'Back').click();
    await shows('phone_number');
  });

  for (const [says, amount, then] of [
    ['leads on to the end from a payout that was made, and pays no second time', 25_00, 'end'],
    ['leads from a payout that came back to the draft of another', 25_13, 'Withdraw your money'],
  ] as const)
    it(says, async () => {
      const api = createMockApi();
      const user_id = api.createUser();
      api.fund(user_id, amount);
      const { id: flowId } = api.createFlow({ steps: ['payout'], user_id });
      const other = await openWindow(api, { flowId });
      await other.does('/payout-methods', { platform: 'venmo', handle: '@jo-taylor' });
      const { methods } = await other.at('payout');
      await other.does('/payout/review', { amount, method_id: methods[0]?.id });
      const element = document.createElement('back-flow') as BackFlow;
      element.config = { flowId, fetch: api.fetch };
      await fixture(html`<div>${element}</div>`);
      const step = await stepOf(element, 'payout');
      const heading = () => step.renderRoot.querySelector('h2')?.textContent?.trim() ?? '';
      expect(heading()).to.equal('Check and confirm');
      await submit(step);
      await eventually(() => heading().includes('is on its way'), 'it was made');
      if (then !== 'end') {
        api.clock.advance(3);
        await eventually(() => heading().includes('could not be paid out'), 'it came back');
      }
      await settled(element);
      await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
      expect(element.renderRoot.querySelector('.back'), 'no link leads back over a payment').to.equal(null);
      history.back();
      if (then === 'end') await eventually(() => element.state.name === 'completed', 'the end');
      else await eventually(() => heading() === then, 'the draft');
      expect(page.heard).to.deep.equal([{ idx: 7 }]);
    });

  it('leaves from the first screen, at the first press', async () => {
    const { element, heading, choice, chooseRail } = await mount();
    await chooseRail();
    await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
    button(element, 'Back').click();
    await eventually(() => heading() === choice, 'the choice is shown again');
    history.back();
    await eventually(() => stateNow()?.['before'], 'the page before is there');
    expect(page.heard).to.deep.equal([{ idx: 7 }, { before: true }]);
  });

  it('is the page’s alone with `no-history`', async () => {
    const { chooseRail, heading, choice } = await mount({ 'no-history': '' });
    await chooseRail();
    expect(history.state).to.deep.equal({ idx: 7 });
    history.back();
    await eventually(() => page.heard.length === 1, 'the router hears of it');
    expect(page.heard).to.deep.equal([{ before: true }]);
    expect(heading()).not.to.equal(choice);
  });

  it('is given back when the element goes away, and kept when it moves', async () => {
    const { element, frame, chooseRail } = await mount();
    await chooseRail();
    await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
    frame.append(element);
    await settled(element);
    expect(stateNow()?.['dotsFlow']).to.equal(1);
    element.remove();
    await eventually(() => !stateNow()?.['dotsFlow'], 'the mark is taken away');
    expect(history.state).to.deep.equal({ idx: 7 });
    expect(page.heard).to.deep.equal([]);
  });

  it('does not mistake the page’s own navigation for it', async () => {
    const { chooseRail, heading, choice } = await mount();
    await chooseRail();
    await eventually(() => stateNow()?.['dotsFlow'], 'an entry is on top');
    const popped = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
    location.hash = 'help';
    await popped;
    expect(heading()).not.to.equal(choice);
  });
});
