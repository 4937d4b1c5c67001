/**
 * `<dots-flow>` in a page with the mock of `dots-flow/testing`, or with a server that answers what the test
 * says. `fetch` is replaced; everything else is real.
 */
import { expect, fixture, fixtureCleanup, html } from '@open-wc/testing';
import { createFlowsClient, type FlowsClient } from '../../../src/api/client.ts';
import type { DotsFlowConfig } from '../../../src/config.ts';
import type { Snapshot } from '../../../src/contract/steps/session.ts';
import { DotsFlow } from '../../../src/dots-flow.ts';
import type { DotsFlowEventMap } from '../../../src/events.ts';
import type { StepElement } from '../../../src/steps/step-element.ts';
import { createMockApi, type MockApi, type MockFlowInput } from '../../../src/testing/index.ts';
import { finishAnimations } from '../animations.ts';
import { eventually } from '../eventually.ts';
import { standstill } from '../support.ts';
import { flowId, sessionAt, snapshotAt, type SnapshotOptions } from '../../support/snapshots.ts';

const apiUrl = 'https://pay.example/api';

/** Stays in the page when the flow would leave it, and does not wait between tries. */
export class TestFlow extends DotsFlow {
  readonly leftFor: string[] = [];
  protected override createClient(config: DotsFlowConfig): FlowsClient {
    return createFlowsClient({ baseUrl: config.apiUrl ?? apiUrl, sleep });
  }
  protected override navigate(url: string): void {
    this.leftFor.push(url);
  }
}
customElements.define('test-flow', TestFlow);

/**
 * Pauses between tries are skipped. Longer ones last until they are aborted: that before a session is
 * refreshed, and the silence after which a stream is given up.
 */
const sleep = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  milliseconds < 6_000
    ? Promise.resolve()
    : new Promise((_, reject) =>
        signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }),
      );

export interface Call {
  /** `POST /session/authentication/code`: method, and path without `…/v2`. */
  readonly name: string;
  readonly url: string;
  readonly body: unknown;
  /** By what the server knows the tab again, where a session is opened. */
  readonly browser: unknown;
  readonly contentType: string | null;
  readonly key: string | null;
  readonly authorization: string | null;
}

type Reply = () => Response | Promise<Response>;

const json = (body: unknown, status = 200): Reply => {
  const text = JSON.stringify(body);
  return () => new Response(text, { status, headers: { 'content-type': 'application/json' } });
};
export const session = (options?: SnapshotOptions): Reply => json(sessionAt(options), 201);
export const snapshot = (options?: SnapshotOptions): Reply => json(snapshotAt(options));
export const problem = (
  status: number,
  error_code: string,
  more: Readonly<Record<string, unknown>> = {},
): Reply =>
  json(
    {
      type: 'about:blank',
      title: error_code,
      status,
      success: false,
      error_code,
      message: error_code,
      ...more,
    },
    status,
  );
export const noNetwork: Reply = () => Promise.reject(new TypeError('Failed to fetch'));

/** An answer that comes when the test says so. */
export function later(): { readonly reply: Reply; answer: (reply: Reply) => void } {
  let answer: (reply: Reply) => void = () => undefined;
  const said = new Promise<Reply>((resolve) => (answer = resolve));
  return { reply: () => said.then((reply) => reply()), answer };
}

export interface Api {
  /**
   * Answers calls of this name with the given replies, one after the other. The last one answers all that
   * follow.
   */
  on(name: string, ...replies: Reply[]): void;
  /** Returns all calls so far, or those of one name. */
  calls(name?: string): Call[];
  /** Pushes a snapshot over the event stream, which is open while `waiting`. */
  push(snapshot: Snapshot): void;
  /** How many event streams are open. */
  readonly streams: number;
}

export const openSession = `POST /flows/${flowId}/sessions`;

/** Returns what a body says, and apart from that how the tab is known again. */
function spoken(text: string | undefined): Pick<Call, 'body' | 'browser'> {
  const said: unknown = text === undefined ? undefined : JSON.parse(text);
  if (typeof said !== 'object' || said === null || !('browser' in said))
    return { body: said, browser: undefined };
  const { browser, ...body } = said;
  return { body, browser };
}

