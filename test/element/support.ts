/**
 * Puts one step on screen without a flow around it. The test says what is required and what the server
 * answers, or leaves both to the mock of `dots-flow/testing`.
 */
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { createFlowsClient, type SnapshotAnswer } from '../../src/api/client.ts';
import { newIntent } from '../../src/api/intent.ts';
import type { StepRequest } from '../../src/api/requests.ts';
import type { Requirement } from '../../src/contract/steps/session.ts';
import { flowProblem, type FieldError, type FlowProblem } from '../../src/flow/problem.ts';
import { closing } from '../../src/locales/en/closing.ts';
import { shell } from '../../src/locales/en/shell.ts';
import type { Call, Prefill, StepContext, StepResult } from '../../src/steps/step-context.ts';
import type { StepElement, StepModule } from '../../src/steps/step-element.ts';
import type { MockApi, MockFlowInput } from '../../src/testing/index.ts';
import { tokens } from '../../src/ui/tokens.ts';
import { Localizer } from '../../src/locales/localizer.ts';
import { finishAnimations } from './animations.ts';

/** Stands where `<dots-flow>` stands, and gives the design tokens and the inline-size container. */
class StepFrame extends LitElement {
  static override readonly styles = tokens;
  override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}
customElements.define('step-frame', StepFrame);

export interface MountOptions {
  readonly locale?: string;
  readonly prefill?: Prefill;
  readonly sandbox?: boolean;
  /** The server's time. */
  readonly now?: string;
  /** What `context.ask(path)` resolves to. Without it, null. */
  readonly ask?: (path: string, signal: AbortSignal) => Promise<unknown>;
  /** What `context.call` resolves to. Without it, a network error. */
  readonly call?: Call;
  /** What `context.refresh` does. Without it, nothing. */
  readonly refresh?: () => Promise<void>;
  /** What answers a request for which the test calls `done()`. Without it, the request is taken. */
  readonly answer?: (request: StepRequest) => Promise<SnapshotAnswer>;
}

export interface Mounted<E extends StepElement> {
  readonly element: E;
  /** Every request that the step raised, oldest first. */
  readonly sent: StepRequest[];
  /** Everything that was said to screen readers. */
  readonly announced: string[];
  /**
   * The server took the request: the step gets what is required next (nothing new when absent). On the mock,
   * without `requirement`: the request is made now, and the step gets the answer.
   */
  readonly done: (requirement?: Requirement) => Promise<void>;
  readonly refuse: (problem: FlowProblem) => Promise<void>;
  /** Another answer overtook the request. */
  readonly supersede: () => Promise<void>;
  /** The server pushed a snapshot. */
  readonly push: (requirement: Requirement) => Promise<void>;
}

/** Mounts the step of `module` with `requirement`, as the host does. Waits until it is on screen. */
export async function mountStep<E extends StepElement = StepElement>(
  module: StepModule,
  requirement: Requirement,
  options: MountOptions = {},
): Promise<Mounted<E>> {
  if (!customElements.get(module.tag)) customElements.define(module.tag, module.element);
  const localizer = new Localizer(options.locale ?? 'en-US');
  localizer.add(shell);
  localizer.add(closing);
  localizer.add(module.messages);
  const element = document.createElement(module.tag) as E;
  const sent: StepRequest[] = [];
  const announced: string[] = [];
  let answer: ((result: StepResult) => void) | undefined;

  const context: StepContext = {
    appName: 'Acme',
    now: options.now ?? '2026-11-28T12:00:00.000Z',
    sandbox: options.sandbox ?? true,
    localizer,
    prefill: options.prefill ?? {},
    ask: (path, signal) =>
      untilAborted(options.ask?.(path, signal) ?? Promise.resolve(null), signal).catch(() => null),
    call: (path, init, signal) =>
      untilAborted(
        options.call?.(path, init, signal) ??
          Promise.resolve({ ok: false, problem: flowProblem('network-error') }),
        signal,
      ),
    refresh: options.refresh ?? (() => Promise.resolve()),
    announce: (text) => void announced.push(text),
    explain: () => Promise.resolve(flowProblem('network-error')),
    send: (request) => {
      sent.push(request);
      element.problem = null;
      element.busy = true;
      return new Promise((resolve) => (answer = resolve));
    },
  };
  Object.assign(element, { requirement, context, busy: false, problem: null });
  await element.prepare();

  const settle = async (result: StepResult, next?: Requirement) => {
    if (!answer) throw new Error('The step has sent nothing that could be answered.');
    element.busy = false;
    if (result.kind === 'refused') element.problem = result.problem;
    if (next) element.requirement = next;
    answer(result);
    answer = undefined;
    await settled(element);
  };

  await fixture(
    html`<step-frame style="display: block; container-type: inline-size; max-inline-size: 28rem"
      >${element}</step-frame
    >`,
  );
  await settled(element);
  return {
    element,
    sent,
    announced,
    async done(next) {
      const request = sent.at(-1);
      const answered = next || !request ? undefined : await options.answer?.(request);
      if (answered?.ok === false) return settle({ kind: 'refused', problem: answered.problem });
      const { current } = answered?.snapshot ?? {};
      // When the flow goes on, the host takes the step away.
      return settle({ kind: 'done' }, current?.step === requirement.step ? current : next);
    },
    refuse: (problem) => settle({ kind: 'refused', problem }),
    supersede: () => settle({ kind: 'superseded' }),
    push: async (next) => {
      element.requirement = next;
      await settled(element);
    },
  };
}

