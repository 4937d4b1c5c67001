/** Networks on which the event stream does not work. What waits still says what the server says. */
import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import { sleep } from '../../../src/api/transport.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import { createMockApi, type MockApi } from '../../../src/testing/index.ts';
import { eventually } from '../eventually.ts';
import { waits, type Time, type Wait } from './waits.ts';

/** How much faster its time passes: it gives a stream six seconds. */
const haste = 200;

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

/** Returns a stream that is connected, and on which nothing moves. */
const silent = (signal?: AbortSignal | null, first?: Uint8Array<ArrayBuffer>) =>
  new ReadableStream({
    start(controller) {
      if (first) controller.enqueue(first);
      signal?.addEventListener('abort', () => controller.error(signal.reason));
    },
  });

/** Returns a stream. `snapshot` is what it would begin with. */
type Stream = (signal: AbortSignal | null | undefined, snapshot: () => Promise<string>) => Promise<Response>;

const streams: Readonly<Record<string, Stream>> = {
  'is cut at once': () => Promise.reject<Response>(new TypeError('Failed to fetch')),
  'is not answered': (signal) =>
    new Promise<Response>((_resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason as Error));
    }),
  'lets nothing through': (signal) => Promise.resolve(new Response(silent(signal))),
  'falls silent after its first word': async (signal, snapshot) =>
    new Response(silent(signal, new TextEncoder().encode(`event: snapshot\ndata: ${await snapshot()}\n\n`))),
};

/** The two usual ways for a stream not to work are tried on every screen, the others on one. */
const seenBy = (what: string) =>
  Object.entries<Wait>(waits).slice(
    0,
    what === 'is cut at once' || what === 'lets nothing through' ? undefined : 1,
  );

/** Returns all text on screen, that of the step included, with single spaces. */
const seen = ({ shadowRoot }: HTMLElement): string =>
  [shadowRoot, ...[...(shadowRoot?.querySelectorAll('*') ?? [])].map((inside) => inside.shadowRoot)]
    .map((root) => root?.textContent ?? '')
    .join(' ')
    .replace(/\s+/g, ' ');

for (const [what, stream] of Object.entries(streams))
  describe(`a stream that ${what}`, () => {
    let api: MockApi;
    let time: Time;
    beforeEach(() => {
      time = { behind: () => 0 };
      api = createMockApi({ now: () => Date.now() - time.behind() });
    });

    async function mount(flowId: string): Promise<HastyFlow> {
      const element = document.createElement('hasty-flow') as HastyFlow;
      const fetch: typeof globalThis.fetch = (input, init) => {
        const url = input as string;
        if (!url.endsWith('/session/events')) return api.fetch(input, init);
        return stream(init?.signal, async () => (await api.fetch(url.replace(/\/events$/, ''), init)).text());
      };
      element.config = { flowId, fetch };
      await fixture(html`<div>${element}</div>`);
      return element;
    }

    for (const [name, { arrange, before, after }] of seenBy(what))
      it(`does not hide that ${name}`, async () => {
        const { flowId, happens } = await arrange(api, time);
        const element = await mount(flowId);
        await eventually(() => seen(element).includes(before), `it says: ${before}`);
        await happens();
        await eventually(
          () => seen(element).includes(after) && !seen(element).includes(before),
          `it says: ${after}`,
        );
      });

    it('tells the page only once that the flow has ended', async () => {
      const canceled: Wait = waits['a flow was canceled'];
      const { flowId, happens } = await canceled.arrange(api, time);
      const element = await mount(flowId);
      let told = 0;
      element.addEventListener('dots-flow-expired', () => (told += 1));
      await eventually(() => element.state.name === 'step', 'it waits');
      await happens();
      await eventually(() => element.state.name === 'ended', 'it has ended');
      const asked = api.calls.length;
      await aTimeout(200);
      expect([told, api.calls.length - asked]).to.deep.equal([1, 0]);
    });
  });
