/** Networks on which the event stream does not work. What waits still says what the server says. */
import { fixture, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import { sleep } from '../../../src/api/transport.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi, createPayee, onDom, type MockApi } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';

/** How much faster its time passes: it gives a stream six seconds. */
const haste = 60;

class HastyFlow extends DotsFlow {
  protected override createClient({ fetch }: DotsFlowConfig): FlowsClient {
    return createFlowsClient({
      fetch,
      baseUrl: 'https://pay.example/api',
      sleep: (milliseconds, signal) => sleep(milliseconds / haste, signal),
    });
  }
}
HastyFlow.define('hasty-flow');

const streams = {
  'is cut at once': () => Promise.reject<Response>(new TypeError('Failed to fetch')),
  'lets nothing through': (signal?: AbortSignal | null) =>
    new Promise<Response>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    }),
} as const;

for (const [what, stream] of Object.entries(streams))
  describe(`a stream that ${what}`, () => {
    let api: MockApi;
    beforeEach(() => {
      api = createMockApi();
    });

    async function mount(flowId: string) {
      const element = document.createElement('hasty-flow') as HastyFlow;
      const fetch: typeof globalThis.fetch = (input, init) =>
        (input as string).endsWith('/session/events') ? stream(init?.signal) : api.fetch(input, init);
      element.config = { flowId, fetch };
      await fixture(html`<div>${element}</div>`);
      return { element, payee: createPayee(onDom(element)) };
    }

    it('does not leave a tax number that was checked "being checked"', async () => {
      const { id } = api.createFlow({ steps: ['compliance', 'manage-payouts'] });
      const { payee } = await mount(id);
      await payee.authenticate();
      await payee.completeOnboarding();
      await payee.completeCompliance({ tin: '123-45-0002' });
      api.clock.advance('PT6S');
      await payee.waitForStep('manage-payouts');
    });

    it('does not leave a payout that failed "on its way"', async () => {
      const user_id = api.createUser();
      api.fund(user_id, 12_000);
      const { id } = api.createFlow({ steps: ['manage-payouts', 'payout'], user_id });
      const { element, payee } = await mount(id);
      await payee.addBankAccount();
      await payee.finishPayouts();
      await payee.withdraw('25.13');
      const title = () => element.shadowRoot?.querySelector('dots-payout')?.shadowRoot?.querySelector('h2');
      await eventually(() => title()?.textContent === '$25.13 is on its way', 'it is on its way');
      api.clock.advance(4);
      await eventually(() => title()?.textContent === '$25.13 could not be paid out', 'it has failed');
    });
  });