/** For a mock whose time stands still, where what is on screen depends on the day. */
export const standstill = { now: () => Date.parse('2026-11-28T12:00:00.000Z') } as const;

/** Returns a request as a step makes it. */
export const post = (path: string, body: unknown = {}): StepRequest => ({ method: 'POST', path, body });

export interface MockOptions extends MountOptions {
  /** What the payee has done on an earlier visit. */
  readonly before?: readonly (StepRequest | ((current: Requirement) => StepRequest))[];
}

export interface MountedOnMock<E extends StepElement> extends Mounted<E> {
  /** The payee makes these requests in another window. */
  readonly elsewhere: (...requests: readonly StepRequest[]) => Promise<void>;
  /** The step gets what the mock says now, as over the event stream. */
  readonly catchUp: () => Promise<void>;
}

/**
 * Mounts the step at which a flow of the mock stands: a new one, or one that is there. `done()` makes the
 * request that the step has sent.
 */
export async function mountOnMock<E extends StepElement = StepElement>(
  module: StepModule,
  api: MockApi,
  flow: MockFlowInput | { readonly id: string },
  { before = [], ...options }: MockOptions = {},
): Promise<MountedOnMock<E>> {
  const { signal } = new AbortController();
  const client = createFlowsClient({
    baseUrl: 'https://pay.example/api',
    fetch: api.fetch,
    sleep: () => Promise.resolve(),
  });
  const answer = (request: StepRequest) => client.send(request, newIntent(), signal);
  /** Returns what is required once all of these are made. They are no part of the test, so they succeed. */
  const after = async (answered: SnapshotAnswer, requests: NonNullable<MockOptions['before']>) => {
    let current = requirementOf(answered);
    for (const next of requests)
      current = requirementOf(await answer(typeof next === 'function' ? next(current) : next));
    return current;
  };
  const opened = await client.open({ flowId: 'id' in flow ? flow.id : api.createFlow(flow).id }, signal);
  const mounted: Mounted<E> = await mountStep<E>(module, await after(opened, before), {
    now: api.clock.now().toISOString(),
    refresh: async () => {
      const read = await client.read(signal);
      if (read.ok && read.snapshot.current) await mounted.push(read.snapshot.current);
    },
    ask: (...asked) => client.ask(...asked),
    call: (...made) => client.call(...made),
    answer,
    ...options,
  });
  return {
    ...mounted,
    elsewhere: async (...requests) => {
      await after(await client.read(signal), requests);
    },
    catchUp: async () => mounted.push(requirementOf(await client.read(signal))),
  };
}

function requirementOf(answered: SnapshotAnswer): Requirement {
  if (!answered.ok) throw new Error(`The mock refuses: ${JSON.stringify(answered.problem)}`);
  return answered.snapshot.current ?? expect.fail('the flow of the mock has nothing to do');
}

/** Rejects at once when aborted, and never gives the answer then, as the client does. */
function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject);
  });
}

/** Returns a refusal of single fields, as the server sends it. */
export const fieldProblems = (...fields: readonly FieldError[]): FlowProblem =>
  flowProblem('invalid-input', { fields });

/** What the host put the step into. */
export const pageOf = (element: StepElement): HTMLElement =>
  element.parentElement ?? expect.fail('the step is in no page');

/** As a host does that sorts its page anew. */
export function move(element: StepElement): void {
  const parent = pageOf(element);
  element.remove();
  parent.append(element);
}

