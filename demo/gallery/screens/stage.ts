/**
 * The real element on the mock, walked from screen to screen. Tests and the gallery share the walks: a test
 * examines each screen that is seen, the gallery stops at one, and its photographer takes pictures of all.
 */
import { DotsFlow } from '../../../src/dots-flow.ts';
import {
  createMockApi,
  createPayee,
  onDom,
  type MockApi,
  type MockFlowInput,
  type Payee,
} from '../../../src/testing/index.ts';

/** Stays in the page when the flow would leave it. */
class StayingFlow extends DotsFlow {
  protected override navigate(): void {
    return;
  }
}
if (!customElements.get('staying-flow')) customElements.define('staying-flow', StayingFlow);

export interface Visit {
  readonly api: MockApi;
  readonly element: DotsFlow;
  readonly payee: Payee;
  /** Chooses the box with this wire name, or the one of several that has `value`. */
  readonly choose: (name: string, value?: string) => Promise<void>;
}

export interface VisitOptions {
  readonly api?: MockApi;
  /** A payee of the mock. Null: nobody knows the payee yet. */
  readonly user_id?: string | null;
  readonly require_auth?: boolean;
}

/** A payee of a mock of their own. */
interface Known {
  readonly api: MockApi;
  readonly user_id: string;
}

export interface Stage {
  /** Opens a flow of these steps. */
  readonly visit: (steps: MockFlowInput['steps'], options?: VisitOptions) => Promise<Visit>;
  /** Opens the flow’s link once more, as on another day. */
  readonly reopen: (flow: Visit) => Promise<Visit>;
  /** Waits for the screen with this heading, and looks at it. */
  readonly see: (flow: Visit, heading: string) => Promise<void>;
  /** Sends the screen as it is, and looks at it with what is wrong at its fields. */
  readonly seeRefused: (flow: Visit, heading: string) => Promise<void>;
}

export type Walk = (on: Stage) => Promise<void>;
export type Walks = Readonly<Record<string, Walk>>;

export interface Look {
  readonly heading: string;
  /** Whether something is wrong with what was sent. */
  readonly isRefused: boolean;
}

/** Days are on some screens, so that time stands still: a Saturday, at noon in Greenwich. */
const today = Date.parse('2026-11-28T12:00:00.000Z');
export const newApi = (): MockApi => createMockApi({ now: () => today });

/** Returns a payee in Germany. */
export function german(): Known {
  const api = newApi();
  return { api, user_id: api.createUser({ country: 'DE', phone_number: '+4915112345678' }) };
}

/** Returns a payee who has 120 dollars. */
export function wealthy(): Known {
  const api = newApi();
  const user_id = api.createUser();
  api.fund(user_id, 12_000);
  return { api, user_id };
}

/** `mount` puts an element into the page, and `look` does with a screen what it is there for. */
export function createStage(
  mount: (element: DotsFlow) => Promise<unknown>,
  look: (flow: Visit, seen: Look) => Promise<void>,
): Stage {
  const see = async (flow: Visit, heading: string, isRefused = false) => {
    await arrive(flow, heading);
    await look(flow, { heading, isRefused });
  };
  const open = async (api: MockApi, flowId: string): Promise<Visit> => {
    const element = document.createElement('staying-flow') as DotsFlow;
    element.config = { flowId, fetch: api.fetch, apiUrl: 'https://pay.example/api' };
    await mount(element);
    const screen = onDom(element, { timeout: patience });
    const choose = (name: string, value?: string) => screen.choose(name, value);
    return { api, element, payee: createPayee(screen), choose };
  };
  return {
    visit: (steps, { api = newApi(), user_id = api.createUser(), ...more } = {}) =>
      open(api, api.createFlow({ steps, user_id, ...more }).id),
    reopen({ api, element }) {
      const { id } = element.flow ?? { id: '' };
      element.remove();
      return open(api, id);
    },
    see: (flow, heading) => see(flow, heading),
    async seeRefused(flow, heading) {
      await arrive(flow, heading);
      await flow.payee.press();
      await until(flow, '[aria-invalid=true]');
      await see(flow, heading, true);
    },
  };
}

/** Milliseconds. It only catches what never comes: a busy machine takes ten times as long. */
const patience = 25_000;
const between = 5;

/** Looks every few milliseconds. It counts them itself, because a page's clock may stand still. */
async function eventually<T>(what: string, look: () => T | undefined | false): Promise<T> {
  for (let waited = 0; ; waited += between) {
    const found = look();
    if (found !== undefined && found !== false) return found;
    if (waited > patience) throw new Error(`${what} within ${patience} ms`);
    await new Promise((resolve) => setTimeout(resolve, between));
  }
}

function* composedTree(root: ParentNode): Generator<Element> {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* composedTree(element.shadowRoot);
  }
}

export const treeOf = ({ element }: Pick<Visit, 'element'>): Element[] => [
  ...composedTree(element.renderRoot),
];

const headingOf = (flow: Visit): string =>
  treeOf(flow)
    .find(({ id }) => id === 'title')
    ?.textContent.replace(/\s+/g, ' ')
    .trim() ?? '';

/** Waits until the screen with this heading is there, whole and at rest. */
export async function arrive(flow: Visit, heading: string): Promise<void> {
  await eventually(`“${heading}” is not on screen`, () => headingOf(flow) === heading).catch(
    (cause: unknown) => {
      throw new Error(`“${headingOf(flow)}” is on screen, not “${heading}”`, { cause });
    },
  );
  await rest(flow);
}

/** Waits until something on screen matches, and returns it. */
export const until = <E extends HTMLElement>(flow: Visit, selector: string): Promise<E> =>
  eventually(`${selector} is not on screen`, () =>
    treeOf(flow).find((one): one is E => one.matches(selector)),
  );

/** Waits until nothing is being loaded or drawn any more, and ends what moves. */
export async function rest(flow: Visit): Promise<void> {
  const { element } = flow;
  const isBusy = (one: Element) => one.matches('[aria-busy="true"], [type="submit"][aria-disabled="true"]');
  await eventually('Something is still busy', () => !treeOf(flow).some(isBusy));
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
  const roots = [element, ...treeOf(flow)].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  for (const animation of [document, ...roots].flatMap((root) => root.getAnimations()))
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

/** Unfolds whatever can be unfolded. */
export function unfold(flow: Visit): void {
  for (const one of treeOf(flow)) if (one instanceof HTMLDetailsElement) one.open = true;
}
