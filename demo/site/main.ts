/**
 * The demo: a company's page with the element at work, and a panel to try everything. The element is used
 * as a partner uses it, from the outside alone.
 */
import { html, render } from 'lit';
import type { DotsFlow } from '../../src/dots-flow.ts';
import type { Backend, Webhook } from './backend.ts';
import { companies } from './companies.ts';
import { segmented } from './controls.ts';
import { faultyFetch } from './faults.ts';
import { panelTemplate, type PanelActions } from './panel.ts';
import { personaOf } from './personas.ts';
import type { createRobot } from './robot.ts';
import { showCompany } from './site.ts';
import { snippet, type Framework } from './snippets.ts';
import { choices, readState, stepsOf, writeState, type State } from './state.ts';
import { applyTheme, brandColours, themeCss } from './theme.ts';
import { createTimeline } from './timeline.ts';

/** Put in by the bundler: the example apps' components, as they are. */
declare const EXAMPLES: Readonly<Record<Framework, string>>;

const byId = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
};
const flow = byId('flow') as DotsFlow;
const hasServer = document.documentElement.dataset['api'] === 'server';

let state: State = readState(location.search);
let view = { said: '', isRunning: false, problem: '', now: '', copied: '' };

/* ---- What is heard ---- */

const timeline = createTimeline(byId('timeline'), (count) => {
  byId('quiet').hidden = count > 0;
  byId('heard-count').textContent = count ? String(count) : '';
});
for (const name of [
  'dots-ready',
  'dots-step-started',
  'dots-step-completed',
  'dots-flow-completed',
  'dots-redirect',
  'dots-flow-expired',
  'dots-exit',
  'dots-error',
] as const)
  flow.addEventListener(name, ({ detail }: CustomEvent<object>) => {
    const said = detail as { eventId?: string; step?: string; code?: string };
    timeline.tell({
      lane: 'dom',
      name,
      about: said.step ?? said.code ?? '',
      id: said.eventId,
      payload: detail,
    });
    show();
  });
// The page stays here, so that what was heard can be read.
flow.addEventListener('dots-redirect', (event) => event.preventDefault());

function hear(webhook: Webhook): void {
  const { id, event, step, flow_id } = webhook;
  const { id: own, user_id: user } = flow.flow ?? {};
  // Other pages are told of by the same server. What is about a payee names them.
  if (flow_id === undefined ? !user || !JSON.stringify(webhook).includes(user) : flow_id !== own) return;
  timeline.tell({ lane: 'webhook', name: event, about: step ?? '', id, payload: webhook });
}

let violations = 0;
document.addEventListener('securitypolicyviolation', () => {
  violations += 1;
  byId('violations').textContent = `${violations} policy violations`;
});

/* ---- Flows ---- */

const backends: Partial<Record<State['api'], Promise<Backend>>> = {};
const backend = (): Promise<Backend> => {
  const api = hasServer ? state.api : 'browser';
  return (backends[api] ??=
    api === 'server'
      ? import('./on-server.ts').then(({ openServer }) => openServer(hear))
      : import('./in-browser.ts').then(({ openInBrowser }) => openInBrowser(hear)));
};
let opened: Backend | null = null;
const stepsFor = ({ templateId }: Pick<Backend, 'templateId'>) =>
  stepsOf(state, { redirectUrl: new URL('thanks.html', document.baseURI).href, templateId });

async function start(): Promise<void> {
  running?.abort();
  robot = undefined;
  timeline.clear();
  flow.flowId = flow.clientId = flow.steps = flow.config = null;
  view = { ...view, problem: '', said: '' };
  try {
    const api = (opened = await backend());
    const request = {
      steps: stepsFor(api),
      known: state.payee === 'known' ? personaOf(state.persona) : null,
    };
    const config = {
      apiUrl: api.apiUrl,
      fetch: faultyFetch(api.fetch, () => ({ ...state, company: companies[state.brand].name })),
    };
    if (state.source === 'client-id')
      flow.config = { ...config, clientId: api.clientId, steps: request.steps };
    else if (state.source === 'flow-id')
      flow.config = { ...config, flowId: (await api.createFlow(request)).id };
    else flow.config = { ...config, createFlow: (signal) => api.createFlow(request, signal) };
  } catch (error) {
    view = { ...view, problem: error instanceof Error ? error.message : String(error) };
  }
  show();
}