/** Waits until everything is rendered, and what follows from rendering (moving the focus) is done. */
export async function settled(element: StepElement): Promise<void> {
  do await new Promise((resolve) => setTimeout(resolve));
  while (!(await element.updateComplete));
  finishAnimations(element.renderRoot as ShadowRoot);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

export function find<T extends Element = HTMLElement>(element: StepElement, selector: string): T {
  const found = element.renderRoot.querySelector<T>(selector);
  if (!found) throw new Error(`Nothing on screen matches ${selector}.`);
  return found;
}

/** Returns the heading of the screen. */
export const title = (element: StepElement): string => find(element, 'h2').textContent.trim();

/** Returns all text on screen, with single spaces. */
export const text = (element: StepElement): string =>
  (element.renderRoot.textContent ?? '').replace(/\s+/g, ' ');

/** Returns the control with this wire name. Of radio buttons it is the one with `value`, or the first. */
export const control = <T extends Control = HTMLInputElement>(
  element: StepElement,
  name: string,
  value?: string,
): T => find<T>(element, `[name="${name}"]${value === undefined ? '' : `[value="${value}"]`}`);

/** Returns the wire names of all controls on screen, in order, each once. */
export function names(element: StepElement): string[] {
  return [...new Set([...element.renderRoot.querySelectorAll<Control>('[name]')].map((input) => input.name))];
}

/** Types over what is in a text field, or picks in a select, and goes on to the next field. */
export async function fill(element: StepElement, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const input = control<Control>(element, name);
    input.focus();
    input.value = value;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertText' }));
    input.dispatchEvent(new Event('change', { bubbles: true }));
    // A date of birth gives the focus on to one of its parts.
    (element.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    await settled(element);
  }
}

/**
 * Fills as `fill` does, with the long lists built first. The browser builds them when it is idle, and a test
 * that picks from one does not wait for that.
 */
export async function fillAll(element: StepElement, values: Readonly<Record<string, string>>): Promise<void> {
  for (const select of element.renderRoot.querySelectorAll('select'))
    select.dispatchEvent(new PointerEvent('pointerdown'));
  await fill(element, values);
}

/**
 * Fills in a form of several pages: on each one what it asks of `values`, then its main button, until all of
 * them are filled in. A checkbox is ticked. Returns the wire names on each page, the last one included.
 */
export async function walk(
  element: StepElement,
  values: Readonly<Record<string, string>>,
): Promise<string[][]> {
  const left = new Map(Object.entries(values));
  const pages: string[][] = [];
  for (;;) {
    const here = names(element).flatMap((name) => {
      const value = left.get(name);
      return value === undefined ? [] : [[name, value] as const];
    });
    if (here.length) {
      for (const [name] of here) left.delete(name);
      for (const [name, value] of here)
        await (control(element, name).type === 'checkbox'
          ? choose(element, name)
          : fillAll(element, { [name]: value }));
      continue;
    }
    pages.push(names(element));
    if (!left.size) return pages;
    const before = title(element);
    await submit(element);
    if (title(element) === before)
      throw new Error(`“${before}” asks for none of ${[...left.keys()].join(', ')}, and is not left.`);
  }
}

/** Clicks a checkbox, or the radio with `value`. */
export async function choose(element: StepElement, name: string, value?: string): Promise<void> {
  control(element, name, value).click();
  await settled(element);
}

/** Presses the main button. */
export async function submit(element: StepElement): Promise<void> {
  find<HTMLButtonElement>(element, 'button[type="submit"]').click();
  await settled(element);
}

/** Presses the first button or link button with this text. */
export async function press(element: StepElement, text: string): Promise<void> {
  const button = [...element.renderRoot.querySelectorAll<HTMLButtonElement>('button')].find((candidate) =>
    candidate.textContent?.includes(text),
  );
  if (!button) throw new Error(`No button says “${text}”.`);
  button.click();
  await settled(element);
}

/** Goes one screen back, as the frame's Back does. Throws where the screen has none. */
export async function goBack(element: StepElement): Promise<void> {
  const { back } = element as StepElement & { readonly back?: (() => void) | null };
  if (!back) throw new Error('This screen has no way back.');
  back();
  await settled(element);
}

/** Returns whether the frame shows a Back that leads to another screen of the step. */
export const hasBack = (element: StepElement): boolean =>
  !!(element as StepElement & { readonly back?: (() => void) | null }).back;

/** Returns the visible error of a field. Empty when there is none. */
export const errorOf = (element: StepElement, name: string): string =>
  element.renderRoot.querySelector(`#${CSS.escape(name)}-error`)?.textContent?.trim() ?? '';

/**
 * Returns whether something is there. For proving that it is absent, because an assertion that prints an
 * element of lit’s never comes to its end.
 */
export const has = (element: StepElement, selector: string): boolean =>
  element.renderRoot.querySelector(selector) !== null;

/** Returns what the summary above the form lists, in order. Empty when there is none. */
export const summaryOf = (element: StepElement): string[] =>
  [...element.renderRoot.querySelectorAll('[part="summary"] li')].map(
    (item) => item.textContent?.trim() ?? '',
  );

/** Returns the name of the control that has the focus, or its id. Parts of a date have the date's. */
export function focused(element: StepElement): string {
  const active = element.shadowRoot?.activeElement;
  const { name = '', id = '' } = (active ?? {}) as Partial<HTMLInputElement>;
  return name || id.replace(/-(?:day|month|year)$/, '');
}

/** Returns what a screen reader reads after the name of the control. */
export function description(element: StepElement, name: string): string {
  const ids = (control(element, name).getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
  return ids.map((id) => find(element, `#${CSS.escape(id)}`).textContent?.trim()).join(' ');
}

/** Returns every attribute and every text node of the step, for proving that a secret is in none of them. */
export function everythingInTheDom(element: StepElement): string {
  const parts: string[] = [element.outerHTML];
  for (const node of element.renderRoot.querySelectorAll('*')) parts.push(node.outerHTML);
  // lit marks its places with random digits, which may contain any four digits now and then.
  return parts.join('\n').replaceAll(/lit\$\d+\$/g, 'lit');
}
