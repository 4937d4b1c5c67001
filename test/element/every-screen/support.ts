/**
 * The real element on the mock, screen by screen. Each screen is examined by axe in every look that a page
 * can give it, and the element changes from look to look without being loaded anew.
 */
import { expect, fixture, html } from '@open-wc/testing';
import type * as Axe from 'axe-core';
import 'axe-core/axe.min.js';
import { DotsFlow } from '../../../src/dots-flow.ts';
import {
  createMockApi,
  createPayee,
  onDom,
  type MockApi,
  type MockFlowInput,
  type Payee,
} from '../../../src/testing/index.ts';
import { finishAnimations } from '../animations.ts';
import { composedTree, eventually } from '../dots-flow/support.ts';
import { examineRoom } from './room.ts';

/** The script puts itself there. */
declare const axe: typeof Axe;

/** Milliseconds for one walk. A screen takes a second or two where the machine does other things too. */
export const limit = 120_000;

/** Stays in the page when the flow would leave it. */
class StayingFlow extends DotsFlow {
  protected override navigate(): void {
    return;
  }
}
customElements.define('staying-flow', StayingFlow);

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

/** Returns a payee in Germany. */
export function german(): Known {
  const api = createMockApi();
  return { api, user_id: api.createUser({ country: 'DE', phone_number: '+4915112345678' }) };
}

/** Returns a payee who has 120 dollars. */
export function wealthy(): Known {
  const api = createMockApi();
  const user_id = api.createUser();
  api.fund(user_id, 12_000);
  return { api, user_id };
}

/** Opens a flow of these steps in a page with a heading and a landmark, as a partner’s page has them. */
export async function visit(
  steps: MockFlowInput['steps'],
  { api = createMockApi(), user_id = api.createUser(), ...more }: VisitOptions = {},
): Promise<Visit> {
  const element = document.createElement('staying-flow') as StayingFlow;
  const { id } = api.createFlow({ steps, user_id, ...more });
  element.config = { flowId: id, fetch: api.fetch, apiUrl: 'https://pay.example/api' };
  document.documentElement.lang = 'en';
  document.title = 'Getting paid';
  await fixture(
    html`<main>
      <h1>Acme Market</h1>
      ${element}
    </main>`,
  );
  const screen = onDom(element);
  const choose = (name: string, value?: string) => screen.choose(name, value);
  return { api, element, payee: createPayee(screen), choose };
}

const treeOf = ({ element }: Visit): Element[] => [...composedTree(element.renderRoot)];

const headingOf = (flow: Visit): string =>
  treeOf(flow)
    .find(({ id }) => id === 'title')
    ?.textContent.replace(/\s+/g, ' ')
    .trim() ?? '';

/** Waits until the screen with this heading is there, whole and at rest. */
export async function arrive(flow: Visit, heading: string): Promise<void> {
  await eventually(() => headingOf(flow) === heading, `“${heading}” is on screen`).catch((cause: unknown) => {
    throw new Error(`“${headingOf(flow)}” is on screen, not “${heading}”`, { cause });
  });
  await rest(flow);
}

/** Waits until something on screen matches, and returns it. */
export async function until<E extends HTMLElement>(flow: Visit, selector: string): Promise<E> {
  const find = () => treeOf(flow).find((one): one is E => one.matches(selector));
  await eventually(find, `${selector} is on screen`);
  return find() ?? expect.fail(`${selector} went away again`);
}

/** Waits until nothing is being loaded or drawn any more, and ends what moves. */
async function rest(flow: Visit): Promise<void> {
  const { element } = flow;
  await eventually(
    () =>
      !treeOf(flow).some((one) => one.matches('[aria-busy="true"], [type="submit"][aria-disabled="true"]')),
    'nothing is busy',
  );
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve));
    await element.updateComplete;
  }
  finishAnimations(
    document,
    ...[element, ...treeOf(flow)].flatMap(({ shadowRoot }) => (shadowRoot ? [shadowRoot] : [])),
  );
}

const looks = (['light', 'dark'] as const).flatMap((theme) =>
  (['ltr', 'rtl'] as const).map((direction) => ({ theme, direction })),
);

/** What WCAG 2.2 asks for up to level AA, and what axe’s makers hold to be good practice beyond it. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Whoever speaks to the computer says what is to be read on a button (2.5.3); axe calls its rule
 * experimental.
 */
const rules = { 'label-content-name-mismatch': { enabled: true } };

/** Gives the page and the element a theme, and what is on screen a direction of writing. */
async function dress(flow: Visit, { theme, direction }: (typeof looks)[number]): Promise<void> {
  const { element } = flow;
  document.documentElement.style.colorScheme = theme;
  document.body.style.background = theme === 'dark' ? '#14171c' : '#fff';
  element.theme = theme;
  await element.updateComplete;
  // The words of no language that there is go from right to left.
  element.renderRoot.querySelector('[part=flow]')?.setAttribute('dir', direction);
  await rest(flow);
}

/**
 * That nothing to press or to choose is without a name, and that no group says again what its heading says.
 * Words that all steps share may come a moment after the first of them.
 */
async function examineNames(flow: Visit, heading: string): Promise<void> {
  const nameless = () =>
    treeOf(flow).filter(
      (one) => one.matches('option, button:not([aria-label], [aria-labelledby])') && !one.textContent.trim(),
    );
  await eventually(() => !nameless().length, 'everything has a name').catch(() => undefined);
  const twice = treeOf(flow).filter((one) => {
    const group = one.parentElement?.closest('[role="group"]');
    return one.matches('h3, h4') && !!one.id && group?.getAttribute('aria-labelledby') === one.id;
  });
  expect(
    [...nameless(), ...twice].map((one) => one.closest('select')?.name ?? one.outerHTML),
    `without a name, or said twice, on “${heading}”`,
  ).to.deep.equal([]);
}

/**
 * That axe finds nothing on the screen with this heading, in any look, whatever unfolds unfolded, that names
 * are said once, and that a narrow page with wide spaces loses nothing.
 */
export async function examine(flow: Visit, heading: string): Promise<void> {
  await arrive(flow, heading);
  await examineNames(flow, heading);
  for (const one of treeOf(flow)) if (one instanceof HTMLDetailsElement) one.open = true;
  for (const look of looks) {
    await dress(flow, look);
    const { violations } = await axe.run(document, { runOnly: tags, rules, resultTypes: ['violations'] });
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html: at, failureSummary }) => `${id}: ${at}\n${failureSummary ?? ''}`),
    );
    expect(found.join('\n'), `${heading}, ${look.theme}, ${look.direction}`).to.equal('');
  }
  await examineRoom(flow.element, heading);
}

/** Sends the screen as it is, and examines it with what is wrong at its fields. */
export async function examineRefused(flow: Visit, heading: string): Promise<void> {
  await arrive(flow, heading);
  await flow.payee.press();
  await until(flow, '[aria-invalid=true]');
  await examine(flow, heading);
}

/**
 * That no element had to be drawn once more right after it was drawn. Lit notes its warnings by their text.
 */
export function expectDrawnOnce(): void {
  const { litIssuedWarnings = new Set() } = globalThis as { litIssuedWarnings?: ReadonlySet<string> };
  const again = [...litIssuedWarnings].filter((text) => text.includes('after an update completed'));
  expect(again).to.deep.equal([]);
}
