/**
 * The gallery: every screen of the element, on the mock, in any look. With `?photo` it takes a whole walk
 * and has each screen photographed by `tools/gallery.ts`.
 */
import type { DotsFlow } from '../../src/dots-flow.ts';
import { Countdown } from '../../src/ui/countdown.ts';
import screens from './screens.json' with { type: 'json' };
import { walks } from './screens/index.ts';
import { createStage, rest, treeOf, unfold, type Look, type Visit } from './screens/stage.ts';
import { controlNames, controls, queryOf, readState, type State } from './state.ts';

declare global {
  interface Window {
    /** Takes pictures of what is on screen; there when this page is photographed. */
    photograph?: (walk: string, heading: string) => Promise<void>;
  }
}

/** Thrown where the gallery stays, so that the walk goes no further. */
class Arrived extends Error {}

const byId = (id: string): HTMLElement => document.getElementById(id) ?? document.body;
const listed: Readonly<Record<string, readonly string[]>> = screens;
const query = new URLSearchParams(location.search);

const site = Object.assign(document.createElement('div'), { className: 'site' });
byId('stage').append(site);

const mount = async (element: DotsFlow): Promise<void> => {
  site.replaceChildren(element);
  await element.updateComplete;
};

const nameOf = ({ heading, isRefused }: Look): string => (isRefused ? `${heading} · with errors` : heading);

/** Goes through a walk, and stays at one of its screens. Returns the visit that it stays at. */
async function stayAt(walk: string, screen: number): Promise<Visit | null> {
  let seen = 0;
  let at: Visit | null = null;
  const stage = createStage(mount, (flow) => {
    seen += 1;
    if (seen < screen) return Promise.resolve();
    at = flow;
    return Promise.reject(new Arrived());
  });
  await walks[walk]?.(stage).catch((error: unknown) => {
    if (!(error instanceof Arrived)) throw error;
  });
  return at;
}

/**
 * Milliseconds in which nothing may change. Some parts are loaded when the browser has nothing else to do.
 */
const quiet = 300;

/** Unfolds everything, and waits until nothing more comes. */
async function comeToRest(flow: Visit): Promise<void> {
  for (let before = ''; ;) {
    unfold(flow);
    await rest(flow);
    const now = treeOf(flow)
      .map((one) => one.outerHTML)
      .join('');
    if (now === before) return;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, quiet));
  }
}

/** Photographs each screen of a walk, everything unfolded. */
async function photographAll(walk: string): Promise<void> {
  const stage = createStage(mount, async (flow, seen) => {
    await comeToRest(flow);
    await window.photograph?.(walk, nameOf(seen));
  });
  await walks[walk]?.(stage);
}

/** Seconds that are counted down stay what they were when they began. */
function stopCountdowns(): void {
  const begun = new WeakMap<Countdown, number>();
  Object.defineProperty(Countdown.prototype, 'seconds', {
    get(this: Countdown) {
      return begun.get(this) ?? 0;
    },
  });
  Countdown.prototype.start = function (seconds) {
    begun.set(this, seconds);
  };
}

/** Dresses what is on screen. The words change last, because walks press buttons by their English names. */
async function dress(flow: Visit, { theme, lang, width, dir, scheme }: State): Promise<void> {
  document.documentElement.style.colorScheme = scheme === 'auto' ? '' : scheme;
  document.getElementById('theme')?.remove();
  if (theme !== 'none')
    document.head.append(
      Object.assign(document.createElement('link'), { id: 'theme', rel: 'stylesheet', href: `${theme}.css` }),
    );
  site.style.setProperty('--width', width === 'full' ? '100%' : `${width}px`);
  flow.element.theme = scheme;
  flow.element.lang = lang;
  await rest(flow);
  if (dir !== 'auto') flow.element.renderRoot.querySelector('[part=flow]')?.setAttribute('dir', dir);
  unfold(flow);
}

function drawControls(state: State): void {
  const form = byId('controls');
  for (const name of controlNames) {
    const select = Object.assign(document.createElement('select'), { name });
    for (const value of controls[name]) select.add(new Option(value, value, false, value === state[name]));
    const label = document.createElement('label');
    label.append(name, select);
    form.append(label);
  }
  form.addEventListener('change', ({ target }) => {
    const { name, value } = target as HTMLSelectElement;
    location.search = queryOf({ ...state, [name]: value });
  });
}

function drawList(state: State): void {
  for (const [walk, names] of Object.entries(listed)) {
    const list = document.createElement('ol');
    names.forEach((name, at) => {
      const link = document.createElement('a');
      link.href = queryOf({ ...state, walk, screen: at + 1 });
      link.textContent = name;
      if (walk === state.walk && at + 1 === state.screen) link.setAttribute('aria-current', 'page');
      const item = document.createElement('li');
      item.append(link);
      list.append(item);
    });
    const heading = document.createElement('h2');
    heading.textContent = `${walk.charAt(0).toUpperCase()}${walk.slice(1)}`;
    byId('screens').append(heading, list);
  }
  document.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}

async function show(): Promise<void> {
  const first = Object.keys(walks)[0] ?? '';
  const asked = readState(query);
  const state = { ...asked, walk: asked.walk in walks ? asked.walk : first };
  drawControls(state);
  drawList(state);
  document.title = `${listed[state.walk]?.[state.screen - 1] ?? 'Gallery'} · dots-flow`;
  const flow = await stayAt(state.walk, state.screen);
  if (flow) await dress(flow, state);
}

if (query.has('photo')) {
  document.body.classList.add('photo');
  stopCountdowns();
  // A letter that comes late would move what is there.
  await Promise.all([document.fonts.load('1rem Gallery'), document.fonts.load('600 1rem Gallery')]);
  Object.assign(window, { walks: Object.keys(walks), photographAll });
} else
  await show().catch((error: unknown) => {
    site.replaceChildren(
      Object.assign(document.createElement('p'), { className: 'wrong', textContent: String(error) }),
    );
  });