/** Replaces `fetch` for every test of the surrounding `describe`. Returns how to look at the calls so far. */
function useFetch(answer: (call: Call, input: RequestInfo | URL, init: RequestInit) => Promise<Response>) {
  const real = globalThis.fetch;
  let calls: Call[] = [];

  beforeEach(() => {
    calls = [];
    globalThis.fetch = async (input, init = {}) => {
      const url = input instanceof Request ? input.url : String(input);
      const at = url.indexOf('/v2/');
      // Modules are loaded by the browser itself. Whatever else is fetched belongs to the test runner.
      if (at < 0) return real(input, init);
      const headers = new Headers(init.headers);
      const text = typeof init.body === 'string' ? init.body : undefined;
      const call: Call = {
        name: `${init.method ?? 'GET'} ${url.slice(at + 3)}`,
        url,
        ...spoken(text),
        contentType: headers.get('content-type'),
        key: headers.get('idempotency-key'),
        authorization: headers.get('authorization'),
      };
      calls.push(call);
      return answer(call, input, init);
    };
  });
  afterEach(() => {
    globalThis.fetch = real;
  });
  return (name?: string) => (name === undefined ? calls : calls.filter((call) => call.name === name));
}

export interface Mock extends Pick<Api, 'calls'> {
  readonly api: MockApi;
  /** Returns the id of a new flow. */
  flow(...steps: MockFlowInput['steps']): string;
  /** Lets the next call of this name wait until what is returned is called. */
  hold(name: string): () => void;
}

/** Puts a mock of its own in place of the network, for every test of the surrounding `describe`. */
export function useMock(): Mock {
  let api: MockApi;
  const held = new Map<string, Promise<void>>();
  const calls = useFetch(async ({ name }, input, init) => {
    await held.get(name);
    return api.fetch(input, init);
  });

  beforeEach(() => {
    held.clear();
    api = createMockApi(standstill);
  });
  afterEach(() => {
    // An element that is still there would go on by itself, now that there is a network again.
    fixtureCleanup();
    api.faults.clear();
  });

  return {
    get api() {
      return api;
    },
    calls,
    flow: (...steps) => api.createFlow({ steps }).id,
    hold(name) {
      let release = () => {};
      held.set(name, new Promise((resolve) => (release = resolve)));
      return () => {
        held.delete(name);
        release();
      };
    },
  };
}

/** A server that answers what the test says: for what no server answers while it is well. */
export function useApi(): Api {
  const replies = new Map<string, Reply[]>();
  const streams = new Set<ReadableStreamDefaultController<Uint8Array>>();
  const calls = useFetch(async ({ name }, _input, { signal }) => {
    if (name === 'GET /session/events') return eventStream(streams, signal);
    const queue = replies.get(name);
    const reply = queue && queue.length > 1 ? queue.shift() : queue?.[0];
    if (!reply) throw new Error(`The test says nothing about ${name}.`);
    return untilAborted(Promise.resolve(reply()), signal);
  });

  beforeEach(() => {
    replies.clear();
    streams.clear();
  });

  return {
    on: (name, ...more) => void replies.set(name, more),
    calls,
    push: (pushed) => {
      const text = `event: snapshot\ndata: ${JSON.stringify(pushed)}\n\n`;
      for (const stream of streams) stream.enqueue(new TextEncoder().encode(text));
    },
    get streams() {
      return streams.size;
    },
  };
}

function eventStream(
  streams: Set<ReadableStreamDefaultController<Uint8Array>>,
  signal?: AbortSignal | null,
): Response {
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      streams.add(controller);
      signal?.addEventListener('abort', () => {
        streams.delete(controller);
        controller.error(signal.reason);
      });
    },
  });
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