/* ---- The robot ---- */

let robot: Promise<ReturnType<typeof createRobot>> | undefined;
let running: AbortController | undefined;
const theRobot = () => (robot ??= import('./robot.ts').then((module) => module.createRobot(flow)));

async function run(work: (signal: AbortSignal) => Promise<string>): Promise<void> {
  const mine = (running = new AbortController());
  view = { ...view, isRunning: true, said: 'Typing …' };
  show();
  const said = await work(mine.signal).catch(() => needsYou);
  if (running !== mine) return;
  running = undefined;
  view = { ...view, isRunning: false, said };
  show();
}
const needsYou = 'This screen needs you: choose what is still open.';
const endings = { finished: 'Done.', stuck: needsYou, stopped: 'Stopped.' };

/* ---- The panel ---- */

const actions: PanelActions = {
  set(change) {
    const restarts = change.api !== undefined && change.api !== state.api;
    state = { ...state, ...change };
    show();
    if (restarts) void start();
  },
  start: () => void start(),
  fill: () =>
    void run(async () => {
      const count = await (await theRobot()).fill(personaOf(state.persona));
      return count ? `Filled in ${count}.` : 'Nothing to type here.';
    }),
  goOn: () =>
    void run(async () => ((await (await theRobot()).goOn(personaOf(state.persona))) ? '' : needsYou)),
  finish: () =>
    void run(async (signal) => endings[await (await theRobot()).finish(personaOf(state.persona), signal)]),
  stop: () => running?.abort(),
  advance: (duration) =>
    void backend()
      .then((api) => api.advance(duration))
      .then((now) => {
        view = { ...view, now: now.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' }) };
        show();
      }, say),
  copy: (what) =>
    void navigator.clipboard
      .writeText({ css: cssOf(), code: codeOf(), link: location.href }[what])
      .then(() => {
        view = { ...view, copied: what };
        show();
        setTimeout(() => {
          view = { ...view, copied: '' };
          show();
        }, 2_000);
      }, say),
  resetTheme: () => actions.set({ accent: '', surface: '', text: '', radius: '', density: '', font: '' }),
};

function say(what: unknown): void {
  view = { ...view, said: what instanceof Error ? what.message : String(what) };
  show();
}

const cssOf = (): string =>
  [
    `/* Over demo/brands/${state.brand}.css */`,
    themeCss(state) || themeCss({ ...state, ...brandColours(flow, state) }),
  ].join('\n');

/** The snippet for what is on the page. */
const codeOf = (): string =>
  snippet(state.code, EXAMPLES, {
    origin: hasServer ? location.origin : 'https://pay.example',
    clientId: opened?.clientId ?? 'pk_sandbox_demo',
    source: state.source,
    flowId: flow.flow?.id ?? null,
    steps: stepsFor({ templateId: opened?.templateId ?? 'the id of your form' }),
    scheme: state.scheme,
    lang: state.lang,
    css: themeCss(state),
    isKnown: state.payee === 'known',
  });

let isDue = false;
/** Has the page drawn once for all that changes at a time. */
function show(): void {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    draw();
  });
}

/** Brings the page in line with the state, and the address too. */
function draw(): void {
  history.replaceState(null, '', writeState(state) || location.pathname);
  showCompany(state);
  applyTheme(state);
  flow.theme = state.scheme === 'auto' ? null : state.scheme;
  flow.lang = state.lang;
  byId('flow-facts').textContent = flow.flow ? `flow ${flow.flow.id}` : 'no flow yet';
  render(
    panelTemplate(
      { ...view, state, hasServer, brandColours: brandColours(flow, state), css: cssOf(), code: codeOf() },
      actions,
    ),
    byId('tools'),
  );
  render(
    segmented(
      'brand',
      'Company',
      choices.brand.map((brand) => [brand, companies[brand].name] as const),
      state.brand,
      (brand) => actions.set({ brand }),
    ),
    byId('brands'),
  );
  render(
    html`<button type="button" class="primary" ?disabled=${view.isRunning} @click=${() => actions.goOn()}>
      Next screen
    </button>`,
    byId('jump-go-on'),
  );
}

draw();
await customElements.whenDefined('dots-flow');
// A slow phone gets to draw what is there before more is begun.
await new Promise((resolve) => setTimeout(resolve));
await start();
