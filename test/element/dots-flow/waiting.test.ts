/** Screens that wait for a verdict on a tax number or an ID say the truth after a reload, and after Back. */
import { expect, fixture, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi, type MockApi } from '../../../src/testing/index.ts';
import { submit, title, walk } from '../support.ts';
import { eventually, settled, stepOf } from './support.ts';
import { waits, type Time, type Wait } from './waits.ts';

class WaitingFlow extends DotsFlow {
  protected override createClient({ fetch }: DotsFlowConfig): FlowsClient {
    return createFlowsClient({ fetch, baseUrl: 'https://pay.example/api' });
  }
}
WaitingFlow.define('waiting-flow');

/** Opens the flow in a page, as after a reload. */
async function open({ fetch }: MockApi, flowId: string): Promise<WaitingFlow> {
  const element = document.createElement('waiting-flow') as WaitingFlow;
  element.config = { flowId, fetch };
  await fixture(html`<div>${element}</div>`);
  return element;
}

/** Returns all text on screen, that of the step included, with single spaces. */
const seen = ({ shadowRoot }: HTMLElement): string =>
  [shadowRoot, ...[...(shadowRoot?.querySelectorAll('*') ?? [])].map((inside) => inside.shadowRoot)]
    .map((root) => root?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

const shows = (element: HTMLElement, words: string, gone = '\n') =>
  eventually(() => seen(element).includes(words) && !seen(element).includes(gone), `it says: ${words}`);

const stateNow = () => history.state as Readonly<Record<string, unknown>> | null;

const verdicts = [
  'a tax number was checked',
  'an ID was looked at by the machine',
  'an ID was refused',
  'an ID was looked at by a person',
] as const;

describe('a screen that waits for a verdict', () => {
  for (const name of verdicts)
    it(`says the same after a reload, and then that ${name}`, async () => {
      const time: Time = { behind: () => 0 };
      const api = createMockApi({ now: () => Date.now() - time.behind() });
      const { before, after } = waits[name];
      const { flowId, happens } = await (waits[name] as Wait).arrange(api, time);
      const first = await open(api, flowId);
      await shows(first, before);
      first.remove();
      const second = await open(api, flowId);
      await shows(second, before);
      second.remove();
      await happens();
      await shows(await open(api, flowId), after, before);
    });

  it('is not left for a form by Back: that leads to the page before', async () => {
    history.pushState({ here: true }, '');
    const api = createMockApi();
    const user_id = api.createUser({ first_name: 'Robin', last_name: 'Vance', country: 'US' });
    const { id } = api.createFlow({ steps: ['compliance'], user_id });
    const element = await open(api, id);
    const step = await stepOf(element, 'compliance');
    await walk(step, {
      date_of_birth: '4/27/1985',
      tin: '412550002',
      line_1: '12 Elm Street',
      city: 'Oakland',
      state: 'CA',
      postcode: '94607',
    });
    await submit(step);
    expect(title(step)).to.equal('Check and certify');
    await eventually(() => stateNow()?.['dotsFlow'], 'Back would lead to the page before');
    await submit(step);
    await eventually(() => title(step) === 'The IRS is checking your number', 'it waits');
    await settled(element);
    expect(element.renderRoot.querySelector('.back'), 'the frame offers none').to.equal(null);
    // A browser keeps 50 pages, of which the tests before have used up many. So it is only noted that the
    // element goes further back, and not done.
    const back = history.back.bind(history);
    let further = 0;
    history.back = () => void (further += 1);
    try {
      back();
      await eventually(() => further > 0, 'it leads further');
    } finally {
      history.back = back;
    }
    expect([further, stateNow()?.['here']]).to.deep.equal([1, true]);
    expect(title(step)).to.equal('The IRS is checking your number');
  });
});