/** Does with a signal what `fetch` does. */
function untilAborted<T>(work: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  if (!signal) return work;
  const aborted = new Promise<never>((_, reject) => {
    if (signal.aborted) reject(signal.reason as Error);
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  return Promise.race([work, aborted]);
}

/** Puts the element into the page without waiting for anything. */
export async function mount(properties: Partial<TestFlow> = { flowId }): Promise<TestFlow> {
  const element = document.createElement('test-flow') as TestFlow;
  Object.assign(element, properties);
  await fixture(html`<div>${element}</div>`);
  return element;
}

/** Puts the element into the page, and waits until a step is on screen. */
export async function mountAtStep(
  properties?: Partial<TestFlow>,
): Promise<{ element: TestFlow; step: StepElement }> {
  const element = await mount(properties);
  return { element, step: await stepOf(element) };
}

/** Resolves to the step on screen, once there is one (`name` if given). */
export async function stepOf(element: DotsFlow, name?: string): Promise<StepElement> {
  const find = () =>
    [...element.renderRoot.querySelectorAll<StepElement>('.screen > *')].find((child) => isStep(child, name));
  await eventually(find, `a step is on screen${name ? `: ${name}` : ''}`);
  const step = find();
  if (!step) throw new Error('The step went away again.');
  await settled(step);
  return step;
}

const isStep = (child: StepElement, name?: string): boolean =>
  child.localName.startsWith('dots-') && (!name || child.requirement?.step === name) && child.hasUpdated;

/** Resolves to the closing screen's heading, once it is there. */
export async function title(element: DotsFlow): Promise<string> {
  const find = () => element.renderRoot.querySelector('#title')?.textContent?.trim();
  await eventually(find, 'a closing screen is shown');
  await settled(element);
  return find() ?? '';
}

export { eventually };

export const state = (element: DotsFlow, name: DotsFlow['state']['name']): Promise<void> =>
  eventually(() => element.state.name === name, `the flow is ${name}`);

/**
 * Waits until all that has begun is done: answers already given are read and shown, and what follows from
 * showing them is done.
 */
export async function settled(element: DotsFlow | StepElement): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    do await new Promise((resolve) => setTimeout(resolve));
    while (!(await element.updateComplete));
  }
  finishAnimations(...([element.getRootNode(), element.renderRoot] as (Document | ShadowRoot)[]));
}

/** That axe finds nothing, once nothing moves any more. */
export async function accessible(element: DotsFlow | StepElement): Promise<void> {
  await settled(element);
  await expect(element).to.be.accessible();
}

const types = [
  'dots-ready',
  'dots-before-step',
  'dots-step-started',
  'dots-step-completed',
  'dots-flow-completed',
  'dots-redirect',
  'dots-flow-expired',
  'dots-exit',
  'dots-error',
  'dots-metric',
] as const satisfies readonly (keyof DotsFlowEventMap)[];

export interface Heard {
  readonly events: CustomEvent[];
  /** Returns the types in the order in which they came, without the measurements. */
  readonly types: () => string[];
  readonly details: (type: keyof DotsFlowEventMap) => unknown[];
}

/** Listens to everything that the element tells, where the page would listen. */
export function listen(target: EventTarget): Heard {
  const events: CustomEvent[] = [];
  for (const type of types) target.addEventListener(type, (event) => events.push(event as CustomEvent));
  return {
    events,
    types: () => events.map(({ type }) => type).filter((type) => type !== 'dots-metric'),
    details: (wanted) => events.filter(({ type }) => type === wanted).map(({ detail }) => detail as unknown),
  };
}

/** Listens before the element is in the page, as a page does. */
export async function mountHeard(
  properties: Partial<TestFlow> = { flowId },
): Promise<{ element: TestFlow; heard: Heard }> {
  const element = document.createElement('test-flow') as TestFlow;
  const heard = listen(element);
  Object.assign(element, properties);
  await fixture(html`<div>${element}</div>`);
  return { element, heard };
}

export function button(element: DotsFlow | StepElement, text: string): HTMLElement {
  const found = [...element.renderRoot.querySelectorAll<HTMLElement>('button, a')].find((candidate) =>
    candidate.textContent?.includes(text),
  );
  if (!found) throw new Error(`Nothing says “${text}”.`);
  return found;
}

/** Returns every element under `root`, shadow roots included. */
export function* composedTree(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* composedTree(element.shadowRoot);
  }
}

export { flowId, snapshotAt };
