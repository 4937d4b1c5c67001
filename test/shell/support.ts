/**
 * A flow's controller without an element. The page is a stand-in, and the server says what the test wants.
 */
import { mock, type TestContext } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { ReactiveController } from 'lit';
import type { FlowsClient, SnapshotAnswer } from '../../src/api/client.ts';
import type { DotsFlowConfig } from '../../src/config.ts';
// It is loaded before the page is there: Lit looks for one only as it is loaded.
import '../../src/shell/closing.ts';
import { flowProblem } from '../../src/flow/problem.ts';
import { FlowController } from '../../src/shell/flow-controller.ts';
import type { FlowControllerHost } from '../../src/shell/flow-options.ts';
import { flowId, snapshotAt, type SnapshotOptions } from '../support/snapshots.ts';

type Code = Parameters<typeof flowProblem>[0];
/** What the server says: a snapshot, a problem by its code, or something that the test decides later. */
export type Said = SnapshotAnswer | Code | (() => Promise<SnapshotAnswer>);

export const at = (options: SnapshotOptions = {}): SnapshotAnswer => ({
  ok: true,
  snapshot: snapshotAt(options),
});

const answerOf = (said: Said | undefined): Promise<SnapshotAnswer> => {
  if (said === undefined) return Promise.reject(new Error('The server was asked more often than expected.'));
  if (typeof said === 'function') return said();
  return Promise.resolve(typeof said === 'string' ? { ok: false, problem: flowProblem(said) } : said);
};

/** An answer that comes when the test says so. */
export function held(): {
  readonly said: () => Promise<SnapshotAnswer>;
  readonly answer: (answer: Said) => void;
} {
  let give: (answer: Promise<SnapshotAnswer>) => void = () => undefined;
  const given = new Promise<SnapshotAnswer>((resolve) => (give = resolve));
  return { said: () => given, answer: (answer) => give(answerOf(answer)) };
}

/** Whatever can happen by itself happens within these turns. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await setImmediate();
}

/** Returns the step on screen, or what is there in place of one. */
export const shown = ({ state }: FlowController): string => (state.name === 'step' ? state.step : state.name);

/** A page with what the controller uses of it, until the test ends. */
function page(t: TestContext) {
  const window = new EventTarget();
  const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const navigator = { onLine: true };
  const reportError = mock.fn();
  // Developers are told there what they got wrong.
  t.mock.method(console, 'error', () => undefined);
  const add = window.addEventListener.bind(window);
  const parts = { document, navigator, reportError, addEventListener: add, Element: EventTarget };
  for (const [name, value] of Object.entries(parts)) {
    const before = Object.getOwnPropertyDescriptor(globalThis, name);
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    t.after(() => {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    });
  }
  return { window, document, navigator, reportError };
}

/** What the client was asked, and what it is to answer, one after the other. */
export interface Server {
  readonly open: Said[];
  readonly send: Said[];
  readonly read: Said[];
  readonly call: Awaited<ReturnType<FlowsClient['call']>>[];
}

export function flow(t: TestContext, config: DotsFlowConfig | null = { flowId }) {
  const around = page(t);
  const server: Server = { open: [], send: [], read: [], call: [] };
  const asked = {
    opened: [] as unknown[],
    intents: [] as string[],
    read: 0,
    called: [] as string[],
    /** Signals of what goes on in the background. */
    alive: [] as { readonly signal: AbortSignal; over(): void }[],
    watched: [] as { readonly signal: AbortSignal; push: Parameters<FlowsClient['watch']>[0] }[],
  };
  const client: FlowsClient = {
    open: (source) => (asked.opened.push(source), answerOf(server.open.shift())),
    send: (_request, intent) => (asked.intents.push(intent), answerOf(server.send.shift())),
    read: () => ((asked.read += 1), answerOf(server.read.shift())),
    ask: (path) => Promise.resolve(path),
    call: (path) => {
      asked.called.push(path);
      const answer = server.call.shift();
      return answer ? Promise.resolve(answer) : Promise.reject(new Error('unexpected'));
    },
    watch: (push, signal) => {
      asked.watched.push({ signal, push });
      return new Promise((resolve) => signal.addEventListener('abort', () => resolve()));
    },
    keepAlive: (signal) =>
      new Promise((resolve) => {
        asked.alive.push({ signal, over: resolve });
        signal.addEventListener('abort', () => resolve());
      }),
  };
  const heard: Event[] = [];
  const leftFor: string[] = [];
  const target = new EventTarget();
  const controllers: ReactiveController[] = [];
  const updates = mock.fn();
  const host = Object.assign(target, {
    addController: (added: ReactiveController) => void controllers.push(added),
    removeController: () => undefined,
    requestUpdate: updates,
    updateComplete: Promise.resolve(true),
    isConnected: true,
    localName: 'dots-flow',
    getAttribute: () => null,
    getAttributeNames: () => [],
    dispatchEvent(event: Event) {
      heard.push(event);
      return EventTarget.prototype.dispatchEvent.call(target, event);
    },
  }) as unknown as FlowControllerHost & { isConnected: boolean };
  const settings = { config };
  const clients = mock.fn(() => client);
  const controller = new FlowController({
    host,
    config: () => settings.config,
    createClient: clients,
    navigate: (url) => void leftFor.push(url),
  });
  for (const added of controllers) added.hostConnected?.();
  t.after(() => {
    controller.hostDisconnected();
    controller.reset();
  });
  const names = () => heard.map(({ type }) => type).filter((type) => type !== 'dots-metric');
  const details = (type: string) =>
    heard.filter((event) => event.type === type).map((event) => (event as CustomEvent<unknown>).detail);
  const send = (path = '/onboarding', signal = new AbortController().signal) =>
    controller.send({ method: 'POST', path, body: {} }, signal);
  return {
    ...around,
    controller,
    host,
    server,
    asked,
    settings,
    clients,
    heard,
    leftFor,
    updates,
    names,
    details,
    send,
  };
}
